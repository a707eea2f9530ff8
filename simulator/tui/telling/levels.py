"""How sure somebody said they were: the words for each level, and the share of right decisions it stands for."""

from __future__ import annotations

from typing import NamedTuple


class Level(NamedTuple):
    """A level of sureness: its words, and from which share to which it holds."""

    words: str
    least: float
    most: float


LEVELS: dict[int, Level] = {
    1: Level("below 67%", 0, 0.67),
    2: Level("above 67%", 0.67, 0.8),
    3: Level("above 80%", 0.8, 1),
}


def borne_out(level: int, share: float) -> str:
    """Whether a share of right decisions is what the level stands for, in a few words."""
    least, most = LEVELS[level].least, LEVELS[level].most
    if share < least:
        return "less often right than you were sure"
    return "as often right as you were sure" if share <= most else "more often right than you were sure"
