"""The key of a case, as simulated learners go by it."""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.classroom.poll_view import SubjectVerdictView, VerdictView


class Key:
    """What the guidance says of a case, question by question."""

    def __init__(self, verdicts: Sequence[VerdictView]) -> None:
        self._verdicts = {(one.phase, one.question): one for one in verdicts}
        self.paragraphs = tuple(
            dict.fromkeys(whole.paragraph for one in verdicts for whole in one.paragraphs)
        )
        """Every paragraph that is cited."""

    def of(self, phase: str, question: str) -> VerdictView:
        """What it says of a question; raises KeyError where the case asks no such."""
        return self._verdicts[phase, question]


def ruled(subject: SubjectVerdictView, verdict: str) -> tuple[str, ...]:
    """The options about a subject that are of a verdict."""
    return tuple(one.option for one in subject.options if one.verdict == verdict)


def right(subject: SubjectVerdictView) -> tuple[str, ...]:
    """What a learner who knows the guidance chooses from: what is called for, or else what is open to them.

    Where there is neither, any option is as good as another.
    """
    return (
        ruled(subject, "expected")
        or ruled(subject, "acceptable")
        or tuple(one.option for one in subject.options)
    )


def hardness(verdict: VerdictView, subject: SubjectVerdictView, *, several: bool) -> float:
    """How hard a decision is, from 0 to 1.

    It is the harder the more there is to choose from, where this subject is to be told apart from most others, and
    where the guidance is silent. Beyond that every decision is a little harder or easier than it looks, to all alike.
    """
    own = Random(f"{verdict.phase} {verdict.question} {subject.subject}").uniform(-0.15, 0.15)
    choosing = min(0.05 * (len(subject.options) - 2), 0.25) + 0.15 * several
    apart = 0.2 if ruled(subject, "expected") != _usual(verdict) else 0.0
    silent = 0.1 if subject.silence is not None else 0.0
    return min(max(0.2 + choosing + apart + silent + own, 0.0), 1.0)


def _usual(verdict: VerdictView) -> tuple[str, ...]:
    """What is called for about most subjects of a question."""
    return Counter(ruled(one, "expected") for one in verdict.subjects).most_common(1)[0][0]
