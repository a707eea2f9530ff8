"""Text from packs, learners and plugins, made safe for a terminal: shown exactly, acting on nothing.

`shown` is the way in: cleaned before it is laid out, and never read as markup. `Cleaning` is the net
below it: it sees every line that any widget is about to draw.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.content import Content
from textual.filter import LineFilter

from simulator.errors.text import clean, clean_block

if TYPE_CHECKING:
    from rich.style import Style
    from textual.color import Color


def shown(text: str, style: str = "") -> Content:
    """`text` as it is, line feeds kept, in one style; no character of it is markup."""
    return Content.styled(clean_block(text).replace("\t", "    "), style)


class Cleaning(LineFilter):
    """Replaces what a terminal would act on in a drawn line and drops links, keeping the line's width."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:  # noqa: ARG002
        """The same cells, with U+FFFD for each control, bidirectional or invisible character."""
        if all(map(_harmless, segments)):
            return segments
        befores = ["", *(segment.text[-1:] for segment in segments)]
        return [_cleaned(*pair) for pair in zip(segments, befores, strict=False)]


def _harmless(segment: Segment) -> bool:
    text, style, control = segment
    printable = text.isprintable() and (text.isascii() or _is_clean(text))
    return printable and not control and not (style and style.link)


@lru_cache(maxsize=1024)
def _is_clean(text: str) -> bool:
    """Whether `text` stays as it is, whatever stands before it."""
    return clean(text) == text


def _cleaned(segment: Segment, before: str) -> Segment:
    """`before` is the letter before it, with which its first one may combine."""
    if segment.control:
        return Segment("")
    style = segment.style
    if style is not None and style.link:
        style = _without_link(style)
    text = clean(before + segment.text)[len(before) :]
    return Segment(text if text == segment.text else set_cell_size(text, cell_len(segment.text)), style)


@lru_cache(maxsize=256)
def _without_link(style: Style) -> Style:
    return style.update_link(None)
