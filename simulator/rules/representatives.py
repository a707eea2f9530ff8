"""Elements that stand for all others: one for each way in which an element can meet the conditions at hand.

Fields come one by one: of a field's values one is kept for each combination of the comparisons made with it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import cache
from itertools import combinations, product
from math import prod
from typing import Any

from simulator.model.conditions import (
    Compare,
    Condition,
    FewerThan,
    Some,
    SomeReferred,
    TheReferred,
    parts_of,
)
from simulator.model.world import CASE, Field, World
from simulator.rules.inlining import BeyondProof, inlined

MOST_VALUES_OF_A_SET = 14
MOST_STATES = 1_000
"""How many states of the case's own fields are gone through; each costs what all elements at it cost."""
MOST_KINDS = 100_000
"""How many kinds of elements of one entity are gone through."""
Comparisons = Mapping[tuple[str, str], frozenset[Compare]]


def comparisons_in(conditions: Iterable[tuple[Condition, str]]) -> Comparisons:
    """For every (scope, field) the comparisons made with it; each condition comes with what `this` is."""
    found: dict[tuple[str, str], set[Compare]] = {}
    for condition, this in conditions:
        for scope, compare in _compared(condition, this, ""):
            if scope:
                found.setdefault((scope, compare.field), set()).add(compare)
    return {key: frozenset(compares) for key, compares in found.items()}


def _compared(condition: Condition, this: str, its: str) -> Iterator[tuple[str, Compare]]:
    if isinstance(condition, Compare):
        scope = {"case": CASE, "this": this, "its": its}[condition.base]
        yield scope, Compare("this", condition.field, condition.operator, condition.values)
    if isinstance(condition, Some | FewerThan | SomeReferred | TheReferred):
        its = condition.entity
    for part in parts_of(condition):
        yield from _compared(part, this, its)


def world_conditions(world: World) -> list[tuple[Condition, str]]:
    """The conditions, inlined, that say which facts are possible and what follows from them."""
    found = [(inlined(world, each.when), each.of) for each in world.impossible]
    found += [(inlined(world, each.when), each.each) for each in world.additions]
    for entity in world.entities.values():
        for derived in entity.derived.values():
            found += [(inlined(world, row.when), entity.name) for row in derived.rows if row.when is not None]
    return found


@cache
def field_values(field: Field, compares: frozenset[Compare]) -> tuple[object, ...]:
    """One value of a field for each combination of the comparisons made with it."""
    kept: dict[tuple[bool, ...], object] = {}
    ordered = sorted(compares, key=repr)
    for value in _candidates(field, ordered):
        kept.setdefault(tuple(_met(value, compare) for compare in ordered), value)
    return tuple(kept.values())


def _candidates(field: Field, compares: Sequence[Compare]) -> Iterator[object]:
    match field.type:
        case "truth" | "choice":
            values = (True, False) if field.type == "truth" else field.values
            usual = [row.then for row in field.default if row.when is None]
            yield from sorted(values, key=lambda value: value not in usual)
            if field.required_when is not None:
                yield None
        case "whole":
            least, greatest = field.span
            limits = [value for each in compares for value in each.values if isinstance(value, int)]
            near = {least, greatest, *(limit + step for limit in limits for step in (-1, 0, 1))}
            yield from sorted((value for value in near if least <= value <= greatest), reverse=True)
        case "choices":
            if len(field.values) > MOST_VALUES_OF_A_SET:
                raise BeyondProof(
                    f"{field.name} has {len(field.values)} values: 2^{len(field.values)} sets of them"
                )
            for size in range(1, len(field.values) + 1):
                yield from (frozenset(each) for each in combinations(field.values, size))
        case _:
            raise BeyondProof(f"{field.name} refers to elements")


def _met(value: Any, compare: Compare) -> bool:
    values: Any = compare.values
    match compare.operator:
        case "equals":
            return bool(value == values[0])
        case "one_of":
            return value in values
        case "holds":
            return values[0] in value
        case "holds_any":
            return not value.isdisjoint(values)
        case "holds_only":
            return bool(value <= set(values))
        case "at_least":
            return bool(value >= values[0])
        case "below":
            return bool(value < values[0])
        case _:
            raise BeyondProof(f"{compare.operator} of {compare.field}")


def representatives(
    world: World, scope: str, comparisons: Comparisons, make: Callable[..., Any]
) -> Iterator[Any]:
    """Elements of a scope, one for each combination of values that its plain fields can have.

    Raises BeyondProof where there are too many.
    """
    fields = [
        field for field in world.fields_of(scope).values() if field.type not in ("reference", "references")
    ]
    values = [field_values(field, comparisons.get((scope, field.name), frozenset())) for field in fields]
    _check_number(scope, {field.name: len(each) for field, each in zip(fields, values, strict=True)})
    for chosen in product(*values):
        yield make(**{field.name: value for field, value in zip(fields, chosen, strict=True)})


def _check_number(scope: str, counts: Mapping[str, int]) -> None:
    """Raises BeyondProof where fields have too many combinations of values, with those that make it so."""
    number, most = prod(counts.values()), MOST_STATES if scope == CASE else MOST_KINDS
    if number > most:
        listed = ", ".join(
            f"{name} ({counts[name]})" for name in sorted(counts, key=lambda name: -counts[name])
        )
        raise BeyondProof(
            f"the fields of {scope} have {number:,} combinations that count, more than {most:,}: {listed}"
        )
