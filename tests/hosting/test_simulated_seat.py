"""A simulated learner at the end of a line that a test holds."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from functools import partial
from itertools import count
from typing import TYPE_CHECKING

from simulator.classroom.class_view import RoomView, SeatView
from simulator.classroom.messages import Do, Done, Give, Refused, Room, Seat, Seated, World
from simulator.classroom.simulated.acting import Act
from simulator.classroom.simulated.key import Key
from simulator.classroom.simulated.learner import Learner
from simulator.cli.hosting import simulated_seat
from simulator.cli.hosting.simulated_key import Knowing
from simulator.cli.hosting.simulated_seat import SimulatedSeat
from simulator.session.view import NO_CARE, View
from tests.classroom.simulated.asking import place_of, question_of, subject_verdict, verdict_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    import pytest

    from simulator.classroom.line import Lost
    from simulator.classroom.messages import FromClient, FromHub
    from simulator.session.view import QuestionView, StepView

LIMIT = 20.0
AT_ONCE = 1e9
"""The speed of who does not think."""
LEARNER = Learner(1, skill=1.0, assurance=0.0, pace=1.0, writes=0.0, cites=0.0, listens=1.0, restless=0.0)
VERDICT = verdict_of(subject_verdict("A", ("expected", "contrary")))
QUESTION = question_of(VERDICT)
NEXT_VERDICT = verdict_of(subject_verdict("A", ("expected", "contrary")), question="next")


class HeldLine:
    """A line whose other end is the test."""

    def __init__(self) -> None:
        self.said: list[FromClient] = []
        self.heard: Callable[[FromHub | Lost], object] | None = None
        self._numbers = count(1)
        self._closed = asyncio.Event()

    async def talk(self, heard: Callable[[FromHub | Lost], object]) -> None:
        self.heard = heard
        await self._closed.wait()

    def say(self, message: FromClient) -> None:
        self.said.append(message)

    def number(self) -> int:
        return next(self._numbers)

    async def close(self) -> None:
        self._closed.set()

    def tell(self, message: FromHub) -> None:
        assert self.heard is not None
        self.heard(message)

    async def next(self, number: int) -> Do:
        """The message of a number, once it was said."""
        await until(lambda: len(self.said) >= number)
        said = self.said[number - 1]
        assert isinstance(said, Do)
        return said


class KnownKey(Knowing):
    """The key of every case."""

    async def of_case(self, case: int) -> Key:
        return Key([VERDICT, NEXT_VERDICT])


async def until(holds: Callable[[], object]) -> None:
    async with asyncio.timeout(LIMIT):
        while not holds():
            await asyncio.sleep(0)


async def turns(number: int = 100) -> None:
    """Let everybody else do what there is to be done now, so often."""
    for _ in range(number):
        await asyncio.sleep(0)


def seat_of(question: QuestionView | None, *, voted: bool = False) -> SeatView:
    step: StepView | None = place_of(question).step if question is not None else None
    view = View("open", "", "a guidance", "a-case", None, "A case", "", (), step, (), None)
    return SeatView("s1", "Somebody", "", 1, 0, voted, 1, view)


def room_of(*, paused: str | None = None) -> RoomView:
    return RoomView("voting", 1, round=1, paused=paused)


@asynccontextmanager
async def sitting(room: RoomView, seat: SeatView, speed: float = AT_ONCE) -> AsyncIterator[HeldLine]:
    line = HeldLine()
    learner = SimulatedSeat(LEARNER, "seed", KnownKey(line), lambda: line, speed)
    living = asyncio.create_task(learner.live())
    await until(lambda: line.heard)
    line.tell(Seated("token", World("", NO_CARE, (), None), room, seat))
    try:
        yield line
    finally:
        await line.close()
        await living


async def test_who_is_asked_answers_and_votes_each_after_the_answer_to_the_last() -> None:
    async with sitting(room_of(), seat_of(QUESTION)) as line:
        assert (await line.next(1)).command["do"] == "answer"
        await turns()
        assert len(line.said) == 1
        line.tell(Done(1))
        assert (await line.next(2)).command["do"] == "sureness"
        line.tell(Done(2))
        assert (await line.next(3)).command["do"] == "confirm"
        line.tell(Seat(seat_of(QUESTION, voted=True)))
        line.tell(Done(3))
        await turns()
        assert len(line.said) == 3


async def test_nothing_is_said_while_the_class_is_paused() -> None:
    async with sitting(room_of(paused="Discuss."), seat_of(QUESTION)) as line:
        await turns()
        assert not line.said
        line.tell(Room(room_of()))
        assert (await line.next(1)).command["do"] == "answer"


async def test_nothing_is_said_where_no_question_is_open() -> None:
    async with sitting(room_of(), seat_of(None)) as line:
        await turns()
        assert not line.said


async def test_where_the_class_goes_on_under_way_the_next_question_is_answered() -> None:
    async with sitting(room_of(), seat_of(QUESTION)) as line:
        await line.next(1)
        line.tell(Seat(seat_of(question_of(NEXT_VERDICT))))
        line.tell(Refused(1, "Another question is open now."))
        assert (await line.next(2)).command["question"] == "next"


async def test_what_was_refused_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(simulated_seat, "BREATH", 0.0)
    async with sitting(room_of(), seat_of(QUESTION)) as line:
        first = await line.next(1)
        line.tell(Refused(1, "You send more than one person can."))
        again = await line.next(2)
        assert (again.id, again.command) == (2, first.command)


def stepping_out(monkeypatch: pytest.MonkeyPatch, seconds: float) -> None:
    """Have every learner step out for so long before they decide."""
    out = (Act(0.0, "step_out"), Act(seconds, "come_back"))
    monkeypatch.setattr(simulated_seat, "interlude", lambda *_: out)


async def test_who_steps_out_comes_back_although_the_class_goes_on(monkeypatch: pytest.MonkeyPatch) -> None:
    stepping_out(monkeypatch, 0.01)
    async with sitting(room_of(), seat_of(QUESTION), speed=1.0) as line:
        await until(lambda: line.said)
        line.tell(Seat(seat_of(None)))
        line.tell(Done(1))
        await until(lambda: len(line.said) == 2)
        assert line.said == [Give(1, "step_out"), Give(2, "come_back")]


async def test_who_had_stepped_out_when_the_line_broke_comes_back_over_the_next(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    stepping_out(monkeypatch, 0.01)
    lines = [HeldLine(), HeldLine()]
    unused = iter(lines)
    learner = SimulatedSeat(LEARNER, "seed", KnownKey(HeldLine()), lambda: next(unused), 1.0)
    for line in lines:
        attending = asyncio.create_task(learner.live())
        await until(partial(getattr, line, "heard"))
        line.tell(Seated("token", World("", NO_CARE, (), None), room_of(), seat_of(QUESTION)))
        await until(partial(getattr, line, "said"))
        await line.close()
        await attending
    assert [each.said for each in lines] == [[Give(1, "step_out")], [Give(1, "come_back")]]
