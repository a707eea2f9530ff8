"""The order in which the parts of a world follow from each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NamedTuple

from simulator.model.conditions import (
    Compare,
    Condition,
    Defined,
    FewerThan,
    Some,
    SomeReferred,
    TheReferred,
    parts_of,
)
from simulator.model.world import CASE, World

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


class Part(NamedTuple):
    """What is worked out of `of`: a definition, a derived field, a default, or what is added to it."""

    of: str
    sort: Literal["added", "default", "definition", "derived"]
    name: str


class CircularWorld(Exception):
    """Parts of a world follow from each other in a circle, which `parts` names."""

    def __init__(self, parts: Iterable[Part]) -> None:
        self.parts = tuple(parts)
        super().__init__(" → ".join(part.name for part in self.parts))


def needs(world: World, condition: Condition, this: str, its: str = "") -> Iterator[Part]:
    """The parts on which a condition directly rests; `this` and `its` are what those stand for."""
    if isinstance(condition, Defined):
        yield Part(world.definitions[condition.name].of, "definition", condition.name)
        return
    if isinstance(condition, Compare):
        yield from _field_needs(
            world, {"case": CASE, "this": this, "its": its}[condition.base], condition.field
        )
        return
    if isinstance(condition, Some | FewerThan):
        yield from additions_to(world, condition.entity)
    if isinstance(condition, Some | FewerThan | SomeReferred | TheReferred):
        its = condition.entity
    for part in parts_of(condition):
        yield from needs(world, part, this, its)


def additions_to(world: World, entity: str) -> Iterator[Part]:
    """The parts that add elements to an entity."""
    for number, addition in enumerate(world.additions):
        if addition.entity == entity:
            yield Part(entity, "added", str(number))


def _field_needs(world: World, of: str, field: str) -> Iterator[Part]:
    if of in world.entities and field in world.entities[of].derived:
        yield Part(of, "derived", field)
    elif (of == CASE or of in world.entities) and any(
        row.when is not None for row in world.fields_of(of)[field].default
    ):
        yield Part(of, "default", field)


def part_needs(world: World) -> Mapping[Part, frozenset[Part]]:
    """For every part of a world the parts on which it directly rests."""
    found: dict[Part, frozenset[Part]] = {}
    for number, addition in enumerate(world.additions):
        part = Part(addition.entity, "added", str(number))
        found[part] = frozenset(needs(world, addition.when, addition.each))
    for scope in (CASE, *world.entities):
        for field in world.fields_of(scope).values():
            conditions = [row.when for row in field.default if row.when is not None]
            if conditions:
                rests = frozenset(part for when in conditions for part in needs(world, when, scope))
                found[Part(scope, "default", field.name)] = rests
    for entity in world.entities.values():
        for derived in entity.derived.values():
            conditions = [row.when for row in derived.rows if row.when is not None]
            rests = frozenset(part for when in conditions for part in needs(world, when, entity.name))
            found[Part(entity.name, "derived", derived.name)] = rests | set(additions_to(world, entity.name))
    for definition in world.definitions.values():
        part = Part(definition.of, "definition", definition.name)
        found[part] = frozenset(needs(world, definition.when, definition.of))
    return found


def working_order(world: World) -> tuple[Part, ...]:
    """The parts of a world, each after those on which it rests, kept together by what they are of.

    Raises CircularWorld.
    """
    waiting = dict(part_needs(world))
    done: list[Part] = []
    while waiting:
        ready = [part for part, rests in waiting.items() if not rests & waiting.keys()]
        if not ready:
            raise CircularWorld(_circle(waiting))
        scope = done[-1].of if done and any(part.of == done[-1].of for part in ready) else ready[0].of
        for part in ready:
            if part.of == scope:
                done.append(part)
                del waiting[part]
    return tuple(done)


def _circle(waiting: Mapping[Part, frozenset[Part]]) -> list[Part]:
    part = min(waiting)
    seen: list[Part] = []
    while part not in seen:
        seen.append(part)
        part = min(rest for rest in waiting[part] if rest in waiting)
    return [*seen[seen.index(part) :], part]
