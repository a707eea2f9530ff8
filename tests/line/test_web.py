"""A line over real sockets, and what it hears when they break."""

from __future__ import annotations

import asyncio
import ssl
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest
from websockets.asyncio.server import ServerConnection
from websockets.asyncio.server import serve as serve_websocket

from simulator.classroom.carried import carried
from simulator.classroom.conduct import EndClass
from simulator.classroom.line import Lost
from simulator.classroom.messages import (
    FORMAT,
    Bye,
    Conducted,
    Conducting,
    Done,
    FromHub,
    Hello,
    Refused,
    Seated,
    Watching,
)
from simulator.hub.limits import Limits
from simulator.line.address import read_address
from simulator.line.troubles import trouble
from simulator.line.web import WebLine
from tests.hub.clients import LIMIT, answering, running, until
from tests.hub.fake_class import CODE, FACILITATOR, PROJECTOR, FakeClass
from tests.line.cable import cable

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

HELLO = Hello(FORMAT, code=CODE)


class Listening:
    """Keeps what a line hears."""

    def __init__(self) -> None:
        self.heard: list[FromHub | Lost] = []

    def __call__(self, message: FromHub | Lost) -> None:
        self.heard.append(message)

    def all_of(self, kind: type) -> list[FromHub | Lost]:
        return [message for message in self.heard if isinstance(message, kind)]

    def answers(self) -> set[int]:
        return {message.id for message in self.heard if isinstance(message, Done)}


@asynccontextmanager
async def talking(line: WebLine) -> AsyncIterator[tuple[Listening, asyncio.Task[None]]]:
    listening = Listening()
    talk = asyncio.create_task(line.talk(listening))
    try:
        yield listening, talk
    finally:
        await line.close()
        async with asyncio.timeout(LIMIT):
            await talk


async def heard_out(line: WebLine) -> Listening:
    """What a line heard that ends by itself."""
    listening = Listening()
    async with asyncio.timeout(LIMIT):
        await line.talk(listening)
    return listening


async def test_a_line_says_hello_and_keeps_its_token() -> None:
    kept: list[str] = []
    host = FakeClass()
    async with running(host) as address:
        line = WebLine(address, Hello(FORMAT, code=CODE, name="Kim"), kept.append)
        async with talking(line) as (listening, _):
            await until(lambda: listening.heard)
            (seated,) = listening.heard
            assert isinstance(seated, Seated)
            assert seated.seat.name == "Kim"
            assert kept == [seated.token] == [line.token]


async def test_what_is_said_before_there_is_a_line_is_sent_when_there_is_one() -> None:
    async with running(FakeClass()) as address:
        line = WebLine(address, HELLO)
        number = line.number()
        line.say(answering(number))
        async with talking(line) as (listening, _):
            await until(listening.answers)
            assert isinstance(listening.heard[0], Seated)
            assert listening.answers() == {number}


async def test_a_facilitator_and_a_projector_have_lines_too() -> None:
    async with (
        running(FakeClass()) as address,
        talking(WebLine(address, Hello(FORMAT, token=FACILITATOR))) as (conducting, _),
        talking(WebLine(address, Hello(FORMAT, code=PROJECTOR))) as (watching, _),
    ):
        await until(lambda: conducting.heard and watching.heard)
        assert isinstance(conducting.heard[0], Conducting)
        assert isinstance(watching.heard[0], Watching)


async def test_a_wrong_code_ends_the_line_with_the_reason() -> None:
    async with running(FakeClass()) as address:
        (refused,) = (await heard_out(WebLine(address, Hello(FORMAT, code="0000-0000")))).heard
        assert isinstance(refused, Refused)
        assert refused.id == 0


async def test_a_stale_token_falls_back_to_the_code() -> None:
    stale = Hello(FORMAT, code=CODE, token="old")
    async with running(FakeClass()) as address, talking(WebLine(address, stale)) as (listening, _):
        await until(lambda: listening.heard)
        assert isinstance(listening.heard[0], Seated)


async def test_numbers_are_of_no_other_line() -> None:
    lines = [WebLine("localhost", HELLO) for _ in range(100)]
    numbers = [line.number() for line in lines for _ in range(100)]
    assert len(set(numbers)) == len(numbers)
    assert all(0 < number < 2**53 for number in numbers)


async def test_a_broken_line_comes_back_to_its_seat_and_says_again_what_was_not_answered() -> None:
    host = FakeClass()
    async with running(host) as address, cable(address) as laid:
        line = WebLine(laid.address, HELLO)
        async with talking(line) as (listening, _):
            await until(lambda: listening.heard)
            host.keeping.clear()
            host.entered.clear()
            number = line.number()
            line.say(answering(number))
            await until(host.entered.is_set)
            laid.cut()
            await until(lambda: len(listening.all_of(Seated)) == 2)
            host.keeping.set()
            await until(listening.answers)
            first, second = listening.all_of(Seated)
            assert isinstance(first, Seated)
            assert isinstance(second, Seated)
            assert second.seat.seat == first.seat.seat
            kinds = [type(message) for message in listening.heard if isinstance(message, Seated | Lost)]
            assert kinds == [Seated, Lost, Seated]
    assert [wish.id for wish in host.kept.done] == [number]


async def test_what_was_answered_is_not_said_again() -> None:
    host = FakeClass()
    async with running(host) as address, cable(address) as laid:
        line = WebLine(laid.address, HELLO)
        async with talking(line) as (listening, _):
            numbers = [line.number(), line.number()]
            line.say(answering(numbers[0]))
            await until(listening.answers)
            laid.cut()
            await until(lambda: len(listening.all_of(Seated)) == 2)
            line.say(answering(numbers[1]))
            await until(lambda: len(listening.answers()) == 2)
            assert listening.all_of(Done) == [Done(number) for number in numbers]


@pytest.mark.parametrize("way", ["there", "back"])
async def test_wherever_the_line_is_cut_everything_is_done_once_and_in_order(way: str) -> None:
    """From within the handshake to within the last answer, and again on the way back in."""
    for at in range(1, 1600, 97):
        cuts = [(at, 1 << 60) if way == "there" else (1 << 60, at), (300 + at, 1 << 60)]
        host = FakeClass()
        async with running(host) as address, cable(address, *cuts) as laid:
            line = WebLine(laid.address, HELLO)
            numbers = [line.number() for _ in range(5)]
            async with talking(line) as (listening, _):
                for number in numbers:
                    line.say(answering(number))
                await until(lambda: listening.answers() >= set(numbers))  # noqa: B023
        assert [wish.id for wish in host.kept.done] == numbers
        assert len(host.kept.people) == 1


async def test_a_hub_that_closes_and_begins_again_gets_its_class_back() -> None:
    host = FakeClass()
    async with cable("") as laid:
        line = WebLine(laid.address, HELLO)
        async with talking(line) as (listening, _):
            await until(lambda: listening.all_of(Lost))
            async with running(host) as address:
                laid.to = address
                await until(lambda: listening.all_of(Seated))
            await until(lambda: len(listening.all_of(Lost)) == 2)
            number = line.number()
            line.say(answering(number))
            again = FakeClass(host.kept)
            async with running(again) as address:
                laid.to = address
                await until(lambda: number in listening.answers())
            assert len(again.kept.people) == 1
            assert [wish.id for wish in again.kept.done] == [number]


async def test_a_class_that_is_over_ends_the_line_when_the_hub_closes() -> None:
    host = FakeClass()
    async with running(host) as address:
        conductor = WebLine(address, Hello(FORMAT, token=FACILITATOR))
        number = conductor.number()
        conductor.say(Conducted(number, carried(EndClass())))
        listening = Listening()
        talk = asyncio.create_task(conductor.talk(listening))
        await until(listening.answers)
    async with asyncio.timeout(LIMIT):
        await talk
    assert listening.heard[-1] == Bye("The class is over.", final=True)


async def test_what_is_too_long_is_refused_before_it_is_sent() -> None:
    async with running(FakeClass()) as address:
        line = WebLine(address, HELLO)
        async with talking(line) as (listening, _):
            await until(lambda: listening.heard)
            number = line.number()
            line.say(answering(number, "x" * 70_000))
            await until(lambda: listening.all_of(Refused))
            (refused,) = listening.all_of(Refused)
            assert isinstance(refused, Refused)
            assert refused.id == number
            assert not listening.all_of(Lost)


async def test_nobody_answering_is_told_and_tried_again() -> None:
    async with cable("127.0.0.1:1") as laid:
        free = laid.address
    async with talking(WebLine(free, HELLO)) as (listening, talk):
        await until(lambda: listening.heard)
        assert listening.heard == [Lost(f"No hub answers at {free}. It is tried again by itself.")]
        assert not talk.done()


async def test_a_full_hub_is_told_and_tried_again() -> None:
    full = Limits(connections=0, reserved=0)
    async with running(FakeClass(), full) as address, talking(WebLine(address, HELLO)) as (listening, _):
        await until(lambda: listening.heard)
        (lost,) = listening.heard
        assert isinstance(lost, Lost)
        assert "full" in lost.sentence


async def test_a_hub_without_room_for_somebody_new_is_told_and_tried_again() -> None:
    full = Limits(connections=0)
    async with running(FakeClass(), full) as address, talking(WebLine(address, HELLO)) as (listening, _):
        await until(lambda: sum(isinstance(one, Bye) for one in listening.heard) > 1)
        byes = [one for one in listening.heard if isinstance(one, Bye)]
        assert all("full" in one.sentence and not one.final for one in byes)


async def test_a_name_that_is_not_the_hubs_ends_the_line() -> None:
    async with running(FakeClass()) as address, cable(address) as laid:
        _, _, port = laid.address.partition(":")
        (refused,) = (await heard_out(WebLine(f"127.1:{port}", HELLO))).heard
        assert isinstance(refused, Refused)
        assert "does not answer to this name" in refused.sentence


@pytest.mark.parametrize(
    "reply",
    [b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n", b"220 mail ready\r\n", b"\0" * 99 + b"\r\n"],
    ids=["http", "mail", "noughts"],
)
async def test_what_is_no_hub_ends_the_line(reply: bytes) -> None:
    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(reply)
        await writer.drain()
        writer.close()

    server = await asyncio.start_server(answer, "127.0.0.1", 0)
    async with server:
        port = server.sockets[0].getsockname()[1]
        (refused,) = (await heard_out(WebLine(f"127.0.0.1:{port}", HELLO))).heard
    assert refused == Refused(0, f"What answers at 127.0.0.1:{port} is no hub of a class.")


@pytest.mark.parametrize("said", ["hello", "{}", '{"type":"done","id":1}', '{"type":"room"}', b"\0\1"])
async def test_a_websocket_that_is_no_hub_ends_the_line(said: str | bytes) -> None:
    async def answer(socket: ServerConnection) -> None:
        await socket.recv()
        await socket.send(said)
        await socket.wait_closed()

    async with serve_websocket(answer, "127.0.0.1", 0) as server:
        port = next(iter(server.sockets)).getsockname()[1]
        (refused,) = (await heard_out(WebLine(f"127.0.0.1:{port}", HELLO))).heard
    assert refused == Refused(0, f"What answers at 127.0.0.1:{port} is no hub of a class.")


async def test_a_hub_without_tls_is_told_apart() -> None:
    async with running(FakeClass()) as address:
        (refused,) = (await heard_out(WebLine(f"https://{address}", HELLO))).heard
        assert isinstance(refused, Refused)
        assert "TLS" in refused.sentence


@pytest.mark.parametrize("name", ["nowhere.invalid", "a..b", "x" * 70])
async def test_a_machine_that_is_none_ends_the_line(name: str) -> None:
    line = WebLine(name, HELLO)
    async with talking(line) as (listening, _):
        await until(lambda: listening.heard)
        assert isinstance(listening.heard[0], Refused | Lost)  # without a name server nobody knows
        text = listening.heard[0].sentence
        assert name in text


@pytest.mark.parametrize(
    ("error", "lasting"),
    [
        (TimeoutError(), False),
        (ConnectionResetError(104, "Connection reset by peer"), False),
        (OSError("odd"), False),
        (ssl.SSLError(1, "wrong version number"), True),
        (EOFError(), False),
    ],
)
def test_every_error_of_a_network_is_a_sentence(error: Exception, lasting: bool) -> None:
    wrong = trouble(read_address("trainer"), error)
    assert wrong.sentence.endswith(".")
    assert wrong.lasting == lasting


async def test_hanging_up_ends_the_talk_at_any_time() -> None:
    line = WebLine("127.0.0.1:1", HELLO)
    await line.close()
    assert (await heard_out(line)).heard in (
        [],
        [Lost("No hub answers at 127.0.0.1:1. It is tried again by itself.")],
    )


async def test_a_fault_of_whoever_listens_is_not_taken_for_one_of_the_network() -> None:
    def fail(message: FromHub | Lost) -> None:
        raise OSError("the disk is full")

    async with running(FakeClass()) as address:
        with pytest.raises(OSError, match="the disk is full"):
            await WebLine(address, HELLO).talk(fail)
