"""Facts in short lines."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.rules.facts_words import facts_lines
from tests.rules.library import Row, library

if TYPE_CHECKING:
    from simulator.model.world import World


def world() -> World:
    return library([Row("rest", "otherwise")]).world


def lines(facts: dict[str, Any], words: dict[str, Any] | None = None) -> list[str]:
    return list(facts_lines(world(), {"format": "case-facts/1", "id": "one", **facts}, words or {}))


READER = {"id": "A", "years": 2, "card": "red", "marks": ["torn", "wet"], "trusted": True}
CLAIM = {"surety": "strong", "by": "nobody", "against": []}


def test_each_element_has_a_line_with_what_its_file_says_of_it() -> None:
    assert lines({"readers": [READER], "claims": [CLAIM]}) == [
        "A: years 2; card red; marks torn, wet; trusted yes.",
        "claim 1: surety strong; by nobody; against nobody.",
    ]


def test_the_case_has_a_line_of_its_own_where_something_is_said_of_it() -> None:
    assert lines({"open": False, "readers": []}) == ["open no."]


def test_the_words_of_the_guidance_stand_for_values() -> None:
    words = {"readers": {"values": {"card": {"red": "of the reading room"}, "marks": {"wet": "wet through"}}}}
    assert lines({"readers": [READER]}, words) == [
        "A: years 2; card of the reading room; marks torn, wet through; trusted yes."
    ]
