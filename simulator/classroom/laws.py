"""What may be done at a point of a class; whatever may not is refused with a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.conduct import LONGEST_WORDS
from simulator.errors.faults import UsageFault
from simulator.errors.text import clean, clean_block
from simulator.session.commands import Annotate, Saying

if TYPE_CHECKING:
    from simulator.classroom.conduct import Settle
    from simulator.classroom.state import At, ClassState, Course, Departure, Person
    from simulator.session.commands import Command
    from simulator.session.core import Session

MOST_PEOPLE = 500
"""People whom a class has room for: whoever has its code cannot fill the record with seats."""
MOST_NOTED, MOST_WRITTEN = 200, 10_000
"""Highlights and notes that a seat may have in a case, and the characters of all its notes together."""
NOTHING_OPEN = "No question is open; the facilitator opens the next one."
CLOSED = "The vote on this question is closed."
ANOTHER = "Another question is open now; the vote on this one is closed."
VOTED = "You have voted; your answers stay as they are until the class votes again."


def refused(sentence: str) -> UsageFault:
    """A refusal; nothing in its sentence can act on a terminal."""
    return UsageFault(clean(sentence))


def going_on(state: ClassState) -> None:
    """Raises UsageFault when the class is over."""
    if state.over:
        raise refused("This class is over.")


def room_for_one(state: ClassState) -> None:
    """Raises UsageFault where the class is over, or full."""
    going_on(state)
    if len(state.people) >= MOST_PEOPLE:
        raise refused(f"The class is full: it has room for {MOST_PEOPLE} people.")


def person_of(state: ClassState, person: str) -> Person:
    """Somebody in the class; raises UsageFault where nobody is called so."""
    going_on(state)
    try:
        return state.people[person]
    except KeyError:
        raise refused("You have no seat in this class; join it again.") from None


def running(state: ClassState) -> Course:
    """The case that goes on; raises UsageFault where none does."""
    going_on(state)
    if state.course is None or state.course.ended:
        raise refused("No case is going on; the facilitator begins one.")
    return state.course


def together(course: Course) -> None:
    """Raises UsageFault where everybody goes at their own pace."""
    if course.pace != "class":
        raise refused("Everybody goes at their own pace in this case.")


def session_of(course: Course, seat: str) -> Session:
    """The session of a seat; raises UsageFault where it has none."""
    try:
        return course.sessions[seat]
    except KeyError:
        raise refused("Your seat has no part in this case.") from None


def open_question(course: Course, seat: str) -> At:
    """The question that is open to a seat which has not voted on it; raises UsageFault where none is."""
    if course.current is None:
        raise refused(NOTHING_OPEN)
    poll = course.poll(course.current)
    if poll.standing != "open":
        raise refused(CLOSED)
    if seat in poll.rounds[-1]:
        raise refused(VOTED)
    return course.current


def may_say(course: Course, seat: str, command: Command) -> None:
    """Raises UsageFault where a seat may not do so now."""
    if isinstance(command, Annotate):
        _may_note(course.sessions[seat], command)
        return
    if course.pace != "class":
        return
    at = open_question(course, seat)
    if isinstance(command, Saying) and command.question != at[1]:
        raise refused(ANOTHER)


def _may_note(session: Session, command: Annotate) -> None:
    """What a seat has noted goes over the line whenever the seat does: it is not to slow down everybody else."""
    assert session.state is not None
    noted = session.state.said.annotations
    others = [one for at, one in noted.items() if at != (command.passage, command.start)]
    if len(others) >= MOST_NOTED:
        raise refused(f"There is room for {MOST_NOTED} highlights and notes in a class; take one back first.")
    if command.note and sum(len(one.note) for one in others) + len(command.note) > MOST_WRITTEN:
        raise refused(
            f"All notes together have room for {MOST_WRITTEN} characters in a class; shorten one first."
        )


def current(course: Course) -> At:
    """The current question; raises UsageFault where there is none."""
    if course.current is None:
        raise refused("Open a question first.")
    return course.current


def asked(course: Course, phase: str, question: str) -> At:
    """A question of a phase that has come to light; raises UsageFault where there is none such."""
    at = (phase, question)
    if at not in course.questions:
        raise refused(f"The case does not ask {question!r} in {phase!r}.")
    come = [one.phase for one in course.plan.phases[: course.come]]
    if course.pace == "class" and phase not in come:
        raise refused("This phase has not come to light; reveal it first.")
    return at


def next_phase(course: Course) -> int:
    """The number of the phase to come to light next, from 0; raises UsageFault where all have."""
    together(course)
    for number in range(course.come, len(course.plan.phases)):
        if course.plan.phases[number].steps:
            return number
    raise refused("Every phase of this case has come to light.")


def to_close(course: Course) -> At:
    """The question whose vote can be closed; raises UsageFault."""
    together(course)
    at = current(course)
    if course.poll(at).standing != "open":
        raise refused(CLOSED)
    return at


def again(course: Course) -> At:
    """The question that can be voted on again; raises UsageFault."""
    together(course)
    at = current(course)
    poll = course.poll(at)
    if poll.standing == "told":
        raise refused("The class knows what the guidance says of this question; go back first.")
    if not poll.rounds or not poll.rounds[-1]:
        raise refused("Nobody has voted yet.")
    return at


def to_tell(course: Course) -> At:
    """The question of which the class can be told; raises UsageFault."""
    at = current(course)
    if course.poll(at).standing == "told":
        raise refused("The class has been told of this question.")
    return at


def to_skip(course: Course, question: str | None) -> At:
    """The question to be skipped; raises UsageFault."""
    together(course)
    if question is None:
        return current(course)
    return asked(course, course.plan.phases[course.come - 1].phase, question)


def words(text: str, what: str) -> str:
    """What a facilitator wrote, cleaned; raises UsageFault where it is too long."""
    text = clean_block(text).strip()
    if len(text) > LONGEST_WORDS:
        raise refused(f"{what} has room for {LONGEST_WORDS} characters, and this one has {len(text)}.")
    return text


def departure(course: Course, settle: Settle) -> Departure:
    """The departure to be settled; raises UsageFault where a seat did not vote for one."""
    at = (settle.phase, settle.question)
    given = course.poll(at).votes.get(settle.seat, {}).get(settle.subject)
    key = course.key.get(at, {}).get(settle.subject)
    if given is None or key is None or not any(key.verdict(one) == "departure" for one in given.chosen):
        raise refused("There is no such departure.")
    return settle.seat, settle.phase, settle.question, settle.subject
