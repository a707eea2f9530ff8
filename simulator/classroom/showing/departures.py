"""The departures that seats voted for, for the facilitator alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.class_view import DepartureView
from simulator.errors.text import clean, clean_block

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import At, ClassState, Course
    from simulator.session.debrief_view import RulingView
    from simulator.session.key_view import KeyDecisionView
    from simulator.session.state import Given


def departures(guide: ClassGuide, state: ClassState, course: Course) -> tuple[DepartureView, ...]:
    """Those in the last vote of each seat, in the order of the questions; then those of earlier votes.

    Of the earlier ones only those are told that were settled.
    """
    standing = tuple(_standing(guide, state, course))
    return standing + tuple(_earlier(guide, state, course))


def last_departure(course: Course, at: At, seat: str, key: KeyDecisionView) -> tuple[int, Given] | None:
    """What a seat said when it last voted for a departure, and in which vote, from 1; None where it never did."""
    for number, votes in reversed(tuple(enumerate(course.poll(at).rounds, start=1))):
        given = votes.get(seat, {}).get(key.subject)
        if given is not None and _departing(key, given):
            return number, given
    return None


def _departing(key: KeyDecisionView, given: Given) -> Sequence[RulingView]:
    return [one for one in key.options if one.option in given.chosen and one.verdict == "departure"]


def _standing(guide: ClassGuide, state: ClassState, course: Course) -> Iterator[DepartureView]:
    for at in course.questions:
        for seat, vote in course.poll(at).votes.items():
            for subject, given in vote.items():
                key = course.key[at][subject]
                if _departing(key, given):
                    yield from _told(guide, state, course, at, seat, key, stands=True)


def _earlier(guide: ClassGuide, state: ClassState, course: Course) -> Iterator[DepartureView]:
    """Settled departures of seats that voted otherwise afterwards, in the order in which they were settled."""
    for seat, phase, question, subject in course.settled:
        at = phase, question
        key, given = course.key[at][subject], course.poll(at).votes.get(seat, {}).get(subject)
        if given is None or not _departing(key, given):
            yield from _told(guide, state, course, at, seat, key, stands=False)


def _told(
    guide: ClassGuide,
    state: ClassState,
    course: Course,
    at: At,
    seat: str,
    key: KeyDecisionView,
    *,
    stands: bool,
) -> Iterator[DepartureView]:
    found = last_departure(course, at, seat, key)
    if found is None:
        return
    number, given = found
    departing = _departing(key, given)
    settled = course.settled.get((seat, *at, key.subject))
    yield DepartureView(
        seat=seat,
        name=state.seats[seat].name,
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
        round=number,
        stands=stands,
    )
