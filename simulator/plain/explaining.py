"""Why a decision is as it is and what would change it, for who asks once it may be told."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.plain.changes import changes_of, near_of, trace_of
from simulator.plain.debrief import tell_decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.plain.lines import Lines
    from simulator.plain.numbered import Numbered
    from simulator.session.debrief_view import ExplanationView
    from simulator.session.runner import Runner


class Explaining:
    """Explains `decisions`, which may be told."""

    def __init__(self, runner: Runner, lines: Lines, decisions: Sequence[Numbered]) -> None:
        self._runner = runner
        self._lines = lines
        self._decisions = decisions

    def again(self, number: str) -> None:
        """Tell a decision once more."""
        tell_decision(self._numbered(number), self._lines)

    def why(self, number: str) -> None:
        """Why the rule that decides does so, and why none of the others does."""
        self._lines.say_all(trace_of(self._about(number)))

    def change(self, number: str) -> None:
        """What would have made another answer right."""
        about = self._about(number)
        self._lines.say_all(changes_of(self._numbered(number).decision, about))

    def near(self, number: str) -> None:
        """Small cases that the same rule decides."""
        self._lines.say_all(near_of(self._runner.near_misses(self._about(number).rule)))

    def _about(self, number: str) -> ExplanationView:
        one = self._numbered(number)
        self._lines.say(f"{one.title}.")
        return self._runner.explanation(one.phase.phase, one.question.question, one.decision.subject)

    def _numbered(self, said: str) -> Numbered:
        count = len(self._decisions)
        if said.isascii() and said.isdigit() and len(said) < 6 and 1 <= int(said) <= count:
            return self._decisions[int(said) - 1]
        raise UsageFault(f"{said[:40]} is no number of a decision: they run from 1 to {count}. Or type help.")
