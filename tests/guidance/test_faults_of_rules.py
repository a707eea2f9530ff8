"""Faults that are found as rules are proved: with facts that show them."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

import pytest

from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.rules.checking import check_rules
from simulator.rules.engine import Engine
from tests.guidance.broken import PACK, Broken, Edit, assert_said, broken, read_broken, rule_faults
from tests.rules.library import Row, library

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from simulator.errors.faults import Fault
    from simulator.guidance.guidance import Guidance

NOTIFY, LABEL, QUESTIONS, WORLD = "rules/notify.yaml", "rules/label.yaml", "questions.yaml", "world.yaml"
YIELDS = "    yields_to: [notify.aggravated]\n"
READS = "reads: {own: [age, parents]}"

CIRCLES = (
    broken(
        "a definition that rests on itself",
        (WORLD, "when: {not: child}, words", "when: {not: adult}, words"),
        "circle", "when: {not: adult}, words", "in a circle: adult → adult$", "",
    ),
    broken(
        "two definitions that rest on each other",
        (WORLD, "when: {not: child}, words", "when: {not: adult_who_acted}, words"),
        "circle", "adult_who_acted: {of", "in a circle: adult_who_acted → adult → adult_who_acted$", "",
    ),
    broken(
        "a default and a definition that rest on each other",
        (WORLD, "{when: offended, then: pending}", "{when: unsettled, then: pending}"),
        "circle", "  unsettled: {of", "in a circle: (deletion → unsettled|unsettled → deletion)", "",
    ),
    broken(
        "a derived field that rests on itself",
        (WORLD, "{when: {this: triage, equals: negated}, then: none}",
         "{when: {some: factors, where: {its: standing, equals: established}}, then: none}"),
        "circle", "      standing:\n", "in a circle: standing → standing$", "",
    ),
)  # fmt: skip

READ_WRONGLY = (
    broken(
        "a fact that is read and not declared",
        (QUESTIONS, READS, "reads: {own: [age]}"),
        "read-undeclared", "reads: {own: [age]}", "parents reads parents of own", "declare parents",
    ),
    broken(
        "a fact that is declared and never read",
        (QUESTIONS, "reads: {own: [age, acts, previous], factors",
        "reads: {own: [home, age, acts, previous], factors"),
        "unread-fact", "[home, age", "attributed_factors never reads home of own", "leave home out",
    ),
)  # fmt: skip


@pytest.mark.parametrize("one", CIRCLES, ids=str)
def test_a_circle_is_told_at_one_of_its_parts(one: Broken, tmp_path: Path) -> None:
    assert_said(tmp_path, rule_faults(tmp_path, *one.edits), one)


def test_reads_that_are_not_those_declared_are_told(tmp_path: Path) -> None:
    faults = rule_faults(tmp_path, *(edit for one in READ_WRONGLY for edit in one.edits))
    for one in READ_WRONGLY:
        assert_said(tmp_path, faults, one)


def test_an_overlap_about_a_child_is_told_with_facts_that_show_it(tmp_path: Path) -> None:
    guidance = read_broken(tmp_path, Edit(NOTIFY, YIELDS, ""))
    [fault] = _faults(guidance)
    names = ("notify.aggravated", "notify.suspected-or-not-consensual")
    assert (fault.code, fault.place.file, fault.place.line) == ("overlap", str(tmp_path / NOTIFY), 20)
    assert all(name in fault.what for name in names)
    assert names[0] in fault.remedy
    assert "yields_to" in fault.remedy
    assert [True, True] in _held(guidance, names, fault, "people")


def test_an_overlap_about_the_case_is_told_with_facts_that_show_it(tmp_path: Path) -> None:
    yields = "    yields_to: [label.outside-the-definition]\n"
    wider = Edit(LABEL, "when: suspected\n" + yields, "when: any_factor\n")
    guidance = read_broken(tmp_path, wider)
    [fault] = _faults(guidance)
    names = ("label.outside-the-definition", "label.suspected")
    assert (fault.code, fault.place.file) == ("overlap", str(tmp_path / LABEL))
    assert all(name in fault.what for name in names)
    assert _held(guidance, names, fault, "case") == [[True, True]]


def test_each_of_two_overlaps_is_told(tmp_path: Path) -> None:
    guidance = read_broken(
        tmp_path,
        Edit("rules/factor_grade.yaml", "    yields_to: [factor_grade.believed]\n", ""),
        Edit(NOTIFY, YIELDS, ""),
    )
    faults = _faults(guidance)
    assert {fault.code for fault in faults} == {"overlap"}
    told = [set(re.findall(r"\b[a-z_]+\.[a-z-]+", fault.what.partition(" both ")[0])) for fault in faults]
    assert {"factor_grade.suspected", "factor_grade.believed"} in told
    assert {"notify.aggravated", "notify.suspected-or-not-consensual"} in told


def test_a_question_undecided_about_a_child_is_told_with_facts_that_show_it(tmp_path: Path) -> None:
    guidance = read_broken(tmp_path, _without(NOTIFY, "notify.nothing-aggravating"))
    [fault] = _faults(guidance)
    names = ("notify.aggravated", "notify.suspected-or-not-consensual")
    line = 1 + (PACK / QUESTIONS).read_text("utf-8").partition("- question: notify")[0].count("\n")
    assert (fault.code, fault.place.line) == ("undecided", line)
    assert "no rule decides notify" in fault.what
    assert "otherwise" in fault.remedy
    assert [False, False] in _held(guidance, names, fault, "people")


def test_a_question_undecided_about_the_case_is_told_with_facts_that_show_it(tmp_path: Path) -> None:
    narrower = Edit(LABEL, "when: {any: [aggravated, unconsensual]}", "when: aggravated")
    last = Edit(LABEL, "when: otherwise", "when: {all: [{not: any_factor}, {not: unconsensual}]}")
    guidance = read_broken(tmp_path, narrower, last)
    [fault] = _faults(guidance)
    assert (fault.code, "no rule decides label" in fault.what) == ("undecided", True)
    names = [rule.rule for rule in guidance.rules_of("label")]
    assert len(names) == 3
    assert _held(guidance, names, fault, "case") == [[False, False, False]]


def test_a_set_of_more_values_than_can_be_proved_over_is_told(tmp_path: Path) -> None:
    more = ", ".join(f"more_{number}" for number in range(9))
    longer = Edit(WORLD, "told_only]\n  previous", f"told_only, {more}]\n  previous")
    faults = rule_faults(tmp_path, longer)
    assert {fault.code for fault in faults} == {"space-too-large"}
    assert all("acts has 21 values" in fault.what for fault in faults)
    assert all(fault.remedy for fault in faults)


def test_a_condition_over_which_nothing_can_be_proved_is_told(tmp_path: Path) -> None:
    number = Edit(NOTIFY, "{any: [suspected, unconsensual]}", "{fewer_than: 3, of: people, where: child}")
    faults = rule_faults(tmp_path, number)
    assert [fault.code for fault in faults if "notify" in fault.what] == ["space-too-large"]


def test_a_quantifier_inside_another_is_told() -> None:
    inner = {"some": "claims", "where": {"its": "surety", "equals": "strong"}}
    nested = {"some": "readers", "where": {"all": ["small", inner]}}
    with pytest.raises(InputFault) as caught:
        check_rules(library([Row("nested", nested), Row("rest", "otherwise")], "case"))
    [fault] = [fault for fault in caught.value.faults if fault.code == "space-too-large"]
    assert "keep" in fault.what
    assert "quantifier" in fault.what


def test_a_pack_of_which_no_flips_could_be_found_is_refused(tmp_path: Path) -> None:
    faults = rule_faults(tmp_path, Edit(WORLD, "unless_same: [kind, by]", "unless_same: [kind]"))
    assert [fault.code for fault in faults] == ["space-too-large"]
    assert "what forestalls an addition to factors" in faults[0].what


@pytest.mark.parametrize("version", ['"""', "1\\", '""";raise SystemExit(3);"""'])
def test_the_words_of_a_pack_are_never_run(version: str, tmp_path: Path) -> None:
    guidance = read_broken(tmp_path, Edit("pack.yaml", '"1.0.0"', f"'{version}'"))
    assert "work_out" in check_rules(guidance)


def _faults(guidance: Guidance) -> tuple[Fault, ...]:
    with pytest.raises(InputFault) as caught:
        check_rules(guidance)
    return caught.value.faults


def _held(guidance: Guidance, rules: Sequence[str], fault: Fault, scope: str) -> list[list[bool]]:
    """For the case or each child at the fault's example, whether the conditions of the rules hold."""
    engine = Engine(guidance)
    data: Any = json.loads(fault.what.partition(" at ")[2])
    facts = engine.read_facts(document_of(data))
    conditions = [engine.condition(guidance.nodes["rule", rule]["when"], scope) for rule in rules]
    children = [person["id"] for person in data["people"] if person["age"] < 18]
    subjects = ["case"] if scope == "case" else children
    return [[condition(facts, subject) for condition in conditions] for subject in subjects]


def _without(file: str, rule: str) -> Edit:
    """The removal of a rule."""
    text = (PACK / file).read_text("utf-8")
    start = text.index(f"  - rule: {rule}\n")
    end = text.find("  - rule: ", start + 1)
    return Edit(file, text[start:] if end < 0 else text[start:end], "")
