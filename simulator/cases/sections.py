"""The sections of a pack's files, joined: every entry keeps its place."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from simulator.cases.formats import schema_of
from simulator.guidance.nodes import Node
from simulator.model.schema_check import check

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.errors.faults import Fault
    from simulator.model.document import Document

_NEEDED = (
    "pack",
    "makes",
    "forms",
    "many",
    "names",
    "titles",
    "plots",
    "openings",
    "moves",
    "reporters",
    "papers",
    "parts",
)


class Sections:
    """What all files of a pack say together; `faults` holds what is wrong with their form.

    The form of files that are `trusted` was looked at before.
    """

    def __init__(self, documents: Sequence[Document], *, trusted: bool = False) -> None:
        self.faults: list[Fault] = []
        self._lists: dict[str, list[Node]] = {}
        self._mappings: dict[str, dict[str, Node]] = {}
        self._single: dict[str, Node] = {}
        documents = [replace(document, find=cache(document.find)) for document in documents]
        if not trusted:
            schema = schema_of("scenario-pack")
            self.faults += [fault for document in documents for fault in check(document, schema)]
        if self.faults:
            return
        for document in documents:
            self._add(Node(document, (), document.data))
        for name in _NEEDED:
            if documents and not self._has(name):
                what = f"no file of this pack has the section '{name}'"
                self.faults.append(documents[0].fault((), what, f"write '{name}:' in one of them"))

    def listed(self, name: str) -> list[Node]:
        """The entries of a section that is a list."""
        return self._lists.get(name, [])

    def mapped(self, name: str) -> dict[str, Node]:
        """The entries of a section that is a mapping."""
        return self._mappings.get(name, {})

    def single(self, name: str) -> Node:
        """A section that is one value, or a mapping with its own keys. Raises KeyError where no file has it."""
        return self._single[name]

    def _has(self, name: str) -> bool:
        return name in self._lists or name in self._mappings or name in self._single

    def _add(self, file: Node) -> None:
        for name, node in file.entries():
            if name == "format":
                continue
            if isinstance(node.data, list):
                self._lists.setdefault(name, []).extend(node.items())
            elif isinstance(node.data, str) or name in ("pack", "makes", "names", "generates"):
                self._once(self._single, name, node)
            else:
                united = self._mappings.setdefault(name, {})
                for key, value in node.entries():
                    self._once(united, key, value)

    def _once(self, found: dict[str, Node], name: str, node: Node) -> None:
        if name in found:
            first = found[name].document.place(found[name].path, of_key=True)
            what = f"'{name}' stands in this pack a second time; the first is at {first}"
            self.faults.append(node.fault(what, "keep one of the two", code="repeated", of_key=True))
        found.setdefault(name, node)
