"""A case as the linter examines it: as `case/1`, phase by phase, with the places of its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.cases.written import Part, WrittenCase
    from simulator.model.document import Document, Path


@dataclass(frozen=True, slots=True)
class Examined:
    """`data` is a `case/1`; the names, narrative and evidence of `document` stand at the same paths.

    `expects` is what the author said would be called for, by phase, question and subject.
    """

    document: Document
    data: Mapping[str, Any]
    parts: tuple[Part, ...]
    expects: Mapping[str, Any]
    pair: str = ""

    def place_of(self, phase: int, fact: Path) -> Path:
        """The path in the document of a fact of a phase."""
        return self.parts[phase].placed.source(fact)


def examined(case: WrittenCase) -> Examined:
    """A written case to be examined."""
    written = case.written
    return Examined(case.document, case.data, case.parts, written.get("expects", {}), written.get("pair", ""))
