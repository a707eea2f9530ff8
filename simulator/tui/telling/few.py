"""A figure and how much it rests on: of too little no more is said than that."""

from __future__ import annotations

from simulator.session.record_view import FEWEST_ANSWERS, FEWEST_REVIEWS
from simulator.tui.telling.bars import bar, percent
from simulator.tui.telling.minutes import counted

TOO_FEW = "too few to say"
IN_A_CELL = 5
"""Cells of a bar in a table."""


def enough_reviews(reviews: int) -> bool:
    """Whether so many reviews of a rule, or of those of a paragraph, say how likely it is known."""
    return reviews >= FEWEST_REVIEWS


def enough_answers(answers: int) -> bool:
    """Whether a share of so many answers says anything."""
    return answers >= FEWEST_ANSWERS


def known(retention: float | None, reviews: int) -> str:
    """How likely something is known now, for a cell: a bar and a figure."""
    if retention is None:
        return ""
    if not enough_reviews(reviews):
        return TOO_FEW
    return f"{bar(retention, IN_A_CELL).plain} {percent(retention)}"


def too_few(number: int, word: str) -> str:
    """That so many are too few."""
    return f"{TOO_FEW} ({counted(number, word)})"


def resting(told: str, answers: int) -> str:
    """What is told of a share of so many answers, and that it rests on them."""
    return (
        f"{told}, from {counted(answers, 'answer')}"
        if enough_answers(answers)
        else too_few(answers, "answer")
    )
