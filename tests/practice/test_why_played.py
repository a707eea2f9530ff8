"""Why a case was played, as its first event says."""

from __future__ import annotations

from typing import Any

import pytest

from simulator.practice.why_played import CHOSEN, PlaceInDrill, place_in_drill, place_in_test, told
from tests.practice.judged import drill, of_test


def test_a_drill_says_which_case_it_is_and_what_changed() -> None:
    assert place_in_drill(drill(2, "d", "A")) == PlaceInDrill("d", 2, "A")
    assert place_in_drill(drill(1, "d")) == PlaceInDrill("d", 1, "")


def test_a_test_says_which_case_of_how_many_it_is() -> None:
    found = place_in_test(of_test("delayed", 2, 3, "t"))
    assert found is not None
    assert (found.test, found.stage, found.number, found.of) == ("t", "delayed", 2, 3)


@pytest.mark.parametrize(
    "damage",
    [{"number": 0}, {"number": True}, {"number": "1"}, {"number": 10**9}, {"number": -1}, {"sort": []}],
)
def test_what_is_damaged_is_as_if_nothing_were_said(damage: dict[str, Any]) -> None:
    assert place_in_drill({**drill(1), **damage}) is None
    assert place_in_test({**of_test("after", 1, 3), **damage}) is None


@pytest.mark.parametrize("damage", [{"stage": "soon"}, {"stage": []}, {"test": 7}, {"of": None}])
def test_a_test_without_all_of_it_is_none(damage: dict[str, Any]) -> None:
    assert place_in_test({**of_test("after", 1, 3), **damage}) is None


@pytest.mark.parametrize("damage", [{"drill": None}, {"changed": ["A"]}])
def test_a_drill_without_all_of_it_is_none(damage: dict[str, Any]) -> None:
    assert place_in_drill({**drill(2, changed="A"), **damage}) is None


@pytest.mark.parametrize(
    ("purpose", "words"),
    [
        ({}, CHOSEN),
        ({"sort": "due"}, "for what was due"),
        ({"sort": "rule"}, "for one rule"),
        (drill(2, changed="A"), "drill, case 2"),
        (of_test("before", 1, 3), "test before practice, case 1 of 3"),
        ({"sort": {"a": 1}}, CHOSEN),
    ],
)
def test_it_is_told_in_a_few_words(purpose: dict[str, Any], words: str) -> None:
    assert told(purpose) == words
