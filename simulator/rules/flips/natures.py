"""What holds of the elements of an entity wherever they stand: what is possible, and what follows."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as of_class
from typing import TYPE_CHECKING, Any

from simulator.model.conditions import (
    Compare,
    Condition,
    FewerThan,
    Some,
    SomeReferred,
    TheReferred,
    parts_of,
)
from simulator.rules.flips.classes import FieldClasses, classes_of_field
from simulator.rules.flips.folding import FALSE, Known, folded, gathered, moved, only_field, units
from simulator.rules.flips.testing import tests_for
from simulator.rules.inlining import BeyondProof, all_parts, inlined

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from simulator.model.world import Entity, World
    from simulator.model.world import Row as ValueRow
    from simulator.rules.predicates import Test

Rows = tuple[tuple[Condition | None, Any], ...]


@dataclass(frozen=True)
class Nature:
    """The conditions of one entity at one state of the case, inlined, with that state put in.

    `follows` are the numbers of the world's additions that follow from an element, each with its condition.
    """

    name: str
    entity: Entity = of_class(compare=False)
    impossible: tuple[Condition, ...]
    required: tuple[tuple[str, Condition], ...]
    defaults: tuple[tuple[str, Rows], ...]
    derived: tuple[tuple[str, Rows], ...]
    follows: tuple[tuple[int, Condition], ...]

    def conditions(self) -> Iterator[Condition]:
        """Every condition."""
        yield from self.impossible
        yield from (condition for _, condition in self.required)
        for _, rows in (*self.defaults, *self.derived):
            yield from (when for when, _ in rows if when is not None)
        yield from (condition for _, condition in self.follows)

    def resting_on(self, fields: frozenset[str]) -> Nature:
        """What rules elements out by some of their fields alone, whatever the others are."""
        fixed = fields - {name for name, _ in self.defaults}
        impossible = tuple(each for each in self.impossible if _rests_on(each, fixed))
        required = tuple((name, each) for name, each in self.required if _rests_on(each, fixed))
        required = tuple((name, each) for name, each in required if name in fixed)
        return Nature(self.name, self.entity, impossible, required, (), (), ())


def _rests_on(condition: Condition, fields: frozenset[str]) -> bool:
    """Whether a condition of an element asks of it nothing but some fields."""
    match condition:
        case Compare(base, field):
            return base == "its" or field in fields
        case SomeReferred(field=field) | TheReferred(field=field):
            return field in fields
        case _:
            return all(_rests_on(part, fields) for part in parts_of(condition))


def plain_fields(entity: Entity) -> frozenset[str]:
    """The fields of an entity that refer to nothing."""
    return frozenset(
        name for name, field in entity.fields.items() if field.type not in ("reference", "references")
    )


def nature_of(world: World, entity: Entity, known: Known, added: Collection[str]) -> Nature:
    """The nature of an entity, with the additions to the entities in `added`. Raises BeyondProof."""
    plain = plain_fields(entity)

    def worked(condition: Condition) -> Condition:
        found = gathered(folded(inlined(world, condition), known), "this", plain)
        if any(isinstance(part, Some | FewerThan) for part in all_parts(found)):
            raise BeyondProof(f"what holds of one of {entity.name} rests on some other element")
        return found

    def rows(given: Sequence[ValueRow]) -> Rows:
        return tuple((None if row.when is None else worked(row.when), row.then) for row in given)

    fields = entity.fields.values()
    conditional = [each for each in fields if each.default and each.default[0].when is not None]
    impossible = [worked(each.when) for each in world.impossible if each.of == entity.name]
    return Nature(
        name=entity.name,
        entity=entity,
        impossible=tuple(each for each in impossible if each != FALSE),
        required=tuple(
            (each.name, worked(each.required_when)) for each in fields if each.required_when is not None
        ),
        defaults=tuple((each.name, rows(each.default)) for each in conditional),
        derived=tuple((each.name, rows(each.rows)) for each in entity.derived.values()),
        follows=tuple(
            (number, worked(each.when))
            for number, each in enumerate(world.additions)
            if each.each == entity.name and each.entity in added
        ),
    )


class Judge:
    """Settles elements of one nature: fills in what follows from their fields, and says what is possible."""

    def __init__(self, nature: Nature) -> None:
        self._rows = [(name, *_tests(rows)) for name, rows in (*nature.defaults, *nature.derived)]
        self._derived = {name for name, _ in nature.derived}
        self._required = [(name, tests_for([condition])) for name, condition in nature.required]
        self._impossible = tests_for(nature.impossible)

    def settle(self, element: Any) -> bool:
        """Works out the element's defaults and derived fields; whether the element is possible."""
        for name, test in self._required:
            if getattr(element, name) is None and test(None, element, None)[0]:
                return False
        for name, tests, values in self._rows:
            if name in self._derived or getattr(element, name) is None:
                setattr(element, name, values[tests(None, element, None).index(True)])
        return not any(self._impossible(None, element, None))


def _tests(rows: Rows) -> tuple[Test, list[Any]]:
    """The conditions of rows, the last of which holds everywhere, and their values."""
    test = tests_for([when for when, _ in rows if when is not None])
    return lambda case, this, its: (*test(case, this, its), True), [then for _, then in rows]


def classes_of(nature: Nature, conditions: Sequence[tuple[Condition, str]]) -> dict[str, FieldClasses]:
    """The classes of the plain fields on which anything rests, by field in the order of the entity.

    `conditions` are further conditions with what the element is in them, `this` or `its`.
    """
    plain = plain_fields(nature.entity)
    bars: dict[str, list[Condition]] = {}
    for condition in nature.impossible:
        field = only_field(condition, "this", plain)
        if field is not None:
            bars.setdefault(field, []).append(condition)
    barred = {condition for each in bars.values() for condition in each}
    tests: dict[str, dict[Condition, None]] = {name: {} for name, _ in nature.required}
    own = [(each, "this") for each in nature.conditions() if each not in barred]
    for condition, base in (*own, *conditions):
        for field, unit in units(gathered(condition, base, plain), base, plain):
            tests.setdefault(field, {})[moved(unit, base, "this")] = None
    return {
        name: classes_of_field(field, tuple(tests.get(name, ())), tuple(bars.get(name, ())))
        for name, field in nature.entity.fields.items()
        if name in tests or name in bars
    }
