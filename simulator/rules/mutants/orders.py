"""Rules that yield to others than they should."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.rules.mutants.mutant import Mutant, with_rules

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Rule


def order_mutants(guidance: Guidance) -> Iterator[Mutant]:
    """Every entry of `yields_to` dropped or reversed, and every other entry added."""
    for rule in guidance.rules.values():
        for other in rule.yields_to:
            yield _dropped(guidance, rule, other)
            yield _reversed(guidance, rule, guidance.rules[other])
        if rule.when is not None:
            yield from _added(guidance, rule)


def _dropped(guidance: Guidance, rule: Rule, other: str) -> Mutant:
    changed = with_rules(guidance, _without(rule, other))
    return Mutant("an entry of yields_to dropped", f"{rule.rule} {other}", changed)


def _reversed(guidance: Guidance, rule: Rule, other: Rule) -> Mutant:
    turned = replace(other, yields_to=(*other.yields_to, rule.rule))
    changed = with_rules(guidance, _without(rule, other.rule), turned)
    return Mutant("an entry of yields_to reversed", f"{rule.rule} {other.rule}", changed)


def _added(guidance: Guidance, rule: Rule) -> Iterator[Mutant]:
    for other in guidance.rules_of(rule.question):
        if other.when is not None and other is not rule and other.rule not in rule.yields_to:
            changed = with_rules(guidance, replace(rule, yields_to=(*rule.yields_to, other.rule)))
            yield Mutant("an entry of yields_to added", f"{rule.rule} {other.rule}", changed)


def _without(rule: Rule, other: str) -> Rule:
    return replace(rule, yields_to=tuple(each for each in rule.yields_to if each != other))
