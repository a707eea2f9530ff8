"""Text folded into lines of so many cells, and lines that are not to be parted."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from textual.content import Content

from simulator.tui.wrapping import wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable

Lines: TypeAlias = "list[Content]"

NARROWEST = 24
"""Cells below which nothing is made narrower."""
HANGING = 2
"""Cells by which further lines of a text are indented."""


@dataclass(frozen=True, slots=True)
class Block:
    """A heading and what belongs below it: groups of lines of which none is to be torn apart.

    An empty line at the start of a group parts it from the group before it, and stands nowhere else.
    """

    heading: Lines
    groups: list[Lines]

    def lines(self, *, spaced: bool = False) -> Lines:
        """All of them; with `spaced` an empty line stands before each group but the first."""
        lines = list(self.heading)
        for at, group in enumerate(self.groups):
            apart = not group[0]
            lines += (
                group[1:]
                if apart and not at
                else group
                if apart or not (spaced and at)
                else [Content(""), *group]
            )
        return lines


def folded(text: Content, width: int) -> Lines:
    """The lines of `text`, each of at most `width` cells; words that are wider are cut."""
    return [text[start:end].rstrip(" ") for start, end in wrapped(text.plain, width)]


def hung(head: Content, text: Content, width: int) -> Lines:
    """`text` after `head`, in lines of at most `width` cells; its further lines begin where its first does."""
    indent = head.cell_length
    first, *others = folded(text, width - indent)
    return [head + first, *(line.pad_left(indent) for line in others)]


def hanging(text: Content, width: int) -> Lines:
    """`text` in lines of at most `width` cells, all but the first indented; as it is where it fits in one."""
    if text.cell_length <= width and "\n" not in text.plain:
        return [text]
    first, *others = folded(text, width - HANGING)
    return [first, *(line.pad_left(HANGING) for line in others)]


def below(parts: Iterable[Lines]) -> Content:
    """Parts below one another, an empty line between each two."""
    return Content("\n\n").join(Content("\n").join(part) for part in parts)
