"""What the debrief goes through, row by row: the summary first, the decisions by phase, and what comes after them."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from simulator.session.debrief_view import DebriefPhaseView
from simulator.tui.telling.ending import DISCUSSED, ENDING, WELFARE
from simulator.tui.telling.overall import SUMMARY

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.session.debrief_view import DebriefQuestionView, DebriefView, DecisionView


class Part(Enum):
    """A row that is of the whole case, by its title."""

    SUMMARY = SUMMARY
    DISCUSSED = DISCUSSED
    ENDING = ENDING
    WELFARE = WELFARE
    GO_ON = "Go on with the case"


class Decided(NamedTuple):
    """A decision, and where it was made."""

    phase: str
    question: DebriefQuestionView
    decision: DecisionView


Entry: TypeAlias = DebriefPhaseView | Decided | Part
"""What a row stands for."""

ENDS = (Part.DISCUSSED, Part.ENDING, Part.WELFARE)


def entries_of(debrief: DebriefView, *, interim: bool) -> list[Entry]:
    """All rows: only what there is something to tell of; in the midst of a case the last one leads on."""
    entries: list[Entry] = [Part.SUMMARY]
    for phase in debrief.phases:
        entries += [phase, *_decided(phase)]
    told = {
        Part.DISCUSSED: debrief.discuss,
        Part.ENDING: debrief.closing,
        Part.WELFARE: debrief.summary.welfare,
        Part.GO_ON: interim,
    }
    return [*entries, *(part for part, there in told.items() if there)]


def _decided(phase: DebriefPhaseView) -> Iterator[Decided]:
    for question in phase.questions:
        for decision in question.decisions:
            yield Decided(phase.phase, question, decision)


def amiss(entry: Entry) -> bool:
    """Whether it is a decision that is worth a look: neither right nor acceptable."""
    return isinstance(entry, Decided) and entry.decision.mark not in {"right", "acceptable"}


def newest(entries: Sequence[Entry]) -> int:
    """Where feedback begins: the first mistake of the last phase, or else the heading of that phase."""
    heading = max((row for row, each in enumerate(entries) if isinstance(each, DebriefPhaseView)), default=0)
    below = range(heading, len(entries))
    return next((row for row in below if _mistaken(entries[row])), heading)


def _mistaken(entry: Entry) -> bool:
    return isinstance(entry, Decided) and entry.decision.mark in {"mistake", "follows"}
