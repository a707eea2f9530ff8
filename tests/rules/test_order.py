"""The order in which parts of a world are worked out."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import InputFault
from simulator.guidance.reading import read_guidance
from simulator.packs.reading import read_document
from simulator.rules.checking import check_rules
from simulator.rules.order import CircularWorld, part_needs, working_order
from tests.guidance.broken import PACK
from tests.rules.library import WORLD, Row, library, plain_engine

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.model.world import World

RESTS = [
    ("added", "claims", "0", [("definition", "readers", "small")]),
    ("default", "readers", "trusted", [("definition", "readers", "grown")]),
    ("derived", "claims", "standing", [("definition", "readers", "small"), ("added", "claims", "0")]),
    ("definition", "claims", "live", [("derived", "claims", "standing")]),
    ("definition", "readers", "claiming", [("added", "claims", "0")]),
    ("definition", "case", "disputed", [("definition", "claims", "live"), ("added", "claims", "0")]),
    ("definition", "readers", "spoiling", []),
]


@pytest.mark.parametrize(("sort", "of", "name", "rests"), RESTS, ids=str)
def test_a_part_rests_directly_on_what_its_conditions_name(
    sort: str, of: str, name: str, rests: list[tuple[str, str, str]]
) -> None:
    needs = part_needs(plain_engine().guidance.world)
    [part] = [each for each in needs if (each.sort, each.of, each.name) == (sort, of, name)]
    assert {(each.sort, each.of, each.name) for each in needs[part]} == set(rests)


def bundled() -> World:
    """The world of the bundled pack."""
    return read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))]).world


@pytest.mark.parametrize(
    "world", [lambda: plain_engine().guidance.world, bundled], ids=["made up", "bundled"]
)
def test_each_part_comes_after_those_on_which_it_rests(world: Callable[[], World]) -> None:
    order, needs = list(working_order(world())), part_needs(world())
    assert set(order) == set(needs)
    assert len(order) == len(needs) > 0
    assert all(order.index(rest) < order.index(part) for part in order for rest in needs[part])


@pytest.mark.parametrize(
    ("old", "new", "round_"),
    [
        ("when: {this: years, below: 1}, words", "when: {not: small}, words", {"small"}),
        ("when: {this: years, below: 1}, words", "when: {not: grown}, words", {"small", "grown"}),
        ("when: {this: years, below: 1}, words", "when: claiming, words", {"small", "claiming", "0"}),
        ("{when: grown, then: true}", "{when: {this: trusted, equals: true}, then: true}", {"trusted"}),
    ],
)
def test_parts_that_rest_on_each_other_are_named(old: str, new: str, round_: set[str]) -> None:
    world = WORLD.replace(old, new)
    assert world != WORLD
    if round_ == {"small", "grown"}:
        world = world.replace("when: {this: years, at_least: 2}", "when: {not: small}")
    with pytest.raises(CircularWorld) as caught:
        working_order(library([Row("all", "otherwise")], world=world).world)
    assert {part.name for part in caught.value.parts} == round_
    assert caught.value.parts[0] == caught.value.parts[-1]


def test_a_circle_through_an_added_element_is_told_in_words_and_not_by_a_number() -> None:
    world = WORLD.replace("when: {this: years, below: 1}, words", "when: claiming, words")
    with pytest.raises(InputFault) as caught:
        check_rules(library([Row("all", "otherwise")], world=world))
    [fault] = caught.value.faults
    assert "small" in fault.what
    assert not re.search(r"\b0\b", fault.what), fault.what
