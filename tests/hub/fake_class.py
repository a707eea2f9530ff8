"""A class that is small and plain: whoever sits in it answers, and the room counts the answers."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from simulator.classroom.class_view import ConsoleView, PersonView, RoomView, SeatView
from simulator.classroom.codes import fingerprint
from simulator.classroom.conduct import BeginCase, EndClass
from simulator.classroom.messages import Ask, Told, World
from simulator.classroom.wishes import Sit, Wish
from simulator.errors.faults import UsageFault
from simulator.session.book_view import BookView
from simulator.session.commands import Answer
from simulator.session.view import NO_CARE
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from simulator.classroom.presence import Presence

CODE = "ABCD-EFGH"
PROJECTOR = "PRJC-0000"
FACILITATOR = "facilitator-token-0000"


@dataclass(frozen=True)
class State:
    """Seats by person and fingerprint, teams, and everything that was done, in order."""

    people: Mapping[str, str] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    teams: Mapping[str, str] = field(default_factory=dict)
    done: tuple[Wish, ...] = ()
    over: bool = False


@dataclass(frozen=True)
class FakePrepared:
    """See `simulator.hub.host.Prepared`."""

    state: State
    wishes: int
    outcomes: list[str | None] = field(default_factory=list)
    seated: list[str | None] = field(default_factory=list)
    touched: set[str] | None = field(default_factory=set)
    room_changed: bool = False


class FakeClass:
    """A question called `refuse` is refused, `break` breaks the program; everything else is done and kept."""

    def __init__(self, state: State | None = None) -> None:
        self.state = state or State()
        self.kept = self.state
        self.world = World("A fictional guidance.", NO_CARE, (), None)
        self.code = CODE
        self.projector = PROJECTOR
        self.fault = ""
        """What the store says; empty where it keeps."""
        self.keeping = threading.Event()
        self.keeping.set()
        self.asking = threading.Event()
        self.asking.set()
        self.entered = threading.Event()
        """Set while something is being kept."""
        self.batches: list[int] = []
        self.text = "A room"
        self.seen: list[frozenset[str]] = []
        """Who was connected at every decision."""

    @property
    def over(self) -> bool:
        return self.state.over

    @property
    def people(self) -> Collection[str]:
        return list(self.state.names)

    def knows(self, token: str) -> str | None:
        return self.state.people.get(fingerprint(token))

    def room(self) -> RoomView:
        state = self.state
        counts = len([wish for wish in state.done if isinstance(wish.command, Answer)])
        return RoomView("voting", len(state.names), title=self.text, committed=counts)

    def seat(self, person: str, connected: Collection[str]) -> SeatView:
        state = self.state
        done = Counter(wish.person for wish in state.done)[person]
        here = sum(one in connected for one in self.sharing(person))
        return SeatView(person, state.names[person], state.teams[person], here, done, False, 0, None)

    def console(self, presence: Presence) -> ConsoleView:
        people = tuple(
            PersonView(
                person=one,
                name=name,
                seat=one,
                team=self.state.teams[one],
                connected=one in presence.connected,
                voted=False,
                answered=0,
                due=0,
                stuck="help" if "needs_help" in presence.signs.get(one, ()) else "",
                stepped_out="stepped_out" in presence.signs.get(one, ()),
            )
            for one, name in self.state.names.items()
        )
        return ConsoleView(
            self.room(), None, len(self.state.done), (), None, None, False, people, (), (), None
        )

    def sharing(self, person: str) -> tuple[str, ...]:
        team = self.state.teams[person]
        return tuple(one for one, of in self.state.teams.items() if one == person or (team and of == team))

    def prepare(self, wishes: Sequence[Wish | Sit], connected: Collection[str]) -> FakePrepared:
        self.seen.append(frozenset(connected))
        prepared = FakePrepared(self.state, len(wishes))
        for wish in wishes:
            prepared = self._sit(prepared, wish) if isinstance(wish, Sit) else self._do(prepared, wish)
        return prepared

    def keep(self, prepared: FakePrepared) -> None:
        self.entered.set()
        assert self.keeping.wait(20)
        if self.fault:
            raise StoreFault(self.fault)
        self.kept = prepared.state
        self.batches.append(prepared.wishes)

    def adopt(self, prepared: FakePrepared) -> None:
        self.state = prepared.state

    def ask(self, person: str, ask: Ask) -> Told:
        assert self.asking.wait(20)
        if ask.of == ("nothing",):
            raise UsageFault("There is nothing of that name.")
        if ask.of == ("broken",):
            raise RuntimeError("a fault of the program")
        return Told(ask.id, book=BookView(title=f"for {person}"))

    def begin(self, command: Mapping[str, Any]) -> BeginCase:
        assert self.asking.wait(20)
        if "pack" not in command:
            raise UsageFault("Name the pack.")
        return BeginCase({"id": command["pack"]})

    def _sit(self, prepared: FakePrepared, sit: Sit) -> FakePrepared:
        state = prepared.state
        if sit.name == "nobody":
            refused = [*prepared.outcomes, "Nobody is called nobody."]
            return replace(prepared, outcomes=refused, seated=[*prepared.seated, None])
        person = state.people.get(sit.fingerprint, f"p{len(state.people) + 1}")
        state = replace(
            state,
            people={**state.people, sit.fingerprint: person},
            names={**state.names, person: sit.name or f"Somebody {person}"},
            teams={**state.teams, person: sit.team},
        )
        outcomes, seated = [*prepared.outcomes, None], [*prepared.seated, person]
        return replace(prepared, state=state, outcomes=outcomes, seated=seated, room_changed=True)

    def _do(self, prepared: FakePrepared, wish: Wish) -> FakePrepared:
        question = wish.command.question if isinstance(wish.command, Answer) else ""
        if question == "break":
            raise RuntimeError("a fault of the program")
        if question == "refuse":
            return replace(prepared, outcomes=[*prepared.outcomes, "This question is not open."])
        state = prepared.state
        if not any((one.person, one.id) == (wish.person, wish.id) for one in state.done):
            over = state.over or isinstance(wish.command, EndClass)
            state = replace(state, done=(*state.done, wish), over=over)
        touched = None if not wish.person else {*(prepared.touched or ()), *self.sharing(wish.person)}
        outcomes = [*prepared.outcomes, None]
        return replace(prepared, state=state, outcomes=outcomes, touched=touched, room_changed=True)
