"""Numbers: those of a debrief's decisions, so that a person can ask about one, and those that a person types."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from simulator.errors.faults import UsageFault

if TYPE_CHECKING:
    from simulator.session.debrief_view import (
        DebriefPhaseView,
        DebriefQuestionView,
        DebriefView,
        DecisionView,
    )


class Numbered(NamedTuple):
    """A decision, its number from 1 over the whole debrief, and where it was made."""

    number: int
    phase: DebriefPhaseView
    question: DebriefQuestionView
    decision: DecisionView

    @property
    def title(self) -> str:
        return f"{self.number}. {self.question.title}. {self.decision.label}"


def numbered(debrief: DebriefView) -> list[Numbered]:
    """All decisions of `debrief`, in the order in which they are told."""
    decided = (
        (phase, question, decision)
        for phase in debrief.phases
        for question in phase.questions
        for decision in question.decisions
    )
    return [Numbered(number, *one) for number, one in enumerate(decided, 1)]


def number_in(said: str, largest: int) -> int:
    """The number from 1 to `largest` that was typed; raises UsageFault."""
    if said.isascii() and said.isdigit() and len(said) < 6 and 1 <= int(said) <= largest:
        return int(said)
    raise UsageFault(f"{said[:40] or 'That'} does not fit here: type a number from 1 to {largest}, or help.")
