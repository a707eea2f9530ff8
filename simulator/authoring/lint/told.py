"""Whether the narrative tells every fact that decides something.

A fact decides in a phase where another value of it alone, that is possible, would change the verdict of some option
there. It is told when a block of that phase or of an earlier one states it, and it has not changed since. Nothing need
tell what is as it is by default where no other fact raises it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.authoring.lint.alternatives import Alternatives
from simulator.cases.written_facts import fact_named
from simulator.errors.faults import InputFault
from simulator.model.document import document_of
from simulator.model.world import CASE
from simulator.rules.reads import declared_reads

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.authoring.lint.examined import Examined
    from simulator.cases.written import Part
    from simulator.errors.faults import Fault
    from simulator.model.document import Path
    from simulator.model.questions import Question
    from simulator.model.world import Entity, Field
    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

UNSTATED = "unstated-fact"
MOST_TRIED = 300
"""How many facts that nothing tells are tried, for each costs as many answers as it has other values."""


class Telling:
    """Finds facts that decide and are not told, in cases of one guidance."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._alternatives = Alternatives(engine.guidance)
        self._reading: dict[tuple[str, str, str], tuple[str, ...]] = {}

    def faults(self, case: Examined) -> Iterator[Fault]:
        """The facts of a case that decide in some phase and are not told by then; each is named once."""
        told: dict[Path, Any] = {}
        missed: set[Path] = set()
        tried = 0
        for number, part in enumerate(case.parts):
            told |= self._stated(case, number, part)
            for path, value in self._facts(part):
                if told.get(path, self) == value or path in missed:
                    continue
                tried += 1
                if tried > MOST_TRIED:
                    yield _too_many(case, number, path)
                    return
                changed = self._decides(part, path, value)
                if changed:
                    missed.add(path)
                    name = _called(part.facts.full, path)
                    again = path in told
                    yield case.document.fault(
                        case.place_of(number, path),
                        f"{name} decides {changed} in the phase {part.phase}, and no block "
                        + ("tells that it has changed" if again else "states it"),
                        f"tell it in a block of that phase, and write {name} under states",
                        code=UNSTATED,
                    )

    def _stated(self, case: Examined, number: int, part: Part) -> dict[Path, Any]:
        world = self._engine.guidance.world
        full = part.facts.full
        found: dict[Path, Any] = {}
        for block in case.data["phases"][number]["narrative"]:
            for name in block["states"]:
                fact = fact_named(name, full, world)
                if fact is not None:
                    found |= dict(_below(fact.path, full))
        return found

    def _facts(self, part: Part) -> Iterator[tuple[Path, Any]]:
        """Every fact that a block has to tell in words; what evidence carries is not among them."""
        guidance = self._engine.guidance
        world, full = guidance.world, part.facts.full
        for name in world.case_fields:
            yield (name,), full[name]
        for entity in world.entities.values():
            told_by_evidence = self._told_by_evidence(entity)
            for number, element in enumerate(full[entity.name]):
                for name, field in entity.fields.items():
                    quiet = _is_quiet(field, element.get(name))
                    if name in element and name not in told_by_evidence and not quiet:
                        yield (entity.name, number, name), element[name]

    def _told_by_evidence(self, entity: Entity) -> frozenset[str]:
        standard = self._engine.guidance.evidence
        if standard is None or standard.carries is None or standard.carries[0] != entity.name:
            return frozenset()
        return frozenset(
            name for name, field in entity.fields.items() if field.required or "reference" in field.type
        )

    def _decides(self, part: Part, path: Path, value: Any) -> str:
        """The first question that another value would answer otherwise, or ``."""
        questions = self._readers(part.phase, path)
        if not questions:
            return ""
        now = {(each.question, each.subject): each.ruled.options for each in part.decisions}
        for other in self._alternatives.of(path, value):
            for decision in self._decided_otherwise(part.facts, questions, path, other):
                before = now.get((decision.question, decision.subject))
                if before is None or not _same_verdicts(before, decision.ruled.options):
                    return decision.question
        return ""

    def _decided_otherwise(
        self, facts: Facts, questions: Sequence[str], path: Path, value: Any
    ) -> list[Decision]:
        """What is decided where one fact is another; nothing where such facts are impossible."""
        if self._alternatives.stands_alone(path):
            with self._engine.varied(facts, path, value):
                return self._engine.assess_questions(questions, facts)
        changed = self._changed(facts, path, value)
        return self._engine.assess_questions(questions, changed) if changed is not None else []

    def _readers(self, phase: str, path: Path) -> tuple[str, ...]:
        """The questions of a phase that read the field at a path."""
        scope, field = (CASE if len(path) == 1 else str(path[0])), str(path[-1])
        key = phase, scope, field
        if key not in self._reading:
            asked = map(self._engine.guidance.questions.__getitem__, self._engine.phase(phase).questions)
            self._reading[key] = tuple(each.question for each in asked if _reads(each, scope, field))
        return self._reading[key]

    def _changed(self, facts: Facts, path: Path, value: Any) -> Facts | None:
        data = _with(facts.full, path, value)
        try:
            changed = self._engine.read_facts(document_of(data, facts.id))
        except InputFault:
            return None
        return replace(changed, border=facts.border)


def _reads(question: Question, scope: str, field: str) -> bool:
    """Whether a question declares to read a field of the case or of elements of a list."""
    of_subject = ("own", "others") if question.subjects.entity == scope else ()
    reads = declared_reads(question)
    return any((of, field) in reads for of in (scope, *of_subject))


def _is_quiet(field: Field, value: Any) -> bool:
    """Whether a value is the one that a field has where no other fact raises it."""
    return len(field.default) > 1 and field.default[-1].then == value


def _too_many(case: Examined, number: int, path: Path) -> Fault:
    what = f"more than {MOST_TRIED} facts of this case are told nowhere; what decides among the rest is not looked at"
    right = "tell the facts in blocks, and write them under states"
    return case.document.fault(case.place_of(number, path), what, right, code=UNSTATED)


def _same_verdicts(one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    return one is other or all(one[option].verdict == other[option].verdict for option in one)


def _below(path: Path, full: Mapping[str, Any]) -> Iterator[tuple[Path, Any]]:
    """A stated fact, or all facts in what is stated whole."""
    value: Any = full
    for step in path:
        value = value[step] if not isinstance(value, dict) or step in value else None
    if isinstance(value, dict):
        for name, each in value.items():
            yield (*path, name), each
    elif isinstance(value, list) and value and isinstance(value[0], dict):
        for number in range(len(value)):
            yield from _below((*path, number), full)
    else:
        yield path, value


def _with(value: Any, path: Path, new: Any) -> Any:
    if not path:
        return new
    if isinstance(value, dict):
        return {**value, path[0]: _with(value.get(path[0]), path[1:], new)}
    return [_with(each, path[1:], new) if index == path[0] else each for index, each in enumerate(value)]


def _called(full: Mapping[str, Any], path: Path) -> str:
    match path:
        case (str(name), int(number), field):
            one = full[name][number].get("id", f"{name}[{number}]")
            return f"{one}.{field}"
        case _:
            return str(path[0])
