"""A pack that is wrong, hostile or impossible is refused at its place, with what would be right; nothing in it acts."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.cases.generating import Generator
from simulator.errors.faults import InputFault, UsageFault
from simulator.packs.reading import read_yaml
from tests.cases.conftest import CORE

if TYPE_CHECKING:
    from simulator.errors.faults import Fault
    from simulator.rules.engine import Engine

Change = tuple[str, str, str]
"""A file of the pack, what stands in it, and what to put there in its place."""

SAY = '"No officer has dealt with this before."'


def faults(engine: Engine, *changes: Change, leave_out: str = "", add: str = "") -> list[Fault]:
    """The faults of the bundled pack with changes made to it."""
    texts = {str(path.relative_to(CORE)): path.read_text("utf-8") for path in sorted(CORE.rglob("*.yaml"))}
    for file, old, new in changes:
        assert old in texts[file], f"{file} no longer holds {old}"
        texts[file] = texts[file].replace(old, new, 1)
    texts.pop(leave_out, None)
    if add:
        texts["added.yaml"] = f"format: scenario-pack/1\n{add}\n"
    with pytest.raises(InputFault) as refused:
        Generator(engine, [read_yaml(text, name) for name, text in texts.items()])
    return list(refused.value.faults)


@pytest.mark.parametrize(
    ("text", "what", "right"),
    [
        ("{thiss} came.", "{thiss} stands for nothing", "did you mean 'this'?"),
        ("{this.__class__} came.", "'{this.__class__}' is no placeholder", "{name} or {name.form}"),
        ("{this.subjct} came.", "{this.subjct} stands for nothing", "did you mean 'subject'?"),
        ("{this[0]} came.", "'{this[0]}' is no placeholder", "{name} or {name.form}"),
        ("{this!r} came.", "'{this!r}' is no placeholder", "{name} or {name.form}"),
        ("{0} came.", "'{0}' is no placeholder", "{name} or {name.form}"),
        ("{{this}} came.", "'{' is no placeholder", "{name} or {name.form}"),
        ("{this came.", "'{this' is no placeholder", "{name} or {name.form}"),
        ("Nobody came}.", "'}.' is no placeholder", "{name} or {name.form}"),
        ("{week} came.", "{week} needs a form", "known are came, heard"),
        ("{this:>999999999} came.", "'{this:>999999999}' is no placeholder", "{name} or {name.form}"),
    ],
)
def test_a_wrong_placeholder_is_refused_at_its_place(
    engine: Engine, text: str, what: str, right: str
) -> None:
    (fault,) = faults(engine, ("texts/report.yaml", SAY, f'"{text}"'))
    source = (CORE / "texts" / "report.yaml").read_text("utf-8")
    line = source[: source.index(SAY)].count("\n") + 1
    assert (fault.place.file, fault.place.line, fault.place.column) == ("texts/report.yaml", line, 9)
    assert what in fault.what
    assert right in fault.remedy


@pytest.mark.parametrize(
    ("change", "what"),
    [
        (("plots.yaml", "links: {to: keeper}", "links: {to: nobody}"), "'nobody' is no slot of this plot"),
        (("plots.yaml", "by: {slot: keeper}", "by: {slot: kepeer}"), "'kepeer' is no slot"),
        (("plots.yaml", "{common: spoke_up}", "{common: spoken}"), "'spoken' is no common value"),
        (("plots.yaml", "age: {range: [11, 17]}", "age: {common: home}"), "'home' is no common value that may"),
        (("plots.yaml", "{range: [11, 17]}", "{range: [17, 11]}"), "17 is more than 11"),
        (("plots.yaml", "weights: [11, 1]", "weights: [11, 1, 1]"), "these weights do not fit the values"),
        (("plots.yaml", "weights: [11, 1]", "weights: [0, 0]"), "these weights do not fit the values"),
        (("plots.yaml", "bullying-back: 2,", "bulying: 2,"), "is no complication: bulying"),
        (("moves.yaml", "each: factors", "each: facts"), "'facts' is no list of this pack"),
        (("moves.yaml", "when: suspected", "when: suspicious"), "'suspicious' is no definition"),
        (("moves.yaml", "to: outcome", "to: verdict"), "'verdict' is no phase of a paper"),
        (("papers.yaml", "of: child,", "of: {this: agee, below: 9},"), "'agee' is no field of people"),
        (("papers.yaml", "[opening, children, story,", "[opening, children, stori,"), "'stori' is no part"),
        (("papers.yaml", "of: people, order", "of: persons, order"), "'persons' is no list of this pack"),
        (("papers.yaml", "form: she", "form: sher"), "'sher' is no form"),
        (("texts/checks.yaml", "- topic: school", "- topic: scool"), "'scool' is no topic of a part"),
        (("evidence/force.yaml", "grade: established", "grade: believed"), "carry the grade 'established', not"),
        (("evidence/force.yaml", "phase: report", "phase: reports"), "'reports' is no phase of a paper"),
        (("evidence/force.yaml", "part: heard", "part: hurd"), "'hurd' is no part"),
        (("evidence/force.yaml", "independent_of: [own]", "independent_of: [owns]"), "is no piece of this pattern"),
        (("evidence/force.yaml", "        at: against\n", ""), "this piece is at nobody"),
        (("papers.yaml", "topics: [idle-checks]", "topics: [idle-checks, evidence]"), "might never be told"),
        (("papers.yaml", "{whose}'s mother", "{maker}'s mother"), "{maker} stands for nothing"),
        (("papers.yaml", "{whose}'s mother", "{whose.age}"), "{whose.age} stands for nothing"),
        (("lists.yaml", "A report from {school}", "A report by {reporter}"), "{reporter} stands for nothing"),
        (("lists.yaml", "school: schools", "school: skools"), "'skools' is no list"),
        (("pack.yaml", "guidance: derbyshire-2016", "guidance: other"), "for the guidance 'other'"),
        (("pack.yaml", "many: they", "many: thy"), "is no form: thy"),
        (("pack.yaml", "version:", "verson:"), "unknown key `verson`"),
        (("pack.yaml", "intensity: 2", "intensity: 9"), "9 is more than 3"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_said(engine: Engine, change: Change, what: str) -> None:
    found = faults(engine, change)
    assert any(what in fault.what for fault in found), [str(fault) for fault in found]
    assert any(fault.place.file == change[0] for fault in found)


def test_every_fault_is_told_at_once(engine: Engine) -> None:
    found = faults(
        engine,
        ("plots.yaml", "links: {to: keeper}", "links: {to: nobody}"),
        ("texts/report.yaml", SAY, '"{nobody} came."'),
        ("evidence/force.yaml", "grade: established", "grade: believed"),
    )
    assert {fault.place.file for fault in found} == {"plots.yaml", "texts/report.yaml", "evidence/force.yaml"}


def test_a_section_that_stands_twice_names_the_first(engine: Engine) -> None:
    (fault,) = faults(engine, add="many: they")
    assert "'many' stands in this pack a second time; the first is at pack.yaml:" in fault.what
    assert str(fault.place) == "added.yaml:2:1"


def test_a_missing_section_is_named(engine: Engine) -> None:
    found = faults(engine, leave_out="papers.yaml")
    assert {
        "no file of this pack has the section 'papers'",
        "no file of this pack has the section 'parts'",
    } < {fault.what for fault in found}


def test_a_pack_without_files_is_refused(engine: Engine) -> None:
    with pytest.raises(UsageFault, match="has no files"):
        Generator(engine, [])


def test_text_that_would_act_on_a_terminal_is_refused(engine: Engine) -> None:
    (fault,) = faults(engine, ("texts/report.yaml", SAY, '"\\e]52;c;AAAA\\a came."'))
    assert fault.place.file == "texts/report.yaml"
    assert "\x1b" not in str(fault)
    assert "U+001B" in fault.what


def test_markup_in_a_text_stays_text(engine: Engine) -> None:
    texts = {path: path.read_text("utf-8") for path in sorted(CORE.rglob("*.yaml"))}
    documents = [
        read_yaml(text.replace(SAY, '"[@click=app.quit]No[/] %s $HOME `id` officer."'), str(path))
        for path, text in texts.items()
    ]
    generator = Generator(engine, documents)
    told = [
        block["text"]
        for seed in range(40)
        for block in generator.case(seed)["phases"][0]["narrative"]
        if "officer." in block["text"]
    ]
    assert any("[@click=app.quit]No[/] %s $HOME `id` officer." in text for text in told)


def test_a_pack_whose_facts_are_impossible_is_told_and_not_played(engine: Engine) -> None:
    texts = {path: path.read_text("utf-8") for path in sorted(CORE.rglob("*.yaml"))}
    documents = [
        read_yaml(text.replace("age: {range: [11, 17]}", "age: {range: [40, 50]}"), str(path))
        for path, text in texts.items()
    ]
    with pytest.raises(InputFault, match="fewer than two children"):
        Generator(engine, documents).case(1)


def test_an_element_that_no_pattern_carries_is_told(engine: Engine) -> None:
    texts = {
        path: path.read_text("utf-8") for path in sorted(CORE.rglob("*.yaml")) if path.name != "onward.yaml"
    }
    generator = Generator(engine, [read_yaml(text, str(path)) for path, text in texts.items()])
    with pytest.raises(InputFault, match="no pattern of evidence fits"):
        list(generator.cases(0, 30))
