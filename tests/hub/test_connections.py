"""What one line is sent, in which order, and what of it only once."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, cast

from simulator.classroom.messages import Bye, Refused, written
from simulator.hub.connections import SLOW, Connection
from simulator.hub.limits import Limits
from tests.hub.clients import LIMIT, until

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from simulator.hub.socket import HubSocket


class Socket:
    """Takes what it is sent while it is open."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self.open = asyncio.Event()
        self.closed = False

    async def send(self, message: bytes) -> None:
        await self.open.wait()
        self.sent.append(message)

    async def close(self) -> None:
        self.closed = True


class Line:
    """A connection whose socket is shut."""

    def __init__(self, limits: Limits) -> None:
        self.socket = Socket()
        self.aborted = asyncio.Event()
        self.connection = Connection(cast("HubSocket", self.socket), "here", self.aborted.set, limits)


@asynccontextmanager
async def a_line(limits: Limits | None = None) -> AsyncIterator[Line]:
    line = Line(limits or Limits())
    writing = asyncio.create_task(line.connection.write())
    yield line
    writing.cancel()
    await asyncio.gather(writing, return_exceptions=True)
    line.connection.cut()


async def test_the_welcome_goes_first_then_the_seat_then_answers_then_the_room() -> None:
    async with a_line() as line:
        line.connection.show_room(b"room")
        line.connection.answer(b"one")
        line.connection.show_seat(b"seat")
        line.connection.answer(b"two")
        line.connection.show_console(b"console")
        line.connection.welcome(b"welcome")
        line.socket.open.set()
        await until(lambda: len(line.socket.sent) == 6)
        assert line.socket.sent == [b"welcome", b"seat", b"console", b"one", b"two", b"room"]


async def test_of_what_a_slow_reader_has_not_taken_only_the_newest_is_kept() -> None:
    async with a_line() as line:
        line.connection.answer(b"taken")
        await asyncio.sleep(0)
        for number in range(1000):
            line.connection.show_room(b"room %d" % number)
            line.connection.show_seat(b"seat %d" % number)
        line.connection.answer(b"last")
        line.socket.open.set()
        await until(lambda: len(line.socket.sent) == 4)
        assert line.socket.sent == [b"taken", b"seat 999", b"last", b"room 999"]


async def test_more_answers_than_may_be_unread_close_the_line() -> None:
    async with a_line(Limits(unsent=3)) as line:
        for _ in range(5):
            line.connection.answer(b"answer")
        assert line.connection.closing
        line.socket.open.set()
        await until(lambda: line.socket.closed)
        assert line.socket.sent == [b"answer"] * 3 + [written(Bye(SLOW))]


async def test_so_do_longer_answers_than_may_be_unread_though_one_may_be_as_long_as_it_is() -> None:
    async with a_line(Limits(unsent_bytes=10)) as line:
        line.connection.answer(b"x" * 30)
        assert not line.connection.closing
        line.connection.answer(b"answer")
        assert line.connection.closing
        line.socket.open.set()
        await until(lambda: line.socket.closed)
        assert line.socket.sent == [b"x" * 30, written(Bye(SLOW))]


async def test_whoever_does_not_take_the_last_message_in_time_is_cut_off() -> None:
    async with a_line(Limits(grace=0.01)) as line:
        line.connection.hang_up("The end.")
        async with asyncio.timeout(LIMIT):
            await line.aborted.wait()
        assert not line.socket.sent


async def test_only_the_first_reason_to_close_is_told() -> None:
    async with a_line() as line:
        line.socket.open.set()
        line.connection.turn_away("Not you.")
        line.connection.hang_up("The end.")
        await until(lambda: line.socket.closed)
        assert line.socket.sent == [written(Refused(0, "Not you."))]
