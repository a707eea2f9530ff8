"""After the debrief: why a decision is as it is and what would change it, for who asks."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.errors.faults import InputFault, UsageFault
from simulator.plain.changes import changes_of, near_of, trace_of
from simulator.plain.debrief import tell_decision

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.plain.lines import Lines
    from simulator.plain.numbered import Numbered
    from simulator.session.runner import Runner
    from simulator.session.view import ExplanationView

PROMPT = "Type why, change or near and the number of a decision, or help; Enter ends."
HELP = (
    "why 4: why the rule that decides number 4 does so, and why none of the others does.",
    "change 4: what would have made your answer to number 4 right, or called for another.",
    "near 4: small made-up cases that the same rule decides, and the one fact that changes each.",
    "4: hear number 4 again.",
    "Enter or end: that is enough.",
)


class Further:
    """Answers questions about decisions until there are no more; `runner` has a finished session."""

    def __init__(self, runner: Runner, lines: Lines, decisions: Sequence[Numbered]) -> None:
        self._runner = runner
        self._lines = lines
        self._decisions = decisions

    def until_enough(self) -> None:
        """Ask until a line is empty or says so, or the input ends."""
        while self._decisions:
            self._lines.say()
            try:
                said = self._lines.ask(PROMPT)
            except EOFError:
                return
            if said.lower() in {"", "end"}:
                return
            self._answer(said)

    def _answer(self, said: str) -> None:
        try:
            self._tell(*said.lower().split())
        except (UsageFault, InputFault) as fault:
            self._lines.say(str(fault))

    def _tell(self, *words: str) -> None:
        match words:
            case ["help"]:
                self._say(HELP)
            case [number] if number not in {"why", "change", "near"}:
                tell_decision(self._numbered(number), self._lines)
            case ["why", number]:
                self._say(trace_of(self._about(number)))
            case ["change", number]:
                about = self._about(number)
                self._say(changes_of(self._numbered(number).decision, about))
            case ["near", number]:
                self._say(near_of(self._runner.near_misses(self._about(number).rule)))
            case _:
                raise UsageFault("Type for example: why 1. Or type help.")

    def _say(self, sentences: Sequence[str]) -> None:
        for sentence in sentences:
            self._lines.say(sentence)

    def _about(self, number: str) -> ExplanationView:
        one = self._numbered(number)
        self._lines.say(f"{one.title}.")
        return self._runner.explanation(one.phase.phase, one.question.question, one.decision.subject)

    def _numbered(self, said: str) -> Numbered:
        count = len(self._decisions)
        if said.isascii() and said.isdigit() and len(said) < 6 and 1 <= int(said) <= count:
            return self._decisions[int(said) - 1]
        raise UsageFault(f"{said[:40]} is no number of a decision: they run from 1 to {count}. Or type help.")
