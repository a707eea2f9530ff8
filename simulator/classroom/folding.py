"""Folding events: what each kind of event does to the state of a class."""

from __future__ import annotations

from dataclasses import asdict, replace
from typing import TYPE_CHECKING, Any

from simulator.classroom import laws
from simulator.classroom.class_events import Event, check_envelope, event_fault
from simulator.classroom.coursing import (
    at_phase,
    begun_at,
    opened,
    step_back,
    taken,
    taking,
    turned,
    vote_closed,
    votes_shown,
    voting_again,
    with_said,
)
from simulator.classroom.findings.wrong import tallied
from simulator.classroom.state import ClassState, Course, PastCase, Person, RuleTally, Seat, Settled
from simulator.errors.faults import UsageFault
from simulator.session.commands import Begin
from simulator.session.core import Session

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.classroom.conduct import Pace
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import At
    from simulator.session.commands import Mode

REMEMBERED = 64
"""Messages of a person whose numbers are kept, so that none is done twice."""


def folded(guide: ClassGuide, state: ClassState | None, event: Event) -> ClassState:
    """`state` after `event`; raises InputFault where the event cannot have happened there."""
    seq = state.length + 1 if state else 1
    check_envelope(event, seq)
    kind, data = event["kind"], event["data"]
    try:
        after = _begun(kind, data) if state is None else _happened(guide, state, kind, data)
    except UsageFault as refusal:
        raise event_fault(seq, f"event {seq} ({kind}) cannot have happened: {refusal}") from None
    except (LookupError, TypeError, ValueError, AttributeError):
        raise event_fault(seq, f"the data of event {seq} ({kind}) are damaged") from None
    return replace(after, length=seq, answered=_answered(after, event))


def _answered(state: ClassState, event: Event) -> Mapping[str, tuple[int, ...]]:
    if "id" not in event:
        return state.answered
    person, number = event.get("by", ""), event["id"]
    before = state.answered.get(person, ())
    if before and before[-1] == number:
        return state.answered
    return {**state.answered, person: (*before, number)[-REMEMBERED:]}


def _begun(kind: str, data: Mapping[str, Any]) -> ClassState:
    if kind != "class_begun":
        raise laws.refused("A class begins by being begun.")
    return ClassState(data["class"], data["title"], data["code"], data["projector"])


def _happened(guide: ClassGuide, state: ClassState, kind: str, data: Mapping[str, Any]) -> ClassState:
    match kind:
        case "seated":
            return _seated(state, data)
        case "case_begun":
            return _case_begun(guide, state, data)
        case "settled":
            return _settled(state, data)
        case "class_over":
            return replace(state, over=True)
        case "class_begun":
            raise laws.refused("The class has begun already.")
        case _:
            return replace(state, course=_gone_on(laws.running(state), kind, data))


def _seated(state: ClassState, data: Mapping[str, Any]) -> ClassState:
    laws.going_on(state)
    person = Person(data["person"], data["name"], data["seat"], data["fingerprint"])
    team, seats = data["team"], state.seats
    sitting = seats.get(person.seat)
    people = (*sitting.people, person.person) if sitting is not None else (person.person,)
    name = sitting.name if sitting is not None else team or person.name
    seat = Seat(person.seat, name, sitting.team if sitting is not None else team, people)
    after = replace(state, people={**state.people, person.person: person}, seats={**seats, seat.seat: seat})
    course = state.course
    if sitting is not None or course is None or course.ended:
        return after
    sessions = {**course.sessions, seat.seat: begun_at(course)}
    return replace(after, course=replace(course, sessions=sessions))


def session_begun(guide: ClassGuide, case: Mapping[str, Any], pace: Pace, *, tell: bool) -> Session:
    """The session of a seat that has said nothing yet; raises InputFault for a case that is none."""
    mode: Mode = "class" if pace == "class" else "practice" if tell else "assessment"
    session = Session(guide)
    return session.after(session.apply(Begin(case, mode)))


def _case_begun(guide: ClassGuide, state: ClassState, data: Mapping[str, Any]) -> ClassState:
    """A class of many cases takes no more room for those that are over than for what is still asked of them."""
    if "past" not in data and state.course is not None:
        data = {**data, "past": past_of(state.course)}
    past = (*state.past, *past_in(data))
    return replace(state, past=past, course=_course(guide, state, len(past) + 1, data))


def past_in(data: Mapping[str, Any]) -> tuple[PastCase, ...]:
    """What the beginning of a case says of the one before it, if there was one."""
    past = data.get("past")
    if past is None:
        return ()
    tallies = tuple(
        RuleTally(**{**tally, "called_for": tuple(tally["called_for"])}) for tally in past["tallies"]
    )
    return (PastCase(past["case"], tallies),)


def past_of(course: Course) -> Mapping[str, Any]:
    """What the beginning of a case says of `course`, which came before it."""
    tallies = [{**asdict(tally), "called_for": list(tally.called_for)} for tally in tallied(course)]
    return {"case": course.case["id"], "tallies": tallies}


def _course(guide: ClassGuide, state: ClassState, number: int, data: Mapping[str, Any]) -> Course:
    laws.going_on(state)
    if (data["guidance"], data["rules_sha256"]) != (guide.name, guide.rules_sha256):
        raise event_fault(
            state.length + 1,
            f"this case was begun with other rules of {data['guidance']!r} than those at hand",
            "open it with the guidance it was begun with",
        )
    course = course_of(guide, number, data["case"], data["pace"], tell=data["tell"])
    return replace(course, sessions=dict.fromkeys(state.seats, course.begun))


def course_of(guide: ClassGuide, number: int, case: Mapping[str, Any], pace: Pace, *, tell: bool) -> Course:
    """A case as it begins, with nobody in it; raises InputFault for one that is none."""
    begun = session_begun(guide, case, pace, tell=tell)
    assert begun.state is not None
    key: dict[At, dict[str, Any]] = {}
    for decision in guide.key(case):
        key.setdefault((decision.phase, decision.question), {})[decision.subject] = decision
    return Course(number, case, pace, begun.state.plan, key, begun, come=len(begun.state.seen))


def _settled(state: ClassState, data: Mapping[str, Any]) -> ClassState:
    course = state.course
    if course is None:
        raise laws.refused("There is no case.")
    departure = (data["seat"], data["phase"], data["question"], data["subject"])
    settled = Settled(bool(data["accepted"]), str(data["reason"]))
    return replace(state, course=replace(course, settled={**course.settled, departure: settled}))


def _gone_on(course: Course, kind: str, data: Mapping[str, Any]) -> Course:
    match kind:
        case "said":
            return with_said(course, data["seat"], data["events"])
        case "agreed":
            agreed = course.agreed.get(data["seat"], frozenset()) | {data["person"]}
            return replace(course, agreed={**course.agreed, data["seat"]: agreed})
        case "voted":
            return _voted(course, data["seat"], (data["phase"], data["question"]))
        case "phase_revealed":
            return at_phase(course, laws.next_phase(course), data["phase"])
        case "question_opened":
            return opened(course, laws.asked(course, data["phase"], data["question"]))
        case "voting_again":
            return voting_again(course, _same(laws.again(course), data))
        case "vote_closed":
            return vote_closed(course, _same(laws.to_close(course), data))
        case "votes_shown":
            return votes_shown(course, _same(laws.current(course), data), shown=bool(data["shown"]))
        case "paused":
            prompt = data["prompt"]
            said = (*course.prompts, prompt) if prompt else course.prompts
            return replace(course, paused=prompt, prompts=said)
        case "verdict_told":
            return _told(course, _same(laws.to_tell(course), data))
        case "injected":
            return replace(course, injected=(*course.injected, data["text"]))
        case "went_back":
            return _taken_back(course, data)
        case "skipped":
            return _skipped(course, laws.asked(course, data["phase"], data["question"]))
        case _:
            return _ended(course)


def _same(at: At, data: Mapping[str, Any]) -> At:
    """The question that an event is about, which is also the one that it has to be about; raises ValueError."""
    if (data["phase"], data["question"]) != at:
        raise ValueError(at)
    return at


def _taken_back(course: Course, data: Mapping[str, Any]) -> Course:
    step = course.steps[-1]
    _same(step.at, data)
    if data["what"] != step.what:
        raise ValueError(step.what)
    return step_back(course)


def _voted(course: Course, seat: str, at: At) -> Course:
    laws.open_question(course, seat)
    poll = course.poll(at).voting(seat, taking(course, seat, at))
    agreed = {one: people for one, people in course.agreed.items() if one != seat}
    return replace(course.with_poll(at, poll), agreed=agreed)


def _told(course: Course, at: At) -> Course:
    after = course.with_poll(at, replace(course.poll(at), standing="told", shown=True))
    return replace(after, steps=taken(course, "told", at), paused=None, agreed={})


def _skipped(course: Course, at: At) -> Course:
    after = course.with_poll(at, replace(course.poll(at), standing="skipped", shown=False))
    current = None if course.current == at else course.current
    agreed = {} if course.current == at else course.agreed
    return replace(after, steps=taken(course, "skipped", at), current=current, agreed=agreed)


def _ended(course: Course) -> Course:
    sessions = {seat: turned(session, len(course.plan.steps)) for seat, session in course.sessions.items()}
    polls = {
        at: replace(poll, standing="closed") if poll.standing == "open" else poll
        for at, poll in course.polls.items()
    }
    return replace(
        course, sessions=sessions, polls=polls, current=None, paused=None, agreed={}, steps=(), ended=True
    )
