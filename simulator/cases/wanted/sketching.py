"""The facts of every phase as the choices made so far leave them possible."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.cases.drawing import InSlot
from simulator.cases.pack import CASE
from simulator.cases.wanted.judging import Judge
from simulator.cases.wanted.possible import (
    UNSET,
    Possible,
    PossibleFacts,
    Truth,
    Values,
    both,
    can_match,
    denied,
    facts_of,
    some,
    value_matches,
)
from simulator.cases.wanted.stock import CARRIED, CAST, OPENING, UPDATE, WAY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from simulator.cases.drawing import Drawer
    from simulator.cases.pack import Slot, Update, Way
    from simulator.cases.wanted.stock import Chosen, Fields, Key, Stock
    from simulator.model.conditions import Condition

CalledFor = "Callable[[str, str], Condition]"
"""Where an option of a question is what the guidance calls for."""


@dataclass(slots=True)
class Foreseen:
    """A judge of each phase, and whether the ways that are chosen can be gone."""

    judges: list[Judge] = field(default_factory=list)
    passable: Truth = True

    def assuming(self, phase: int, name: str, holds: bool) -> Foreseen:
        """The same where a definition of the case is taken to hold in a phase, or not to."""
        judges = [
            judge.assuming(name, holds) if number == phase else judge
            for number, judge in enumerate(self.judges)
        ]
        return Foreseen(judges, self.passable)


class Sketch:
    """The facts under way, as choices leave them possible."""

    def __init__(
        self,
        stock: Stock,
        chosen: Chosen,
        called_for: Callable[[str, str], Condition],
        left: Mapping[Key, frozenset[Any]] | None = None,
        surely: int | None = None,
    ) -> None:
        """`left` are the only values that some fields can have; the element with the number `surely` is there."""
        self._left = left or {}
        self._surely = surely
        self._stock = stock
        self._chosen = chosen
        self._called_for = called_for
        makes = stock.pack.makes
        cast = [self._somebody(slot) for slot in stock.slots(chosen)]
        case = {
            name: self._values(CASE, (CASE, name), draw) for name, draw in stock.plot(chosen).case.items()
        }
        self._facts = facts_of(Possible(None, True, case), {makes.cast: cast, makes.carried: []})
        self._facts.listed[makes.carried].extend(self._elements())

    def foreseen(self) -> Foreseen:
        """What can be told of every phase."""
        found = Foreseen()
        openings = self._stock.openings(self._chosen)
        for opening in openings:
            self._update((OPENING,), opening.updates, True if len(openings) == 1 else None, None)
        for number, phase in enumerate(self._stock.pack.phases):
            before = found.judges[-1] if found.judges else None
            for move in self._stock.moves_to(phase):
                found.passable = both(found.passable, self._go(move, found, before))
            facts, sound = self._at(number)
            found.judges.append(Judge(self._stock.world, facts))
            found.passable = both(found.passable, sound)
        return found

    # Casting

    def _somebody(self, slot: Slot) -> Possible:
        filled = self._stock.filled(slot, self._chosen)
        names = dict.fromkeys(name for fields in filled for name in fields)
        values = {
            name: self._of_variants(slot.slot, name, [fields.get(name) for fields in filled])
            for name in names
        }
        return Possible(InSlot(slot.slot), self._stock.there(slot, self._chosen), values)

    def _of_variants(self, slot: str, name: str, draws: Sequence[Drawer | None]) -> Values:
        found: frozenset[Any] = frozenset()
        for draw in draws:
            values = UNSET if draw is None else self._values(self._makes.cast, (CAST, slot, name), draw)
            if values is None:
                return None
            found |= values
        return found

    def _elements(self) -> Iterable[Possible]:
        elements: list[Possible] = []
        for number, (fields, there) in enumerate(self._stock.elements(self._chosen)):
            values = self._element_values(number, fields)
            there = there or number == self._surely or None
            whole = both(there, *[self._drawn(values.get(name, UNSET)) for name in self._needed])
            known = some(both(other.there, self._alike(other.fields, values)) for other in elements)
            elements.append(Possible(None, both(whole, denied(known)), values))
        return elements

    def _element_values(self, number: int, fields: Fields) -> dict[str, Values]:
        return {
            name: self._values(self._makes.carried, (CARRIED, number, name), draw)
            for name, draw in fields.items()
        }

    @property
    def _makes(self) -> Any:
        return self._stock.pack.makes

    @property
    def _needed(self) -> Sequence[str]:
        return (self._makes.grade, *self._makes.refers)

    def _drawn(self, values: Values) -> Truth:
        """Whether something was drawn, and refers to nobody who is not there."""
        if values is None:
            return None
        found = {self._is_there(each) for each in values}
        return found.pop() if len(found) == 1 else None

    def _is_there(self, value: Any) -> Truth:
        if isinstance(value, InSlot):
            somebody = self._facts.by_ref.get(value)
            return somebody.there if somebody is not None else False
        return value is not None

    def _alike(self, one: dict[str, Values], other: dict[str, Values]) -> Truth:
        return both(*[_same(one.get(name, UNSET), other.get(name, UNSET)) for name in self._makes.distinct])

    def _values(self, of: str, key: Key, draw: Drawer) -> Values:
        """The values of a field: the one chosen, or all."""
        if key in self._chosen:
            return frozenset([self._stock.held(of, key[-1], self._chosen[key])])
        if key in self._left:
            return self._left[key]
        return self._stock.values(of, key[-1], draw)

    # Moving

    def _go(self, move: int, found: Foreseen, before: Judge | None) -> Truth:
        """Makes the changes of the way that is chosen, or may make those of any; whether it can be gone."""
        asked = self._stock.pack.moves[move]
        if (WAY, move) not in self._chosen:
            ways = [
                way
                for option, listed_ways in asked.ways.items()
                if not asked.question or self._is_called_for(move, option, found) is not False
                for way in listed_ways
            ]
            alone = len(ways) == 1 and not asked.question and not ways[0].needs and ways[0].when is None
            for number, each in enumerate(ways):
                self._update((WAY, move, number), each.updates, True if alone else None, before)
            return True
        option, _ = self._chosen[WAY, move]
        way = self._stock.way(move, self._chosen[WAY, move])
        called = self._is_called_for(move, option, found) if asked.question else True
        if way is None:
            shut = denied(some(self._is_open(each, before) for each in asked.ways.get(option, ())))
            return both(called, shut)
        passable = both(called, self._is_open(way, before))
        self._update((WAY, move), way.updates, True, before)
        return passable

    def _is_called_for(self, move: int, option: str, found: Foreseen) -> Truth:
        asked, phases = self._stock.pack.moves[move], self._stock.pack.phases
        judge = found.judges[phases.index(asked.phase)]
        this = judge.case if asked.subject == CASE else asked.subject
        return judge.holds(self._called_for(asked.question, option), this)

    def _is_open(self, way: Way, before: Judge | None) -> Truth:
        fits = can_match(self._facts.case.fields, way.needs)
        if way.when is None:
            return fits
        return both(fits, _holds(way.condition, before, None))

    def _update(self, key: Key, updates: Sequence[Update], sure: Truth, before: Judge | None) -> None:
        for number, update in enumerate(updates):
            if update.each is None:
                applies = sure if update.when is None else both(sure, _holds(update.condition, before, None))
                self._set(self._facts.case, update, (UPDATE, key, number, ""), applies)
                continue
            seen = before.elements(update.each) if before is not None else ()
            for place, each in enumerate(self._facts.listed.get(update.each, ())):
                applies = sure
                if update.when is not None:
                    element = seen[place] if place < len(seen) else None
                    applies = both(sure, _holds(update.condition, before, element))
                target = each.ref.slot if each.ref is not None else str(place)
                self._set(each, update, (UPDATE, key, number, target), applies)

    def _set(self, element: Possible, update: Update, key: Key, applies: Truth) -> None:
        """Changes a field where that applies; where only some of its values are to be changed, the others stay."""
        others = {name: value for name, value in update.where.items() if name != update.set}
        applies = both(applies, can_match(element.fields, others))
        held = element.fields.get(update.set, UNSET)
        kept: Values = frozenset()
        if held is not None and update.set in update.where:
            wanted = update.where[update.set]
            kept = frozenset(value for value in held if not value_matches(frozenset([value]), wanted))
        if applies is False or (held is not None and kept == held):
            return
        of = update.each or CASE
        if key in self._chosen:
            new: Values = frozenset([self._stock.held(of, update.set, self._chosen[key])])
        else:
            new = self._left.get(key, self._stock.values(of, update.set, update.to))
        left = kept if applies else held
        element.fields[update.set] = None if new is None or left is None else new | left

    def _at(self, number: int) -> tuple[PossibleFacts, Truth]:
        """The facts of a phase: each element as graded by its end; and whether evidence can carry them all."""
        facts, makes, sound = self._facts.copied(), self._makes, True
        for each in facts.listed[makes.carried]:
            if each.there is False:
                continue
            own = {name: each.fields.get(name, UNSET) for name in (*makes.bears_on, makes.grade)}
            grades = self._stock.graded(self._chosen, own)[number]
            if not grades:
                sound = sound and each.there is not True
                each.there = False
                continue
            each.there = both(each.there, _none_but(grades, makes.nothing))
            each.fields[makes.grade] = grades - {makes.nothing}
        return facts, sound or False


def _none_but(grades: frozenset[Any], nothing: str) -> Truth:
    if nothing not in grades:
        return True
    return False if len(grades) == 1 else None


def _same(one: Values, other: Values) -> Truth:
    if one is None or other is None:
        return None
    if not one & other:
        return False
    return True if len(one) == len(other) == 1 else None


def _holds(condition: Condition | None, before: Judge | None, element: Possible | None) -> Truth:
    """Whether a condition held at the phase before; nothing held before the first."""
    if before is None:
        return False
    if condition is None:
        return None
    return before.holds(condition, element)
