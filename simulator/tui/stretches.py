"""Stretches of the case file that are marked, and those of them that touch a line."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from simulator.tui.file_pieces import READ
from simulator.tui.searching import folded, sought

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.session.texts_view import AnnotationView
    from simulator.tui.file_layout import Line
    from simulator.tui.file_pieces import Piece
    from simulator.tui.searching import Folded


class Stretch(NamedTuple):
    """From `start` to `end` of the text of a piece."""

    piece: int
    start: int
    end: int


class Stretches:
    """Stretches in the order of the text, of which no two touch the same character."""

    def __init__(self, stretches: Iterable[Stretch] = ()) -> None:
        self.all = tuple(stretches)

    def on(self, line: Line) -> Iterator[int]:
        """The numbers of those of which something stands on `line`."""
        number = max(0, bisect_left(self.all, (line.piece, line.start, 0)) - 1)
        for at in range(number, len(self.all)):
            piece, start, end = self.all[at]
            if (piece, start) >= (line.piece, line.end):
                return
            if piece == line.piece and end > line.start:
                yield at


def highlighted(pieces: Sequence[Piece]) -> Stretches:
    """What the learner has highlighted; stretches that overlap are one."""
    return Stretches(
        Stretch(number, start, end)
        for number, piece in enumerate(pieces)
        for start, end in _merged(piece.marks)
    )


def _merged(marks: Iterable[AnnotationView]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted((mark.start, mark.end) for mark in marks if mark.highlighted):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def found(pieces: Sequence[Piece], typed: str) -> Stretches:
    """Where what was typed stands in the text, headings left out; nowhere where nothing was."""
    needle = sought(typed)
    if not needle:
        return Stretches()
    return Stretches(
        Stretch(number, start, end)
        for number, piece in enumerate(pieces)
        if piece.kind in READ
        for start, end in _places(folded(piece.text), needle)
    )


def _places(within: Folded, needle: str) -> Iterator[tuple[int, int]]:
    start = within.text.find(needle)
    while start >= 0:
        end = start + len(needle)
        yield within.origins[start], within.origins[end - 1] + 1
        start = within.text.find(needle, end)
