"""Conditions weakened, strengthened or changed in one place."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from simulator.model.conditions import (
    All,
    AnyOf,
    Compare,
    Condition,
    Defined,
    FewerThan,
    Not,
    Some,
    SomeReferred,
    TheReferred,
)
from simulator.rules.mutants.values import changed_values

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.model.world import World

NEGATED = "a part negated"
CONJUNCT_DROPPED = "a conjunct dropped"
DISJUNCT_DROPPED = "a disjunct dropped"
SWAPPED = "all and any exchanged"
CONJUNCT_ADDED = "a conjunct added"
DISJUNCT_ADDED = "a disjunct added"
REPLACED = "a part replaced"
EVERY = "some and every exchanged"
ANOTHER = "any and another exchanged"
BASE = "the subject and the element meant exchanged"
NUMBER = "a number of elements changed"


class Altered(NamedTuple):
    """A condition altered by an operator; `place` leads to the part that was altered."""

    operator: str
    place: str
    condition: Condition


@dataclass(frozen=True)
class Alterer:
    """Alters conditions of which `this` is what the subject is, with `others` to add to them."""

    world: World
    this: str
    others: Sequence[Condition] = ()

    def alter(self, condition: Condition) -> Iterator[Altered]:
        """Every way in which a condition can be altered in one place, none twice."""
        seen = {condition}
        for altered in (*self._with_others(condition), *self._anywhere(condition, "", "")):
            if altered.condition not in seen:
                seen.add(altered.condition)
                yield altered

    def _with_others(self, condition: Condition) -> Iterator[Altered]:
        for other in self.others:
            yield Altered(CONJUNCT_ADDED, "", All((condition, other)))
            yield Altered(CONJUNCT_ADDED, "", All((condition, Not(other))))
            yield Altered(DISJUNCT_ADDED, "", AnyOf((condition, other)))
            if isinstance(condition, All):
                for number in range(len(condition.parts)):
                    parts = _exchanged(condition.parts, number, other)
                    yield Altered(REPLACED, f" {number + 1}", All(parts))

    def _anywhere(self, condition: Condition, its: str, place: str) -> Iterator[Altered]:
        yield from self._here(condition, its, place)
        match condition:
            case All(parts) | AnyOf(parts):
                for number, part in enumerate(parts):
                    for operator, where, altered in self._anywhere(part, its, f"{place} {number + 1}"):
                        changed = replace(condition, parts=_exchanged(parts, number, altered))
                        yield Altered(operator, where, changed)
            case Not(part):
                for operator, where, altered in self._anywhere(part, its, f"{place} not"):
                    yield Altered(operator, where, Not(altered))
            case Some() | SomeReferred() | TheReferred() | FewerThan():
                for operator, where, altered in self._anywhere(
                    condition.where, condition.entity, f"{place} where"
                ):
                    yield Altered(operator, where, replace(condition, where=altered))
            case _:
                pass

    def _here(self, condition: Condition, its: str, place: str) -> Iterator[Altered]:
        negated = condition.part if isinstance(condition, Not) else Not(condition)
        yield Altered(NEGATED, place, negated)
        match condition:
            case All(parts):
                yield Altered(SWAPPED, place, AnyOf(parts))
                yield from self._dropped(condition, CONJUNCT_DROPPED, place)
            case AnyOf(parts):
                yield Altered(SWAPPED, place, All(parts))
                yield from self._dropped(condition, DISJUNCT_DROPPED, place)
            case Some(entity, where, another):
                yield Altered(EVERY, place, Not(Some(entity, Not(where), another)))
                if entity == self.this:
                    yield Altered(ANOTHER, place, Some(entity, where, not another))
            case SomeReferred(where=where):
                yield Altered(EVERY, place, Not(replace(condition, where=Not(where))))
            case FewerThan(number):
                yield Altered(NUMBER, place, replace(condition, number=number - 1))
                yield Altered(NUMBER, place, replace(condition, number=number + 1))
            case Compare():
                for operator, compare in changed_values(self.world, condition):
                    yield Altered(operator, place, compare)
            case _:
                pass
        if isinstance(condition, Compare | Defined) and its and its == self.this:
            yield from self._other_base(condition, place)

    def _dropped(self, condition: All | AnyOf, operator: str, place: str) -> Iterator[Altered]:
        for number in range(len(condition.parts)):
            left = condition.parts[:number] + condition.parts[number + 1 :]
            if left:
                rest = left[0] if len(left) == 1 else replace(condition, parts=left)
                yield Altered(operator, f"{place} {number + 1}", rest)

    def _other_base(self, condition: Compare | Defined, place: str) -> Iterator[Altered]:
        if condition.base == "its":
            yield Altered(BASE, place, replace(condition, base="this"))
        elif condition.base == "this":
            yield Altered(BASE, place, replace(condition, base="its"))


def _exchanged(parts: tuple[Condition, ...], number: int, other: Condition) -> tuple[Condition, ...]:
    return (*parts[:number], other, *parts[number + 1 :])
