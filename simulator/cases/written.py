"""Reads a written case, `written-case/1`: a case that somebody wrote by hand, in a file of its own.

`case` is its id, `title` what a learner chooses it by; `content_note` stands where it needs another than its pack's.
`names` gives everybody's first name by id. `facts` are a `case-facts/1` without `format` and `id`, as they are when
the first phase begins. `evidence` lists pieces as `case/1` has them. Of each phase `becomes` says which facts are
otherwise from then on (`simulator.cases.written_facts` says how they are named), and `narrative` is made of blocks:
`text`, the facts that it `states`, the pieces of `evidence` that it carries, and the choice `after` which it is
told. `expects` is what the author thinks is called for: by phase, question and subject an option or a list of them.
`border` says by subject which neighbouring grades are within discretion too.
`pair` names two cases that are one fact apart, `discuss` holds questions for the discussion afterwards.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.cases.border import border_faults, with_border
from simulator.cases.case_checking import piece_faults, statement_faults
from simulator.cases.exercising import exercises_of
from simulator.cases.formats import schema_of
from simulator.cases.reading import after_faults, evidence_faults, phase_faults
from simulator.cases.written_facts import Fact, PhaseFacts, fact_named, facts_by_phase, known_facts
from simulator.errors.faults import Fault, InputFault
from simulator.guidance.nodes import suggestion
from simulator.model.schema_check import check, shown

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.cases.manifest import Manifest
    from simulator.model.document import Document
    from simulator.model.world import World
    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

FORMAT = "written-case/1"
CASE = "case/1"


@dataclass(frozen=True, slots=True)
class Part:
    """One phase: its facts, where they stand in the file, and what is decided then."""

    phase: str
    placed: PhaseFacts
    facts: Facts
    decisions: Sequence[Decision]


@dataclass(frozen=True, slots=True)
class WrittenCase:
    """A written case: `data` is its `case/1`, `document` the file, whose narrative and evidence stand alike in both."""

    document: Document
    data: Mapping[str, Any]
    parts: tuple[Part, ...]

    @property
    def written(self) -> Mapping[str, Any]:
        """The case as it was written."""
        data: Any = self.document.data
        return data  # type: ignore[no-any-return]


def read_written(document: Document, engine: Engine, pack: Manifest, sha256: str = "") -> WrittenCase:
    """The case in a document of `pack`, whose hash is `sha256`.

    Raises InputFault with every fault that can be known: of form, of facts, of what is said to be stated, of
    evidence that nothing tells of. Whether it is a good case is for the linter.
    """
    faults: list[Fault] = list(check(document, schema_of("written-case")))
    if faults:
        raise InputFault(faults)
    written: Any = document.data
    faults.extend(phase_faults(document, written, engine))
    if faults:
        raise InputFault(faults)
    placed = list(facts_by_phase(document, engine.guidance.world, faults))
    read = [_facts(each, engine, faults) for each in placed]
    if faults:
        raise InputFault(dict.fromkeys(faults))
    return _case(document, engine, (pack, sha256), placed, [each for each in read if each is not None])


def _facts(placed: PhaseFacts, engine: Engine, faults: list[Fault]) -> Facts | None:
    try:
        return engine.read_facts(placed.document)
    except InputFault as wrong:
        faults.extend(wrong.faults)
        return None


def _case(
    document: Document,
    engine: Engine,
    origin: tuple[Manifest, str],
    placed: Sequence[PhaseFacts],
    read: Sequence[Facts],
) -> WrittenCase:
    written: Any = document.data
    faults: list[Fault] = []
    parts = tuple(
        Part(phase["phase"], here, facts, engine.assess(facts, phase["phase"]))
        for phase, here, facts in zip(
            written["phases"], placed, (with_border(each, written) for each in read), strict=True
        )
    )
    phases = [
        _phase(document, number, part, engine.guidance.world, faults) for number, part in enumerate(parts)
    ]
    data = _data(written, origin, phases, parts)
    for number, phase in enumerate(phases):
        faults.extend(after_faults(document, ("phases", number), phase, engine))
    faults.extend(statement_faults(document, data, engine.guidance.world))
    faults.extend(evidence_faults(document, data))
    faults.extend(piece_faults(document, data, engine.guidance))
    faults.extend(border_faults(document, data, engine.guidance))
    if faults:
        raise InputFault(dict.fromkeys(faults))
    return WrittenCase(document, data, parts)


def _data(
    written: Mapping[str, Any],
    origin: tuple[Manifest, str],
    phases: list[dict[str, Any]],
    parts: Sequence[Part],
) -> dict[str, Any]:
    pack, sha256 = origin
    data = {
        "format": CASE,
        "id": f"{pack.name}.{written['case']}",
        "guidance": pack.guidance,
        "pack": {"name": pack.name, "version": pack.version, "sha256": sha256},
        "title": written["title"],
        "content_note": written.get("content_note", pack.content_note),
        "names": written["names"],
        "phases": phases,
        "evidence": written.get("evidence", []),
        "exercises": exercises_of(part.decisions for part in parts),
    }
    return data | {name: written[name] for name in ("border", "discuss") if name in written}


def _phase(document: Document, number: int, part: Part, world: World, faults: list[Fault]) -> dict[str, Any]:
    written: Any = document.data
    blocks = written["phases"][number]["narrative"]
    return {
        "phase": part.phase,
        "narrative": [
            {
                "text": block["text"],
                "states": [
                    str(fact)
                    for index, name in enumerate(block.get("states", ()))
                    if (fact := _stated(document, (number, place, index), name, part, world, faults))
                ],
                "evidence": list(block.get("evidence", ())),
                "after": block.get("after"),
            }
            for place, block in enumerate(blocks)
        ],
        "facts": part.placed.data,
        "questions": list(dict.fromkeys(decision.question for decision in part.decisions)),
    }


def _stated(
    document: Document, at: tuple[int, int, int], name: str, part: Part, world: World, faults: list[Fault]
) -> Fact | None:
    fact = fact_named(name, part.placed.data, world)
    if fact is None:
        phase, block, index = at
        right = suggestion(name, known_facts(part.placed.data, world))
        path = ("phases", phase, "narrative", block, "states", index)
        faults.append(
            document.fault(path, f"'{shown(name)}' names no fact of this phase", right, code="unknown-fact")
        )
    return fact
