"""Pairs of facts meet in one element, in the case, or by reference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.authoring.coverage.facts import facts_of
from simulator.authoring.coverage.moments import moments_of
from simulator.authoring.coverage.pairs import Pairs
from simulator.rules.engine import Engine
from simulator.rules.mutants.situations import Met
from tests.rules.library import WORLD, Row, claim, facts, library, reader

if TYPE_CHECKING:
    from typing import Any

    from simulator.guidance.guidance import Guidance

READS = {"case": ["open"], "claims": ["surety", "by"], "readers": ["years", "card"]}


def a_guidance() -> Guidance:
    """One question about the case that reads much."""
    strong = {"its": "surety", "equals": "strong"}
    rows = [
        Row(
            "by-small",
            {"some": "claims", "where": {"all": [strong, {"the": {"its": "by"}, "where": "small"}]}},
        ),
        Row("red", {"some": "readers", "where": {"its": "card", "equals": "red"}}, ("by-small",)),
        Row("open", {"case": "open", "equals": True}, ("by-small", "red")),
        Row("rest", "otherwise"),
    ]
    return library(rows, "case", reads=READS)


def met(pairs: Pairs, engine: Engine, given: dict[str, Any]) -> set[frozenset[str]]:
    """The pairs that meet at facts, each as the two values that it is of."""
    case = moments_of(engine, {"id": "x", "phases": [{"phase": "found", "facts": given}]})
    return {told(pairs, number) for number, cases in enumerate(pairs.met([case])) if cases}


def told(pairs: Pairs, number: int) -> frozenset[str]:
    """A pair as its two values."""
    one, other, _ = pairs.pairs[number]
    return frozenset({f"{one.field} {one.value}", f"{other.field} {other.value}"})


@pytest.fixture(scope="module")
def engine() -> Engine:
    """The engine of that guidance."""
    return Engine(a_guidance())


def test_numbers_count_as_conditions_tell_them_apart(engine: Engine) -> None:
    found = facts_of(engine.guidance)
    assert [fact.value for fact in found["readers", "years"]] == ["0", "1 to 3"]
    assert ("readers", "marks") not in found


def test_facts_of_one_element_meet_and_those_of_two_do_not(engine: Engine) -> None:
    found = met(Pairs(engine), engine, facts([reader("A", 0, "red"), reader("B", 3, "blue")]))
    assert frozenset({"years 0", "card red"}) in found
    assert frozenset({"years 0", "card blue"}) not in found


def test_facts_of_the_case_meet_those_of_every_element(engine: Engine) -> None:
    found = met(Pairs(engine), engine, facts([reader("A", 0, "red")], [claim("A")], open=False))
    assert {frozenset({"open false", value}) for value in ("years 0", "card red", "surety strong")} <= found
    assert frozenset({"open true", "years 0"}) not in found


def test_facts_of_an_element_meet_those_of_whom_it_names(engine: Engine) -> None:
    given = facts([reader("A", 0, "red"), reader("B", 3, "blue")], [claim("B")])
    found = met(Pairs(engine), engine, given)
    assert frozenset({"surety strong", "years 1 to 3"}) in found
    assert frozenset({"surety strong", "years 0"}) not in found


def test_facts_that_no_question_of_the_phase_reads_do_not_meet(engine: Engine) -> None:
    pairs = Pairs(engine)
    case = moments_of(engine, {"id": "x", "phases": [{"phase": "found", "facts": facts([reader("A")])}]})
    [moment] = case.moments
    bare = type(case)("x", [type(moment)(Met(moment.met.facts, ()), ())])
    assert any(pairs.met([case]))
    assert not any(pairs.met([bare]))


def test_facts_are_made_at_which_a_pair_meets_where_there_are_such(engine: Engine) -> None:
    pairs = Pairs(engine)
    made = {number: pairs.facts_for(number) for number in range(len(pairs.pairs))}
    for number, given in made.items():
        if given is not None:
            assert told(pairs, number) in met(pairs, engine, dict(given))
    assert all(given is not None for given in made.values())


def test_a_pair_that_is_impossible_has_no_facts() -> None:
    impossible = """
  - of: readers
    when: {all: [small, {this: card, equals: red}]}
    at: card
    what: a small reader with a red card
    right: a blue one
groups_of_subjects:"""
    rows = [
        Row("red", {"some": "readers", "where": {"its": "card", "equals": "red"}}),
        Row("small", {"some": "readers", "where": "small"}, ("red",)),
        Row("rest", "otherwise"),
    ]
    world = WORLD.replace("\ngroups_of_subjects:", impossible)
    pairs = Pairs(Engine(library(rows, "case", world=world, reads={"readers": ["years", "card"]})))
    without = [number for number in range(len(pairs.pairs)) if pairs.facts_for(number) is None]
    assert [told(pairs, number) for number in without] == [frozenset({"years 0", "card red"})]
