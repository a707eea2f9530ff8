"""Whether conditions hold of facts of which only some choices are made: yes, no, or open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.cases.drawing import InSlot
from simulator.cases.wanted.possible import (
    UNSET,
    Possible,
    PossibleFacts,
    Truth,
    Values,
    both,
    denied,
    of_all,
    some,
)
from simulator.model.conditions import (
    All,
    Always,
    AnyOf,
    Compare,
    Condition,
    Defined,
    FewerThan,
    Not,
    Some,
    SomeReferred,
    TheReferred,
    This,
)
from simulator.model.world import CASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.model.world import Addition, Row, World

Meant = Possible | str | None
"""What `this` or `its` stands for: the case or an element, a value, or nothing."""


class Judge:
    """Judges conditions at the facts of one phase; each definition is judged once."""

    def __init__(self, world: World, facts: PossibleFacts, assumed: Mapping[str, bool] | None = None) -> None:
        """`assumed` are definitions of the case that are taken to hold, or not to."""
        self._world = world
        self._assumed = assumed or {}
        self._facts = facts
        self._defined: dict[tuple[str, int], Truth] = {}
        self._elements: dict[str, Sequence[Possible]] = {}
        self._entity_of = {id(each): name for name, found in facts.listed.items() for each in found}
        self._derived: dict[tuple[str, int], Values] = {}

    def assuming(self, name: str, holds: bool) -> Judge:
        """A judge of the same facts that takes one more definition of the case to hold, or not to."""
        return Judge(self._world, self._facts, {**self._assumed, name: holds})

    @property
    def case(self) -> Possible:
        """The case itself."""
        return self._facts.case

    def holds(self, condition: Condition, this: Meant, its: Possible | None = None) -> Truth:
        """Whether a condition holds of `this`."""
        match condition:
            case Always():
                return True
            case All(parts):
                return self._all(parts, this, its)
            case AnyOf(parts):
                return some(self.holds(part, this, its) for part in parts)
            case Not(part):
                return denied(self.holds(part, this, its))
            case Defined(base, name):
                return self._definition(name, self._meant(base, this, its))
            case Compare():
                return self._compared(condition, this, self._meant(condition.base, this, its))
            case _:
                return self._quantified(condition, this, its)

    def elements(self, entity: str) -> Sequence[Possible]:
        """The elements of a list, those that follow from others among them."""
        if entity not in self._elements:
            self._elements[entity] = self._facts.listed.get(entity, [])
            added = [
                self._added(addition, each)
                for addition in self._world.additions
                if addition.entity == entity
                for each in self.elements(addition.each)
                if each.there is not False
            ]
            self._entity_of |= {id(each): entity for each in added}
            self._elements[entity] = [*self._elements[entity], *added]
        return self._elements[entity]

    def _all(self, parts: Sequence[Condition], this: Meant, its: Possible | None) -> Truth:
        found: Truth = True
        for part in parts:
            truth = self.holds(part, this, its)
            if truth is False:
                return False
            if truth is None:
                found = None
        return found

    def _quantified(self, condition: Condition, this: Meant, its: Possible | None) -> Truth:
        match condition:
            case Some(entity, where, another):
                return some(self._meeting(entity, where, this, but=this if another else None))
            case FewerThan(number, entity, where):
                met = list(self._meeting(entity, where, this))
                if met.count(True) >= number:
                    return False
                return True if len(met) - met.count(False) < number else None
            case SomeReferred(base, field, _, where):
                return self._referred(self._meant(base, this, its), field, where, this)
            case TheReferred(base, field, _, where):
                return self._referred(self._meant(base, this, its), field, where, this)
            case _:
                raise TypeError(condition)

    def _meant(self, base: str, this: Meant, its: Possible | None) -> Meant:
        return self._facts.case if base == CASE else this if base == "this" else its

    def _meeting(self, entity: str, where: Condition, this: Meant, but: Meant = None) -> Iterator[Truth]:
        for each in self.elements(entity):
            if each is not but and each.there is not False:
                yield both(each.there, self.holds(where, this, each))

    def _referred(self, element: Meant, field: str, where: Condition, this: Meant) -> Truth:
        values = self._values(element, field)
        if values is None:
            return None
        truths = {
            some(self._at(ref, where, this) for ref in (value if isinstance(value, tuple) else (value,)))
            for value in values
        }
        return truths.pop() if len(truths) == 1 else None

    def _at(self, ref: Any, where: Condition, this: Meant) -> Truth:
        element = self._facts.by_ref.get(ref) if isinstance(ref, InSlot) else None
        if element is None or element.there is False:
            return False
        return both(element.there, self.holds(where, this, element))

    def _definition(self, name: str, element: Meant) -> Truth:
        if name in self._assumed:
            return self._assumed[name]
        key = (name, id(element))
        if key not in self._defined:
            self._defined[key] = self.holds(self._world.definitions[name].when, element)
        return self._defined[key]

    def _compared(self, compare: Compare, this: Meant, element: Meant) -> Truth:
        values = self._values(element, compare.field)
        if compare.operator == "holds_own":
            others = self._values(element, str(compare.values[0]))
            if values is None or others is None:
                return None
            return of_all(other in value for value in values for other in others)
        if values is None:
            return None
        wanted: Sequence[Any] = compare.values
        if wanted and isinstance(wanted[0], This):
            wanted = [_plain(each, this) for each in wanted]
        return of_all(compares(compare.operator, value, wanted) for value in values)

    def _values(self, element: Meant, field: str) -> Values:
        if not isinstance(element, Possible):
            return frozenset([element])
        if field in element.fields:
            return element.fields[field]
        key = (field, id(element))
        if key not in self._derived:
            self._derived[key] = self._worked_out(element, field)
        return self._derived[key]

    def _worked_out(self, element: Possible, field: str) -> Values:
        """The values of a field that nobody gave: it is derived, or has a default."""
        if element is self._facts.case:
            return self._rows(self._world.case_fields[field].default, element)
        entity = self._world.entities[self._entity_of[id(element)]]
        if field in entity.derived:
            return self._rows(entity.derived[field].rows, element)
        if entity.fields[field].type in ("references", "choices"):
            return frozenset([() if entity.fields[field].type == "references" else frozenset()])
        return self._rows(entity.fields[field].default, element)

    def _rows(self, rows: Sequence[Row], element: Possible) -> Values:
        found: set[Any] = set()
        for row in rows:
            applies = True if row.when is None else self.holds(row.when, element)
            if applies is not False:
                found.add(row.then)
            if applies:
                return frozenset(found)
        return frozenset(found) | UNSET

    def _added(self, addition: Addition, each: Possible) -> Possible:
        fields: dict[str, Values] = {
            name: frozenset([each.ref if value is None else value]) for name, value in addition.values.items()
        }
        there = both(each.there, self.holds(addition.when, each))
        same = some(
            both(listed.there, *[_alike(listed, fields, name) for name in addition.unless_same])
            for listed in self._facts.listed.get(addition.entity, [])
        )
        return Possible(None, both(there, denied(same)), fields)


def _alike(listed: Possible, fields: dict[str, Values], name: str) -> Truth:
    one, other = listed.fields.get(name, UNSET), fields.get(name, UNSET)
    if one is None or other is None:
        return None
    if not one & other:
        return False
    return True if len(one) == len(other) == 1 else None


def _plain(value: Any, this: Meant) -> Any:
    """A value to compare with: the subject by how it is referred to."""
    if not isinstance(value, This):
        return value
    return this.ref if isinstance(this, Possible) else this


def compares(operator: str, held: Any, wanted: Sequence[Any]) -> bool:
    """Whether a value, sets as frozensets and lists as tuples, compares as it is wanted to."""
    first = wanted[0] if wanted else None
    match operator:
        case "equals":
            return bool(held == first and type(held) is type(first))
        case "one_of":
            return held in wanted
        case "holds":
            return first in (held or ())
        case "holds_any":
            return any(each in (held or ()) for each in wanted)
        case "holds_only":
            return all(each in wanted for each in held or ())
        case "empty":
            return (not held) is bool(first)
        case "at_least":
            return held is not None and held >= first
        case _:
            return held is not None and held < first
