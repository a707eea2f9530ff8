"""How near rules are to each other, told by their conditions alone: near ones are those that get confused.

It orders in microseconds what `simulator.rules.flips.near_misses` finds exactly, and much more slowly.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.model.conditions import parts_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.model.conditions import Condition
    from simulator.model.questions import Rule


def near_first(
    rule: Rule, rules: Sequence[Rule], called_for: Mapping[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """Those of `rules` that call for other options than `rule`, one of them, by how near they are to it.

    First those between which and the rule the order of the table decides, then those of which the conditions have
    most in common, then those that differ in the fewest options, and then those that stand nearest.
    """
    own, here = _leaves(rule), set(called_for[rule.rule])
    places = {each.rule: place for place, each in enumerate(rules)}

    def distance(other: Rule) -> tuple[bool, float, int, int]:
        linked = other.rule in rule.yields_to or rule.rule in other.yields_to
        common, apart = _common(own, _leaves(other)), abs(places[other.rule] - places[rule.rule])
        return not linked, -common, len(here ^ set(called_for[other.rule])), apart

    others = [each for each in rules if set(called_for[each.rule]) != here]
    return tuple(other.rule for other in sorted(others, key=distance))


def _leaves(rule: Rule) -> frozenset[Condition]:
    """The conditions of a rule that hold no others."""
    return frozenset(_parts(rule.when)) if rule.when is not None else frozenset()


def _parts(condition: Condition) -> Iterator[Condition]:
    inside = parts_of(condition)
    if not inside:
        yield condition
    for part in inside:
        yield from _parts(part)


def _common(one: frozenset[Condition], other: frozenset[Condition]) -> float:
    """The share of conditions that two rules have in common, from 0 to 1."""
    return len(one & other) / len(one | other) if one or other else 0.0
