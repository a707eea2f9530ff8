"""Where in the space of its predicates a question expects an option: disjoint sets of points, a goal each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.rules.flips.layout import Atom, Formula, Layout, truth

if TYPE_CHECKING:
    from simulator.model.questions import Ruling

Possible = Callable[[int, int], bool]
"""Whether some bits can be set while others are not."""


@dataclass(frozen=True, slots=True)
class Goal:
    """Points that share the truth of some predicates, and what is ruled of an option there.

    `must` and `avoid` are the bits that are set and not set. A limit is the place of a count, a number, and
    whether the count is below it.
    """

    must: int
    avoid: int
    limits: tuple[tuple[int, int, bool], ...]
    ruling: Ruling


@dataclass(frozen=True)
class Row:
    """A rule: where it applies, and the branches of each option's cell."""

    when: Formula
    cells: Mapping[str, tuple[tuple[Formula, Ruling], ...]]


@dataclass(frozen=True, slots=True)
class _Place:
    """Points at which some atoms hold and some fail."""

    held: int
    failed: int


class GoalFinder:
    """The goals of a question: `asked` is where it is asked of possible facts, `rows` in the order tried."""

    def __init__(self, layout: Layout, asked: Formula, rows: Sequence[Row], possible: Possible) -> None:
        self._layout = layout
        self._rows = rows
        self._possible = possible
        self._won = [
            (place, row)
            for start in self._where(asked, _Place(0, 0))
            for place, row in self._winners(start, 0)
        ]

    def goals(self, option: str) -> list[Goal]:
        """The goals of an option."""
        return [
            self._goal(place, ruling)
            for start, row in self._won
            if any(ruling.verdict == "expected" for _, ruling in row.cells[option])
            for place, ruling in self._ruled(start, row.cells[option])
            if ruling.verdict == "expected"
        ]

    def _where(self, formula: Formula, place: _Place) -> Iterator[_Place]:
        found = truth(formula, place.held, place.failed)
        if isinstance(found, Atom):
            for more in self._split(place, found):
                yield from self._where(formula, more)
        elif found:
            yield place

    def _winners(self, place: _Place, first: int) -> Iterator[tuple[_Place, Row]]:
        for number in range(first, len(self._rows)):
            row = self._rows[number]
            found = truth(row.when, place.held, place.failed)
            if isinstance(found, Atom):
                for more in self._split(place, found):
                    yield from self._winners(more, number)
                return
            if found:
                yield place, row
                return

    def _ruled(
        self, place: _Place, branches: Sequence[tuple[Formula, Ruling]]
    ) -> Iterator[tuple[_Place, Ruling]]:
        for when, ruling in branches:
            found = truth(when, place.held, place.failed)
            if isinstance(found, Atom):
                for more in self._split(place, found):
                    yield from self._ruled(more, branches)
                return
            if found:
                yield place, ruling
                return

    def _split(self, place: _Place, atom: Atom) -> Iterator[_Place]:
        bit = 1 << atom.number
        for more in (_Place(place.held | bit, place.failed), _Place(place.held, place.failed | bit)):
            if atom.number >= self._layout.bits or self._possible(more.held, more.failed):
                yield more

    def _goal(self, place: _Place, ruling: Ruling) -> Goal:
        low = (1 << self._layout.bits) - 1
        limits = []
        for number, counted in enumerate(self._layout.counted):
            bit = 1 << self._layout.bits + number
            if (place.held | place.failed) & bit:
                limits.append((self._layout.count_shift(number), counted.number, bool(place.held & bit)))
        return Goal(place.held & low, place.failed & low, tuple(limits), ruling)
