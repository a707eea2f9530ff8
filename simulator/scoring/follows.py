"""One error is one error: whether a choice is right on the learner's own answers to the judging questions."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from simulator.scoring.marks import mark_of
from simulator.scoring.parts import Decisions, Key, decisions_at, expected_of, verdicts_of

if TYPE_CHECKING:
    from simulator.rules.decisions import Decision
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

Answers = Mapping[Key, Sequence[str]]
"""The options chosen for each judging question and subject."""


class OwnReading:
    """One moment's facts as the learner's own judging `answers` would have them.

    `misjudged` are the keys of those answers that differ from what was expected, the wrong ones first.
    """

    def __init__(
        self, reread: Callable[[Answers], Decisions], answers: Answers, misjudged: Sequence[Key]
    ) -> None:
        self._reread = reread
        self._answers = answers
        self._misjudged = tuple(misjudged)
        self._read: dict[Key | None, Decisions] = {}

    def explanation(self, key: Key, chosen: Collection[str]) -> Key | None:
        """The misjudged answer from which the wrong choice follows, or None where it follows from none.

        It is the first that alone makes the choice right; else, if all of them together do, the first.
        """
        if not self._misjudged or not self._right(None, key, chosen):
            return None
        alone = (cause for cause in self._misjudged if self._right(cause, key, chosen))
        return next(alone, self._misjudged[0])

    def _right(self, cause: Key | None, key: Key, chosen: Collection[str]) -> bool:
        """Is the choice right on one answer alone (on all of them, if `cause` is None)?"""
        if cause not in self._read:
            answers = self._answers if cause is None else {cause: self._answers[cause]}
            self._read[cause] = self._reread(answers)
        decision = self._read[cause].get(key)
        if decision is None or not decision.options.keys() >= set(chosen):
            return False
        return mark_of(verdicts_of(decision), chosen, several=decision.several, excused=False) == 1


def own_reading(engine: Engine, facts: Facts, answers: Answers) -> OwnReading:
    """The reading of `facts` by a learner who answered the judging questions so."""
    true = decisions_at(engine, facts) if answers else {}
    known = {key: answers[key] for key in true if key in answers}
    return OwnReading(
        lambda some: decisions_at(engine, engine.reread(facts, some)), known, _misjudged(true, known)
    )


def lasting(engine: Engine, answers: Answers, before: Facts, now: Facts) -> dict[Key, Sequence[str]]:
    """Those judging answers given at the facts `before` whose truth is still the same at the facts `now`."""
    then, later = decisions_at(engine, before), decisions_at(engine, now)
    return {
        key: chosen
        for key, chosen in answers.items()
        if key in later and expected_of(then[key]) == expected_of(later[key])
    }


def _misjudged(true: Decisions, answers: Answers) -> list[Key]:
    """The answers that differ from what was expected: wrong ones, then those that were acceptable."""
    differing = [key for key, chosen in answers.items() if set(chosen) != set(expected_of(true[key]))]
    return sorted(differing, key=lambda key: _is_right(true[key], answers[key]))


def _is_right(decision: Decision, chosen: Collection[str]) -> bool:
    return mark_of(verdicts_of(decision), chosen, several=decision.several, excused=False) == 1
