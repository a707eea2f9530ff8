"""The departures that seats voted for, for the facilitator alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.class_view import DepartureView
from simulator.errors.text import clean, clean_block

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import At, ClassState, Course, Seat
    from simulator.session.key_view import KeyDecisionView
    from simulator.session.state import Given


def departures(guide: ClassGuide, state: ClassState, course: Course) -> tuple[DepartureView, ...]:
    """Those in the last vote of each seat, in the order of the questions."""
    return tuple(
        view
        for at in course.questions
        for seat, vote in course.poll(at).votes.items()
        for subject, given in vote.items()
        for view in _departure(guide, course, at, state.seats[seat], course.key[at][subject], given)
    )


def _departure(
    guide: ClassGuide, course: Course, at: At, seat: Seat, key: KeyDecisionView, given: Given
) -> Iterator[DepartureView]:
    departing = [one for one in key.options if one.option in given.chosen and one.verdict == "departure"]
    if not departing:
        return
    settled = course.settled.get((seat.seat, *at, key.subject))
    yield DepartureView(
        seat=seat.seat,
        name=seat.name,
        phase=at[0],
        question=at[1],
        subject=key.subject,
        title=clean(guide.asked(at[1]).title),
        label=key.label,
        chosen="; ".join(one.label for one in departing),
        why=" ".join(one.why for one in departing),
        rationale=clean_block(given.rationale),
        cites=given.cites,
        accepted=settled.accepted if settled is not None else None,
        reason=settled.reason if settled is not None else "",
    )
