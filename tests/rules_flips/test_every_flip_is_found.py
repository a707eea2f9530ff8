"""The search gives exactly the flips that trying every set of changes gives, over facts drawn widely."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, Phase, given, seed, settings

from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.rules.flips.finding import outcome_flips
from tests.model.drawing import possible_facts
from tests.rules_flips.exhaustive import after, exhaustive_flips, expected_at, mismatches, steps_of

if TYPE_CHECKING:
    from simulator.rules.engine import Engine

TURNS = {"age": [18]}
UNHURRIED = settings(
    deadline=None, database=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck)
)


@seed(2016)
@settings(UNHURRIED, max_examples=16)
@given(data=possible_facts())
def test_single_changes_that_flip_are_those_found_by_trying_all(engine: Engine, data: dict[str, Any]) -> None:
    facts = engine.read_facts(document_of(data))
    assert mismatches(engine, facts, exhaustive_flips(engine, facts, 1, TURNS), 1) == []


@seed(2016)
@settings(UNHURRIED, max_examples=8)
@given(data=possible_facts())
def test_pairs_of_changes_that_flip_are_those_found_by_trying_all(
    engine: Engine, data: dict[str, Any]
) -> None:
    try:
        facts = engine.read_facts(document_of(_smaller(data)))
    except InputFault:
        return
    assert mismatches(engine, facts, exhaustive_flips(engine, facts, 2, TURNS), 2) == []


@seed(2016)
@settings(UNHURRIED, max_examples=12)
@given(data=possible_facts())
def test_every_flip_however_many_changes_it_takes_makes_the_option_expected(
    engine: Engine, data: dict[str, Any]
) -> None:
    facts = engine.read_facts(document_of(data))
    for decision in engine.assess(facts):
        for option, flips in outcome_flips(engine, facts, decision.question, decision.subject).items():
            for flip in flips[:5]:
                changed = after(facts.world, facts.data, steps_of(flip))
                assert (decision.question, decision.subject, option) in expected_at(engine, changed)


def _smaller(data: dict[str, Any]) -> dict[str, Any]:
    """The first two people of facts, and what is left of their first factor."""
    people = data["people"][:2]
    names = {person["id"] for person in people}
    factors = [
        {**factor, "against": [name for name in factor.get("against", ()) if name in names]}
        for factor in data.get("factors", ())
        if factor["by"] in names | {"unknown"}
    ]
    return {**data, "people": people, "factors": factors[:1]}
