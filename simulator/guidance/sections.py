"""The sections of a pack: the union of what its files hold."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import Fault, InputFault
from simulator.guidance.nodes import Node

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.model.document import Document


class Sections:
    """A pack's sections by name; several files may hold parts of the same section."""

    def __init__(self, documents: Sequence[Document]) -> None:
        self.faults: list[Fault] = []
        self.first = Node(documents[0], (), documents[0].data)
        self._parts: dict[str, list[Node]] = {}
        for document in documents:
            for name, part in Node(document, (), document.data).entries():
                if name != "format":
                    self._parts.setdefault(name, []).append(part)

    def items(self, name: str) -> Iterator[Node]:
        """The items of a section that is a list."""
        for part in self._parts.get(name, ()):
            yield from part.items()

    def entries(self, name: str) -> Iterator[tuple[str, Node]]:
        """The entries of a section that is a mapping; a key that stands twice is a fault."""
        seen: dict[str, Node] = {}
        for part in self._parts.get(name, ()):
            for key, node in part.entries():
                if key in seen:
                    self.add_twice(node, key, seen[key])
                    continue
                seen[key] = node
                yield key, node

    def single(self, name: str) -> Node | None:
        """A section that stands once, or None; a second one is a fault."""
        parts = self._parts.get(name, [])
        for part in parts[1:]:
            self.add_twice(part, name, parts[0])
        return parts[0] if parts else None

    def needed(self, name: str) -> Node:
        """A section that must be there."""
        section = self.single(name)
        if section is None:
            what = f"the pack has no section '{name}'"
            raise InputFault([self.first.fault(what, "every guidance pack has one", code="missing-section")])
        return section

    def add_twice(self, node: Node, name: str, first: Node) -> None:
        """Notes that a name was given twice."""
        place = first.document.place(first.path, of_key=True)
        self.faults.append(
            node.fault(f"'{name}' stands twice", f"it stands already at {place}", code="twice", of_key=True)
        )
