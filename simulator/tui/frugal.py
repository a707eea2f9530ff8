"""Textual keeps more of what was drawn than it needs, and draws more than has changed; here it is made to do less."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual.geometry import Region

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.strip import Strip

MOST_KEPT = 32
"""Widgets whose colours are remembered: enough while the lines of one are drawn."""

_colours = lru_cache(MOST_KEPT)(StylesCache.get_inner_outer.__wrapped__)
_all_renders = Compositor._get_renders


def keep_less() -> None:
    """Remember the colours of few widgets: with its colours, all lines of a widget are kept."""
    setattr(StylesCache, "get_inner_outer", _colours)  # noqa: B010


def draw_less() -> None:
    """Draw of every widget the lines that are to be shown anew, and not all of its lines."""
    setattr(Compositor, "_get_renders", _renders)  # noqa: B010


def _renders(
    compositor: Compositor, crop: Region | None = None
) -> Iterable[tuple[Region, Region, list[Strip]]]:
    """As Textual's own: where a widget is, what is seen of it, and its lines there; but none outside `crop`."""
    if crop is None:
        yield from _all_renders(compositor)
        return
    for widget, (region, clip) in compositor.visible_widgets.items():
        seen = region.intersection(clip)
        top, bottom = max(seen.y, crop.y), min(seen.bottom, crop.bottom)
        if top < bottom and seen.x < crop.right and crop.x < seen.right:
            part = Region(seen.x, top, seen.width, bottom - top)
            yield region, part, widget.render_lines(part.translate(-region.offset))
