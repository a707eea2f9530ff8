"""How well one rule is remembered: a card of FSRS 6, with its default parameters, as plain data.

There are no learning steps of minutes, for a case takes longer than they do; what was wrong is due at once anyway.
Nothing is left to chance. `fsrs` is imported when the first card is looked at.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import datetime

    import fsrs

Grade = Literal["again", "hard", "good", "easy"]
GOAL = 0.9
"""The retention at which a rule comes due: how likely it is known then."""


@dataclass(frozen=True, slots=True)
class Card:
    """`stability` is in days, those after which retention has fallen to 0.9; `difficulty` is from 1 to 10."""

    stability: float
    difficulty: float
    reviewed: datetime
    due: datetime


def reviewed(card: Card | None, grade: Grade, at: datetime) -> Card:
    """The card after a review at `at`, in UTC and not before the last one; None is that of a new rule."""
    from fsrs import Rating

    after, _ = _scheduler().review_card(_as_theirs(card, at), Rating[grade.capitalize()], at)
    assert after.stability is not None
    assert after.difficulty is not None
    return Card(after.stability, after.difficulty, at, after.due)


def retention_of(card: Card, now: datetime) -> float:
    """How likely the rule is known at `now`, from 0 to 1; whole days count."""
    return _scheduler().get_card_retrievability(_as_theirs(card, now), now)


@cache
def _scheduler() -> fsrs.Scheduler:
    from fsrs import Scheduler

    return Scheduler(desired_retention=GOAL, learning_steps=(), relearning_steps=(), enable_fuzzing=False)


def _as_theirs(card: Card | None, at: datetime) -> fsrs.Card:
    from fsrs import Card as Theirs
    from fsrs import State

    if card is None:
        return Theirs(card_id=0, due=at)
    return Theirs(0, State.Review, None, card.stability, card.difficulty, card.due, card.reviewed)
