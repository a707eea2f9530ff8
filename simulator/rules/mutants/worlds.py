"""Two worlds with the same fields, compared at every element that either tells apart.

What is worked out of an element alone (definitions without quantifiers, derived fields, what is added for it,
whether it is possible) is compared at one element for each way in which the conditions of both worlds can be
met. Where all of that is alike everywhere, whatever rests on it is.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING, Any, NamedTuple

from simulator.model.conditions import Condition, FewerThan, Some, SomeReferred, TheReferred, This
from simulator.model.world import CASE
from simulator.rules.inlining import all_parts, inlined
from simulator.rules.mutants.mutant import subject_of
from simulator.rules.predicates import question_conditions, tested
from simulator.rules.representatives import comparisons_in, representatives, world_conditions

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from simulator.guidance.guidance import Guidance
    from simulator.model.world import Addition, Definition, Entity, Field, Row, World
    from simulator.rules.compiled import CompiledWorld


class Difference(NamedTuple):
    """An element, or a state of the case by itself, of which two worlds work out different things."""

    case: Any
    entity: str = CASE
    element: Any = None


class Worlds:
    """Two worlds, of which the elements of the first are made. Raises BeyondProof."""

    def __init__(self, guidance: Guidance, mutant: Guidance, compiled: CompiledWorld) -> None:
        one, other = self._both = (guidance.world, mutant.world)
        self._compiled = compiled
        self._changed = [name for name, each in one.definitions.items() if each != other.definitions[name]]
        changed = [
            (inlined(world, world.definitions[name].when), world.definitions[name].of)
            for world in self._both
            for name in self._changed
        ]
        conditions = [*changed, *(each for world in self._both for each in world_conditions(world))]
        self._conditions = [condition for condition, _ in conditions]
        self._comparisons = comparisons_in(conditions)
        self._asked = _asked_of_elements(guidance) + _asked_of_elements(mutant)

    @property
    def comparable(self) -> bool:
        """Whether everything in which the worlds differ is of single elements."""
        one, other = self._both
        local = all(
            _is_local(inlined(world, world.definitions[name].when))
            for world in self._both
            for name in self._changed
        )
        return local and replace(other, definitions=one.definitions, additions=(), entities={}) == replace(
            one, additions=(), entities={}
        )

    def differences(self) -> Iterator[Difference]:
        """Everything that is possible in one of the worlds and of which they work out different things."""
        for case in self.cases():
            if self._differ(CASE, case, case):
                yield Difference(case)
            for entity in self._both[0].entities.values():
                for element in self.elements(entity):
                    if self._differ(entity.name, case, element):
                        yield Difference(case, entity.name, element)

    def _differ(self, entity: str, case: Any, element: Any) -> bool:
        told = [self._worked_out(world, entity, case, element) for world in self._both]
        return told[0] != told[1] and not all(impossible for impossible, _ in told)

    def cases(self) -> Iterator[Any]:
        """The states of the case that the worlds tell apart."""

        def make(**values: object) -> Any:
            case = self._compiled.classes[CASE]()
            case.id = CASE
            for name, value in (*values.items(), *((each, []) for each in self._both[0].entities)):
                setattr(case, name, value)
            return case

        yield from representatives(self._both[0], CASE, self._comparisons, make)

    def elements(self, entity: Entity) -> Iterator[Any]:
        """Elements of an entity, one for each way in which the conditions of both worlds can be met."""
        make = self._compiled.functions[f"new_{entity.name}"]
        fillings = self._fillings(entity)
        for plain in representatives(self._both[0], entity.name, self._comparisons, make):
            values = {name: getattr(plain, name) for name in entity.fields}
            for filling in fillings:
                yield make(**{**values, **filling})

    def _fillings(self, entity: Entity) -> list[Mapping[str, Any]]:
        """Ways to fill the references of an element: one word, or one element; of a list none or one."""
        fields = [each for each in entity.fields.values() if each.type in ("reference", "references")]
        choices = [list(self._referred(field)) for field in fields]
        names = [field.name for field in fields]
        return [dict(zip(names, chosen, strict=True)) for chosen in product(*choices)]

    def _referred(self, field: Field) -> Iterator[Any]:
        several = field.type == "references"
        yield from [()] if several else field.values
        [entity] = [each for each in self._both[0].entities.values() if each.name == field.entity]
        seen: set[object] = set()
        [case, *_] = self.cases()
        asked = self._asked_through(field.name)
        for element in self.elements(entity):
            key = tuple(tested(each)(case, element, element) for each in asked)
            if key not in seen:
                seen.add(key)
                yield (element,) if several else element

    def _asked_through(self, field: str) -> list[Condition]:
        """What the conditions of both worlds ask of the elements to which a field refers."""
        return [
            part.where
            for condition in self._conditions
            for part in all_parts(condition)
            if isinstance(part, SomeReferred | TheReferred) and part.field == field
        ]

    def _worked_out(self, world: World, entity: str, case: Any, element: Any) -> tuple[bool, object]:
        """Whether an element is impossible in a world, and all that matters of what else follows from it."""

        def met(condition: Condition) -> bool:
            return bool(tested(inlined(world, condition))(case, element, None))

        if entity != CASE:
            _derive(world, entity, case, element)
        fields = world.fields_of(entity).values()
        impossible = any(
            met(each.when)
            for each in world.impossible
            if each.of == entity and _is_local(inlined(world, each.when))
        )
        return impossible, (
            self._answers(entity, case, element),
            tuple(
                _first(row for row in field.default if row.when is None or met(row.when)) for field in fields
            ),
            tuple(met(field.required_when) for field in fields if field.required_when is not None),
            tuple(met(each.when) for each in self._definitions(world) if each.of == entity),
            tuple(
                self._as_added(world, each, case, element)
                for each in world.additions
                if each.each == entity and met(each.when)
            ),
        )

    def _definitions(self, world: World) -> list[Definition]:
        return [world.definitions[name] for name in self._changed]

    def _answers(self, entity: str, case: Any, element: Any) -> tuple[bool, ...]:
        """What the comparisons that rules make with an element's fields come to."""
        return tuple(tested(each)(case, element, None) for scope, each in self._asked if scope == entity)

    def _as_added(self, world: World, addition: Addition, case: Any, holder: Any) -> object:
        """All that matters of an added element: what any condition asks of it, and what may forestall it."""
        values = {name: holder if value is None else value for name, value in addition.values.items()}
        added = self._compiled.functions[f"new_{addition.entity}"](**values)
        _derive(world, addition.entity, case, added)
        references = tuple(name for name, value in addition.values.items() if value is None)
        same = tuple((name, values[name]) for name in addition.unless_same)
        return addition.entity, references, self._answers(addition.entity, case, added), same


def _derive(world: World, entity: str, case: Any, element: Any) -> None:
    """Sets the derived fields of an element as a world has them."""
    for field in world.entities[entity].derived.values():
        rows = (
            row
            for row in field.rows
            if row.when is None or tested(inlined(world, row.when))(case, element, None)
        )
        setattr(element, field.name, _first(rows))


def _first(rows: Iterable[Row]) -> object:
    return next((row.then for row in rows), None)


def _asked_of_elements(guidance: Guidance) -> list[tuple[str, Condition]]:
    """Comparisons with plain fields that rules or additions make, each with what it is about."""
    world = guidance.world
    conditions = [
        (inlined(world, condition), subject_of(question))
        for question in guidance.questions.values()
        for condition in question_conditions(guidance, question)
    ]
    conditions += [(inlined(world, each.when), each.each) for each in world.additions]
    return [
        (scope, compare)
        for (scope, _), compares in comparisons_in(conditions).items()
        for compare in sorted(compares, key=repr)
        if compare.operator != "holds_own" and not any(isinstance(value, This) for value in compare.values)
    ]


def _is_local(condition: Condition) -> bool:
    return not any(isinstance(part, Some | FewerThan) for part in all_parts(condition))
