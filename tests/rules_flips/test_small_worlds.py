"""Flips in made-up worlds with drawn rules, beside every set of changes that there is."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.rules.engine import Engine
from tests.rules.library import claim, reader
from tests.rules.library import facts as made_facts
from tests.rules_flips.exhaustive import all_flips, exhaustive_flips, mismatches
from tests.rules_flips.small_worlds import Drawn, guidance_of, guidances, small_facts

TURNS = {"years": [1, 2, 3]}
UNHURRIED = settings(
    deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


@seed(1881)
@settings(UNHURRIED, max_examples=60)
@given(drawn=guidances(), number=st.integers(0, 2**30))
def test_small_flips_are_those_found_by_trying_all(drawn: Drawn, number: int) -> None:
    engine = Engine(guidance_of(drawn))
    try:
        facts = engine.read_facts(document_of(small_facts(Random(number), 2, 2)))
    except InputFault:
        return
    assert mismatches(engine, facts, exhaustive_flips(engine, facts, 2, TURNS), 2) == []


@seed(1881)
@settings(UNHURRIED, max_examples=30)
@given(drawn=guidances(), number=st.integers(0, 2**30))
def test_flips_of_any_size_are_all_found_and_none_is_given_where_there_is_none(
    drawn: Drawn, number: int
) -> None:
    engine = Engine(guidance_of(drawn))
    try:
        facts = engine.read_facts(document_of(small_facts(Random(number), 1, 1)))
    except InputFault:
        return
    assert mismatches(engine, facts, all_flips(engine, facts, TURNS), None) == []


@pytest.mark.parametrize(
    "when",
    [
        {
            "some": "claims",
            "where": {"all": [{"this": "card", "equals": "red"}, {"its": "by", "equals": "this"}]},
        },
        {"every": "claims", "where": {"any": [{"this_is": "grown"}, {"its": "surety", "equals": "weak"}]}},
        {"another": "readers", "where": {"any": [{"this_is": "small"}, {"its": "years", "below": 2}]}},
    ],
)
def test_what_a_statement_asks_of_the_subject_can_change_as_well(when: object) -> None:
    engine = Engine(guidance_of(Drawn("", False, "readers", when, "grown", "spoiling", None)))
    readers = [reader("A", 2, "blue", ["named"]), reader("B", 1)]
    facts = engine.read_facts(document_of(made_facts(readers, [claim("A", "B"), claim("nobody")])))
    assert mismatches(engine, facts, exhaustive_flips(engine, facts, 2, TURNS), 2) == []
