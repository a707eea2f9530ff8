"""Textual goes on keeping what was drawn of widgets that are gone; here it is made to let go of it."""

from __future__ import annotations

from functools import lru_cache

from textual._styles_cache import StylesCache

MOST_KEPT = 32
"""Widgets whose colours are remembered: enough while the lines of one are drawn."""

_colours = lru_cache(MOST_KEPT)(StylesCache.get_inner_outer.__wrapped__)


def keep_less() -> None:
    """Remember the colours of few widgets: with its colours, all lines of a widget are kept."""
    setattr(StylesCache, "get_inner_outer", _colours)  # noqa: B010
