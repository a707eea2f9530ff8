"""How a case of a class goes on: its sessions are turned together, and votes are taken."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from simulator.classroom.state import Poll, Step, Stood
from simulator.session.commands import Turn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from simulator.classroom.state import At, Course, Taken, Vote
    from simulator.session.core import Session

ANSWERING = ("answer_given", "answer_changed", "undone", "redone")
"""What takes a team's agreement back."""


def turned(session: Session, step: int) -> Session:
    """A session turned to a step; one that has ended stays as it is."""
    if session.state is None or session.state.finished:
        return session
    return session.after(session.apply(Turn(step)))


def taking(course: Course, seat: str, at: At) -> Vote:
    """What a seat has said of a question."""
    state = course.sessions[seat].state
    assert state is not None
    return {subject: state.given(*at, subject) for subject in course.subjects(at)}


def begun_at(course: Course) -> Session:
    """The session of a seat that comes late: where the class is."""
    return course.begun if course.pace != "class" else turned(course.begun, _step(course))


def _step(course: Course) -> int:
    """The one of the current question; where there is none, the first of the phase that came to light last."""
    if course.current is not None:
        return course.step_of(course.current)
    phase = course.plan.phases[course.come - 1].phase
    return next((number for number, step in enumerate(course.plan.steps) if step.phase == phase), 0)


def _all_turned(course: Course) -> Course:
    """With every session turned to where the class is."""
    step = _step(course)
    return replace(
        course, sessions={seat: turned(session, step) for seat, session in course.sessions.items()}
    )


def _closed(course: Course) -> Course:
    """With no question open."""
    at = course.current
    if at is None or course.poll(at).standing != "open":
        return course
    return course.with_poll(at, replace(course.poll(at), standing="closed"))


def taken(course: Course, what: Taken, at: At) -> tuple[Step, ...]:
    """The steps of the conduct, with one more that can be taken back."""
    polls = {each: Stood(poll.standing, poll.shown, len(poll.rounds)) for each, poll in course.polls.items()}
    return (*course.steps, Step(what, at, course.come, course.current, polls))


def at_phase(course: Course, number: int, phase: str) -> Course:
    """With the phase of a number come to light, and nothing open."""
    if course.plan.phases[number].phase != phase:
        raise ValueError(phase)
    steps = taken(course, "revealed", (phase, ""))
    come = replace(_closed(course), come=number + 1, current=None, paused=None, agreed={}, steps=steps)
    return _all_turned(come)


def opened(course: Course, at: At) -> Course:
    """With a question open; at their own pace, with one to be looked at."""
    if course.pace != "class":
        return replace(course, current=at)
    steps = taken(course, "opened", at)
    course = _closed(course).with_poll(at, _with_round(course.poll(at)))
    return _all_turned(replace(course, current=at, paused=None, agreed={}, steps=steps))


def vote_closed(course: Course, at: At) -> Course:
    """With the vote on the current question closed; who of a team had agreed to a vote has not voted."""
    return replace(_closed(course), steps=taken(course, "closed", at), agreed={})


def votes_shown(course: Course, at: At, *, shown: bool) -> Course:
    """With the votes on the current question shown to everybody, or hidden."""
    steps = taken(course, "shown" if shown else "hidden", at)
    return replace(course.with_poll(at, replace(course.poll(at), shown=shown)), steps=steps)


def voting_again(course: Course, at: At) -> Course:
    """With the current question open once more."""
    steps = taken(course, "again", at)
    return replace(course.with_poll(at, _with_round(course.poll(at))), paused=None, agreed={}, steps=steps)


def _with_round(poll: Poll) -> Poll:
    rounds = poll.rounds if poll.rounds and not poll.rounds[-1] else (*poll.rounds, {})
    return replace(poll, rounds=rounds, standing="open", shown=False)


def step_back(course: Course) -> Course:
    """With the last step of the conduct taken back; votes stay."""
    step = course.steps[-1]
    polls = {at: as_before(at, poll, step) for at, poll in course.polls.items()}
    before = replace(course, polls=polls, come=step.come, current=step.current, steps=course.steps[:-1])
    if step.what in {"shown", "hidden"} or (step.what == "skipped" and step.at != step.current):
        return before
    before = replace(before, paused=None, agreed={})
    return _all_turned(before) if course.pace == "class" else before


def as_before(at: At, poll: Poll, step: Step) -> Poll:
    """A question as it stood before a step; a vote in which somebody has voted since stays.

    Such a vote is closed where its question was not open before.
    """
    stood = step.polls.get(at, Stood())
    rounds = poll.rounds if voted_since(at, poll, step) else poll.rounds[: stood.rounds]
    standing = "closed" if stood.standing == "ahead" and rounds else stood.standing
    return Poll(rounds, standing, stood.shown)


def voted_since(at: At, poll: Poll, step: Step) -> bool:
    """Whether somebody voted in a vote that was opened by a step, or after it."""
    return any(poll.rounds[step.polls.get(at, Stood()).rounds :])


def with_said(course: Course, seat: str, events: Sequence[Mapping[str, Any]]) -> Course:
    """With what a seat has said; a phase that it confirmed at its own pace is its vote on every question of it."""
    session = course.sessions[seat].after(events)
    course = replace(course, sessions={**course.sessions, seat: session})
    if any(event["kind"] in ANSWERING or event["kind"] == "step_confirmed" for event in events):
        course = replace(course, agreed={one: of for one, of in course.agreed.items() if one != seat})
    for event in events:
        if event["kind"] == "phase_confirmed":
            course = _all_voted(course, seat, event["data"]["phase"])
    return course


def _all_voted(course: Course, seat: str, phase: str) -> Course:
    for at in course.questions:
        if at[0] == phase:
            poll = course.poll(at)
            standing = "closed" if poll.standing == "ahead" else poll.standing
            course = course.with_poll(
                at, replace(poll.voting(seat, taking(course, seat, at)), standing=standing)
            )
    return course
