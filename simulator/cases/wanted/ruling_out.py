"""Proofs that choices leave nothing that is wanted, where going through what is left would take too long.

*Splitting*: a definition of the case holds in a phase or does not; where either way some want cannot be met, none can
be with the others. *Shaving*: a value of a field with which some want cannot be met is left out; where nothing that
is wanted is left after that, nothing was before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.cases.wanted.choices import targets
from simulator.cases.wanted.goals import stands
from simulator.cases.wanted.sketching import Sketch
from simulator.cases.wanted.stock import CARRIED, CAST, UPDATE, updates_of
from simulator.model.world import CASE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from simulator.cases.drawing import Drawer
    from simulator.cases.wanted.goals import Goal
    from simulator.cases.wanted.sketching import Foreseen
    from simulator.cases.wanted.stock import Chosen, Key, Stock
    from simulator.cases.wanted.telling_apart import TellingApart
    from simulator.model.conditions import Condition

    Goals = Sequence[Sequence[Goal]]

ROUNDS = 2
MOST_LOOKED_AT = 500
"""After so many sketches nothing more is ruled out."""


class Ruling:
    """Proofs about the choices of one pack."""

    def __init__(
        self, stock: Stock, called_for: Callable[[str, str], Condition], apart: TellingApart
    ) -> None:
        self._stock = stock
        self._called_for = called_for
        self._apart = apart
        self._left = MOST_LOOKED_AT
        definitions = stock.world.definitions.values()
        self._of_case = [each.name for each in definitions if each.of == CASE]

    def rules_out(self, chosen: Chosen, goals: Goals) -> bool:
        """Whether no case with these choices meets every want."""
        left: dict[Key, frozenset[Any]] = {}
        for _ in range(ROUNDS):
            foreseen = self._foreseen(chosen, left)
            if not _is_possible(foreseen, goals) or self._splits(foreseen, goals):
                return True
            before = dict(left)
            for key, classes in self._fields(chosen):
                values = [
                    value
                    for ways in classes
                    for value in ways
                    if self._may_be(chosen, left, key, ways[0], goals)
                ]
                of, name = self._of(chosen, key)
                left[key] = frozenset(self._stock.held(of, name, value) for value in values)
            if left == before:
                break
        return not _is_possible(self._foreseen(chosen, left), goals)

    @property
    def is_spent(self) -> bool:
        """Whether as much was looked at as may be."""
        return self._left <= 0

    def _foreseen(
        self, chosen: Chosen, left: dict[Key, frozenset[Any]], surely: int | None = None
    ) -> Foreseen:
        self._left -= 1
        return Sketch(self._stock, chosen, self._called_for, left, surely).foreseen()

    def _may_be(
        self, chosen: Chosen, left: dict[Key, frozenset[Any]], key: Key, value: Any, goals: Goals
    ) -> bool:
        """Whether a field may have a value, if its element is there."""
        surely = key[1] if key[0] == CARRIED else None
        if key[0] == UPDATE and self._of(chosen, key)[0] == self._stock.pack.makes.carried:
            surely = int(key[3])
        return _is_possible(self._foreseen({**chosen, key: value}, left, surely), goals)

    def _fields(self, chosen: Chosen) -> Iterator[tuple[Key, list[list[Any]]]]:
        """The fields that are still open, each with its values, those together that nothing tells apart."""
        for number, (fields, _) in enumerate(self._stock.elements(chosen)):
            for name, draw in fields.items():
                yield from self._open(chosen, (CARRIED, number, name), draw)
        for slot in self._stock.slots(chosen):
            filled = self._stock.filled(slot, chosen)
            for name, draw in filled[0].items() if len(filled) == 1 else ():
                yield from self._open(chosen, (CAST, slot.slot, name), draw)

        for key, updates in updates_of(self._stock, chosen):
            for place, update in enumerate(updates):
                for target in targets(self._stock, chosen, update.each):
                    yield from self._open(chosen, (UPDATE, key, place, target), update.to)

    def _open(self, chosen: Chosen, key: Key, draw: Drawer) -> Iterator[tuple[Key, list[list[Any]]]]:
        ways = draw.ways
        if key not in chosen and ways is not None and len(ways) > 1:
            classes = self._apart.classes(self._of(chosen, key)[1], ways)
            if len(classes) > 1:
                yield key, [[value for value, _ in each] for each in classes]

    def _of(self, chosen: Chosen, key: Key) -> tuple[str, str]:
        """What a value is of, and its field."""
        makes = self._stock.pack.makes
        if key[0] == UPDATE:
            update = dict(updates_of(self._stock, chosen))[key[1]][key[2]]
            return update.each or CASE, update.set
        return makes.carried if key[0] == CARRIED else makes.cast, str(key[-1])

    def _splits(self, foreseen: Foreseen, goals: Goals) -> bool:
        return any(
            not any(_is_possible(foreseen.assuming(phase, name, holds), goals) for holds in (True, False))
            for phase in range(len(foreseen.judges))
            for name in self._of_case
        )


def _is_possible(foreseen: Foreseen, goals: Goals) -> bool:
    if foreseen.passable is False:
        return False
    return all(any(stands(goal, foreseen.judges) is not False for goal in each) for each in goals)
