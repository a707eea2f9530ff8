"""Facts and cases as commands are given them: files, or JSON lines on standard input."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import Fault, InputFault, UsageFault
from simulator.packs.reading import read_document, read_json_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.cli.workshop import Workshop
    from simulator.model.document import Document
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

STDIN = "-"


@dataclass(frozen=True, slots=True)
class Given:
    """Facts to work on: `parts` are the phases of a case with their facts, or one part without a phase."""

    case: str
    engine: Engine
    parts: list[tuple[str | None, Facts]]


class Inputs:
    """Reads what is named on the command line, and keeps the faults so that the rest goes on."""

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self.faults: list[Fault] = []

    def each(self, names: list[str]) -> Iterator[Given]:
        """What the files hold, in their order; a file at fault is passed over and noted."""
        for document in self._documents(names):
            try:
                yield self.given(document)
            except InputFault as error:
                self.faults.extend(error.faults)

    def given(self, document: Document) -> Given:
        """The facts, or the case phase by phase, in a document. Raises InputFault."""
        data: Any = document.data
        if isinstance(data, dict) and data.get("format") == "case/1":
            return self._case(document)
        engine = self._workshop.engine()
        facts = engine.read_facts(document)
        return Given(facts.id, engine, [(None, facts)])

    def _case(self, document: Document) -> Given:
        from simulator.cases.reading import read_case

        engine = engine_for(self._workshop, document)
        case = read_case(document, engine)
        return Given(case.id, engine, list(case.parts))

    def _documents(self, names: list[str]) -> Iterator[Document]:
        for name in names:
            if name == STDIN:
                yield from self._lines()
                continue
            try:
                yield read_document(name)
            except InputFault as error:
                self.faults.extend(error.faults)

    def _lines(self) -> Iterator[Document]:
        lines = iter(read_json_lines(sys.stdin.buffer, "<stdin>"))
        while True:
            try:
                yield next(lines)
            except StopIteration:
                return
            except InputFault as error:
                self.faults.extend(error.faults)


def engine_for(workshop: Workshop, document: Document) -> Engine:
    """The engine of the guidance that a case names. Raises InputFault where there is none such."""
    data: Any = document.data
    named = data.get("guidance") if isinstance(data, dict) else None
    try:
        return workshop.engine(named if isinstance(named, str) else None)
    except UsageFault as wrong:
        right = "name a guidance that `simulator plugins` lists"
        raise InputFault(
            [document.fault(("guidance",), str(wrong).partition(";")[0], right, code="unknown-guidance")]
        ) from None
