"""A text that is drawn for the width it gets."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from textual.visual import Visual

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.content import Content
    from textual.css.styles import RulesMap
    from textual.strip import Strip
    from textual.style import Style
    from textual.visual import RenderOptions


class Drawn(Visual):
    """For any widget that shows a visual; `draw` makes the text for a number of cells, when it is looked at."""

    def __init__(self, draw: Callable[[int], Content]) -> None:
        self._draw = lru_cache(maxsize=2)(draw)

    def get_optimal_width(self, rules: RulesMap, container_width: int) -> int:  # noqa: ARG002
        """All the width there is."""
        return container_width

    def get_height(self, rules: RulesMap, width: int) -> int:
        """Lines that it takes at this width."""
        return self._draw(width).get_height(rules, width)

    def render_strips(
        self, width: int, height: int | None, style: Style, options: RenderOptions
    ) -> list[Strip]:
        """The text for this width."""
        return self._draw(width).render_strips(width, height, style, options)
