"""Pictures of pixels that are on or off, in rows of equal length, drawn with blocks."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Sequence

Pixels: TypeAlias = "Sequence[Sequence[bool]]"

HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}
"""A cell, by whether its upper half and its lower one are on."""


def in_halves(pixels: Pixels) -> list[str]:
    """Each pixel half a cell: half as many lines as rows."""
    rows = zip_longest(pixels[::2], pixels[1::2], fillvalue=[False] * len(pixels[0]))
    return ["".join(HALVES[pair] for pair in zip(*pair_of_rows, strict=True)) for pair_of_rows in rows]


def in_pairs(pixels: Pixels) -> list[str]:
    """Each pixel two cells beside each other: as many lines as rows."""
    return ["".join("██" if on else "  " for on in row) for row in pixels]
