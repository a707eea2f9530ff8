"""Kinds of element, and the fewest changes that make an element of each."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Sequence
from typing import Generic, TypeVar

from simulator.rules.flips.classes import FAR

Kind = TypeVar("Kind", bound=Hashable)
MOST_KEPT = 64
"""How many elements, told apart by the changes of their fields, a table remembers at once."""
Costs = tuple[tuple[int, ...], ...]
"""For each field, the changes that reach each of its classes."""
Classes = tuple[int, ...]
"""A class of each field, by number."""
Reached = Sequence[tuple[Kind, int, Sequence[Classes]]]
"""Kinds, each with the fewest changes that make it and the classes of fields that they reach."""


class Kinds(Generic[Kind]):
    """Combinations of classes of fields, each with the kind that an element of these is."""

    def __init__(self, rows: Iterable[tuple[Classes, Kind]]) -> None:
        numbers: dict[Kind, int] = {}
        self._rows = [(classes, numbers.setdefault(kind, len(numbers))) for classes, kind in rows]
        self.kinds = list(numbers)

    def reached(self, costs: Costs) -> Reached[Kind]:
        """The kinds that changes of an element reach."""
        fewest = [FAR] * len(self.kinds)
        best: list[list[Classes]] = [[] for _ in self.kinds]
        for classes, number in self._rows:
            cost = 0
            for field, place in zip(costs, classes):  # noqa: B905 (a third of the time goes to `strict`)
                cost += field[place]
            if cost < fewest[number]:
                fewest[number], best[number] = cost, [classes]
            elif cost == fewest[number] < FAR:
                best[number].append(classes)
        every = zip(self.kinds, fewest, best, strict=True)
        return [(kind, cost, rows) for kind, cost, rows in every if cost < FAR]
