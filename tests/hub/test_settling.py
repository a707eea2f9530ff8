"""How wishes are decided and kept, and how everybody is told of it."""

from __future__ import annotations

import asyncio
import itertools
import logging
from contextlib import AsyncExitStack
from typing import TYPE_CHECKING

from simulator.classroom.carried import carried
from simulator.classroom.conduct import RevealPhase
from simulator.classroom.messages import (
    FORMAT,
    Ask,
    Conducted,
    Console,
    Done,
    Hello,
    Refused,
    Room,
    Seat,
    written,
)
from simulator.hub import broadcasting
from simulator.hub.queueing import BROKEN, NOT_KEPT
from tests.hub.clients import answering, facilitator, learner, line, running, until
from tests.hub.fake_class import CODE, FakeClass

if TYPE_CHECKING:
    import pytest

    from simulator.classroom.class_view import ConsoleView
    from simulator.classroom.presence import Presence
    from tests.hub.clients import Client

MANY = 100


async def test_a_hundred_answers_at_once_are_few_broadcasts_and_the_last_is_how_it_stands() -> None:
    host = FakeClass()
    async with running(host) as address, AsyncExitStack() as stack:
        clients = [(await stack.enter_async_context(learner(address)))[0] for _ in range(MANY)]
        conductor = await stack.enter_async_context(facilitator(address))
        await asyncio.gather(*(client.say(answering(1)) for client in clients))

        async def heard_all(client: Client) -> int:
            assert await client.answer(1) == Done(1)
            await client.hear_a(Room, lambda room: room.room.committed == MANY)
            seats = [message for message in client.heard if isinstance(message, Seat)]
            assert [seat.seat.agreed for seat in seats] == [1]
            counting = [one for one in client.heard if isinstance(one, Room) and one.room.committed]
            assert [one.room.committed for one in counting] == sorted(
                {one.room.committed for one in counting}
            )
            return len(counting)

        rooms = await asyncio.gather(*(heard_all(client) for client in clients))
        assert max(rooms) <= MANY / 4
        await conductor.hear_a(Console, lambda console: console.console.room.committed == MANY)
    assert len(host.kept.done) == MANY


async def test_the_room_is_made_once_for_all() -> None:
    host = FakeClass()
    made = 0
    room = host.room

    def counted() -> object:
        nonlocal made
        made += 1
        return room()

    async with running(host) as address, AsyncExitStack() as stack:
        clients = [(await stack.enter_async_context(learner(address)))[0] for _ in range(20)]
        await asyncio.gather(
            *(client.hear_a(Room, lambda room: room.room.seats == 20) for client in clients[:-1])
        )
        host.room = counted  # type: ignore[method-assign,assignment]
        await clients[0].say(answering(1))
        for client in clients:
            await client.hear_a(Room, lambda room: room.room.committed == 1)
        assert made == 1


async def test_what_comes_while_the_store_keeps_is_kept_together_afterwards() -> None:
    host = FakeClass()
    async with running(host) as address, learner(address) as (client, _):
        host.entered.clear()
        host.keeping.clear()
        await client.say(answering(1))
        await until(host.entered.is_set)
        for number in range(2, 12):
            await client.say(answering(number))
        await client.say(answering(12, "refuse"))
        await client.send("no message at all")  # which is answered at once: so the others have been heard
        await client.hear_a(Refused)
        assert not [message for message in client.heard if isinstance(message, Done | Seat)]
        host.batches.clear()
        host.keeping.set()
        for number in range(1, 12):
            assert await client.answer(number) == Done(number)
        assert isinstance(await client.answer(12), Refused)
        assert host.batches == [1, 11]


async def test_what_the_store_cannot_keep_is_refused_and_nothing_of_it_is_so() -> None:
    host = FakeClass()
    async with running(host) as address, learner(address) as (client, _), learner(address) as (other, _):
        host.fault = "The disk is full; make room on it."
        await client.say(answering(1))
        assert await client.answer(1) == Refused(1, NOT_KEPT)
        async with line(address) as late:
            await late.say(Hello(FORMAT, code=CODE))
            assert await late.hear_out() == [Refused(0, NOT_KEPT)]
        host.fault = ""
        await other.say(answering(1))
        assert await other.answer(1) == Done(1)
        assert (await client.hear_a(Room, lambda room: room.room.committed > 0)).room.committed == 1
        assert not [message for message in client.heard if isinstance(message, Seat)]
    assert [wish.person for wish in host.kept.done] == ["p2"]


async def test_what_is_wrong_with_the_machine_is_told_to_the_facilitator_alone() -> None:
    host = FakeClass()
    async with running(host) as address, facilitator(address) as conductor:
        host.fault = "The disk is full; make room on it."
        await conductor.say(Conducted(1, {"do": "end_case"}))
        assert await conductor.answer(1) == Refused(1, host.fault)


async def test_a_fault_of_the_program_refuses_one_wish_and_not_those_beside_it(
    caplog: pytest.LogCaptureFixture,
) -> None:
    host = FakeClass()
    async with running(host) as address, learner(address) as (client, _):
        host.entered.clear()
        host.keeping.clear()
        await client.say(answering(1))
        await until(host.entered.is_set)
        with caplog.at_level(logging.CRITICAL):
            for number, question in ((2, "any"), (3, "break"), (4, "any")):
                await client.say(answering(number, question))
            await client.send("no message at all")
            await client.hear_a(Refused)
            host.keeping.set()
            assert await client.answer(2) == Done(2)
            assert await client.answer(3) == Refused(3, BROKEN)
            assert await client.answer(4) == Done(4)
    assert [wish.id for wish in host.kept.done] == [1, 2, 4]


async def test_what_cannot_be_shown_for_a_fault_of_the_program_stops_nothing_else(
    caplog: pytest.LogCaptureFixture,
) -> None:
    host = FakeClass()
    room = host.room

    def broken() -> object:
        raise RuntimeError("a fault of the program")

    async with running(host) as address, learner(address) as (client, _):
        with caplog.at_level(logging.ERROR):
            host.room = broken  # type: ignore[method-assign,assignment]
            await client.say(answering(1))
            assert await client.answer(1) == Done(1)
            await until(lambda: caplog.records)
            async with line(address) as late:
                await late.say(Hello(FORMAT, code=CODE))
                assert await late.hear_out() == [Refused(0, BROKEN)]
        host.room = room  # type: ignore[method-assign]
        await client.say(answering(2))
        await client.hear_a(Room, lambda room: room.room.committed == 2)


async def test_a_number_said_again_over_another_line_while_it_is_kept_is_answered_on_both() -> None:
    host = FakeClass()
    async with (
        running(host) as address,
        learner(address) as (one, seated),
        learner(address, token=seated.token) as (other, _),
    ):
        host.entered.clear()
        host.keeping.clear()
        await one.say(answering(1))
        await until(host.entered.is_set)
        await other.say(answering(1))
        await other.send("no message at all")
        await other.hear_a(Refused)
        host.keeping.set()
        assert await one.answer(1) == Done(1)
        assert await other.answer(1) == Done(1)
    assert len(host.kept.done) == 1
    assert sum(host.batches) == 2  # the seat and the answer


async def test_between_two_broadcasts_there_is_a_rest(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(broadcasting, "REST", 1000.0)
    async with running(FakeClass()) as address, learner(address) as (client, _):
        for number in range(1, 6):
            await client.say(answering(number))
            assert await client.answer(number) == Done(number)
        assert len([message for message in client.heard if isinstance(message, Room)]) <= 1


async def test_a_console_that_does_not_change_is_looked_at_and_not_sent_again(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(broadcasting, "CONSOLE_REST", 0.0)
    monkeypatch.setattr(broadcasting, "CONSOLE_AT_LEAST", 0.001)
    host = FakeClass()
    looked: list[float] = []
    console = host.console

    def counted(presence: Presence) -> ConsoleView:
        looked.append(presence.now)
        return console(presence)

    host.console = counted  # type: ignore[method-assign]
    async with running(host) as address, facilitator(address) as conductor:
        for number in (1, 2):
            await conductor.say(Conducted(number, carried(RevealPhase())))
            await conductor.answer(number)
        await until(lambda: len(looked) > 20)
        await conductor.say(Ask(3, "book"))
        await conductor.answer(3)
    consoles = [written(message) for message in conductor.heard if isinstance(message, Console)]
    assert all(one != other for one, other in itertools.pairwise(consoles))
    assert looked == sorted(looked)


async def test_a_learner_who_leaves_is_seen_to_leave() -> None:
    host = FakeClass()
    async with running(host) as address, facilitator(address) as conductor:
        async with learner(address):
            await conductor.hear_a(
                Console, lambda console: any(one.connected for one in console.console.people)
            )
        gone = await conductor.hear_a(Console, lambda console: not console.console.people[0].connected)
        assert len(gone.console.people) == 1
