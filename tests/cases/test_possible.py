"""Conditions at facts of which only some choices are made hold, do not hold, or are open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.cases.drawing import InSlot
from simulator.cases.wanted.judging import Judge
from simulator.cases.wanted.possible import Possible, both, can_match, denied, facts_of, some
from simulator.model.conditions import Compare, Defined, FewerThan, Some, TheReferred

if TYPE_CHECKING:
    from simulator.rules.engine import Engine

MAKER, KEEPER = InSlot("maker"), InSlot("keeper")


def judge_of(engine: Engine, **changed: Any) -> Judge:
    """A judge of two children and one factor, with these fields of the factor changed."""
    child: dict[str, Any] = {"age": frozenset([13, 14]), "acts": frozenset([frozenset(["kept_other"])])}
    factor = {
        "kind": frozenset(["bullying"]),
        "grade": frozenset(["suspected", "believed"]),
        "by": frozenset([KEEPER]),
        "against": frozenset([(MAKER,)]),
        "triage": frozenset(["not_done"]),
    }
    people = [Possible(MAKER, True, dict(child)), Possible(KEEPER, None, dict(child))]
    factors = [Possible(None, True, {**factor, **changed})]
    return Judge(
        engine.guidance.world, facts_of(Possible(None, True, {}), {"people": people, "factors": factors})
    )


def test_truth_of_three_values_joins_as_expected() -> None:
    assert both(True, None, False) is False
    assert both(True, None) is None
    assert some([False, None, True]) is True
    assert some([False, None]) is None
    assert denied(None) is None


@pytest.mark.parametrize(
    ("grades", "holds"),
    [({"suspected"}, False), ({"suspected", "believed"}, None), ({"established"}, True)],
)
def test_a_definition_is_open_while_choices_could_decide_it(
    engine: Engine, grades: set[str], holds: bool
) -> None:
    judge = judge_of(engine, grade=frozenset(grades))
    assert judge.holds(Defined("case", "aggravated"), judge.case) is holds


def test_somebody_who_may_not_be_there_leaves_open_how_many_there_are(engine: Engine) -> None:
    judge = judge_of(engine)
    child = Compare("its", "age", "below", (18,))
    assert judge.holds(FewerThan(3, "people", child), judge.case) is True
    assert judge.holds(FewerThan(2, "people", child), judge.case) is None
    assert judge.holds(FewerThan(1, "people", child), judge.case) is False


def test_what_follows_from_an_element_is_there_where_its_condition_holds(engine: Engine) -> None:
    judge = judge_of(engine)
    warned = Some("factors", Compare("its", "kind", "equals", ("previous_warning",)))
    assert judge.holds(warned, judge.case) is False
    judge.elements("people")[0].fields["previous"] = frozenset(["none", "police_warning_1978_documented"])
    again = Judge(engine.guidance.world, judge._facts)
    assert again.holds(warned, again.case) is None


def test_a_reference_leads_to_who_stands_in_the_slot(engine: Engine) -> None:
    judge = judge_of(engine)
    keeps = TheReferred("this", "by", "people", Compare("its", "acts", "holds", ("kept_other",)))
    assert judge.holds(keeps, judge.elements("factors")[0]) is None
    unknown = judge_of(engine, by=frozenset(["unknown"]))
    assert unknown.holds(keeps, unknown.elements("factors")[0]) is False


def test_an_assumption_decides_a_definition(engine: Engine) -> None:
    judge = judge_of(engine)
    assert judge.assuming("aggravated", False).holds(Defined("case", "aggravated"), judge.case) is False


def test_fields_can_match_where_some_value_does() -> None:
    fields = {"a": frozenset(["x", "y"]), "b": None}
    assert can_match(fields, {"a": ["x", "y"]}) is True
    assert can_match(fields, {"a": "x"}) is None
    assert can_match(fields, {"a": "z"}) is False
    assert can_match(fields, {"b": "x"}) is None
    assert can_match({}, {"a": "x"}) is False
