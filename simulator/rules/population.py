"""Whom and what facts may hold, at one state of the case: elements that stand for all others."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product
from math import prod
from typing import TYPE_CHECKING, Any

from simulator.model.conditions import Always, AnyOf, Not
from simulator.rules.compiled import CompiledWorld, copy_of
from simulator.rules.inlining import BeyondProof, inlined
from simulator.rules.predicates import Predicates, Test, tested, tests_of
from simulator.rules.representatives import representatives

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from simulator.model.conditions import Condition
    from simulator.model.world import Entity, World

MOST_FILLINGS = 20_000


@dataclass(frozen=True, slots=True)
class Maker:
    """Something that facts may hold: an element, and the statements that it makes true.

    `mask` has a bit for each statement. `holder` is the element to which it refers and with which it comes.
    """

    mask: int
    entity: str
    element: Any
    holder: Any = None


class Population:
    """The elements of a world at one state of the case, as the predicates of one question tell them apart."""

    def __init__(self, world: World, compiled: CompiledWorld, predicates: Predicates, case: Any) -> None:
        self._world = world
        self._compiled = compiled
        self._predicates = predicates
        self._case = case
        self._masks = {name: predicates.mask_function(name) for name in world.entities}
        self._impossible = {name: tested(_impossible(world, name)) for name in world.entities}
        self._follows = {
            name: tests_of([inlined(world, each.when) for each in world.additions if each.each == name])
            for name in world.entities
        }
        self._required = {entity.name: list(_required(world, entity)) for entity in world.entities.values()}
        self._derived = {entity.name: list(_derived(world, entity)) for entity in world.entities.values()}
        self._referred = {field: tests_of(asked) for field, asked in predicates.referred.items()}
        self._seen = {name: predicates.seen_function(name) for name in world.entities}
        self._own = tests_of(tuple(predicates.own()))
        self._inside = tests_of(predicates.inside)
        self.plain: Mapping[str, list[Any]] = {
            entity.name: list(self._distinct(entity))
            for entity in world.entities.values()
            if not refers(entity)
        }
        self._kept: dict[object, tuple[Any, tuple[Maker, ...]]] = {}

    def own_mask(self, entity: str, subject: Any) -> int:
        """The statements that a subject makes true by itself and by what follows from it."""
        return self._mask(subject, entity, subject) | self._added_mask(subject, entity, subject)

    def makers(self, entity: str, subject: Any) -> tuple[Any, tuple[Maker, ...]]:
        """What facts may hold beside a subject, and a subject like it to which the makers refer."""
        key: object = subject
        if entity in self.plain:
            key = self._inside(self._case, subject, None), self._referred_as(entity, subject)
        elif entity not in self._world.entities and not isinstance(subject, str):
            key = None
        if key not in self._kept:
            self._kept[key] = subject, tuple(self._makers(entity, subject))
        return self._kept[key]

    def _makers(self, subject_entity: str, subject: Any) -> Iterator[Maker]:
        others: dict[object, Maker] = {}
        for entity, elements in self.plain.items():
            for element in elements:
                twin = copy_of(element)
                mask = self._mask(subject, entity, twin) | self._added_mask(subject, entity, twin)
                key = (entity, mask, self._referred_as(entity, element))
                # A twin: somebody just like the subject is somebody else.
                others.setdefault(key, Maker(mask, entity, twin))
        yield from others.values()
        asked = {statement.entity for statement in self._predicates.statements}
        for each in self._world.entities.values():
            if refers(each) and each.name in asked:
                own = subject if subject_entity in self.plain else None
                yield from self._referring(each, subject, own, subject_entity, list(others.values()))

    def _referring(
        self, entity: Entity, subject: Any, own: Any, own_entity: str, others: Sequence[Maker]
    ) -> Iterator[Maker]:
        make = self._compiled.functions[f"new_{entity.name}"]
        plain = list(representatives(self._world, entity.name, self._predicates.comparisons, make))
        kept: set[int] = set()
        for values, holders in self._fillings(entity, own, own_entity, others):
            found: dict[int, Any] = {}
            for element in plain:
                for name, value in values.items():
                    setattr(element, name, value)
                if self._possible(entity, element):
                    self._derive(entity, element)
                    mask = self._mask(subject, entity.name, element)
                    if mask not in found:
                        found[mask] = _copied(make, entity, element)
            for mask, element in found.items():
                for holder in holders:
                    whole = mask | (holder.mask if holder is not None else 0)
                    if whole not in kept:
                        kept.add(whole)
                        yield Maker(
                            whole, entity.name, element, holder.element if holder is not None else None
                        )

    def _fillings(
        self, entity: Entity, own: Any, own_entity: str, others: Sequence[Maker]
    ) -> Iterator[tuple[dict[str, Any], Sequence[Maker | None]]]:
        """Ways to fill the references of an element, and the elements that may come with each way."""
        names, choices = [], []
        groups: dict[int, Sequence[Maker]] = {}
        for field in entity.fields.values():
            mine = [own] if own is not None and field.entity == own_entity else []
            alike = self._alike(field.name, [each for each in others if each.entity == field.entity])
            if field.type == "reference":
                names.append(field.name)
                choices.append([*field.values, *mine, *(each[0].element for each in alike)])
                groups.update({id(each[0].element): each for each in alike})
            elif field.type == "references":
                # Twins, so that somebody else of the same kind can be named as well.
                some = [*mine, *(copy_of(each[0].element) for each in alike)]
                names.append(field.name)
                choices.append(self._gatherings(field.name, some, len(mine)))
        if prod(map(len, choices)) > MOST_FILLINGS:
            raise BeyondProof(
                f"the references of {entity.name} can be filled in {prod(map(len, choices))} ways that count"
            )
        for chosen in product(*choices):
            holders: Sequence[Maker | None] = [None]
            for value in chosen:
                holders = groups.get(id(value), holders)
            yield dict(zip(names, chosen, strict=True)), holders

    def _gatherings(self, field: str, members: Sequence[Any], own: int) -> list[tuple[Any, ...]]:
        """Lists of members, long enough for one to meet each of the conditions asked through a field."""
        most = max(1, len(self._predicates.referred.get(field, ()))) + own
        return [chosen for size in range(most + 1) for chosen in combinations(members, size)]

    def _alike(self, field: str, others: Sequence[Maker]) -> list[list[Maker]]:
        """The others, together where nothing asked through a field tells them apart."""
        groups: dict[object, list[Maker]] = {}
        test = self._referred.get(field)
        for other in others:
            key = test(self._case, other.element, other.element) if test is not None else ()
            groups.setdefault(key, []).append(other)
        return list(groups.values())

    def _distinct(self, entity: Entity) -> Iterator[Any]:
        """The possible elements of an entity, one for each way in which the predicates tell them apart."""
        seen: set[object] = set()
        make = self._compiled.functions[f"new_{entity.name}"]
        for element in representatives(self._world, entity.name, self._predicates.comparisons, make):
            if self._possible(entity, element):
                key = self._told_apart(entity.name, element)
                if key not in seen:
                    seen.add(key)
                    yield element

    def _told_apart(self, entity: str, element: Any) -> object:
        is_subject = entity == self._predicates.subject_scope
        own = self._own(self._case, element, None) if is_subject else ()
        return (
            own,
            self._seen[entity](element),
            self._follows[entity](self._case, element, None),
            self._referred_as(entity, element),
        )

    def _referred_as(self, entity: str, element: Any) -> tuple[object, ...]:
        fields = [
            field.name
            for each in self._world.entities.values()
            for field in each.fields.values()
            if field.entity == entity and field.name in self._referred
        ]
        return tuple(self._referred[field](self._case, element, element) for field in fields)

    def _possible(self, entity: Entity, element: Any) -> bool:
        if self._impossible[entity.name](self._case, element, None):
            return False
        return not any(
            getattr(element, field) is None and required(self._case, element, None)
            for field, required in self._required[entity.name]
        )

    def _derive(self, entity: Entity, element: Any) -> None:
        for field, rows in self._derived[entity.name]:
            for applies, then in rows:
                if applies(self._case, element, None):
                    setattr(element, field, then)
                    break

    def _mask(self, subject: Any, entity: str, element: Any) -> int:
        return int(self._masks[entity](self._case, subject, element))

    def _added_mask(self, subject: Any, entity: str, element: Any) -> int:
        mask = 0
        additions = [each for each in self._world.additions if each.each == entity]
        for addition, follows in zip(
            additions, self._follows[entity](self._case, element, None), strict=True
        ):
            if follows:
                values = {
                    name: element if value is None else value for name, value in addition.values.items()
                }
                added = self._compiled.functions[f"new_{addition.entity}"](**values)
                self._derive(self._world.entities[addition.entity], added)
                mask |= self._mask(subject, addition.entity, added)
        return mask


def _impossible(world: World, entity: str) -> Condition:
    conditions = tuple(inlined(world, each.when) for each in world.impossible if each.of == entity)
    return AnyOf(conditions) if conditions else Not(Always())


def _required(world: World, entity: Entity) -> Iterator[tuple[str, Test]]:
    """The fields that an element must have in some circumstances, with a test of these."""
    for field in entity.fields.values():
        if field.required_when is not None:
            yield field.name, tested(inlined(world, field.required_when))


def _derived(world: World, entity: Entity) -> Iterator[tuple[str, list[tuple[Test, object]]]]:
    """The derived fields of an element, with the tests of their rows and the values that these give."""
    for derived in entity.derived.values():
        yield (
            derived.name,
            [(tested(inlined(world, row.when or Always())), row.then) for row in derived.rows],
        )


def refers(entity: Entity) -> bool:
    """Whether elements of an entity refer to others."""
    return any(field.type in ("reference", "references") for field in entity.fields.values())


def _copied(make: Callable[..., Any], entity: Entity, element: Any) -> Any:
    twin = make(**{name: getattr(element, name) for name in entity.fields})
    for name in entity.derived:
        setattr(twin, name, getattr(element, name))
    return twin
