"""How much room there is, and what is done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from textual.geometry import Size

if TYPE_CHECKING:
    from textual.screen import Screen

NEEDED = Size(80, 24)
"""The smallest terminal in which everything can be shown."""

NEEDED_LARGE = Size(60, 18)
"""The same in the large layout: with few columns and rows the letters of a terminal can be large."""

LARGE = "-large"
"""The class that the app has in the large layout: one side at a time, bold, with room around it."""

BOTH_SIDES = 100
"""Columns from which on two sides have room beside each other."""

BESIDE = 130
"""Columns from which on a table and what is told of its row have room beside each other."""

BROAD = [(0, "-not-broad"), (150, "-broad")]
"""The classes that the opening screen gets by its width."""

TALL = [(0, "-short"), (30, "-tall")]
"""The classes that every screen gets by its height."""

NEVER = 10**6


def is_large(screen: Screen[Any]) -> bool:
    """Whether the large layout is wanted."""
    return screen.app.has_class(LARGE)


def both_sides(screen: Screen[Any]) -> bool:
    """Whether a screen has room for two sides beside each other; in the large layout it never has."""
    return screen.size.width >= BOTH_SIDES and not is_large(screen)


class _ByLayout:
    """The breakpoints of a screen as its app is laid out at the moment; it is wide from `least` columns on."""

    def __init__(self, least: int) -> None:
        self._least = least

    def __get__(self, screen: Screen[Any] | None, owner: object) -> list[tuple[int, str]]:
        large = screen is not None and is_large(screen)
        return [(0, "-narrow"), (NEVER if large else self._least, "-wide")]


BREAKPOINTS = cast("list[tuple[int, str]]", _ByLayout(BOTH_SIDES))
"""The classes that a screen gets by its width: give it to `HORIZONTAL_BREAKPOINTS`."""

SHEET_BREAKPOINTS = cast("list[tuple[int, str]]", _ByLayout(BESIDE))
"""The same for a screen with a sheet."""
