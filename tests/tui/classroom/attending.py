"""A learner's app on a line that is no network, and a learner who presses its keys."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from textual.widgets import Static

from simulator.classroom.messages import Done, Hello, Room, Seat
from simulator.session.debrief_view import (
    CitationView,
    DebriefPhaseView,
    DebriefQuestionView,
    DebriefView,
    DecisionView,
)
from simulator.tui.classroom.learner.app import LearnerApp
from tests.tui.classroom import made
from tests.tui.classroom.lines import FakeLine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from textual.pilot import Pilot

    from simulator.classroom.class_view import RoomView, SeatView
    from simulator.classroom.messages import FromClient
    from tests.tui.classroom.lines import Heard


class Lines:
    """Makes a line each time somebody asks for a seat; `names` are the names and teams under which they did."""

    def __init__(self, *first: Heard) -> None:
        self._first = first
        self.names: list[tuple[str, str]] = []
        self.made: list[FakeLine] = []

    def __call__(self, name: str, team: str) -> FakeLine:
        self.names.append((name, team))
        self.made.append(FakeLine(*self._first))
        return self.made[-1]

    @property
    def line(self) -> FakeLine:
        """The newest."""
        return self.made[-1]


class Attendant:
    """Presses keys, lets the app hear what the hub says, and waits until everything that follows has happened."""

    def __init__(self, pilot: Pilot[None], lines: Lines) -> None:
        self.pilot = pilot
        self.lines = lines

    @property
    def app(self) -> LearnerApp:
        assert isinstance(self.pilot.app, LearnerApp)
        return self.pilot.app

    @property
    def said(self) -> list[FromClient]:
        """What the app said on its newest line."""
        return self.lines.line.said

    @property
    def number(self) -> int:
        """That of what it said last."""
        last = self.said[-1]
        assert not isinstance(last, Hello)
        return last.id

    @property
    def screens(self) -> list[str]:
        """The names of all screens that are open, the uppermost last."""
        return [type(screen).__name__ for screen in self.app.screen_stack]

    async def settle(self) -> None:
        for _ in range(3):
            if self.lines.made:
                await self.lines.line.all_heard()
            await self.pilot.pause()
            await asyncio.sleep(0)

    async def until(self, so: Callable[[], bool]) -> None:
        """Wait for what is done beside everything else."""
        for _ in range(500):
            await self.settle()
            if so():
                return
            await asyncio.sleep(0.01)
        raise AssertionError("it did not come")

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    async def hear(self, *messages: Heard) -> None:
        self.lines.line.tell(*messages)
        await self.settle()

    async def be_at(self, room: RoomView, seat: SeatView) -> None:
        """The class and the seat are so from now on."""
        await self.hear(Room(room), Seat(seat))

    async def answered(self, *messages: Heard) -> None:
        """What was said last is done, after `messages`."""
        await self.hear(*messages, Done(self.number))

    def text(self) -> str:
        """All characters on the screen, a line a row."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    def words(self) -> str:
        """The same in one line, with one space between two words."""
        return " ".join(self.text().split())

    def asked(self) -> str:
        """What the dialog in front asks."""
        return str(self.app.screen.query_one("#dialog #text", Static).visual)


@asynccontextmanager
async def attending(
    *first: Heard, size: tuple[int, int] = (80, 24), **learner: Any
) -> AsyncIterator[Attendant]:
    """An app that has joined under a name unless `learner` says otherwise, and has heard `first`."""
    lines = Lines(*first)
    app = LearnerApp(lines, **{"name": "Quiet Heron", **learner})
    async with app.run_test(size=size, notifications=True) as pilot:
        attendant = Attendant(pilot, lines)
        await attendant.settle()
        yield attendant


def seated_at(room: RoomView, seat: SeatView) -> Any:
    """What is heard first where the class is there already."""
    return made.seated(room, seat)


def debrief(*phases: str) -> DebriefView:
    """What is told of the referral of the phases named: A was a mistake."""
    told = tuple(DebriefPhaseView(phase, made.FIRST, (_question(),)) for phase in phases or ("first",))
    return DebriefView(told, (), made.PARAGRAPHS, ())


def _question() -> DebriefQuestionView:
    decision = DecisionView(
        subject="a",
        label="A",
        mark="mistake",
        chosen=(made.ruling("school", "departure"),),
        called_for=(made.ruling("support", "expected"),),
        also_open=(),
        missed=(),
        silence=None,
        follows_from=None,
        citations=(CitationView("4.2", "a referral for support is made on the same day"),),
        tensions=(),
        rationale="",
        sureness=None,
        cites=(),
    )
    return DebriefQuestionView("referral", made.TITLE, False, (decision,))
