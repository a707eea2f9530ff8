"""Figures of the record in words and bars: nothing is said by colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.report.of_learner.words import change as signed
from simulator.tui.safety import shown
from simulator.tui.telling.bars import LONGEST, bar, counts, percent
from simulator.tui.telling.few import enough_reviews, too_few
from simulator.tui.telling.minutes import counted

if TYPE_CHECKING:
    from textual.content import Content

    from simulator.session.record_view import Mastery

MASTERY: dict[Mastery, str] = {"new": "○ new", "learning": "◐ learning", "mastered": "● mastered"}
MASTERY_MEANS: dict[Mastery, str] = {
    "new": "not met yet",
    "learning": "met, and not yet known for long",
    "mastered": "right on three days or more, not wrong since, and known for weeks",
}
EASIER, HARDER = -100, 100
"""Points of Elo beyond which a rule is called easy or hard."""


def share(right: int, of: int) -> str:
    """`3 of 4, 75%`."""
    return f"{right} of {of}, {percent(right / of)}" if of else "none yet"


def barred(part: float, width: int, words: str) -> Content:
    """A bar with words after it, within `width` cells."""
    drawn = bar(part, max(min(width - len(words) - 1, LONGEST), 4))
    return drawn.append(shown(f" {words}"))


def likely(retention: float, reviews: int, width: int) -> Content:
    """How likely something is known now, in a bar and words; of too few reviews that they are."""
    if not enough_reviews(reviews):
        return shown(f"How likely it is known now: {too_few(reviews, 'review')}.")
    told = f"{percent(retention)} likely known now, from {counted(reviews, 'review')}"
    return barred(retention, width, told)


def right_and_wrong(right: int, wrong: int, width: int) -> Content:
    """A bar of right and wrong decisions, and both figures."""
    words = f"{right} right, {wrong} wrong"
    return counts(right, wrong, 1, max(min(width - len(words) - 1, LONGEST), 4)).append(shown(f" {words}"))


def surer(difference: float | None) -> str:
    """Whether somebody was surer than right, in a few words."""
    if difference is None:
        return "no sureness given"
    points = round(abs(difference) * 100)
    if points < 1:
        return "as sure as right"
    return f"{counted(points, 'point')} {'too sure' if difference > 0 else 'not sure enough'}"


def difficulty(points: float | None) -> str:
    """How difficult a rule is, in words, with its points by Elo."""
    if points is None:
        return "not known yet"
    words = "easier than most" if points < EASIER else "harder than most" if points > HARDER else "middling"
    return f"{words} ({points:+.0f} points)"


def points_of(change: float) -> str:
    """A change of a share in points of per cent, with its sign."""
    return signed(change)
