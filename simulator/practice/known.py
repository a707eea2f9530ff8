"""What is remembered of one rule: its card, its difficulty, how it went, and the last error."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from simulator.practice.cards import retention_of, reviewed
from simulator.practice.reviews import SURE

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.practice.cards import Card
    from simulator.practice.elo import Rating
    from simulator.practice.reviews import Review

Mastery = Literal["new", "learning", "mastered"]
MASTERED_ON = 3
MASTERED_DAYS = 21.0
"""A rule is mastered after right reviews on so many days, none wrong since, at a stability of so many days."""


@dataclass(frozen=True, slots=True)
class Error:
    """The last review that was wrong: the highest sureness given, when it was, and the options chosen instead."""

    sureness: int | None
    at: datetime
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """One rule after its first review. `streak` counts right reviews in a row, `sure_errors` the confident ones.

    `right_on` counts the days, in UTC, on which those in a row were.
    """

    card: Card
    difficulty: Rating
    reviews: int
    right: int
    streak: int
    sure_errors: int
    right_on: int
    error: Error | None

    @property
    def wrong_last(self) -> bool:
        """Whether the last review was wrong."""
        return self.streak == 0

    def retention(self, now: datetime) -> float:
        """How likely it is known, from 0 to 1: not at all after an error, until it was right once more."""
        return 0.0 if self.wrong_last else retention_of(self.card, now)

    @property
    def mastery(self) -> Mastery:
        """How far it has been learnt; fading takes nothing from it, an error does."""
        lasting = self.card.stability >= MASTERED_DAYS
        return "mastered" if self.right_on >= MASTERED_ON and lasting else "learning"


def known_after(known: Known | None, review: Review, difficulty: Rating, at: datetime) -> Known:
    """What is remembered after a review at `at`, which is not before the last one."""
    card = reviewed(known.card if known is not None else None, review.grade, at)
    before = known or Known(card, difficulty, 0, 0, 0, 0, 0, None)
    right = review.grade != "again"
    sure = not right and review.sureness is not None and review.sureness >= SURE
    return Known(
        card,
        difficulty,
        before.reviews + 1,
        before.right + right,
        before.streak + 1 if right else 0,
        before.sure_errors + sure,
        _right_on(before, at) if right else 0,
        before.error if right else Error(review.sureness, at, review.instead),
    )


def _right_on(before: Known, at: datetime) -> int:
    """On how many days a rule was right in a row, once it is so at `at`: several times on one day count once."""
    same = before.right_on > 0 and before.card.reviewed.date() == at.date()
    return before.right_on + (not same)
