"""Values that stand for all others: one for each way in which comparisons can tell values apart."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.conditions import Compare, Operator
from simulator.model.world import Field
from simulator.rules.inlining import BeyondProof
from simulator.rules.representatives import (
    MOST_VALUES_OF_A_SET,
    comparisons_in,
    field_values,
    representatives,
    world_conditions,
)
from tests.rules.library import plain_engine

YEARS = Field("years", "whole", span=(0, 12))
CARD = Field("card", "choice", ("red", "blue", "green"))
MARKS = Field("marks", "choices", ("torn", "wet", "named"))
OPEN = Field("open", "truth")
MARKINGS = [frozenset(each) for size in (1, 2, 3) for each in combinations(MARKS.values, size)]


def compare(field: Field, operator: Operator, *values: Any) -> Compare:
    return Compare("this", field.name, operator, values)


def met(value: Any, one: Compare) -> bool:
    """Whether a value meets a comparison, written apart from the code under test."""
    first = one.values[0]
    match one.operator:
        case "equals":
            return bool(value == first)
        case "one_of":
            return value in one.values
        case "holds":
            return first in value
        case "holds_any":
            return any(each in value for each in one.values)
        case "holds_only":
            return all(each in one.values for each in value)
        case "at_least":
            return bool(value >= first)
        case "below":
            return bool(value < first)
    raise AssertionError(one.operator)


YEARS_COMPARED = st.builds(
    lambda operator, values: compare(YEARS, operator, *values),
    st.sampled_from(["equals", "at_least", "below", "one_of"]),
    st.lists(st.integers(-2, 14), min_size=1, max_size=1),
)
CARD_COMPARED = st.builds(
    lambda operator, values: compare(CARD, operator, *values),
    st.sampled_from(["equals", "one_of"]),
    st.lists(st.sampled_from(CARD.values), min_size=1, max_size=2),
)
MARKS_COMPARED = st.builds(
    lambda operator, values: compare(MARKS, operator, *values),
    st.sampled_from(["holds", "holds_any", "holds_only"]),
    st.lists(st.sampled_from(MARKS.values), min_size=1, max_size=2),
)


def assert_same_ways(field: Field, possible: list[Any], compares: frozenset[Compare]) -> None:
    """Each way in which a possible value meets the comparisons is that of exactly one value that is kept."""

    def way(value: Any) -> tuple[bool, ...]:
        return tuple(met(value, one) for one in sorted(compares, key=repr))

    kept = field_values(field, compares)
    assert set(kept) <= set(possible)
    assert sorted(way(value) for value in kept) == sorted({way(value) for value in possible})


@given(st.frozensets(YEARS_COMPARED, max_size=4))
def test_numbers_are_kept_one_for_each_way_of_meeting_the_comparisons(compares: frozenset[Compare]) -> None:
    assert_same_ways(YEARS, list(range(13)), compares)


@given(st.frozensets(CARD_COMPARED, max_size=4))
def test_choices_are_kept_one_for_each_way_of_meeting_the_comparisons(compares: frozenset[Compare]) -> None:
    assert_same_ways(CARD, list(CARD.values), compares)


@given(st.frozensets(MARKS_COMPARED, max_size=4))
def test_sets_are_kept_one_for_each_way_of_meeting_the_comparisons(compares: frozenset[Compare]) -> None:
    required = Field("marks", "choices", MARKS.values, required=True)
    assert_same_ways(required, list(MARKINGS), compares)


def test_a_truth_that_is_compared_is_kept_both_ways() -> None:
    assert set(field_values(OPEN, frozenset({compare(OPEN, "equals", True)}))) == {True, False}


def test_of_a_field_that_nothing_compares_one_value_is_kept() -> None:
    assert [len(field_values(field, frozenset())) for field in (YEARS, CARD, MARKS, OPEN)] == [1, 1, 1, 1]


def test_a_set_of_too_many_values_is_beyond_proof() -> None:
    many = Field("many", "choices", tuple(f"v{number}" for number in range(MOST_VALUES_OF_A_SET + 1)))
    with pytest.raises(BeyondProof, match=f"many has {MOST_VALUES_OF_A_SET + 1} values"):
        field_values(many, frozenset())


def test_a_set_of_as_many_values_as_may_be_is_not() -> None:
    most = Field("most", "choices", tuple(f"v{number}" for number in range(MOST_VALUES_OF_A_SET)))
    assert len(field_values(most, frozenset({compare(most, "holds", "v0")}))) == 2


def test_comparisons_are_found_inside_quantifiers_and_references() -> None:
    engine = plain_engine()
    found = comparisons_in(world_conditions(engine.guidance.world))
    operators = {(scope, field): {one.operator for one in each} for (scope, field), each in found.items()}
    assert operators["claims", "withdrawn"] == {"equals"}
    assert operators["claims", "against"] == {"holds_own"}
    assert operators["readers", "years"] == {"below"}
    assert operators["readers", "marks"] == {"holds"}


def test_elements_stand_for_each_combination_of_the_values_kept() -> None:
    engine = plain_engine()
    compares = {
        ("readers", "years"): frozenset({compare(YEARS, "below", 1), compare(YEARS, "below", 2)}),
        ("readers", "card"): frozenset({compare(CARD, "equals", "red")}),
    }
    make = engine.compiled.functions["new_readers"]
    made = list(representatives(engine.guidance.world, "readers", compares, make))
    told = {(one.years < 1, one.years < 2, one.card == "red") for one in made}
    assert len(made) == len(told) == 6
