"""The operators seed one fault each, where they say."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

import pytest

from simulator.model.conditions import All, AnyOf, Compare, Condition, Not, Some
from simulator.rules.mutants.conditions import Alterer
from simulator.rules.mutants.every import mutants
from tests.proof.packs import bundled
from tests.rules.library import Row, library

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance

SMALL: Condition = Compare("this", "years", "below", (1,))
RED: Condition = Compare("this", "card", "equals", ("red",))
WET: Condition = Compare("this", "marks", "holds_any", ("wet", "torn"))
SOME_RED = Some("readers", Compare("its", "card", "equals", ("red",)))
ROWS = [
    Row("small", "small"),
    Row("red", {"this": "card", "equals": "red"}, ("small",)),
    Row("rest", "otherwise"),
]
OPERATORS = {
    "a rule dropped",
    "the rule for the rest dropped",
    "a rule shadowed by two new ones together",
    "a rule shadowed by two altered ones together",
    "an entry of yields_to dropped",
    "an entry of yields_to reversed",
    "an entry of yields_to added",
    "rule: a conjunct dropped",
    "rule: a conjunct added",
    "rule: a disjunct dropped",
    "rule: a disjunct added",
    "rule: a part negated",
    "rule: a part replaced",
    "rule: a value added",
    "rule: a comparison's value changed",
    "rule: some and every exchanged",
    "rule: any and another exchanged",
    "branch: a value dropped",
    "asked_when: a conjunct dropped",
    "definition: a conjunct dropped",
    "definition: a value dropped",
    "definition: some and every exchanged",
    "derived: a row dropped",
    "added: an addition dropped",
    "a branch dropped",
    "the order of branches changed",
    "a verdict swapped",
    "a basis swapped",
    "a citation dropped",
    "a citation swapped",
    "a silence broken or imposed",
}


def altered(condition: Condition, *others: Condition) -> dict[str, list[Condition]]:
    """The ways in which a condition is altered, by operator."""
    found: dict[str, list[Condition]] = {}
    for each in Alterer(library(ROWS).world, "readers", others).alter(condition):
        found.setdefault(each.operator, []).append(each.condition)
    return found


def test_a_condition_loses_each_of_its_parts() -> None:
    assert altered(All((SMALL, RED)))["a conjunct dropped"] == [RED, SMALL]
    assert altered(AnyOf((SMALL, RED, WET)))["a disjunct dropped"] == [
        AnyOf((RED, WET)),
        AnyOf((SMALL, WET)),
        AnyOf((SMALL, RED)),
    ]


def test_a_condition_gains_the_parts_of_another() -> None:
    found = altered(SMALL, RED)
    assert found["a conjunct added"] == [All((SMALL, RED)), All((SMALL, Not(RED)))]
    assert found["a disjunct added"] == [AnyOf((SMALL, RED))]


@pytest.mark.parametrize(
    ("compare", "operator", "values"),
    [
        (SMALL, "a comparison's value changed", [(0,), (2,)]),
        (RED, "a comparison's value changed", [("blue",)]),
        (RED, "a value added", [("red", "blue")]),
        (WET, "a value dropped", [("torn",), ("wet",)]),
        (WET, "a value added", [("wet", "torn", "named")]),
        (Compare("case", "open", "equals", (True,)), "a comparison's value changed", [(False,)]),
    ],
    ids=str,
)
def test_a_comparison_names_other_values(compare: Condition, operator: str, values: list[Any]) -> None:
    found = [each for each in altered(compare)[operator] if isinstance(each, Compare)]
    assert [each.values for each in found] == values


def test_a_quantifier_becomes_the_other_and_spares_or_takes_the_subject() -> None:
    found = altered(SOME_RED)
    assert found["some and every exchanged"] == [Not(Some("readers", Not(SOME_RED.where)))]
    assert found["any and another exchanged"] == [Some("readers", SOME_RED.where, another=True)]
    assert found["the subject and the element meant exchanged"] == [Some("readers", RED)]


def test_a_part_deep_inside_is_altered_in_its_place() -> None:
    inside = Not(All((SMALL, Not(RED))))
    assert Not(All((SMALL, RED))) in altered(inside)["a part negated"]


def test_no_way_of_altering_a_condition_stands_twice_or_changes_nothing() -> None:
    whole = All((SMALL, SOME_RED, AnyOf((RED, WET))))
    found = [each.condition for each in Alterer(library(ROWS).world, "readers", [RED, WET]).alter(whole)]
    assert len(found) == len(set(found)) > 20
    assert whole not in found


def test_a_rule_that_is_dropped_hands_down_the_rules_to_which_it_yielded() -> None:
    rows = [*ROWS[:2], Row("wet", {"this": "marks", "holds": "wet"}, ("red",)), ROWS[2]]
    [dropped] = [
        each
        for each in mutants(library(rows))
        if (each.operator, each.place) == ("a rule dropped", "keep.red")
    ]
    assert list(dropped.guidance.rules) == ["keep.small", "keep.wet", "keep.rest"]
    assert dropped.guidance.rules["keep.wet"].yields_to == ("keep.small",)


def test_every_operator_is_at_work_on_the_bundled_pack() -> None:
    assert {mutant.operator for mutant in mutants(bundled())} >= OPERATORS


def test_every_mutant_differs_from_the_guidance_and_the_same_come_in_the_same_order() -> None:
    guidance = bundled()
    found = list(mutants(guidance))
    assert all(_rules(mutant.guidance) != _rules(guidance) for mutant in found)
    assert [(each.operator, each.place) for each in found] == [
        (each.operator, each.place) for each in mutants(guidance)
    ]
    assert Counter(each.operator for each in found)["a verdict swapped"] == 3 * sum(
        len(cell) for rule in guidance.rules.values() for cell in rule.options.values()
    )


def _rules(guidance: Guidance) -> object:
    return list(guidance.rules.items()), guidance.world, list(guidance.questions.items())
