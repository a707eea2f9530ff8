"""A problem: the parts of some facts, as one set of tables tells them apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.rules.flips.options import Relaxed
    from simulator.rules.flips.parts import LeafPart
    from simulator.rules.flips.referring_part import ReferringPart
    from simulator.rules.flips.slices import Slice


class Problem:
    """The parts of facts: those that refer to others, and the rest, each with where what it is told stands."""

    def __init__(
        self, referring: Sequence[ReferringPart], leaves: Sequence[tuple[LeafPart, Slice | None]]
    ) -> None:
        self.referring = referring
        self.leaves = leaves
        self._relaxed: dict[int, list[Relaxed]] = {}

    def relaxed(self, avoid: int) -> list[Relaxed]:
        """For each part the fewest changes, whatever is told to others: a bound, and never too high.

        `avoid` is what no part may make true; what does so forestalls nothing either.
        """
        if avoid not in self._relaxed:
            forestalled = self._forestalled(avoid)
            self._relaxed[avoid] = [
                *(part.relaxed for part in self.referring),
                *(leaf.reach.relaxed(forestalled.get(place, ())) for leaf, place in self.leaves),
            ]
        return self._relaxed[avoid]

    def _forestalled(self, avoid: int) -> dict[Slice | None, tuple[int, ...]]:
        """For parts, by the way in which they are seen, the additions that others may forestall."""
        found: dict[Slice | None, list[int]] = {}
        for place, mask, ways, additions in {each for part in self.referring for each in part.forestalling}:
            if not mask & avoid:
                several = found.setdefault(place, [0] * place.ways)
                for way in range(place.ways):
                    several[way] |= additions if ways >> way & 1 else 0
        return {place: tuple(several) for place, several in found.items()}
