"""Text that would act on a terminal, on markup, on a template or on whoever reads findings; facts that name nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.authoring.packs import CASE, MANIFEST, changed

from .asking import findings, lint, play, squeezed

if TYPE_CHECKING:
    from pathlib import Path

MARKUP = "[@click=app.bell]x[/nope] [red]y[/] {0.__class__} {A} %s $HOME `id` <b>z</b> &amp; ::error::w"
TITLE = 'title: "A call before registration"'

ACTING = {
    "an escape": "\\e[2J",
    "a title of the window": "\\e]0;x\\a",
    "a control of C1": "\\x9b31m",
    "an override": "\\u202e",
    "an isolate": "\\u2066",
    "a zero-width space": "\\u200b",
    "a line separator": "\\u2028",
    "a tag character": "\\U000e0041",
    "a NUL": "\\0",
}
PLACES = {
    "a case's title": (CASE, 'title: "A call'),
    "a name": (CASE, 'names: {A: Rafi, B: "'),
    "an author": (MANIFEST, 'authors: ["'),
    "a prompt": (MANIFEST, 'text: "What was'),
    "a pack's title": (MANIFEST, 'title: "'),
    "an objective": (MANIFEST, '- "After this'),
}


@pytest.mark.parametrize("name", ACTING)
def test_no_text_may_hold_what_acts(name: str, pack: Path) -> None:
    changed(pack, CASE, "names: {A: Rafi, B: Elin}", 'names: {A: Rafi, B: "Elin"}')
    for file, old in PLACES.values():
        changed(pack, file, old, f"{old}{ACTING[name]}")
    found = findings(lint(pack))
    assert [each for each in found if "is invisible or controls a terminal; take it out" not in each] == []
    assert {each.split(":")[0] for each in found} == {f"{pack}/{CASE}", f"{pack}/{MANIFEST}"}
    assert play(pack).code == 1


@pytest.mark.parametrize("raw", ["\x1b[2J", "\x9b31m", "\u202e", "\u200b", "\r", "\x85"])
def test_no_comment_may_hold_what_acts(raw: str, pack: Path) -> None:
    changed(pack, CASE, "names: {A", f"# a comment {raw} goes on\nnames: {{A")
    changed(pack, MANIFEST, "  version:", f"  # lint: allow no-such-code: {raw} a reason\n  version:")
    found = findings(lint(pack))
    assert any(each.startswith(f"{pack}/{CASE}:7:13: the character U+") for each in found)
    assert any(each.startswith(f"{pack}/{MANIFEST}:7:") and "the character U+" in each for each in found)


def test_markup_is_shown_as_it_is_written(pack: Path) -> None:
    changed(pack, MANIFEST, 'title: "A pack to try"', f'title: "{MARKUP}"')
    changed(pack, MANIFEST, 'content_note: "', f'content_note: "{MARKUP} ')
    changed(pack, CASE, TITLE, f'title: "{MARKUP}"')
    changed(pack, CASE, "Rafi's aunt rang", f"{MARKUP}: Rafi's aunt rang")
    said = squeezed(play(pack, "1\n"))
    assert said.count("".join(MARKUP.split())) >= 3
    assert "0.__class__" in said


def test_markup_in_what_is_wrong_stays_within_its_line(pack: Path) -> None:
    changed(pack, CASE, "names: {A: Rafi", f'names: {{A: "{MARKUP}"')
    changed(pack, CASE, "case: first-case", 'case: first-case\n"k%0A::error::x,y": 1')
    found = findings(lint(pack))
    assert len(found) == 2
    assert "unknown key `k%0A::error::x,y`" in found[0]
    annotations = lint(pack, form="github").stdout.decode().splitlines()
    assert len(annotations) == 2
    assert "k%250A::error::x,y" in annotations[0]


NOTHING: list[tuple[str, str, str, str]] = [
    ("states: [A.age,", "states: [A.__class__,", "A.__class__", "names no fact"),
    ("states: [A.age,", 'states: ["{A.age}",', '"{A.age}"', "'{A.age}' names no fact"),
    ("states: [A.age,", "states: [Z.age,", "Z.age", "'Z.age' names no fact"),
    ("states: [A.age,", 'states: ["people[9].age",', '"people[9].age"', "names no fact"),
    ("evidence: [talk]", "evidence: [gone]", "gone", "'gone' is no piece of evidence"),
    ("becomes: {factors: []}", 'becomes: {"factors[99999999].x": 1}', '"factors[99999999]', "names no fact"),
    ("becomes: {factors: []}", 'becomes: {"factors[-1].by": A}', '"factors[-1]', "names no fact"),
    ("becomes: {factors: []}", "becomes: {A.age.b.c: 1}", "A.age.b.c", "names no fact"),
    ("becomes: {factors: []}", 'becomes: {"": 1}', '""', "names no fact"),
    ("enquiries=police_systems", "enquiries=nothing", "enquiries=nothing", "names no choice"),
    ("enquiries=police_systems", '"a=b=c"', '"a=b=c"', "may not stand here"),
    ("age: 14, home", "age: 9007199254740991, home", "9007199254740991", "is more than 120"),
    ("age: 14, home", "age: [14], home", "[14]", "a list stands where"),
    ("acts: [kept_other]", "acts: [kept_other, kept_other]", "[kept_other, ", "twice"),
    ("{id: B, age: 15", "{id: A, age: 15", "A, age", "the id 'A' stands twice"),
]


@pytest.mark.parametrize(("old", "new", "at", "says"), NOTHING)
def test_what_names_nothing_is_told_where_it_stands(
    old: str, new: str, at: str, says: str, pack: Path
) -> None:
    changed(pack, CASE, old, new)
    text = (pack / CASE).read_text()
    before = text[: text.index(new) + new.index(at)]
    place = f"{before.count(chr(10)) + 1}:{len(before) - before.rfind(chr(10))}"
    found = findings(lint(pack))
    assert any(each.startswith(f"{pack}/{CASE}:{place}: ") and says in each for each in found), found
    assert "Thiscaseisleftout:" in squeezed(play(pack, "1\n"))


STOCK = """format: scenario-pack/1
pack: {{name: stocked, version: "1", guidance: derbyshire-2016, title: Stocked}}
{sections}
"""


def test_a_broken_stock_is_refused_with_its_places(tmp_path: Path) -> None:
    folder = tmp_path / "stocked"
    folder.mkdir()
    sections = 'templates: [{for: "{a}", text: "{a}"}]\nlists: {a: ["{a}"]}\nplots: 7'
    (folder / "pack.yaml").write_text(STOCK.format(sections=sections))
    found = findings(lint(folder))
    assert [each for each in found if not each.startswith(f"{folder}/pack.yaml:")] == []
    assert any(":5:" in each for each in found)
    assert play(folder).code in (1, 2)


def test_what_is_told_as_json_holds_the_text_and_acts_on_nothing(pack: Path) -> None:
    changed(pack, CASE, "{A: code_21, B: code_21}", '{A: "[red]\\"x\\\\", B: "{}%s"}')
    [line] = lint(pack, form="json").stdout.decode().splitlines()
    messages = [each["message"] for each in json.loads(line)["findings"]]
    assert any('[red]"x\\' in each for each in messages)
