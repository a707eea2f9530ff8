"""What everybody in a class may see."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.classroom.class_view import RoomView
from simulator.classroom.showing.polls import poll_view, verdict_view
from simulator.errors.text import clean
from simulator.session.view import OptionView

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.classroom.class_view import Stage
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import At, ClassState, Course
    from simulator.session.guide import Asked


def room_view(guide: ClassGuide, state: ClassState) -> RoomView:
    """The class as everybody may see it, without any name."""
    course = state.course
    if course is None:
        return RoomView(stage=stage_of(state), seats=len(state.seats))
    room = RoomView(
        stage=stage_of(state),
        seats=len(state.seats),
        title=clean(course.case["title"]),
        content_note=clean(course.case["content_note"]),
        phase=clean(guide.phase_title(_phase(course))),
        committed=_committed(course),
        paused=course.paused,
        injected=course.injected,
    )
    return _with_question(room, guide, course, course.current) if course.current is not None else room


def _phase(course: Course) -> str:
    """That of the current question; where there is none, the one that came to light last."""
    return course.current[0] if course.current is not None else course.plan.phases[course.come - 1].phase


def _with_question(room: RoomView, guide: ClassGuide, course: Course, at: At) -> RoomView:
    poll, asked = course.poll(at), guide.asked(at[1])
    together = room.stage in {"voting", "closed", "told"}
    return replace(
        room,
        question=clean(asked.title),
        asks=clean(asked.asks),
        several=asked.several and together,
        options=tuple(_options(asked)) if together else (),
        subjects=tuple(one.label for one in course.key[at].values()) if together else (),
        round=len(poll.rounds),
        poll=poll_view(guide, course, at) if poll.shown else None,
        verdict=verdict_view(guide, course, at) if poll.standing == "told" else None,
    )


def _options(asked: Asked) -> Iterator[OptionView]:
    return (OptionView(option, clean(label)) for option, label in asked.options.items())


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
