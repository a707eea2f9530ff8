"""What everybody in a class may see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.class_view import RoomView
from simulator.classroom.showing.polls import poll_view, verdict_view
from simulator.errors.text import clean

if TYPE_CHECKING:
    from simulator.classroom.class_view import Stage
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import ClassState, Course


def room_view(guide: ClassGuide, state: ClassState) -> RoomView:
    """The class as everybody may see it, without any name."""
    course = state.course
    if course is None:
        return RoomView(stage=stage_of(state), seats=len(state.seats))
    at = course.current
    poll = course.poll(at)
    asked = guide.asked(at[1]) if at is not None else None
    told = at is not None and poll.standing == "told"
    return RoomView(
        stage=stage_of(state),
        seats=len(state.seats),
        title=clean(course.case["title"]),
        content_note=clean(course.case["content_note"]),
        phase=clean(guide.phase_title(course.plan.phases[course.come - 1].phase)),
        question=clean(asked.title) if asked is not None else "",
        asks=clean(asked.asks) if asked is not None else "",
        round=len(poll.rounds),
        committed=_committed(course),
        paused=course.paused,
        poll=poll_view(guide, course, at) if at is not None and poll.shown else None,
        verdict=verdict_view(guide, course, at) if at is not None and told else None,
        injected=course.injected,
    )


def stage_of(state: ClassState) -> Stage:
    """Where the class is."""
    course = state.course
    if state.over:
        return "over"
    if course is None:
        return "gathering"
    if course.ended:
        return "ended"
    if course.pace == "own":
        return "own"
    stages: dict[str, Stage] = {"open": "voting", "closed": "closed", "told": "told"}
    return stages.get(course.poll(course.current).standing, "reading")


def _committed(course: Course) -> int:
    if course.pace == "own":
        return sum(one.state is not None and one.state.finished for one in course.sessions.values())
    poll = course.poll(course.current)
    return len(poll.rounds[-1]) if poll.rounds else 0
