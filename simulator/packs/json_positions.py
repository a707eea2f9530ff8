"""Where the parts of a JSON text stand: a walk over its tokens, which needs no stack of calls."""

from __future__ import annotations

import json
import re
from bisect import bisect_right
from collections.abc import Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from simulator.model.document import KeyAndValue, Path

if TYPE_CHECKING:
    from collections.abc import Iterator

_TOKEN = re.compile(r'[ \t\n\r]*+(?:("(?:[^"\\]++|\\.)*+")|([{}\[\],:])|([^ \t\n\r{}\[\],:"]++))', re.DOTALL)


class Spot(NamedTuple):
    """A value: its path, the indices of its key and of itself in the text, and its first token."""

    path: Path
    key_at: int
    at: int
    token: str


class _Frame:
    __slots__ = ("key_at", "mapping", "next", "path")

    def __init__(self, path: Path, mapping: bool) -> None:
        self.path = path
        self.mapping = mapping
        self.next: str | int | None = None if mapping else 0
        self.key_at = 0


def spots_of(text: str) -> Iterator[Spot]:
    """Every value in the order of the text, as far as it is JSON."""
    frames: list[_Frame] = []
    index = 0
    while found := _TOKEN.match(text, index):
        index = found.end()
        token, at = found[found.lastindex or 0], found.start(found.lastindex or 0)
        frame = frames[-1] if frames else None
        if token in "}]":
            if frames:
                frames.pop()
        elif token == ",":
            _step(frame)
        elif frame and frame.next is None and token[0] == '"':
            frame.next, frame.key_at = text_of(token), at
        elif token != ":":
            path = (*frame.path, frame.next) if frame and frame.next is not None else ()
            yield Spot(path, frame.key_at if frame and frame.mapping else at, at, token)
            if token in "{[":
                frames.append(_Frame(path, token == "{"))


class Lines:
    """Turns an index in a text into line and column, both from 1; `first` is the number of its first line."""

    def __init__(self, text: str, first: int = 1) -> None:
        self._first = first
        self._starts = [0, *accumulate(len(line) + 1 for line in text.split("\n"))]

    def at(self, index: int) -> tuple[int, int]:
        number = bisect_right(self._starts, index) - 1
        return self._first + number, index - self._starts[number] + 1


class JsonPositions(Mapping[Path, KeyAndValue]):
    """The positions in a text that was read before without a fault; only those asked for are worked out."""

    def __init__(self, text: str, first_line: int) -> None:
        self._lines = Lines(text, first_line)
        self._spots = {path: (key_at, at) for path, key_at, at, _ in spots_of(text)}

    def __getitem__(self, path: Path) -> KeyAndValue:
        key_at, at = self._spots[path]
        return self._lines.at(key_at), self._lines.at(at)

    def __iter__(self) -> Iterator[Path]:
        return iter(self._spots)

    def __len__(self) -> int:
        return len(self._spots)


def _step(frame: _Frame | None) -> None:
    if frame and frame.mapping:
        frame.next = None
    elif frame and isinstance(frame.next, int):
        frame.next += 1


def text_of(token: str) -> str:
    """The text that a string token stands for; the token itself where that is broken."""
    if "\\" not in token:
        return token[1:-1]
    try:
        return str(json.loads(token))
    except ValueError:
        return token
