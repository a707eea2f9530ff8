"""Which statements follow from which, as far as their form shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.model.conditions import All, AnyOf, Compare, Condition, Not, Some

if TYPE_CHECKING:
    from collections.abc import Sequence


def consequences(statements: Sequence[Some]) -> list[int]:
    """For each statement the others that hold wherever it does, as bits by their place."""
    return [
        sum(_follows(one, other) << place for place, other in enumerate(statements) if other is not one)
        for one in statements
    ]


def _follows(one: Some, other: Some) -> bool:
    if one.entity != other.entity or (other.another and not one.another):
        return False
    return _implies(one.where, other.where)


def _implies(one: Condition, other: Condition) -> bool:
    """Whether it is plain to see that `other` holds wherever `one` does."""
    if one == other:
        return True
    if isinstance(other, All):
        return all(_implies(one, part) for part in other.parts)
    if isinstance(one, AnyOf):
        return all(_implies(part, other) for part in one.parts)
    if isinstance(one, All) and any(_implies(part, other) for part in one.parts):
        return True
    if isinstance(other, AnyOf):
        return any(_implies(one, part) for part in other.parts)
    return _compares(one, other)


def _compares(one: Condition, other: Condition) -> bool:
    opposite = isinstance(other, Not)
    beside = other.part if isinstance(other, Not) else other
    if not (isinstance(one, Compare) and isinstance(beside, Compare)):
        return False
    if (one.base, one.field) != (beside.base, beside.field):
        return False
    if not {one.operator, beside.operator} <= {"equals", "one_of"}:
        return False
    values, others = set(one.values), set(beside.values)
    return values.isdisjoint(others) if opposite else values <= others
