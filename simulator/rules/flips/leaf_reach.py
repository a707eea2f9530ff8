"""What an element that refers to no others can become."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.rules.flips.options import Option, Relaxed
from simulator.rules.flips.parts import REMOVED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.rules.flips.kinds import Reached
    from simulator.rules.flips.layout import Layout


@dataclass(frozen=True, slots=True)
class LeafKind:
    """What an element can be: the mask of what it makes true, and as whom others that refer to it see it.

    `added` holds, for each addition that others may forestall, what the element added would make true.
    """

    mask: int
    added: tuple[int, ...]
    seen: int


class LeafReach:
    """What an element can become, given the changes that reach each class of its fields.

    What it is told are bits: for each of `ways` to be seen that it may not be seen so, and then for each
    addition that may be forestalled that it is.
    """

    def __init__(self, reached: Reached[LeafKind], layout: Layout, ways: int, *, removable: bool) -> None:
        self._reached = reached
        self._layout = layout
        self._ways = ways
        self._removable = removable
        self._options: dict[int, list[Option]] = {}
        self._relaxed: dict[tuple[int, ...], Relaxed] = {}

    def relaxed(self, forestalled: tuple[int, ...]) -> Relaxed:
        """The fewest changes for each mask, whatever others tell it.

        `forestalled` are, for each way to be seen, the additions that may be forestalled; empty for none.
        """
        if forestalled not in self._relaxed:
            found = {0: 1} if self._removable else {}
            for kind, cost, _ in self._reached:
                for mask in self._masks(kind, forestalled[kind.seen] if forestalled else 0):
                    found[mask] = min(cost, found.get(mask, cost))
            self._relaxed[forestalled] = Relaxed(found)
        return self._relaxed[forestalled]

    def options(self, told: int) -> Sequence[Option]:
        """What the part can be where it is told so."""
        if told not in self._options:
            self._options[told] = self._found(told)
        return self._options[told]

    def _found(self, told: int) -> list[Option]:
        least: dict[int, tuple[int, list[object]]] = {}
        if self._removable:
            least[0] = (1, [REMOVED])
        for kind, cost, rows in self._reached:
            if told >> kind.seen & 1:
                continue
            mask = kind.mask
            for number, added in enumerate(kind.added):
                if added and not told >> self._ways + number & 1:
                    mask = self._layout.joined(mask, added)
            known = least.get(mask)
            if known is None or cost < known[0]:
                least[mask] = (cost, list(rows))
            elif cost == known[0]:
                known[1].extend(rows)
        return [Option(mask, cost, 0, made) for mask, (cost, made) in least.items()]

    def _masks(self, kind: LeafKind, forestalled: int) -> set[int]:
        """What a kind may make true where any of some additions may be forestalled."""
        masks = {kind.mask}
        for number, added in enumerate(kind.added):
            if added:
                more = {self._layout.joined(mask, added) for mask in masks}
                masks = masks | more if forestalled >> number & 1 else more
        return masks
