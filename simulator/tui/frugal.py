"""Textual keeps more of what was drawn than it needs, and draws more than has changed; here it is made to do less."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual._compositor import Compositor
from textual._styles_cache import StylesCache
from textual.geometry import Region

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.strip import Strip

MOST_KEPT = 32
"""Widgets whose colours are remembered: enough while the lines of one are drawn."""

_colours = lru_cache(MOST_KEPT)(StylesCache.get_inner_outer.__wrapped__)


def keep_less() -> None:
    """Remember the colours of few widgets: with its colours, all lines of a widget are kept."""
    setattr(StylesCache, "get_inner_outer", _colours)  # noqa: B010


def draw_less() -> None:
    """Draw of every widget only lines that are to be shown anew and are not behind others."""
    setattr(Compositor, "_get_renders", _renders)  # noqa: B010


def _renders(
    compositor: Compositor, crop: Region | None = None
) -> Iterator[tuple[Region, Region, list[Strip]]]:
    """As Textual's own, from front to back: where a widget is, what is drawn of it, and its lines there."""
    within = crop or compositor.size.region
    covered = [0] * within.height  # a bit for each column of a line
    for widget, (region, clip) in compositor.visible_widgets.items():
        seen = region.intersection(clip)
        wanted = seen.intersection(within)
        columns = ((1 << wanted.width) - 1) << wanted.x
        lines = [y for y in wanted.line_range if columns & ~covered[y - within.y]]
        if not lines:
            continue
        for y in lines:
            covered[y - within.y] |= columns
        part = Region(seen.x, lines[0], seen.width, lines[-1] - lines[0] + 1)
        yield region, part, widget.render_lines(part.translate(-region.offset))
