"""A class that is kept: what happens in it is on the disk before anybody is told that it was done."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from simulator.classroom.answering import answered
from simulator.classroom.cases import begin_case
from simulator.classroom.codes import fingerprint, new_code
from simulator.classroom.core import Classroom
from simulator.classroom.findings.wrong import tallied, told_wrong
from simulator.classroom.messages import World
from simulator.classroom.pseudonyms import name_of, offered, unlike
from simulator.classroom.resuming import resumed
from simulator.classroom.showing.console import console_view
from simulator.classroom.showing.room import room_view
from simulator.classroom.showing.seat import seat_view
from simulator.classroom.wishes import Sit
from simulator.errors.faults import InputFault, UsageFault
from simulator.session.runner import new_session

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence

    from simulator.classroom.class_events import Event
    from simulator.classroom.class_view import ConsoleView, RoomView, SeatView, WrongView
    from simulator.classroom.conduct import BeginCase
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.messages import Ask, Told
    from simulator.classroom.presence import Presence
    from simulator.classroom.state import ClassState
    from simulator.classroom.wishes import Wish
    from simulator.session.training import Training
    from simulator.store.classes import ClassLogs

    SaveReport = Callable[[ClassGuide, Iterable[Event]], Sequence[str]]
    """Saves the report of a class, and says where its files lie. Raises UsageFault."""

QUIET = {"said", "agreed"}
"""What does not change how the room looks, while the class goes on together."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """What would come of some wishes: see `hub.host.Prepared`."""

    after: Classroom
    events: tuple[Event, ...]
    outcomes: tuple[str | None, ...]
    seated: tuple[str | None, ...]
    touched: frozenset[str] | None
    room_changed: bool


class RunningClass:
    """A class, the log that keeps it, the clock that stamps it, and the packs of which its cases are."""

    def __init__(
        self,
        classroom: Classroom,
        training: Training,
        logs: ClassLogs,
        draw: Callable[[int], int],
        save_report: SaveReport,
    ) -> None:
        self._classroom = classroom
        self._training = training
        self._logs = logs
        self._draw = draw
        self._save_report = save_report
        self._opened: tuple[object, float] = (None, 0.0)
        self._wrong: tuple[object, tuple[WrongView, ...]] = ((), ())

    @classmethod
    def new(
        cls,
        guide: ClassGuide,
        training: Training,
        logs: ClassLogs,
        draw: Callable[[int], int],
        save_report: SaveReport,
    ) -> RunningClass:
        """A new class, kept from now on; raises StoreFault."""
        at = training.clock()
        title = f"Class of {at[:10]}, {at[11:16]} UTC"
        empty = Classroom(guide)
        events = [{**one, "at": at} for one in empty.begin(new_session(), title, new_code(), new_code())]
        classroom = empty.after(events)
        logs.append(classroom.state.class_, events)
        return cls(classroom, training, logs, draw, save_report)

    @classmethod
    def resume(
        cls,
        guide: ClassGuide,
        training: Training,
        logs: ClassLogs,
        class_: str,
        draw: Callable[[int], int],
        save_report: SaveReport,
    ) -> RunningClass:
        """Go on with a kept class; raises InputFault for a broken log, StoreFault."""
        return cls(resumed(guide, logs.log(class_)), training, logs, draw, save_report)

    @property
    def state(self) -> ClassState:
        """How things stand."""
        return self._classroom.state

    @property
    def world(self) -> World:
        """What stays the same as long as the class runs."""
        guide = self._classroom.guide
        return World(
            standing=guide.standing,
            care=self._training.care,
            paragraphs=tuple(guide.paragraphs.values()),
            frame=guide.frame,
        )

    @property
    def code(self) -> str:
        """With which learners join."""
        return self.state.code

    @property
    def projector(self) -> str:
        """With which projectors join."""
        return self.state.projector

    @property
    def over(self) -> bool:
        """Whether the class has ended."""
        return self.state.over

    @property
    def people(self) -> Collection[str]:
        """Every learner who has a seat, there or not."""
        return self.state.people

    def knows(self, token: str) -> str | None:
        """The person whose seat a token brings back."""
        return self._person_with(self.state, fingerprint(token))

    def _person_with(self, state: ClassState, wanted: str) -> str | None:
        return next((one.person for one in state.people.values() if one.fingerprint == wanted), None)

    def sharing(self, person: str) -> tuple[str, ...]:
        """All people of the same seat."""
        return self.state.seats[self.state.people[person].seat].people

    # What is shown

    def room(self) -> RoomView:
        """What everybody sees."""
        return room_view(self._classroom.guide, self.state)

    def seat(self, person: str, connected: Collection[str]) -> SeatView:
        """What a learner sees of their own seat."""
        return seat_view(self._classroom.guide, self.state, person, connected)

    def console(self, presence: Presence) -> ConsoleView:
        """What the facilitator sees."""
        vote = _vote(self.state)
        if self._opened[0] != vote:
            self._opened = vote, presence.now
        presence = replace(presence, opened=self._opened[1])
        return console_view(self._classroom.guide, self.state, presence, self._got_wrong())

    def _got_wrong(self) -> tuple[WrongView, ...]:
        """What the class got wrong in the cases that have ended; worked out anew where another of them is known."""
        state = self.state
        ended = state.course if state.course is not None and state.course.ended else None
        known, wrong = self._wrong
        if known is not ended:
            past = [tally for case in state.past for tally in case.tallies]
            wrong = told_wrong([*past, *(tallied(ended) if ended is not None else ())])
            self._wrong = ended, wrong
        return wrong

    # What is done

    def prepare(self, wishes: Sequence[Wish | Sit], connected: Collection[str]) -> Prepared:
        """Decide wishes in their order, and then the votes of teams who all agree; nothing is changed by it."""
        at = self._training.clock()
        decided = _Decided(self._classroom, at)
        outcomes: list[str | None] = []
        seated: list[str | None] = []
        for wish in wishes:
            outcomes.append(decided.refusing(partial(self._made, decided.classroom, wish, connected)))
            if isinstance(wish, Sit):
                seated.append(self._person_with(decided.classroom.state, wish.fingerprint))
        decided.add(decided.classroom.agree(connected))
        changed = _changed(decided.classroom.state, decided.events)
        return Prepared(decided.classroom, tuple(decided.events), tuple(outcomes), tuple(seated), *changed)

    def _made(self, classroom: Classroom, wish: Wish | Sit, connected: Collection[str]) -> Sequence[Event]:
        if not isinstance(wish, Sit):
            return classroom.wish(wish, connected)
        state = classroom.state
        if self._person_with(state, wish.fingerprint) is not None:
            return []
        taken = [*(one.name for one in state.people.values()), *(one.team for one in state.seats.values())]
        name = name_of(wish.name)
        name = unlike(name, taken) if name else offered(taken, self._draw)
        return classroom.sit(Sit(wish.fingerprint, name, name_of(wish.team)))

    def keep(self, prepared: Prepared) -> None:
        """Keep for good what was prepared; raises StoreFault."""
        self._logs.append(self.state.class_, prepared.events)

    def adopt(self, prepared: Prepared) -> None:
        """Go on from what was prepared and kept."""
        self._classroom = prepared.after

    # What is looked up

    def ask(self, person: str, ask: Ask) -> Told:
        """Look something up; raises UsageFault or InputFault."""
        if ask.what == "report" and not person:
            return self._reported(ask)
        return answered(self._classroom, self._training, person, ask)

    def _reported(self, ask: Ask) -> Told:
        from simulator.classroom.messages import Told

        events = self._logs.log(self.state.class_)
        saved = self._save_report(self._classroom.guide, events)
        return Told(ask.id, saved=tuple(saved))

    def begin(self, command: Mapping[str, Any]) -> BeginCase:
        """Make the case that a `begin_case` names; raises UsageFault or InputFault."""
        return begin_case(self._training, command)


class _Decided:
    """A class as it would be after some wishes, and the events that would bring it there."""

    def __init__(self, classroom: Classroom, at: str) -> None:
        self.classroom = classroom
        self.events: list[Event] = []
        self._at = at

    def add(self, events: Sequence[Event]) -> None:
        """Go on by `events`; raises InputFault."""
        stamped = [{**one, "at": self._at} for one in events]
        self.classroom = self.classroom.after(stamped)
        self.events += stamped

    def refusing(self, made: Callable[[], Sequence[Event]]) -> str | None:
        """Go on by what is made, or by nothing and with the sentence that refuses it."""
        try:
            self.add(made())
        except (UsageFault, InputFault) as fault:
            return str(fault)
        return None


def _vote(state: ClassState) -> object:
    """Which vote is taken; another object for another vote."""
    course = state.course
    if course is None:
        return None
    return course.number, course.current, len(course.poll(course.current).rounds)


def _changed(state: ClassState, events: Sequence[Event]) -> tuple[frozenset[str] | None, bool]:
    """Whose seats look otherwise after `events`, None for everybody's; and whether the room does."""
    own = state.course is not None and state.course.pace == "own"
    room = any(one["kind"] not in QUIET for one in events) or (own and bool(events))
    seats = [one["data"].get("seat") for one in events]
    if any(seat is None or one["kind"] == "settled" for seat, one in zip(seats, events, strict=True)):
        return None, room
    people = (person for seat in set(seats) if seat in state.seats for person in state.seats[seat].people)
    return frozenset(people), room
