"""A part of a document with its place, so that what is read from it can be faulted where it stands."""

from __future__ import annotations

import difflib
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.errors.faults import Fault
    from simulator.model.document import Document, Path


@dataclass(frozen=True, slots=True)
class Node:
    """Plain data at a path of a document."""

    document: Document
    path: Path
    data: Any

    def __getitem__(self, key: str | int) -> Node:
        return Node(self.document, (*self.path, key), self.data[key])

    def __contains__(self, key: str) -> bool:
        return isinstance(self.data, dict) and key in self.data

    def get(self, key: str) -> Node | None:
        """The value of a key, or None."""
        if key not in self:
            return None
        return self[key]

    def entries(self) -> Iterator[tuple[str, Node]]:
        """Keys and values of a mapping."""
        for key in self.data:
            yield key, self[key]

    def items(self) -> Iterator[Node]:
        """Items of a list."""
        for index in range(len(self.data)):
            yield self[index]

    def fault(self, what: str, right: str, *, code: str = "invalid", of_key: bool = False) -> Fault:
        """A fault at this place."""
        return self.document.fault(self.path, what, right, code=code, of_key=of_key)


def unknown(node: Node, sort: str, known: Iterable[str], *, code: str = "unknown-word") -> Fault:
    """The fault of a word that names nothing, with what was probably meant."""
    return node.fault(f"'{node.data}' is no {sort}", suggestion(str(node.data), sorted(known)), code=code)


def suggestion(word: str, known: Sequence[str]) -> str:
    """What would be right in place of an unknown word."""
    close = difflib.get_close_matches(word, known, n=1)
    if close:
        return f"did you mean '{close[0]}'?"
    if not known:
        return "nothing of this sort is declared"
    listed = ", ".join(known[:12])
    return f"known are {listed}" + (" and others" if len(known) > 12 else "")
