"""What a goal still needs while the parts of facts are gone through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.rules.flips.layout import COUNT

if TYPE_CHECKING:
    from simulator.rules.flips.goals import Goal

DEAD = -1


class Needs:
    """States as bits: those of the goal that must still be set, and a bit for each element that is counted.

    Where at least so many elements must be counted their bits are needs; where fewer, what may still come.
    """

    def __init__(self, goal: Goal) -> None:
        self.start = self._wanted = goal.must
        self.relevant = self._must = goal.must
        self._units: list[tuple[int, int, bool]] = []
        free = max([goal.must.bit_length(), *(shift + COUNT for shift, _, _ in goal.limits)])
        for shift, number, below in goal.limits:
            units = (1 << (number - 1 if below else number)) - 1 << free
            free += number
            self.relevant |= (1 << COUNT) - 1 << shift
            self.start |= units
            self._wanted |= 0 if below else units
            self._units.append((shift, units, below))
        self._kept: dict[tuple[int, int], int] = {}

    def met(self, state: int) -> bool:
        """Whether nothing is needed any more."""
        return not state & self._wanted

    def after(self, state: int, mask: int) -> int:
        """What is needed after a part that makes a mask true; DEAD where there were too many."""
        key = (state, mask & self.relevant)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._after(*key)
        return found

    def _after(self, state: int, mask: int) -> int:
        state &= ~(mask & self._must)
        for shift, units, below in self._units:
            for _ in range(mask >> shift & (1 << COUNT) - 1):
                left = state & units
                if not left and below:
                    return DEAD
                state &= ~(left & -left)
        return state
