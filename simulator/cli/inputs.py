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
MOST_FAULTS = 1_000


@dataclass(frozen=True, slots=True)
class Given:
    """Facts to work on: `parts` are the phases of a case with their facts, or one part without a phase."""

    case: str
    engine: Engine
    parts: list[tuple[str | None, Facts]]


class Inputs:
    """Reads what is named on the command line, and keeps the faults so that the rest goes on.

    Of endless faults the first thousand are kept, and the others counted.
    """

    def __init__(self, workshop: Workshop) -> None:
        self._workshop = workshop
        self._faults: list[Fault] = []
        self._first_left_out: Fault | None = None
        self._left_out = 0

    @property
    def faults(self) -> list[Fault]:
        """What is wrong with the inputs so far, the last of a thousand and one standing for all that came after."""
        if self._first_left_out is None:
            return self._faults
        what = f"{self._left_out:,} more faults are not shown, of which this is the place of the first"
        rest = Fault(self._first_left_out.place, what, "mend those above first", "more")
        return [*self._faults, rest]

    def each(self, names: list[str]) -> Iterator[Given]:
        """What the files hold, in their order; a file at fault is passed over and noted."""
        for document in self._documents(names):
            try:
                yield self.given(document)
            except InputFault as error:
                self._note(error)

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
                self._note(error)

    def _lines(self) -> Iterator[Document]:
        lines = iter(read_json_lines(sys.stdin.buffer, "<stdin>"))
        while True:
            try:
                yield next(lines)
            except StopIteration:
                return
            except InputFault as error:
                self._note(error)

    def _note(self, found: InputFault) -> None:
        room = MOST_FAULTS - len(self._faults)
        self._faults += found.faults[:room]
        left_out = found.faults[room:]
        self._left_out += len(left_out)
        if left_out and self._first_left_out is None:
            self._first_left_out = left_out[0]


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
