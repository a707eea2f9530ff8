"""Where the lines of a text begin and end in so many cells, with every character kept and counted."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from rich.cells import cell_len, chop_cells

if TYPE_CHECKING:
    from collections.abc import Iterator

TAB = "    "
KEPT = 4096
_WORD = re.compile(r"([^ \t]++)[ \t]*+")
_SPACE = re.compile(r"[ \t]*+")


@lru_cache(maxsize=KEPT)
def wrapped(text: str, width: int) -> tuple[tuple[int, int], ...]:
    """The start and end of each line of `text` in `width` cells; together they hold all but its line feeds.

    A word that is wider than a line is cut. A line's last spaces may stand beyond the width.
    """
    ends = [found.start() for found in re.finditer("\n", text)]
    breaks = pairwise([-1, *ends, len(text)])
    return tuple(line for before, end in breaks for line in _folded(text, before + 1, end, max(width, 2)))


def drawn(text: str) -> str:
    """`text` as it is drawn: a tab is so many spaces."""
    return text.replace("\t", TAB)


def _cells(text: str) -> int:
    return len(text) if text.isascii() and "\t" not in text else cell_len(drawn(text))


def _folded(text: str, start: int, end: int, width: int) -> Iterator[tuple[int, int]]:
    """The lines of one paragraph."""
    indent = _SPACE.match(text, start, end)
    used = _cells(indent[0]) if indent else 0
    for word in _WORD.finditer(text, start, end):
        needed = _cells(word[1])
        if used and used + needed > width:
            yield start, word.start()
            start, used = word.start(), 0
        if needed > width:
            *cuts, start = _cut(word[1], word.start(), width)
            yield from pairwise([*cuts, start])
            needed = _cells(text[start : word.end(1)])
        used += needed + _cells(text[word.end(1) : word.end()])
    yield start, end


def _cut(word: str, start: int, width: int) -> list[int]:
    """Where each piece of a word begins that is wider than a line, where the word begins at `start`."""
    starts = [start]
    for piece in chop_cells(word, width)[:-1]:
        starts.append(starts[-1] + len(piece))
    return starts
