"""A QR code of half blocks, two of its modules in each cell, one above the other."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

import segno

from simulator.tui.classroom.pixels import in_halves, in_pairs
from simulator.tui.safety import shown

if TYPE_CHECKING:
    from textual.content import Content

    from simulator.tui.classroom.pixels import Pixels


QUIET = 4
"""Light modules around it, as its standard asks for: without them no camera finds it on a dark screen."""
COLOURS = "#000000 on #ffffff"


def qr_told(text: str, *, large: bool = False) -> Content:
    """`text` as a QR code, dark on light whatever the theme; raises ValueError for what none can hold.

    With `large` a module is two cells and not half a one: the code is twice as broad, and twice as high.
    """
    modules = _modules(text)
    return shown("\n".join(in_pairs(modules) if large else in_halves(modules)), COLOURS)


def fits(text: str, width: int, height: int, *, large: bool = False) -> bool:
    """Whether the code of `text` has room in so many columns and rows."""
    try:
        modules = len(_modules(text))
    except ValueError:
        return False
    if large:
        return modules * 2 <= width and modules <= height
    return modules <= width and (modules + 1) // 2 <= height


@lru_cache(maxsize=4)
def _modules(text: str) -> Pixels:
    """Its rows from the top, each True for a dark module and False for a light one."""
    code = segno.make_qr(text, error="m")
    return tuple(tuple(map(bool, row)) for row in code.matrix_iter(border=QUIET))
