"""What to practise today, and why, as a face is given it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.practice.cards import GOAL
from simulator.practice.drilling import new_drill
from simulator.practice.due import due_rules, mean_retention, next_due
from simulator.practice.interleaving import practised_last
from simulator.practice.planning import USUAL, planned
from simulator.practice.today_words import said_of, why_due
from simulator.session.practising import MINUTES
from simulator.session.record_view import FEWEST_REVIEWS
from simulator.session.today_view import DueView, PlannedView, TodayView

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import datetime

    from simulator.practice.due import Due
    from simulator.practice.memory import Memory
    from simulator.practice.minutes import Pace
    from simulator.practice.planning import Planned
    from simulator.practice.syllabus import Syllabus
    from simulator.session.today_view import DrillOfferView, TestOfferView


def today_view(
    memory: Memory,
    syllabus: Syllabus,
    now: datetime,
    minutes: int = MINUTES,
    pace: Pace = USUAL,
    test: TestOfferView | None = None,
    drill: DrillOfferView | None = None,
    without: Collection[str] = (),
) -> TodayView:
    """All of it at `now`, whose time zone is that of the days that are told; without a `drill` a new one is offered.

    Rules `without` a case cannot be practised, and are not due.
    """
    due = [one for one in due_rules(memory, syllabus, now) if one.rule not in without]
    comes = None if due else next_due(memory, syllabus, now)
    return TodayView(
        said=said_of(due, comes, now, met=bool(memory.known)),
        due=tuple(_due(one, now) for one in due),
        plan=tuple(
            _planned(one, now) for one in planned(due, practised_last(memory, syllabus), minutes, pace)
        ),
        minutes=minutes,
        retention=mean_retention(memory, syllabus, now),
        goal=GOAL,
        next_due=comes.astimezone(now.tzinfo).date().isoformat() if comes is not None else None,
        test=test,
        drill=drill or new_drill(pace),
        reviews=sum(one.reviews for rule, one in memory.known.items() if rule in syllabus.rules),
    )


def _due(one: Due, now: datetime) -> DueView:
    return DueView(one.rule, one.matter.question_title, one.why, why_due(one, now), _told(one))


def _told(due: Due) -> float | None:
    """Retention is told of what was known, and often enough asked: of an error it says nothing more."""
    asked = due.known.reviews if due.known is not None else 0
    return due.retention if due.why == "fading" and asked >= FEWEST_REVIEWS else None


def _planned(one: Planned, now: datetime) -> PlannedView:
    """The title is the question's alone: what is called for is for the learner to find."""
    matter, slot = one.due.matter, one.slot
    return PlannedView(
        matter.rule, matter.question_title, why_due(one.due, now), slot.minutes, slot.shortened
    )
