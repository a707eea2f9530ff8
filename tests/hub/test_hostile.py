"""What no client of ours sends: each is refused in a sentence or closed, and the class goes on."""

from __future__ import annotations

import asyncio
import contextlib
import json
import random
import socket
from itertools import chain, count, repeat
from typing import TYPE_CHECKING

import pytest
from websockets.asyncio.client import connect
from websockets.exceptions import ConnectionClosed, InvalidStatus

from simulator.classroom.messages import (
    FORMAT,
    LONGEST,
    Bye,
    Done,
    Hello,
    Refused,
    Room,
    Seat,
    Seated,
    written,
)
from simulator.hub.limits import Limits
from tests.hub.clients import LIMIT, Client, answering, facilitator, learner, line, running
from tests.hub.fake_class import CODE, FakeClass

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

PATIENT = Limits(rate=1e6, burst=10**6, malformed=10**6)
"""For what is about the form of messages, not about how many there are."""

NO_MESSAGES = [
    "", " ", "null", "true", "0", "[]", "{}", '"hello"', "{", "}", "[[[[", "\0", "\ufeff{}", "NaN", "{'a': 1}", "hello",
    "{}{}", '{"type"}', '{"type": null}', '{"type": []}', '{"type": "nothing"}', '{"type": "Do"}', '{"type": "seated"}',
    '{"type": "done", "id": 1}', '{"type": "bye", "sentence": "x"}', '{"type": "do"}', '{"type": "do", "id": 1}',
    '{"type": "do", "command": {}}', '{"type": "do", "id": "1", "command": {}}',
    '{"type": "do", "id": 1.5, "command": {}}', '{"type": "do", "id": null, "command": {}}',
    '{"type": "do", "id": true, "command": {}}', '{"type": "do", "id": 1, "command": []}',
    '{"type": "do", "id": 1, "command": null}', '{"type": "do", "id": 1, "command": "undo"}',
    '{"type": "do", "id": 1, "command": {}, "person": "p2"}', '{"type": "do", "id": 1, "command": {"do": "\\ud800"}}',
    '{"type": "give", "id": 1}', '{"type": "give", "id": 1, "sign": "shout"}', '{"type": "give", "id": 1, "sign": ""}',
    '{"type": "give", "id": 1, "sign": ["step_out"]}', '{"type": "ask", "id": 1}',
    '{"type": "ask", "id": 1, "what": "everything"}', '{"type": "ask", "id": 1, "what": "book", "of": "x"}',
    '{"type": "ask", "id": 1, "what": "book", "of": [1]}', '{"type": "ask", "id": 1, "what": "book", "of": null}',
    '{"type": "conduct", "id": 1}', '{"type": "hello"}', '{"type": "hello", "format": 1}',
    '{"type": "hello", "format": "classroom/1", "code": null}', '{"type": "hello", "format": "classroom/1", "x": 1}',
    "[" * 30000, '{"a":' * 10000, '{"type": "do", "id": 1, "command": ' + '{"a":' * 9000 + "1" + "}" * 9000 + "}",
    '{"type": "do", "id": ' + "9" * 5000 + ', "command": {}}', '{"type": "do", "id": 1e999, "command": {}}',
]  # fmt: skip

BAD_NUMBERS = [0, -1, 2**53, 2**63, 2**64 - 1, -(2**63)]


async def test_what_is_no_message_is_refused_in_a_sentence_and_the_line_goes_on() -> None:
    host = FakeClass()
    async with running(host, PATIENT) as address, learner(address) as (client, _):
        for raw in NO_MESSAGES:
            await client.send(raw)
            assert (await client.hear_a(Refused)).sentence, raw[:80]
        await client.say(answering(5))
        assert await client.answer(5) == Done(5)
    assert len(host.kept.done) == 1


async def test_the_number_of_what_is_no_message_is_answered_where_it_can_be_read() -> None:
    async with running(FakeClass(), PATIENT) as address, learner(address) as (client, _):
        await client.send('{"type": "do", "id": 12, "command": 5}')
        assert (await client.hear_a(Refused)).id == 12
        await client.send('{"type": "do", "id": "x", "command": 5}')
        assert (await client.hear_a(Refused)).id == 0


@pytest.mark.parametrize("number", BAD_NUMBERS)
async def test_a_number_that_cannot_be_one_is_refused(number: int) -> None:
    host = FakeClass()
    async with running(host) as address, learner(address) as (client, _):
        message = json.loads(written(answering(1)))
        await client.send(json.dumps({**message, "id": number}))
        assert (await client.hear_a(Refused)).id == 0
    assert host.kept.done == ()


@pytest.mark.parametrize("raw", NO_MESSAGES)
async def test_what_is_no_hello_is_turned_away_in_a_sentence(raw: str) -> None:
    async with running(FakeClass()) as address, line(address) as client:
        await client.send(raw)
        (refused,) = await client.hear_out()
        assert isinstance(refused, Refused)
        assert refused.id == 0


async def test_ten_thousand_random_messages_are_each_answered_and_the_class_goes_on() -> None:
    chance = random.Random(6)
    host = FakeClass()
    genuine = [
        written(answering(1)),
        b'{"type":"give","id":2,"sign":"step_out"}',
        b'{"type":"ask","id":3,"what":"key"}',
    ]
    async with running(host, PATIENT) as address, learner(address) as (client, _):
        for batch in range(100):
            for _ in range(100):
                await client.send(_mutated(chance, chance.choice(genuine)))
            await client.say(answering(1000 + batch))
            await client.hear_a(Done, lambda done, wanted=1000 + batch: done.id == wanted)  # type: ignore[misc]
        assert isinstance(client.heard[-1], Done)


async def test_text_that_is_not_utf8_is_refused() -> None:
    async with running(FakeClass()) as address, learner(address) as (client, _):
        async with client.socket.send_context():
            client.socket.protocol.send_text(b'{"type": "do", "id": 3, "command": {"do": "\xff\xfe"}}')
        assert (await client.hear_a(Refused)).sentence
        await client.say(answering(1))
        assert await client.answer(1) == Done(1)


async def test_a_binary_message_is_refused() -> None:
    async with running(FakeClass()) as address, learner(address) as (client, _):
        await client.send(written(answering(1)))
        assert await client.hear() == Refused(0, "A message is text; this one was binary.")
        await client.say(answering(1))
        assert await client.answer(1) == Done(1)
    async with running(FakeClass()) as address, line(address) as client:
        await client.send(written(Hello(FORMAT, code=CODE)))
        assert await client.hear_out() == [Refused(0, "A message is text; this one was binary.")]


async def test_too_much_that_is_no_message_closes_the_line() -> None:
    async with running(FakeClass()) as address, learner(address) as (client, _):
        for _ in range(20):
            await client.send("nothing")
        heard = await client.hear_out()
        assert len([message for message in heard if isinstance(message, Refused)]) == 20
        assert isinstance(heard[-1], Bye)
        assert heard[-1].final


async def test_a_message_of_64_kib_is_taken_and_a_longer_one_refused() -> None:
    host = FakeClass()
    async with running(host) as address, learner(address) as (client, _):
        most = written(answering(1)).decode()
        await client.send(most + " " * (LONGEST - len(most)))
        assert await client.answer(1) == Done(1)
        await client.send(most.replace("1", "2", 1) + " " * LONGEST)
        assert await client.hear_a(Refused) == Refused(0, "A message has at most 64 KiB; this one is longer.")
        await client.say(answering(3))
        assert await client.answer(3) == Done(3)


async def test_a_hello_of_more_than_4_kib_is_turned_away() -> None:
    async with running(FakeClass()) as address, line(address) as client:
        await client.say(Hello(FORMAT, code=CODE, name="x" * 4096))
        assert await client.hear_out() == [Refused(0, "A message has at most 4 KiB; this one is longer.")]


async def test_a_huge_message_closes_the_line_in_a_sentence() -> None:
    async with running(FakeClass()) as address, learner(address) as (client, _):
        await client.send("x" * (4 * LONGEST + 1))
        heard = await client.hear_out()
        assert isinstance(heard[-1], Bye)


async def test_many_small_pieces_of_one_message_cannot_fill_the_memory() -> None:
    async def pieces() -> AsyncIterator[str]:
        while True:
            yield "x" * 1000

    async with running(FakeClass()) as address, learner(address) as (client, _):
        with pytest.raises(ConnectionClosed):
            await client.socket.send(pieces())


async def test_whoever_says_nothing_is_turned_away_in_time() -> None:
    async with running(FakeClass(), Limits(hello_within=0.05)) as address, line(address) as client:
        assert await client.hear_out() == [Refused(0, "The line did not say who it is in time.")]


@pytest.mark.parametrize("before", [0, 1], ids=["first", "second"])
async def test_a_request_that_comes_letter_by_letter_is_cut_off_in_time(before: int) -> None:
    async with running(FakeClass(), Limits(request_within=0.2)) as address, asyncio.timeout(LIMIT):
        reader, writer = await asyncio.open_connection(*address.split(":"))
        writer.write(f"GET /nothing HTTP/1.1\r\nHost: {address}\r\n\r\n".encode() * before)
        if before:
            await reader.readuntil(b"404: Not Found")
        with contextlib.suppress(OSError):  # the hub cuts it off, however the system calls that
            await _dribble(writer, f"GET /line HTTP/1.1\r\nHost: {address}\r\nX-Long: ")
            assert await reader.read() == b""
        writer.transport.abort()


async def test_many_whose_requests_never_come_keep_nobody_out() -> None:
    limits = Limits(connections=3, waiting=2, request_within=3600)
    async with running(FakeClass(), limits) as address, asyncio.timeout(LIMIT):
        slow = [await asyncio.open_connection(*address.split(":")) for _ in range(200)]
        for _, writer in slow:
            writer.write(f"GET /line HTTP/1.1\r\nHost: {address}\r\n".encode())
        async with learner(address) as (one, _), learner(address) as (other, _):
            for client in (one, other):
                await client.say(answering(1))
                assert await client.answer(1) == Done(1)
        assert not any(reader.at_eof() for reader, _ in slow)
    for _, writer in slow:
        writer.transport.abort()


async def test_a_line_is_not_cut_off_when_the_time_for_its_request_is_over() -> None:
    async with running(FakeClass(), Limits(request_within=0.1)) as address, learner(address) as (client, _):
        reader, writer = await asyncio.open_connection(*address.split(":"))
        async with asyncio.timeout(LIMIT):
            assert await reader.read() == b""  # by then it is over for the line, too
        writer.close()
        await client.say(answering(1))
        assert await client.answer(1) == Done(1)


async def test_a_message_before_hello_is_turned_away() -> None:
    async with running(FakeClass()) as address, line(address) as client:
        await client.say(answering(1))
        assert await client.hear_out() == [
            Refused(0, "The first message says who you are; this one was another.")
        ]


async def test_messages_right_behind_hello_are_heard() -> None:
    async with running(FakeClass()) as address, line(address) as client:
        await client.say(Hello(FORMAT, code=CODE))
        await client.say(answering(9))
        assert isinstance(await client.hear(), Seated)
        assert await client.answer(9) == Done(9)


async def test_the_same_message_again_is_answered_again_and_done_once() -> None:
    host = FakeClass()
    async with running(host) as address, learner(address) as (client, _):
        for _ in range(5):
            await client.say(answering(1))
            await client.hear_a(Done)
        for _ in range(2):
            await client.say(answering(2, "refuse"))
            assert await client.hear_a(Refused) == Refused(2, "This question is not open.")
        await client.say(answering(1, "refuse"))
        assert await client.hear_a(Done) == Done(1)
    assert [wish.id for wish in host.kept.done] == [1]


async def test_numbers_may_come_in_any_order() -> None:
    host = FakeClass()
    async with running(host) as address, learner(address) as (client, _):
        for number in (5, 3, 4, 1, 2):
            await client.say(answering(number))
        for number in (1, 2, 3, 4, 5):
            assert await client.answer(number) == Done(number)
    assert [wish.id for wish in host.kept.done] == [5, 3, 4, 1, 2]


async def test_two_people_may_use_the_same_number() -> None:
    host = FakeClass()
    async with running(host) as address, learner(address) as (one, _), learner(address) as (other, _):
        await one.say(answering(1))
        assert await one.answer(1) == Done(1)
        await other.say(answering(1))
        assert await other.answer(1) == Done(1)
    assert [(wish.person, wish.id) for wish in host.kept.done] == [("p1", 1), ("p2", 1)]


async def test_a_flood_is_refused_and_then_closed_and_others_notice_nothing() -> None:
    host = FakeClass()
    slow = Limits(rate=0.001)
    async with (
        running(host, slow) as address,
        learner(address) as (flooding, _),
        learner(address) as (other, _),
    ):
        for number in range(1, 61):
            await flooding.say(answering(number))
            assert await flooding.answer(number) == Done(number)
        for number in range(61, 400):
            await flooding.say(answering(number))
        heard = await flooding.hear_out()
        refused = [message.id for message in heard if isinstance(message, Refused)]
        assert refused == list(range(61, 181))
        assert isinstance(heard[-1], Bye)
        await other.say(answering(1))
        assert await other.answer(1) == Done(1)
    assert len(host.kept.done) == 61


async def test_whoever_does_not_read_holds_nobody_up_and_is_cut_off() -> None:
    host = FakeClass()
    host.text = "x" * 200_000
    limits = Limits(rate=1e6, burst=10**6, unsent=8, grace=0.1)
    async with running(host, limits) as address, learner(address) as (client, _):
        _, writer = await _deaf_line(address)
        await client.hear_a(Room, lambda room: room.room.seats == 2)
        for number in range(1, 200):
            await client.say(answering(number))
            assert await client.answer(number) == Done(number)
        await client.hear_a(Room, lambda room: room.room.committed == 199)
        with pytest.raises(OSError):  # noqa: PT011  the hub cuts it off, however the system calls that
            await _say_for_ever(writer)
        writer.transport.abort()
        await client.say(answering(500))
        assert await client.answer(500) == Done(500)


async def test_whoever_is_silently_gone_is_noticed_and_nothing_is_left_of_the_line() -> None:
    host = FakeClass()
    host.text = "x" * 10_000_000
    limits = Limits(heartbeat=0.2, still_there=0.1)
    async with running(host, limits) as address, learner(address, team="Blue") as (client, _):
        reader, writer = await _deaf_line(address, "Blue")
        await client.hear_a(Seat, lambda seat: seat.seat.people == 2)
        await client.hear_a(Seat, lambda seat: seat.seat.people == 1)
        received = 0
        with contextlib.suppress(OSError):
            while piece := await asyncio.wait_for(reader.read(65536), LIMIT):
                received += len(piece)
        writer.transport.abort()
        assert received < len(host.text)


async def test_a_full_hub_still_has_room_for_who_comes_back_and_for_the_facilitator() -> None:
    async with (
        running(FakeClass(), Limits(connections=2, reserved=2)) as address,
        learner(address) as (_, seated),
        learner(address),
    ):
        async with line(address) as newcomer:
            await newcomer.say(Hello(FORMAT, code=CODE))
            refused = await newcomer.hear()
            assert isinstance(refused, Bye)
            assert "full" in refused.sentence
            assert not refused.final
        async with learner(address, token=seated.token), learner(address, token=seated.token):
            async with line(address) as third:
                await third.say(Hello(FORMAT, token=seated.token))
                assert isinstance(await third.hear(), Bye)
            async with facilitator(address):
                pass


async def test_beyond_the_most_lines_the_next_is_told_that_the_hub_is_full() -> None:
    async with (
        running(FakeClass(), Limits(connections=2, reserved=0)) as address,
        learner(address) as (_, _first),
        learner(address),
    ):
        with pytest.raises(InvalidStatus) as why:
            async with line(address):
                pass
        assert why.value.response.status_code == 503
        assert b"full" in (why.value.response.body or b"")


async def test_of_one_address_only_so_many_lines_may_wait() -> None:
    async with running(FakeClass(), Limits(waiting=2)) as address, line(address) as one, line(address):
        with pytest.raises(InvalidStatus) as why:
            async with line(address):
                pass
        assert why.value.response.status_code == 503
        await one.say(Hello(FORMAT, code=CODE))
        assert isinstance(await one.hear(), Seated)
        async with learner(address) as (_, seated):
            assert seated.seat.seat == "p2"


async def test_whoever_comes_back_again_and_again_is_asked_to_wait_and_may_try_again() -> None:
    async with running(FakeClass(), Limits(returns=3)) as address:
        async with learner(address) as (_, seated):
            pass
        for _ in range(3):
            async with learner(address, token=seated.token):
                pass
        async with line(address) as client:
            await client.say(Hello(FORMAT, token=seated.token))
            bye = (await client.hear_out())[-1]
            assert isinstance(bye, Bye)
            assert not bye.final


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Host": "evil.example"}, 421),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
    ],
)
async def test_a_foreign_host_or_page_gets_no_line(headers: dict[str, str], status: int) -> None:
    async with running(FakeClass()) as address:
        reply = await _request(address, headers)
        assert reply.startswith(f"HTTP/1.1 {status} ")
        assert reply.endswith(".")


async def test_the_hubs_own_page_gets_a_line() -> None:
    async with (
        running(FakeClass()) as address,
        connect(f"ws://{address}/line", origin=f"http://{address}") as own,  # type: ignore[arg-type]
    ):
        client = Client(own)
        await client.say(Hello(FORMAT, code=CODE))
        assert isinstance(await client.hear(), Seated)


async def test_six_wrong_codes_are_refused_whoever_comes_from_there() -> None:
    async with running(FakeClass()) as address:
        sentences = []
        for _ in range(6):
            async with line(address) as client:
                await client.say(Hello(FORMAT, code="0000-0000"))
                (refused,) = await client.hear_out()
                assert isinstance(refused, Refused)
                sentences.append(refused.sentence)
        assert len(set(sentences[:5])) == 1
        assert "wait a minute" in sentences[5]


async def test_plain_http_is_told_that_it_is_none() -> None:
    async with running(FakeClass()) as address:
        assert (await _request(address, {}, upgrade=False)).startswith("HTTP/1.1 400 ")


async def test_what_is_neither_http_nor_a_websocket_leaves_the_class_as_it_is() -> None:
    async with running(FakeClass()) as address, learner(address) as (client, _):
        host, _, port = address.partition(":")
        for raw in (
            b"\0" * 1000,
            b"GET / HTTP/9.9\r\n\r\n",
            b"\x16\x03\x01\x02\x00",
            b"GET /line HTTP/1.1\r\n\r\n",
        ):
            reader, writer = await asyncio.open_connection(host, int(port))
            writer.write(raw)
            writer.write_eof()
            await reader.read()
            writer.close()
        await client.say(answering(1))
        assert await client.answer(1) == Done(1)


async def test_frames_that_are_none_close_the_line_in_a_sentence() -> None:
    async with running(FakeClass()) as address, learner(address) as (client, _):
        client.socket.transport.write(b"\xff\xff\xff\xff")
        heard = await client.hear_out()
        assert isinstance(heard[-1], Bye)


def _mutated(chance: random.Random, text: bytes) -> str:
    letters = list(text.decode())
    for _ in range(chance.randint(1, 6)):
        at = chance.randrange(len(letters))
        match chance.randrange(3):
            case 0:
                letters[at] = chance.choice('{}[]":,0a\\\0\u202e\U0001f600 ')
            case 1:
                del letters[at : at + chance.randint(1, 5)]
            case _:
                letters[at:at] = letters[max(0, at - 10) : at]
        if not letters:
            return ""
    return "".join(letters)


async def _request(address: str, headers: dict[str, str], *, upgrade: bool = True) -> str:
    host, _, port = address.partition(":")
    upgrading = {
        "Upgrade": "websocket", "Connection": "Upgrade", "Sec-WebSocket-Version": "13",
        "Sec-WebSocket-Key": "AAAAAAAAAAAAAAAAAAAAAA==",
    }  # fmt: skip
    every = {"Host": address, **(upgrading if upgrade else {}), **headers}
    reader, writer = await asyncio.open_connection(host, int(port))
    lines = "".join(f"{name}: {value}\r\n" for name, value in every.items())
    writer.write(f"GET /line HTTP/1.1\r\n{lines}\r\n".encode())
    async with asyncio.timeout(LIMIT):
        head = await reader.readuntil(b"\r\n\r\n")
        body = await reader.readexactly(int(head.lower().partition(b"content-length: ")[2].split()[0]))
    writer.close()
    return (head + body).decode()


async def _dribble(writer: asyncio.StreamWriter, head: str) -> None:
    """Send a head letter by letter and without an end, until the connection breaks."""
    for letter in chain(head, repeat("a")):
        writer.write(letter.encode())
        await writer.drain()
        if writer.transport.is_closing():
            return
        await asyncio.sleep(0.005)


async def _deaf_line(address: str, team: str = "") -> tuple[asyncio.StreamReader, asyncio.StreamWriter]:
    """A line of a learner who never reads from it, with as little room on the way as there can be."""
    host, _, port = address.partition(":")
    plug = socket.socket()
    plug.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1024)
    plug.setblocking(False)
    await asyncio.get_running_loop().sock_connect(plug, (host, int(port)))
    reader, writer = await asyncio.open_connection(sock=plug, limit=1024)
    key = "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\nSec-WebSocket-Version: 13\r\n"
    head = f"GET /line HTTP/1.1\r\nHost: {address}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n{key}\r\n"
    writer.write(head.encode())
    writer.write(_masked(written(Hello(FORMAT, code=CODE, team=team))))
    return reader, writer


async def _say_for_ever(writer: asyncio.StreamWriter) -> None:
    for number in count(1):
        writer.write(_masked(written(answering(number))))
        await asyncio.wait_for(writer.drain(), LIMIT)
        await asyncio.sleep(0)


def _masked(text: bytes) -> bytes:
    """A text frame with a mask of noughts."""
    size = bytes([0x80 | len(text)]) if len(text) < 126 else b"\xfe" + len(text).to_bytes(2, "big")
    return b"\x81" + size + b"\0\0\0\0" + text
