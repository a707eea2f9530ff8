"""Rules dropped, altered in their conditions, or shadowed by two others together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.model.conditions import All, AnyOf, Condition, Not
from simulator.rules.mutants.conditions import Alterer
from simulator.rules.mutants.mutant import (
    Mutant,
    subject_of,
    with_cell,
    with_definition,
    with_question,
    with_rules,
    without_rule,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Rule

MOST_OTHERS = 2


def rule_mutants(guidance: Guidance) -> Iterator[Mutant]:
    """Every rule dropped; every rule for the rest given the condition of another."""
    for rule in guidance.rules.values():
        operator = "a rule dropped" if rule.when is not None else "the rule for the rest dropped"
        yield Mutant(operator, rule.rule, without_rule(guidance, rule.rule))
        if rule.when is None:
            for other in _others(guidance, rule):
                changed = with_rules(guidance, replace(rule, when=Not(other)))
                yield Mutant("the rule for the rest given a condition", rule.rule, changed)


def condition_mutants(guidance: Guidance) -> Iterator[Mutant]:
    """Every condition of a rule, of a branch, or on which a question is asked, altered."""
    for rule in guidance.rules.values():
        subject = subject_of(guidance.questions[rule.question])
        alterer = Alterer(guidance.world, subject, _others(guidance, rule))
        if rule.when is not None:
            for operator, where, when in alterer.alter(rule.when):
                changed = with_rules(guidance, replace(rule, when=when))
                yield Mutant(f"rule: {operator}", f"{rule.rule} when{where}", changed)
        yield from _branches(guidance, rule, alterer)
    for question in guidance.questions.values():
        if question.asked_when is not None:
            alterer = Alterer(guidance.world, subject_of(question))
            for operator, where, when in alterer.alter(question.asked_when):
                changed = with_question(guidance, replace(question, asked_when=when))
                yield Mutant(f"asked_when: {operator}", f"{question.question} asked_when{where}", changed)


def _branches(guidance: Guidance, rule: Rule, alterer: Alterer) -> Iterator[Mutant]:
    for option, cell in rule.options.items():
        for number, branch in enumerate(cell):
            if branch.when is not None:
                for operator, where, when in alterer.alter(branch.when):
                    altered = (*cell[:number], replace(branch, when=when), *cell[number + 1 :])
                    changed = with_cell(guidance, rule, option, altered)
                    place = f"{rule.rule} {option} {number + 1} when{where}"
                    yield Mutant(f"branch: {operator}", place, changed)


def definition_mutants(guidance: Guidance) -> Iterator[Mutant]:
    """Every definition altered."""
    for name, definition in guidance.world.definitions.items():
        for operator, where, when in Alterer(guidance.world, definition.of).alter(definition.when):
            changed = with_definition(guidance, name, when)
            yield Mutant(f"definition: {operator}", f"{name}{where}", changed)


def shadow_mutants(guidance: Guidance) -> Iterator[Mutant]:
    """Every rule covered by two others together: two new ones, or two altered to which it yields."""
    for rule in guidance.rules.values():
        if rule.when is not None:
            for splitting in _others(guidance, rule):
                yield _shadowed_by_new(guidance, rule, rule.when, splitting)
            yield from _shadowed_by_altered(guidance, rule, rule.when)


def _shadowed_by_new(guidance: Guidance, rule: Rule, when: Condition, splitting: Condition) -> Mutant:
    halves = [
        _renamed(replace(rule, when=All((when, part))), f"{rule.rule}-{number}")
        for number, part in enumerate((splitting, Not(splitting)), 1)
    ]
    shadowed = replace(rule, yields_to=(*rule.yields_to, *(half.rule for half in halves)))
    changed = with_rules(guidance, shadowed, *halves)
    return Mutant("a rule shadowed by two new ones together", rule.rule, changed)


def _shadowed_by_altered(guidance: Guidance, rule: Rule, when: Condition) -> Iterator[Mutant]:
    """Each of the first two rules to which it can yield is widened by half of it."""
    before = [each for each in guidance.rules_of(rule.question) if each.when is not None and each is not rule]
    splitting = _others(guidance, rule)
    if len(before) < 2 or not splitting:
        return
    halves = (All((when, splitting[0])), All((when, Not(splitting[0]))))
    widened = [
        replace(each, when=AnyOf((each.when, half)), yields_to=_but(each, rule.rule))
        for each, half in zip(before, halves, strict=False)
        if each.when is not None
    ]
    shadowed = replace(
        rule, yields_to=tuple(dict.fromkeys((*rule.yields_to, *(each.rule for each in widened))))
    )
    changed = with_rules(guidance, shadowed, *widened)
    yield Mutant("a rule shadowed by two altered ones together", rule.rule, changed)


def _but(rule: Rule, other: str) -> tuple[str, ...]:
    return tuple(each for each in rule.yields_to if each != other)


def _renamed(rule: Rule, name: str) -> Rule:
    options = {
        option: tuple(replace(branch, ruling=replace(branch.ruling, rule=name)) for branch in cell)
        for option, cell in rule.options.items()
    }
    return replace(rule, rule=name, options=options)


def _others(guidance: Guidance, rule: Rule) -> Sequence[Condition]:
    """The conditions of the rules that follow this one, some of them."""
    rules = guidance.rules_of(rule.question)
    place = rules.index(rule)
    following = [each.when for each in (*rules[place + 1 :], *rules[:place]) if each.when is not None]
    return following[:MOST_OTHERS]
