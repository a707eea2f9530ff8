"""What a part of facts can be, and the fewest changes that this takes whatever is asked of other parts."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.rules.flips.classes import FAR

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence


@dataclass(frozen=True, slots=True)
class Option:
    """Something that a part can be: what it makes true, the changes that takes, and `told`.

    `told` holds what the option asks of the parts that it refers to, each in bits of its own; `made` says
    how the option is made, in as many ways as need the same number of changes.
    """

    mask: int
    cost: int
    told: int
    made: Sequence[object]


@dataclass(frozen=True, slots=True)
class Narrowed:
    """For each wanted mask the fewest changes, the fewest of all, and everything wanted that some make true."""

    costs: Mapping[int, int]
    fewest: int
    union: int


class Relaxed:
    """For each mask of a part the fewest changes that reach it, whatever that asks of other parts."""

    def __init__(self, costs: Mapping[int, int]) -> None:
        self._costs = costs
        self._kept: dict[tuple[int, int], Narrowed] = {}

    def narrowed(self, avoid: int, must: int) -> Narrowed:
        """The same without masks that hold anything to be avoided, and of the rest only what must be."""
        key = (avoid, must)
        found = self._kept.get(key)
        if found is None:
            found = self._kept[key] = self._narrowed(avoid, must)
        return found

    def _narrowed(self, avoid: int, must: int) -> Narrowed:
        costs: dict[int, int] = {}
        union = 0
        for mask, cost in self._costs.items():
            if not mask & avoid:
                kept = mask & must
                union |= kept
                costs[kept] = min(cost, costs.get(kept, cost))
        return Narrowed(costs, min(costs.values(), default=FAR), union)
