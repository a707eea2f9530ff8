"""Where a rule applies, where it wins and where a branch is taken, as conditions; and facts at which one holds."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.guidance.rule_reading import dominators
from simulator.model.conditions import All, Always, AnyOf, Condition, Not
from simulator.model.questions import Rule
from simulator.rules.construction import facts_at
from simulator.rules.exactness import prove_question
from simulator.rules.facts import FactsReader
from simulator.rules.predicates import tested

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Branch, Question
    from simulator.rules.compiled import CompiledWorld
    from simulator.rules.exactness import Point
    from simulator.rules.facts import Facts


def applies(guidance: Guidance, rule: Rule) -> Condition:
    """Where a rule applies; the one for the rest applies where no other of its question does."""
    if rule.when is not None:
        return rule.when
    return Not(_any(each.when for each in guidance.rules_of(rule.question)))


def wins(guidance: Guidance, rule: Rule) -> Condition:
    """Where a rule applies, and none to which it yields."""
    above = dominators(guidance.rules, rule.rule)
    return All((applies(guidance, rule), Not(_any(guidance.rules[name].when for name in above))))


def taken(cell: Sequence[Branch], number: int) -> Condition:
    """Where a branch of a cell, counted from 0, applies and none before it does."""
    return All((cell[number].when or Always(), Not(_any(branch.when for branch in cell[:number]))))


def _any(conditions: Iterable[Condition | None]) -> Condition:
    return AnyOf(tuple(condition for condition in conditions if condition is not None))


def holding(question: Question, condition: Condition) -> Callable[[Facts, str], bool]:
    """Whether a question is asked about a subject of facts, and a condition holds there."""
    asked = All((question.asked_when or Always(), condition))

    def holds(facts: Facts, subject: str) -> bool:
        this: Any = subject
        if question.subjects.kind == "case":
            this = facts.case
        elif question.subjects.kind == "elements":
            this = facts.element(question.subjects.entity, subject)
        return bool(tested(asked)(facts.case, this, None))

    return holds


def facts_where(
    guidance: Guidance, compiled: CompiledWorld, question: Question, condition: Condition, name: str
) -> Mapping[str, Any] | None:
    """Facts at which a condition holds of a subject of a question; None where none were found."""
    alone = Rule(name, question.question, condition, (), None, {})
    points = prove_question(replace(guidance, rules={name: alone}), compiled, question).wins.get(name, ())
    return first_facts(FactsReader(compiled), points, holding(question, condition), name)


def first_facts(
    reader: FactsReader, points: Iterable[Point], tried: Callable[[Facts, str], bool], name: str
) -> Mapping[str, Any] | None:
    """Facts at the first of some points at which they can be found."""
    found = (facts_at(reader, region, mask, tried, name) for region, mask in points)
    return next((each for each in found if each is not None), None)
