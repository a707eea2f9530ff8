"""Whether a block tells what it states, and nothing else.

The facts of a phase are true when its blocks are read, so each block is held against those of its own phase.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.authoring.lint.cues import THE_CASE, WorkingCue, facts_named
from simulator.authoring.lint.finding import Finding, finding_of
from simulator.authoring.lint.needs import Needs
from simulator.authoring.lint.placing import place_in
from simulator.authoring.lint.reported import Reported
from simulator.authoring.lint.wording import Wording
from simulator.model.schema_check import shown
from simulator.model.world import CASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.authoring.lint.cues import Told
    from simulator.authoring.lint.examined import Examined
    from simulator.authoring.lint.reported import Who
    from simulator.authoring.lint.sources import PackSources
    from simulator.guidance.guidance import Guidance
    from simulator.guidance.tellings import FieldName
    from simulator.model.document import Path

    Statement = tuple[int, FieldName, Who]

CONTRADICTS = "contradicts-fact"
NOT_TOLD = "stated-not-told"


class Contradictions:
    """Holds the texts of cases against their facts, by the words in which the guidance says that facts are told."""

    def __init__(self, guidance: Guidance, sources: PackSources) -> None:
        tellings = guidance.tellings
        self._sources = sources
        wording = Wording(tellings.numbers)
        cues = [WorkingCue(each, wording, tellings) for each in tellings.cues]
        self._anywhere = [each for each in cues if each.cue.anywhere]
        self._cues: dict[FieldName, list[WorkingCue]] = {}
        for each in cues:
            if not each.cue.anywhere:
                self._cues.setdefault(each.cue.of, []).append(each)
        self._needs = Needs(tellings, wording)
        entities = guidance.world.entities
        self._fields = {name: tuple(each.fields) for name, each in entities.items()}
        self._with_ids = [name for name, each in entities.items() if each.has_ids]

    def of_case(self, case: Examined) -> Iterator[Finding]:
        """Words that contradict a fact, and facts that a block states and does not tell."""
        for number, part in enumerate(case.parts):
            facts = part.facts.case
            names = self._names(case, facts)
            elements = {name: getattr(facts, name) for name in self._fields}
            for place, block in enumerate(case.data["phases"][number]["narrative"]):
                text = Reported(block["text"], names)
                stated = list(facts_named(block["states"], self._fields, elements))
                path: Path = ("phases", number, "narrative", place)
                yield from self._contradicted(case, path, text, stated, facts)
                yield from self._not_told(case, path, text, stated, facts)

    def _names(self, case: Examined, facts: Any) -> dict[str, Who]:
        names = case.data["names"]
        return {
            names[element.id]: (entity, number)
            for entity in self._with_ids
            for number, element in enumerate(getattr(facts, entity))
            if element.id in names
        }

    def _contradicted(
        self, case: Examined, path: Path, text: Reported, stated: Sequence[Statement], facts: Any
    ) -> Iterator[Finding]:
        states: dict[FieldName, set[Who]] = {}
        for _, of, who in stated:
            states.setdefault(of, set()).add(who)
        for working in (*self._anywhere, *(each for of in states for each in self._cues.get(of, ()))):
            if not working.may_stand_in(text):
                continue
            for told in working.told(text, states.get(working.cue.of, ())):
                value = _value(facts, told.who, told.cue.of)
                if value is not None and not told.agrees_with(value):
                    yield self._finding(case, path, text, told, _called(facts, told.who, told.cue.of), value)

    def _finding(
        self, case: Examined, path: Path, text: Reported, told: Told, name: str, value: Any
    ) -> Finding:
        document = case.document
        begins = document.place((*path, "text"))
        lines = self._sources.lines(document.name)
        line, column = place_in(lines, begins.line, begins.column, text.text, told.start)
        phase = case.data["phases"][path[1]]["phase"]
        words = shown(" ".join(text.text[told.start : told.end].split()), 80)
        return Finding(
            document.name,
            line,
            column,
            CONTRADICTS,
            "error",
            f"{name} is {_shown(value)} in the phase {phase}, and the text has '{words}'",
            "change the words, or the fact",
            begins.line,
        )

    def _not_told(
        self, case: Examined, path: Path, text: Reported, stated: Sequence[Statement], facts: Any
    ) -> Iterator[Finding]:
        for place, of, who in stated:
            named = who if who[0] in self._with_ids else None
            missing = self._needs.missing(text, of, _value(facts, who, of), named)
            if missing:
                what = f"the block states {_called(facts, who, of)}, and its text {missing}"
                right = "tell it there, or take it out of states"
                yield finding_of(case.document.fault((*path, "states", place), what, right, code=NOT_TOLD))


def _value(facts: Any, who: Who, of: FieldName) -> Any:
    return getattr(facts if who == THE_CASE else getattr(facts, who[0])[who[1]], of[1], None)


def _called(facts: Any, who: Who, of: FieldName) -> str:
    if of[0] == CASE:
        return of[1]
    one = getattr(facts, who[0])[who[1]].id or f"{who[0]}[{who[1]}]"
    return f"{one}.{of[1]}"


def _shown(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, tuple | list | frozenset | set):
        return f"[{', '.join(sorted(map(str, value)))}]"
    return str(value)
