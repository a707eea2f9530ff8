"""Chance that is the same everywhere: nothing of `random` is used but its stream of numbers."""

from __future__ import annotations

import hashlib
import random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

Item = TypeVar("Item")


def seed_of(*key: str | int) -> int:
    """A number that depends on all parts of `key` and on nothing else."""
    digest = hashlib.sha256("\x1f".join(str(part) for part in key).encode()).digest()
    return int.from_bytes(digest[:16], "big")


class Chance:
    """A stream of choices named by its key: other streams never change what this one gives."""

    def __init__(self, *key: str | int) -> None:
        self._draw = random.Random(seed_of(*key)).random

    def below(self, end: int) -> int:
        """A whole number from 0 to `end` - 1."""
        return int(self._draw() * end)

    def pick(self, items: Sequence[Item]) -> Item:
        """One of the items, each as likely."""
        return items[int(self._draw() * len(items))]

    def weighted(self, items: Sequence[Item], weights: Sequence[int]) -> Item:
        """One of the items, in proportion to whole weights of which one at least is above 0."""
        left = self.below(sum(weights))
        for item, weight in zip(items, weights, strict=True):
            left -= weight
            if left < 0:
                return item
        return items[-1]

    def happens(self, percent: int) -> bool:
        """True in `percent` of a hundred."""
        return self.below(100) < percent

    def shuffled(self, items: Sequence[Item]) -> list[Item]:
        """The items in an order that is as likely as any other."""
        left, draw = list(items), self._draw
        return [left.pop(int(draw() * len(left))) for _ in items]
