"""The case file in lines of a width, and its sentences, each with the lines on which it stands."""

from __future__ import annotations

import sys
from bisect import bisect_right
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from simulator.errors.text import clean, clean_block
from simulator.session.sentences import sentences
from simulator.tui.file_pieces import READ
from simulator.tui.wrapping import KEPT, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.session.texts_view import AnnotationView
    from simulator.tui.file_pieces import Piece

NOTED = "✎"
QUOTED = 32
"""Characters of a passage that are quoted before a note to it."""

sentences_of = lru_cache(maxsize=KEPT)(sentences)


class Line(NamedTuple):
    """A line of a piece from `start` to `end` of its text; `note` where it tells a note under the piece."""

    piece: int
    start: int
    end: int
    note: str | None = None


class Sentence(NamedTuple):
    """A sentence of a piece, from `start` to `end` of its text."""

    piece: int
    start: int
    end: int


class FileLayout:
    """`pieces` in lines of `width` cells; the sentences are those on which a cursor may stand."""

    def __init__(self, pieces: Sequence[Piece], width: int) -> None:
        self.pieces = tuple(pieces)
        self.width = width
        of_pieces = [tuple(_lines(number, piece, width)) for number, piece in enumerate(self.pieces)]
        self.lines = [line for lines in of_pieces for line in lines]
        self._firsts = list(accumulate(map(len, of_pieces), initial=0))
        self.sentences = tuple(
            Sentence(number, start, end)
            for number, piece in enumerate(self.pieces)
            if piece.kind in READ
            for start, end in sentences_of(piece.text)
        )
        self.noted = frozenset(
            self.line_of(number, mark.start)
            for number, piece in enumerate(self.pieces)
            for mark in piece.marks
            if mark.note
        )
        """The numbers of the lines on which something begins to which there is a note."""

    def line_of(self, piece: int, offset: int) -> int:
        """The number of the line on which character `offset` of a piece stands."""
        first, beyond = self._firsts[piece], self._firsts[piece + 1]
        return bisect_right(self.lines, offset, first, beyond, key=_begin) - 1

    def span_of(self, stretch: tuple[int, int, int]) -> tuple[int, int]:
        """The numbers of the first and the last line of a stretch: its piece, its start and its end."""
        piece, start, end = stretch
        return self.line_of(piece, start), self.line_of(piece, max(start, end - 1))

    def sentence_at(self, piece: int, offset: int) -> int | None:
        """The number of the sentence at a character, or the last before it; None before the first."""
        number = bisect_right(self.sentences, (piece, offset, len(self.pieces[piece].text) + 1)) - 1
        return number if number >= 0 else None


def _begin(line: Line) -> int:
    return line.start if line.note is None else sys.maxsize


def _lines(number: int, piece: Piece, width: int) -> Iterator[Line]:
    """The lines of a piece, its notes, and an empty line below."""
    yield from (Line(number, start, end) for start, end in wrapped(piece.text, width))
    for mark in piece.marks:
        if mark.note:
            yield from (Line(number, 0, 0, text) for text in _note(piece, mark, width))
    yield Line(number, 0, 0, "")


def _note(piece: Piece, mark: AnnotationView, width: int) -> Iterator[str]:
    text = f"“{quoted(piece.text, mark)}” – {clean_block(mark.note)}"
    for row, (start, end) in enumerate(wrapped(text, width - 2)):
        yield f"{' ' if row else NOTED} {text[start:end]}"


def quoted(text: str, mark: AnnotationView) -> str:
    """The first words of what `mark` is about, in one line."""
    words = clean(" ".join(text[mark.start : mark.end].split()))
    return words if len(words) <= QUOTED else f"{words[: QUOTED - 1].rstrip()}…"
