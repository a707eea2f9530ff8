"""Parts of facts that refer to others."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from simulator.rules.flips.options import Option
from simulator.rules.flips.parts import (
    REMOVED,
    Given,
    Variant,
    changes_to,
    costs_of,
    field_changes,
    removal,
)
from simulator.rules.flips.references import WORD, Family, Lists, Reach, Target

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.model.world import Field
    from simulator.rules.flips.kinds import Classes
    from simulator.rules.flips.referring_table import ReferringTable
    from simulator.rules.flips.slices import Slice, Surroundings

Ways = list[tuple[tuple[str, int], int]]
"""The ways in which a list can see a member, each with what that tells the member."""
Least = dict[tuple[int, int], tuple[int, list[object]]]
"""For each mask and what is told with it the fewest changes, and how they are made."""


@dataclass(frozen=True, slots=True)
class _Name:
    """Whom a reference names: where the bits of what is told them stand, and the name where it is another."""

    place: Slice | None
    changed: str | None


@dataclass(frozen=True, slots=True)
class _Made:
    """Classes of plain fields, with the references that change and what they become."""

    classes: Classes
    named: tuple[tuple[Field, str], ...]


class ReferringPart:
    """An element that refers to others."""

    def __init__(self, given: Given, table: ReferringTable, around: Surroundings) -> None:
        self.given = given
        self._table = table
        self._around = around
        self._names = [self._names_by_target(field) for field in table.examples.references]
        self._members = [
            (number, ways)
            for number, field in enumerate(table.examples.lists)
            for ways in self._list_ways(number, field)
        ]
        self._told: dict[Family, Sequence[int]] = {}
        targets = tuple(
            tuple(
                (target, min(each.changed is not None for each in names)) for target, names in found.items()
            )
            for found in self._names
        )
        costs = costs_of(given, table.classes)
        self._reaches, self.relaxed = table.reach(costs, targets, self._lists())
        self._options: dict[int, list[Option]] = {}

    @cached_property
    def forestalling(self) -> set[tuple[Slice, int, int, int]]:
        """Additions that the element can forestall: for whom, with what mask, how they are seen then, and which."""
        found = set()
        for reach in self._reaches:
            for kind in (kind for kind, _, _ in reach.reached if any(kind.forestalls)):
                for names in self._named(reach):
                    for name, ways, additions in zip(names, kind.seers, kind.forestalls, strict=True):
                        if name.place is not None and additions:
                            found.add((name.place, kind.mask, ways, additions))
        return found

    @cached_property
    def dearest(self) -> int:
        """The most changes that any of the options takes."""
        return max(
            (cost + len(each.targets) for each in self._reaches for _, cost, _ in each.reached),
            default=1,
        )

    def options(self, most: int) -> Sequence[Option]:
        """What the element can be with at most so many changes."""
        if most not in self._options:
            self._options[most] = self._found(most)
        return self._options[most]

    def variants(self, made: object) -> Sequence[Variant]:
        """The changes that make an option so."""
        if not isinstance(made, _Made):
            return [removal(self.given)]
        named = tuple(
            change for field, name in made.named for change in field_changes(self.given, field, name)
        )
        return [(*plain, *named) for plain in changes_to(self.given, self._table.classes, made.classes)]

    def _found(self, most: int) -> list[Option]:
        least: Least = {(0, 0): (1, [REMOVED])} if self._table.removable and most else {}
        for reach in self._reaches:
            if reach.fewest <= most:
                for names, told in product(self._named(reach), self._told_for(reach.family)):
                    self._add_options(least, reach, names, told, most)
        return [Option(mask, cost, told, made) for (mask, told), (cost, made) in least.items()]

    def _add_options(
        self, least: Least, reach: Reach, names: Sequence[_Name], told_members: int, most: int
    ) -> None:
        """Adds what the element can be where its references name some, keeping the fewest changes."""
        pairs = zip(self._table.examples.references, names, strict=True)
        named = tuple((field, name.changed) for field, name in pairs if name.changed is not None)
        for kind, plain, rows in reach.reached:
            cost = plain + len(named)
            if cost > most:
                continue
            told = told_members
            for name, ways, forestalls in zip(names, kind.seers, kind.forestalls, strict=True):
                if name.place is not None:
                    told |= name.place.denied(ways) | name.place.forestalled(forestalls)
            known = least.get((kind.mask, told))
            if known is None or cost < known[0]:
                least[kind.mask, told] = (cost, [_Made(row, named) for row in rows])
            elif cost == known[0]:
                known[1].extend(_Made(row, named) for row in rows)

    def _named(self, reach: Reach) -> Iterator[tuple[_Name, ...]]:
        """Whom the references can name, each time one for each reference."""
        return product(*(names[target] for names, target in zip(self._names, reach.targets, strict=True)))

    def _names_by_target(self, field: Field) -> dict[Target, list[_Name]]:
        """Those whom a reference can name, by what they are as its target."""
        now: str | None = self.given.state(field)[0]
        slices = self._around.slices.get(str(field.entity), {})
        found: dict[Target, list[_Name]] = {}
        for name in dict.fromkeys((now, *field.values, *slices)):
            place = slices.get(name) if name is not None else None
            target = Target(WORD, name) if place is None else self._target(field, str(name))
            found.setdefault(target, []).append(_Name(place, None if name == now else name))
        return found

    def _target(self, field: Field, name: str) -> Target:
        entity = str(field.entity)
        listed = tuple(
            each.entity == entity and name in self.given.data.get(each.name, ())
            for each in self._table.examples.lists
        )
        return Target(self._around.who(entity, name), None, listed)

    def _list_ways(self, number: int, field: Field) -> list[Ways]:
        """For each member of a list the ways in which the list can see it, with what that tells the member."""
        entity = str(field.entity)
        groups = self._table.list_ways[number]
        found = []
        for name in dict.fromkeys(self.given.data.get(field.name, ())):
            who, place = self._around.who(entity, name), self._around.slices[entity][name]
            found.append([((who, first), place.denied(ways)) for first, ways in groups])
        return found

    def _lists(self) -> tuple[Lists, ...]:
        """All that can stand in the lists."""
        found: dict[Lists, None] = {self._empty: None}
        for number, ways in self._members:
            found = dict.fromkeys(_with(lists, number, member) for lists in found for member, _ in ways)
        return tuple(found)

    @property
    def _empty(self) -> Lists:
        return tuple(frozenset() for _ in self._table.examples.lists)

    def _told_for(self, family: Family) -> Sequence[int]:
        """What is told the members of the lists, each time so that a family of lists comes of it."""
        if family not in self._told:
            self._told[family] = self._rest_told(family, 0, self._empty, {})
        return self._told[family]

    def _rest_told(
        self, family: Family, place: int, lists: Lists, known: dict[tuple[int, Lists], tuple[int, ...]]
    ) -> tuple[int, ...]:
        """What is told the members from a place on; ways after which the same is told are taken together."""
        if place == len(self._members):
            return (0,) if lists in family else ()
        if (place, lists) not in known:
            number, ways = self._members[place]
            together: dict[tuple[int, ...], int] = {}
            for member, denied in ways:
                rest = self._rest_told(family, place + 1, _with(lists, number, member), known)
                together[rest] = together.get(rest, -1) & denied
            known[place, lists] = tuple(denied | told for rest, denied in together.items() for told in rest)
        return known[place, lists]


def _with(lists: Lists, number: int, member: tuple[str, int]) -> Lists:
    """Lists with one more in one of them."""
    return tuple(each | {member} if place == number else each for place, each in enumerate(lists))
