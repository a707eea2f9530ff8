"""Many learners in a process of their own, who answer as fast as they are told to and note when they hear what.

One line of standard input says where they join; they say `joined` on standard output once all have seats. Then each
further line is the seconds within which all of them are to vote on the question that is open, and is answered with
one line that tells when each voted and when each heard of how many votes. It ends with its input.

Of what the hub says they read only what they need, so that it is the hub that is measured.
"""

from __future__ import annotations

import asyncio
import sys
import time
from random import Random
from typing import TYPE_CHECKING

import msgspec
from websockets.asyncio.client import ClientConnection, connect

from simulator.classroom.carried import carried
from simulator.classroom.messages import FORMAT, Do, Hello, written
from simulator.session.commands import Answer, Confirm, Sureness

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.session.commands import Command

AT_ONCE = 10
PATIENCE = 60.0


class Wanted(msgspec.Struct, frozen=True):
    """Which learners are wanted."""

    address: str
    code: str
    number: int


class Voted(msgspec.Struct):
    """One learner in one vote; all times are of the same clock, in seconds."""

    seat: str
    said: list[float] = []
    """When each answer was sent, the vote the last."""
    done: list[float] = []
    """When each was answered."""
    counted: dict[int, float] = {}
    """When a room first said how so many votes are distributed."""
    rooms: int = 0
    """That were heard."""


class _Option(msgspec.Struct):
    option: str


class _Subject(msgspec.Struct):
    subject: str


class _Question(msgspec.Struct):
    question: str
    options: list[_Option]
    subjects: list[_Subject]


class _Step(msgspec.Struct):
    questions: list[_Question]


class _View(msgspec.Struct):
    step: _Step | None


class _Seat(msgspec.Struct):
    seat: str
    view: _View | None
    voted: bool


class _Shown(msgspec.Struct):
    question: str


class _Room(msgspec.Struct):
    committed: int
    poll: _Shown | None


class _Heard(msgspec.Struct):
    type: str
    id: int = 0
    sentence: str = ""
    room: _Room | None = None
    seat: _Seat | None = None


_HEARD = msgspec.json.Decoder(_Heard)


class _Learner:
    def __init__(self, number: int) -> None:
        self.voted = Voted("")
        self._chance = Random(number)
        self._seat: _Seat | None = None
        self._question = ""
        self._news = asyncio.Event()
        self._numbers = 0
        self._refused = ""

    async def join(self, wanted: Wanted) -> ClientConnection:
        socket = await connect(f"ws://{wanted.address}/line", compression=None, max_size=None)
        await socket.send(written(Hello(FORMAT, code=wanted.code)).decode())
        self._hear(await socket.recv(), 0.0)
        return socket

    async def listen(self, socket: ClientConnection) -> None:
        async for text in socket:
            self._hear(text, time.monotonic())

    async def vote(self, socket: ClientConnection, seconds: float) -> None:
        """Answer everything until some moment within so many seconds, and then vote; each is as likely."""
        seat, question = await self._asked()
        self.voted, self._question = Voted(seat.seat), question.question
        commands = list(self._answers(question))
        votes = self._chance.uniform(0, seconds)
        moments = [*sorted(self._chance.uniform(0, votes) for _ in commands[1:]), votes]
        began = time.monotonic()
        for command, moment in zip(commands, moments, strict=True):
            await asyncio.sleep(began + moment - time.monotonic())
            self._numbers += 1
            text = written(Do(self._numbers, carried(command))).decode()
            self.voted.said.append(time.monotonic())
            await socket.send(text)

    async def hear_of(self, votes: int) -> None:
        """Wait until all is answered, and so many votes are counted."""
        async with asyncio.timeout(PATIENCE):
            while votes not in self.voted.counted or len(self.voted.done) < len(self.voted.said):
                self._news.clear()
                await self._news.wait()
                assert not self._refused, self._refused

    async def _asked(self) -> tuple[_Seat, _Question]:
        async with asyncio.timeout(PATIENCE):
            while True:
                seat = self._seat
                if (
                    seat is not None
                    and not seat.voted
                    and seat.view is not None
                    and seat.view.step is not None
                ):
                    return seat, seat.view.step.questions[0]
                self._news.clear()
                await self._news.wait()

    def _answers(self, question: _Question) -> Iterator[Command]:
        for subject in question.subjects:
            chosen = self._chance.choice(question.options).option
            yield Answer(question.question, subject.subject, (chosen,))
            yield Sureness(question.question, subject.subject, self._chance.choice((1, 2, 3)))
        yield Confirm()

    def _hear(self, text: str | bytes, now: float) -> None:
        heard = _HEARD.decode(text)
        match heard.type:
            case "room" if heard.room is not None:
                self.voted.rooms += 1
                if heard.room.poll is not None and heard.room.poll.question == self._question:
                    self.voted.counted.setdefault(heard.room.committed, now)
            case "done":
                self.voted.done.append(now)
            case "refused" | "bye":
                self._refused = heard.sentence
        if heard.seat is not None:
            self._seat = heard.seat
        self._news.set()


async def _answer(wanted: Wanted) -> None:
    learners = [_Learner(number) for number in range(wanted.number)]
    joining = asyncio.Semaphore(AT_ONCE)

    async def join(learner: _Learner) -> ClientConnection:
        async with joining:
            return await learner.join(wanted)

    sockets = await asyncio.gather(*map(join, learners))
    listening = [
        asyncio.create_task(learner.listen(socket)) for learner, socket in zip(learners, sockets, strict=True)
    ]
    print("joined", flush=True)
    while line := await asyncio.to_thread(sys.stdin.readline):
        every = zip(learners, sockets, strict=True)
        await asyncio.gather(*(learner.vote(socket, float(line)) for learner, socket in every))
        await asyncio.gather(*(learner.hear_of(len(learners)) for learner in learners))
        print(msgspec.json.encode([learner.voted for learner in learners]).decode(), flush=True)
    await asyncio.gather(*(socket.close() for socket in sockets), *listening)


if __name__ == "__main__":
    asyncio.run(_answer(msgspec.json.decode(sys.stdin.readline(), type=Wanted)))
