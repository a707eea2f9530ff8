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
MASTERED_STREAK = 3
MASTERED_DAYS = 21.0
"""A rule is mastered after so many right reviews in a row, at a stability of so many days."""


@dataclass(frozen=True, slots=True)
class Error:
    """The last review that was wrong: the highest sureness given, when it was, and the options chosen instead."""

    sureness: int | None
    at: datetime
    instead: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Known:
    """One rule after its first review. `streak` counts right reviews in a row, `sure_errors` the confident ones."""

    card: Card
    difficulty: Rating
    reviews: int
    right: int
    streak: int
    sure_errors: int
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
        return "mastered" if self.streak >= MASTERED_STREAK and lasting else "learning"


def known_after(known: Known | None, review: Review, difficulty: Rating, at: datetime) -> Known:
    """What is remembered after a review at `at`, which is not before the last one."""
    card = reviewed(known.card if known is not None else None, review.grade, at)
    before = known or Known(card, difficulty, 0, 0, 0, 0, None)
    right = review.grade != "again"
    sure = not right and review.sureness is not None and review.sureness >= SURE
    return Known(
        card,
        difficulty,
        before.reviews + 1,
        before.right + right,
        before.streak + 1 if right else 0,
        before.sure_errors + sure,
        before.error if right else Error(review.sureness, at, review.instead),
    )
