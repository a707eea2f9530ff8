"""Reads a `case/1`: its form, the facts of every phase, and what it says of them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.cases.border import border_faults, with_border
from simulator.cases.case_checking import exercise_faults, piece_faults, statement_faults
from simulator.cases.formats import schema_of
from simulator.errors.faults import Fault, InputFault
from simulator.guidance.nodes import suggestion
from simulator.model.document import Document
from simulator.model.schema_check import check

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.model.document import Path
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts


@dataclass(frozen=True, slots=True)
class Case:
    """A case: its data as given, and its phases with their facts, in order."""

    data: Mapping[str, Any]
    parts: tuple[tuple[str, Facts], ...]

    @property
    def id(self) -> str:
        """The case's id."""
        return str(self.data["id"])


def read_case(document: Document, engine: Engine) -> Case:
    """The case in a document. Raises InputFault with every fault that can be known."""
    faults = check(document, schema_of("case"))
    if faults:
        raise InputFault(faults)
    data: Any = document.data
    found = list(phase_faults(document, data, engine))
    if found:
        raise InputFault(found)
    parts, found = _parts(document, data, engine)
    if not found:
        found.extend(statement_faults(document, data, engine.guidance.world))
    found.extend(evidence_faults(document, data))
    found.extend(piece_faults(document, data, engine.guidance))
    found.extend(border_faults(document, data, engine.guidance))
    found.extend(exercise_faults(document, data, engine.guidance))
    if found:
        raise InputFault(found)
    return Case(data, tuple((phase, with_border(facts, data)) for phase, facts in parts))


def phase_faults(document: Document, data: Mapping[str, Any], engine: Engine) -> Iterator[Fault]:
    """Phases that the guidance has not, or not in this order, and another guidance, where the data names one."""
    if data.get("guidance", engine.guidance.name) != engine.guidance.name:
        what = f"this case is of the guidance '{data['guidance']}'"
        yield document.fault(("guidance",), what, f"a case of {engine.guidance.name}", code="other-guidance")
    known = [phase.phase for phase in engine.guidance.phases]
    given = [phase["phase"] for phase in data["phases"]]
    for index, name in enumerate(given):
        path: Path = ("phases", index, "phase")
        if name not in known:
            yield document.fault(path, f"'{name}' is no phase of the guidance", suggestion(name, known))
        elif name in given[:index]:
            yield document.fault(path, f"the phase '{name}' stands twice", "one entry a phase")
    ordered = [name for name in known if name in given]
    if sorted(given) == sorted(ordered) and given != ordered:
        yield document.fault(("phases",), "the phases are out of order", f"in the order {', '.join(ordered)}")


def _parts(
    document: Document, data: Mapping[str, Any], engine: Engine
) -> tuple[list[tuple[str, Facts]], list[Fault]]:
    parts: list[tuple[str, Facts]] = []
    found: list[Fault] = []
    for index, phase in enumerate(data["phases"]):
        path: Path = ("phases", index)
        found.extend(_question_faults(document, path, phase, engine))
        found.extend(after_faults(document, path, phase, engine))
        try:
            facts = engine.read_facts(part_of(document, (*path, "facts")))
        except InputFault as wrong:
            found.extend(wrong.faults)
        else:
            parts.append((phase["phase"], facts))
    return parts, found


def _question_faults(
    document: Document, path: Path, phase: Mapping[str, Any], engine: Engine
) -> Iterator[Fault]:
    known = engine.phase(phase["phase"]).questions
    for number, name in enumerate(phase["questions"]):
        if name not in known:
            what = f"'{name}' is no question of the phase {phase['phase']}"
            yield document.fault(
                (*path, "questions", number), what, suggestion(name, known), code="unknown-question"
            )


def after_faults(document: Document, path: Path, phase: Mapping[str, Any], engine: Engine) -> Iterator[Fault]:
    """Blocks of a phase that come to light after what is no choice."""
    questions = engine.guidance.questions
    for number, block in enumerate(phase["narrative"]):
        after = block.get("after")
        if after is None:
            continue
        question, _, option = after.partition("=")
        options = [each.option for each in questions[question].options] if question in questions else []
        if option not in options:
            known: Sequence[str] = options or list(questions)
            what = f"'{after}' names no choice"
            place = (*path, "narrative", number, "after")
            yield document.fault(
                place, what, f"QUESTION=OPTION: {suggestion(option if options else question, known)}"
            )


def evidence_faults(document: Document, data: Mapping[str, Any]) -> Iterator[Fault]:
    """Blocks that carry evidence which is not listed."""
    known = {piece["id"] for piece in data["evidence"]}
    for index, phase in enumerate(data["phases"]):
        for number, block in enumerate(phase["narrative"]):
            for place, name in enumerate(block.get("evidence", ())):
                if name not in known:
                    path = ("phases", index, "narrative", number, "evidence", place)
                    yield document.fault(
                        path, f"'{name}' is no piece of evidence", "the id of a listed piece"
                    )


def part_of(document: Document, path: Path) -> Document:
    """A part of a document as one of its own, with the places of the whole."""
    data: Any = document.data
    for step in path:
        data = data[step]

    def find() -> dict[Path, tuple[tuple[int, int], tuple[int, int]]]:
        start = len(path)
        return {key[start:]: place for key, place in document.find().items() if key[:start] == path}

    return Document(document.name, data, find)
