"""The decisions of a debrief by number, so that a person can ask about one."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from simulator.session.view import DebriefPhaseView, DebriefQuestionView, DebriefView, DecisionView


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
