"""Finding out what came of a class: a fold over its state, with its events for the times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.findings.courses import course_findings
from simulator.classroom.findings.findings import ClassFindings
from simulator.classroom.findings.learners import learners
from simulator.classroom.findings.practise import wrong_rules
from simulator.classroom.findings.summing import added, sums_of
from simulator.classroom.findings.timeline import in_utc, timeline, written
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.classroom.class_events import Event
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import ClassState


def findings_of(guide: ClassGuide, state: ClassState, events: Sequence[Event]) -> ClassFindings:
    """What came of a class so far; `state` is what `events` add up to."""
    found = [course_findings(guide, state, course) for course in state.courses]
    courses = tuple(course for course, _ in found)
    decisions = [one for _, of_course in found for one in of_course]
    return ClassFindings(
        class_=clean(state.class_),
        title=clean(state.title),
        guidance=clean(guide.name),
        standing=clean(guide.standing),
        began=written(in_utc(events[0].get("at"))) if events else None,
        over=state.over,
        seats=len(state.seats),
        people=len(state.people),
        courses=courses,
        sums=sums_of(decisions, added(course.sums.settled for course in courses), guide.paragraphs),
        wrong_rules=wrong_rules(state),
        timeline=timeline(guide, events),
        learners=learners(guide, state),
    )
