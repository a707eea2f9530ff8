"""The answers of a session as the scoring room reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.scoring.choice import Choice

if TYPE_CHECKING:
    from simulator.session.state import State


def choices_of(state: State) -> tuple[Choice, ...]:
    """Every answer, in the order of the questions."""
    return tuple(
        _choice(state, step.phase, question, subject)
        for step in state.plan.steps
        for question, subjects in step.asks.items()
        for subject in subjects
        if state.given(step.phase, question, subject).chosen
    )


def _choice(state: State, phase: str, question: str, subject: str) -> Choice:
    given = state.given(phase, question, subject)
    return Choice(phase, question, subject, given.chosen, given.rationale, given.sureness, given.cites)
