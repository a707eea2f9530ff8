"""The pure core of a class: what people do in, events out, and a state that they add up to.

No input or output, no clock, no chance: the same events always give the same class. Every seat has a session of its
own, of the one session core; the class adds what a facilitator does, and votes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeAlias

from simulator.classroom import conduct, laws
from simulator.classroom.class_events import FORMAT, Event, Kind
from simulator.classroom.folding import folded, past_of, session_begun
from simulator.session.commands import Confirm
from simulator.session.laws import complete

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping

    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import At, ClassState, Course
    from simulator.classroom.wishes import Sit, Wish
    from simulator.session.commands import Command
    from simulator.session.core import Session

Happening: TypeAlias = "tuple[Kind, Mapping[str, Any]]"
"""The kind of an event and its data."""


class Classroom:
    """A class under a guidance, empty or folded from events; itself it never changes."""

    def __init__(self, guide: ClassGuide, state: ClassState | None = None) -> None:
        self.guide = guide
        self._state = state

    @property
    def state(self) -> ClassState:
        """What the events add up to; raises UsageFault before the class has begun."""
        if self._state is None:
            raise laws.refused("There is no class yet.")
        return self._state

    def after(self, events: Iterable[Event]) -> Classroom:
        """The class after `events` as well; raises InputFault at the first that cannot have happened."""
        state = self._state
        for event in events:
            state = folded(self.guide, state, event)
        return Classroom(self.guide, state)

    def begin(self, class_: str, title: str, code: str, projector: str) -> list[Event]:
        """The events of a class that begins."""
        data = {"class": class_, "title": title, "code": code, "projector": projector}
        return self._numbered([("class_begun", data)])

    def sit(self, sit: Sit) -> list[Event]:
        """Somebody takes a seat; raises UsageFault where they cannot."""
        laws.room_for_one(self.state)
        number = len(self.state.people) + 1
        return self._numbered([("seated", _seating(self.state, sit, f"p{number}"))])

    def wish(self, wish: Wish, connected: Collection[str]) -> list[Event]:
        """What a wish makes happen; none where it changes nothing, or was answered before.

        `connected` are the people who are there. Raises UsageFault, or InputFault for a case, with a sentence where it
        is refused.
        """
        if wish.id in self.state.answered.get(wish.person, ()):
            return []
        if isinstance(wish.command, conduct.Conduct):
            happening = self._conducted(wish.command)
        else:
            happening = self._said(wish.person, wish.command, connected)
        return self._numbered(happening, by=wish.person, id=wish.id)

    def agree(self, connected: Collection[str]) -> list[Event]:
        """The votes of teams all of whose people who are still there have agreed."""
        course = self.state.course
        if course is None or course.ended:
            return []
        happening: list[Happening] = []
        for seat, agreed in course.agreed.items():
            there = agreed.intersection(connected)
            if there and there.issuperset(self._there(seat, connected)):
                happening += self._agreed(course, seat)
        return self._numbered(happening)

    def _agreed(self, course: Course, seat: str) -> list[Happening]:
        if course.pace == "own":
            return _saying(seat, course.sessions[seat], Confirm())
        at = course.current
        if at is None or course.poll(at).standing != "open":
            return []
        return [("voted", {"seat": seat, "phase": at[0], "question": at[1]})]

    def _there(self, seat: str, connected: Collection[str]) -> frozenset[str]:
        return frozenset(self.state.seats[seat].people).intersection(connected)

    def _numbered(self, happening: Iterable[Happening], **by: Any) -> list[Event]:
        length = self._state.length if self._state is not None else 0
        return [
            {"format": FORMAT, "seq": seq, "kind": kind, "data": data, **by}
            for seq, (kind, data) in enumerate(happening, start=length + 1)
        ]

    # What learners do

    def _said(self, person: str, command: Command, connected: Collection[str]) -> list[Happening]:
        seat = laws.person_of(self.state, person).seat
        course = laws.running(self.state)
        session = laws.session_of(course, seat)
        if isinstance(command, Confirm):
            agreed = course.agreed.get(seat, frozenset()) | {person}
            everybody = agreed.issuperset(self._there(seat, connected))
            return self._confirmed(course, session, seat, person, everybody=everybody)
        laws.may_say(course, seat, command)
        return _saying(seat, session, command)

    def _confirmed(
        self, course: Course, session: Session, seat: str, person: str, *, everybody: bool
    ) -> list[Happening]:
        if course.pace == "own":
            happening = _saying(seat, session, Confirm())
        else:
            at = laws.open_question(course, seat)
            assert session.state is not None
            complete(session.state, self.guide)
            happening = [("voted", {"seat": seat, "phase": at[0], "question": at[1]})]
        if everybody:
            return happening
        if person in course.agreed.get(seat, ()):
            return []
        return [("agreed", {"seat": seat, "person": person})]

    # What a facilitator does

    def _conducted(self, command: conduct.Conduct) -> list[Happening]:
        match command:
            case conduct.BeginCase():
                return [("case_begun", self._case(command))]
            case conduct.EndClass():
                laws.going_on(self.state)
                course = self.state.course
                ends: list[Happening] = (
                    [("case_ended", {})] if course is not None and not course.ended else []
                )
                return [*ends, ("class_over", {})]
            case conduct.Settle():
                return self._settled(command)
            case _:
                return self._in_course(laws.running(self.state), command)

    def _case(self, command: conduct.BeginCase) -> Mapping[str, Any]:
        laws.going_on(self.state)
        if self.state.course is not None and not self.state.course.ended:
            raise laws.refused("A case is going on; end it first.")
        session_begun(self.guide, command.case, command.pace, tell=command.tell)
        before = self.state.course
        return {
            **({"past": past_of(before)} if before is not None else {}),
            "case": command.case,
            "pace": command.pace,
            "tell": command.tell,
            "guidance": self.guide.name,
            "rules_sha256": self.guide.rules_sha256,
        }

    def _settled(self, command: conduct.Settle) -> list[Happening]:
        course = self.state.course
        if course is None:
            raise laws.refused("There is no such departure.")
        seat, phase, question, subject = laws.departure(course, command)
        return [
            (
                "settled",
                {
                    "seat": seat,
                    "phase": phase,
                    "question": question,
                    "subject": subject,
                    "accepted": command.accepted,
                    "reason": laws.words(command.reason, "A reason"),
                },
            )
        ]

    def _in_course(self, course: Course, command: conduct.Conduct) -> list[Happening]:
        match command:
            case conduct.RevealPhase():
                return [("phase_revealed", {"phase": course.plan.phases[laws.next_phase(course)].phase})]
            case conduct.OpenQuestion(phase, question):
                at = laws.asked(course, phase, question)
                already = course.current == at and course.poll(at).standing == "open"
                return [] if already else [("question_opened", _at(at))]
            case conduct.CloseVote():
                return _closing_if_open(course, laws.to_close(course))
            case conduct.VoteAgain():
                return [("voting_again", _at(laws.again(course)))]
            case conduct.ShowVotes(shown):
                at = laws.current(course)
                changes = course.poll(at).shown != shown
                return [("votes_shown", {**_at(at), "shown": shown})] if changes else []
            case conduct.Pause(prompt):
                return _pausing(course, prompt)
            case conduct.RevealVerdict():
                at = laws.to_tell(course)
                return [*_closing_if_open(course, at), ("verdict_told", _at(at))]
            case conduct.Inject(text):
                text = laws.words(text, "A piece of information")
                return [("injected", {"text": text})] if text else []
            case conduct.GoBack():
                if not course.steps:
                    raise laws.refused("There is nothing to take back.")
                return [("went_back", {"what": course.steps[-1].what, **_at(course.steps[-1].at)})]
            case conduct.SkipQuestion(question):
                return [("skipped", _at(laws.to_skip(course, question)))]
            case _:
                return [("case_ended", {})]


def _at(at: At) -> dict[str, Any]:
    return {"phase": at[0], "question": at[1]}


def _closing_if_open(course: Course, at: At) -> list[Happening]:
    return [("vote_closed", _at(at))] if course.poll(at).standing == "open" else []


def _pausing(course: Course, prompt: str | None) -> list[Happening]:
    said = laws.words(prompt, "A prompt") if prompt is not None else None
    return [] if said == course.paused else [("paused", {"prompt": said})]


def _saying(seat: str, session: Session, command: Command) -> list[Happening]:
    payloads = session.apply(command)
    return [("said", {"seat": seat, "events": payloads})] if payloads else []


def _seating(state: ClassState, sit: Sit, person: str) -> Mapping[str, Any]:
    team = state.of_team(sit.team)
    seat = team.seat if team is not None else f"s{len(state.seats) + 1}"
    return {
        "person": person,
        "name": sit.name,
        "seat": seat,
        "team": sit.team,
        "fingerprint": sit.fingerprint,
    }
