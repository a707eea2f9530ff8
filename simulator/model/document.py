"""A document that was read: plain data, and where in the file each part of it stands."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any

from simulator.errors.faults import Fault, Place

Path = tuple[str | int, ...]
"""Keys and indices from the top of a document down to a value."""

KeyAndValue = tuple[tuple[int, int], tuple[int, int]]
"""Where a key and its value stand: line and column of each, from 1."""

Positions = Mapping[Path, KeyAndValue]
"""For each path the places of its key and of its value; they are equal for list items."""


@dataclass(frozen=True, slots=True)
class Document:
    """Plain data (dict, list, str, int, float, bool, None) under the name that faults show.

    Positions are found only when somebody first asks for a place: `find` reads the text again, once.
    """

    name: str
    data: object
    find: Callable[[], Positions] = field(repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "find", cache(self.find))

    def place(self, path: Path, *, of_key: bool = False) -> Place:
        """The place of the value at `path`, or its key's; of the nearest parent if it is absent."""
        positions = self.find()
        for end in range(len(path), -1, -1):
            if path[:end] in positions:
                key, value = positions[path[:end]]
                line, column = key if of_key and end == len(path) else value
                return Place(self.name, line, column)
        return Place(self.name)

    def fault(
        self, path: Path, what: str, remedy: str, *, code: str = "invalid", of_key: bool = False
    ) -> Fault:
        """A fault at `path`."""
        return Fault(self.place(path, of_key=of_key), what, remedy, code)

    def part(self, path: Path) -> Document:
        """The value at `path` as a document of its own, whose places are those of the whole.

        Raises KeyError, IndexError or TypeError where there is none.
        """
        data: Any = self.data
        for step in path:
            data = data[step]
        return Document(self.name, data, lambda: _Below(path, self.find()))


class _Below(Mapping[Path, KeyAndValue]):
    """The positions below a path, looked up in those of the whole."""

    def __init__(self, path: Path, whole: Positions) -> None:
        self._path = path
        self._whole = whole

    def __getitem__(self, path: Path) -> KeyAndValue:
        return self._whole[self._path + path]

    def __iter__(self) -> Iterator[Path]:
        depth = len(self._path)
        return (path[depth:] for path in self._whole if path[:depth] == self._path)

    def __len__(self) -> int:
        return sum(1 for _ in self)


def document_of(data: object, name: str = "<data>") -> Document:
    """A document made by the program itself, which has no file: every place is its first character."""
    return Document(name, data, lambda: {(): ((1, 1), (1, 1))})
