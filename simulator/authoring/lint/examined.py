"""A case as the linter examines it: as `case/1`, phase by phase, with the places of its file."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.cases.reading import read_case
from simulator.cases.written import Part
from simulator.cases.written_facts import PhaseFacts

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.cases.written import WrittenCase
    from simulator.model.document import Document, Path
    from simulator.rules.engine import Engine


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


def examined_case(document: Document, engine: Engine) -> Examined:
    """A `case/1` to be examined, whoever made it. Raises InputFault where it is none of the engine's guidance."""
    case = read_case(document, engine)
    parts = tuple(
        Part(
            phase,
            PhaseFacts(document, case.data["phases"][number]["facts"], {(): ("phases", number, "facts")}),
            facts,
            engine.assess(facts, phase),
        )
        for number, (phase, facts) in enumerate(case.parts)
    )
    return Examined(document, with_defaults(case.data), parts, {})


def with_defaults(data: Mapping[str, Any]) -> Mapping[str, Any]:
    """A `case/1` with everything that its blocks and itself may leave out."""
    empty = {"states": (), "evidence": (), "after": None}
    phases = [
        {**phase, "narrative": [{**empty, **block} for block in phase["narrative"]]}
        for phase in data["phases"]
    ]
    return {"names": {}, **data, "phases": phases}
