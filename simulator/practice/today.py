"""What to practise today, and why, as a face is given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.practice.cards import GOAL
from simulator.practice.due import due_rules, mean_retention, next_due
from simulator.practice.planning import USUAL, planned
from simulator.practice.today_words import said_of, why_due
from simulator.session.practising import MINUTES
from simulator.session.today_view import DueView, PlannedView, TodayView

if TYPE_CHECKING:
    from datetime import datetime

    from simulator.practice.due import Due
    from simulator.practice.memory import Memory
    from simulator.practice.minutes import Pace
    from simulator.practice.planning import Planned
    from simulator.practice.syllabus import Syllabus
    from simulator.session.today_view import TestOfferView


def today_view(
    memory: Memory,
    syllabus: Syllabus,
    now: datetime,
    minutes: int = MINUTES,
    pace: Pace = USUAL,
    test: TestOfferView | None = None,
) -> TodayView:
    """All of it at `now`, whose time zone is that of the days that are told."""
    due = due_rules(memory, syllabus, now)
    comes = None if due else next_due(memory, syllabus, now)
    return TodayView(
        said=said_of(due, comes, now),
        due=tuple(_due(one, now) for one in due),
        plan=tuple(_planned(one, now) for one in planned(due, memory, minutes, pace)),
        minutes=minutes,
        retention=mean_retention(memory, syllabus, now),
        goal=GOAL,
        next_due=comes.astimezone(now.tzinfo).date().isoformat() if comes is not None else None,
        test=test,
    )


def _due(one: Due, now: datetime) -> DueView:
    return DueView(one.rule, one.matter.question_title, one.why, why_due(one, now), _told(one))


def _told(due: Due) -> float | None:
    """Retention is told of what was known: of an error it says nothing more."""
    return due.retention if due.why == "fading" else None


def _planned(one: Planned, now: datetime) -> PlannedView:
    """The title is the question's alone: what is called for is for the learner to find."""
    matter, slot = one.due.matter, one.slot
    return PlannedView(
        matter.rule, matter.question_title, why_due(one.due, now), slot.minutes, slot.shortened
    )
