"""A block that states a fact and does not tell it is found."""

from __future__ import annotations

from typing import Any

import pytest

from tests.authoring.packs import CASE, changed, linted
from tests.authoring.tellings.made import found_in

UNTOLD: list[tuple[str, tuple[str, ...]]] = [
    ("Amira came in.", ("A.age",)),
    ("Amira came in at 14.05.", ("A.age",)),
    ("Amira lives at Tansy Row.", ("A.home",)),
    ("Amira has the capacity to decide.", ("A.home",)),
    ("Leo, of Weir Bank, in the city of his birth.", ("B.home",)),
    ("Nothing of note. The kettle was on.", ("A.acts",)),
]
TOLD: list[tuple[str, tuple[str, ...]]] = [
    ("Amira is 14, of the city.", ("A.age", "A.home")),
    ("She is fourteen.", ("A.age",)),
    ("A 14-year-old.", ("A.age",)),
    ("Ages: 14/15/13, in that order.", ("A.age", "B.age", "C.age")),
    ("A city child, two county ones.", ("A.home", "B.home", "C.home")),
    ("She took it of herself.", ("A.acts",)),
    ("Both are well.", ("A.agrees", "B.agrees")),
    ("The girl would say no more.", ("A.agrees",)),
]


@pytest.mark.parametrize(("text", "states"), UNTOLD)
def test_what_is_stated_and_not_told_is_found(text: str, states: tuple[str, ...]) -> None:
    [found] = found_in(text, states)
    assert found.code == "stated-not-told"
    assert found.severity == "error"
    assert states[0] in found.message


@pytest.mark.parametrize(("text", "states"), TOLD)
def test_what_is_told_in_any_way_is_let_pass(text: str, states: tuple[str, ...]) -> None:
    assert found_in(text, states) == []


def test_a_list_that_is_stated_whole_is_held_against_the_text() -> None:
    messages = [each.message for each in found_in("Amira, 14, city; Leo, 15, county.", ["people"])]
    assert all(each.startswith("the block states C.") for each in messages)
    assert "the block states C.age, and its text has no 13" in messages


def test_the_finding_stands_on_the_fact_that_is_stated(pack: Any) -> None:
    changed(
        pack,
        CASE,
        "states: [B.acts, B.home, investigation]",
        "states: [B.acts, B.home, B.age, investigation]",
    )
    [found] = [each for each in linted(pack).findings if each.code == "stated-not-told"]
    line = (pack / CASE).read_text(encoding="utf-8").splitlines()[found.line - 1]
    assert line[found.column - 1 :].startswith("B.age")
