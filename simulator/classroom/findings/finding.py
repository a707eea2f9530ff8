"""Finding out what came of a class, from its events alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.findings.courses import course_findings
from simulator.classroom.findings.findings import ClassFindings
from simulator.classroom.findings.learners import learners
from simulator.classroom.findings.summing import added, sums_of
from simulator.classroom.findings.timeline import in_utc, timeline, written
from simulator.classroom.findings.wrong import got_wrong
from simulator.classroom.folding import folded
from simulator.errors.faults import UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.classroom.class_events import Event
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import ClassState, Course


def findings_of(guide: ClassGuide, events: Iterable[Event]) -> ClassFindings:
    """What came of a class so far; `events` are gone through more than once.

    Raises UsageFault where nothing has happened, InputFault for a broken log.
    """
    state, played = _played(guide, events)
    found = [course_findings(guide, state, course) for course in played]
    courses = tuple(course for course, _ in found)
    decisions = [one for _, of_course in found for one in of_course]
    return ClassFindings(
        class_=clean(state.class_),
        title=clean(state.title),
        guidance=clean(guide.name),
        standing=clean(guide.standing),
        began=written(in_utc(next(iter(events)).get("at"))),
        over=state.over,
        seats=len(state.seats),
        people=len(state.people),
        courses=courses,
        sums=sums_of(decisions, added(course.sums.settled for course in courses), guide.paragraphs),
        wrong=got_wrong(course for course in played if course.ended),
        timeline=timeline(guide, events),
        learners=learners(guide, state, played),
    )


def _played(guide: ClassGuide, events: Iterable[Event]) -> tuple[ClassState, Sequence[Course]]:
    """How a class stands, and each of its cases as it was last: the state itself lets go of what is past."""
    state: ClassState | None = None
    played: list[Course] = []
    for event in events:
        if state is not None and state.course is not None and event["kind"] == "case_begun":
            played.append(state.course)
        state = folded(guide, state, event)
    if state is None:
        raise UsageFault("There is no class yet.")
    return state, [*played, *([state.course] if state.course is not None else [])]
