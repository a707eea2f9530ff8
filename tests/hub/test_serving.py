"""A hub that begins, and one that ends and leaves nothing behind."""

from __future__ import annotations

import asyncio
import socket
import threading
from contextlib import AsyncExitStack
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from aiohttp import ClientSession, web

from simulator.classroom.carried import carried
from simulator.classroom.conduct import EndClass
from simulator.classroom.messages import FORMAT, Ask, Bye, Conducted, Conducting, Done, Hello, Refused, Room
from simulator.errors.faults import UsageFault
from simulator.hub.limits import Limits
from simulator.hub.serve import Listening, serve, serving
from tests.hub.clients import LIMIT, answering, facilitator, learner, line, running, until
from tests.hub.fake_class import CODE, FACILITATOR, FakeClass

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.hub.gate import Gate


async def test_a_hub_that_closes_says_so_and_leaves_no_task_thread_or_socket() -> None:
    host = FakeClass()
    async with asyncio.timeout(LIMIT), AsyncExitStack() as clients:
        tasks, threads, plugs = asyncio.all_tasks(), set(threading.enumerate()), _plugs()
        async with running(host, Limits(grace=0.2)) as address:
            client, _ = await clients.enter_async_context(learner(address))
            deaf, _ = await clients.enter_async_context(learner(address))
            silent = await clients.enter_async_context(line(address))
            deaf.socket.transport.pause_reading()
            host.text = "x" * 10_000_000
            host.asking.clear()
            await client.say(Ask(1, "book"))
            await client.say(answering(2))
            assert await client.answer(2) == Done(2)
            await client.hear_a(
                Room, lambda room: room.room.title == host.text
            )  # the deaf one cannot take it
        assert (await client.hear_out())[-1] == Bye(
            "The hub closes; your seat and all that you have said are kept."
        )
        await silent.hear_out()
        with pytest.raises(OSError):  # noqa: PT011  whatever the system calls it
            await asyncio.open_connection(*address.split(":"))
        deaf.socket.transport.abort()
        await clients.aclose()
        host.asking.set()
        await until(lambda: asyncio.all_tasks() == tasks)
        await until(lambda: set(threading.enumerate()) <= threads)
        await until(lambda: _plugs() == plugs)


async def test_what_was_wished_for_before_the_hub_closes_is_kept_and_answered() -> None:
    host = FakeClass()
    async with AsyncExitStack() as clients:
        async with running(host) as address:
            client, _ = await clients.enter_async_context(learner(address))
            host.entered.clear()
            host.keeping.clear()
            await client.say(answering(1))
            await until(host.entered.is_set)
            await client.say(answering(2))
            await client.send("no message at all")
            await client.hear_a(Refused)
            asyncio.get_running_loop().call_later(0.05, host.keeping.set)
        heard = await client.hear_out()
    assert [message for message in heard if isinstance(message, Done)] == [Done(1), Done(2)]
    assert isinstance(heard[-1], Bye)
    assert [wish.id for wish in host.kept.done] == [1, 2]


async def test_when_the_class_is_over_nobody_is_told_to_come_back() -> None:
    async with AsyncExitStack() as clients:
        async with running(FakeClass()) as address:
            conductor = await clients.enter_async_context(facilitator(address))
            await conductor.say(Conducted(1, carried(EndClass())))
            assert await conductor.answer(1) == Done(1)
        assert (await conductor.hear_out())[-1] == Bye("The class is over.", final=True)


async def test_a_hub_runs_until_it_is_told_to_stop() -> None:
    until_then, told = asyncio.Event(), asyncio.Queue[tuple[str, ...]]()

    def ready(addresses: Sequence[str]) -> None:
        told.put_nowait(tuple(addresses))

    hub = asyncio.create_task(serve(FakeClass(), FACILITATOR, Listening(port=0), ready, until_then))
    (address,) = await told.get()
    assert address.startswith("http://127.0.0.1:")
    until_then.set()
    async with asyncio.timeout(LIMIT):
        await hub


async def test_a_port_that_is_taken_is_said_in_a_sentence() -> None:
    async with running(FakeClass()) as address:
        port = int(address.split(":")[1])
        with pytest.raises(
            UsageFault, match=f"The hub cannot listen at port {port} of 127.0.0.1: .*; try another."
        ):
            async with serving(FakeClass(), FACILITATOR, Listening(port=port)):
                pass


@pytest.mark.parametrize(
    ("address", "port"), [("nowhere", 0), ("192.0.2.1", 0), ("127.0.0.1", 70000), ("", 0)]
)
async def test_what_cannot_be_listened_at_is_said_in_a_sentence(address: str, port: int) -> None:
    with pytest.raises(UsageFault):
        async with serving(FakeClass(), FACILITATOR, Listening(address, port)):
            pass


async def test_at_all_addresses_the_one_of_the_network_is_told_and_every_one_answers() -> None:
    everywhere = Listening("0.0.0.0", 0)
    async with serving(FakeClass(), FACILITATOR, everywhere) as (told,), AsyncExitStack() as clients:
        assert "0.0.0.0" not in told
        for name in (told.removeprefix("http://"), f"127.0.0.1:{told.rsplit(':', 1)[1]}"):
            await clients.enter_async_context(learner(name))


async def test_the_public_address_is_the_first_that_people_are_told() -> None:
    public = Listening(port=0, public="https://class.example.org/")
    async with serving(FakeClass(), FACILITATOR, public) as (first, second):
        assert first == "https://class.example.org"
        async with facilitator(second.removeprefix("http://")) as conductor:
            assert (await conductor.hear_a(Conducting)).addresses == (first, second)


async def test_behind_a_proxy_tries_are_counted_for_who_asks_it() -> None:
    async def says(code: str, forwarded: str) -> bool:
        async with line(address, **{"X-Forwarded-For": forwarded}) as client:
            await client.say(Hello(FORMAT, code=code))
            return not isinstance(await client.hear(), Refused)

    async with running(FakeClass(), public="https://class.example.org") as address:
        for number in range(5):
            assert not await says("0000-0000", f"{number}.1.1.1, 10.0.0.1")
        assert not await says(CODE, "10.0.0.1")
        assert await says(CODE, "10.0.0.1, 10.0.0.2")


async def test_what_browsers_are_shown_lies_behind_the_same_gate() -> None:
    gates: list[Gate] = []

    async def page(request: web.Request) -> web.Response:
        return web.Response(text="a page")

    def browser(app: web.Application, gate: Gate) -> None:
        app.router.add_get("/", page)
        gates.append(gate)

    async with running(FakeClass(), None, browser) as address, ClientSession() as session:
        async with session.get(f"http://{address}/") as reply:
            assert await reply.text() == "a page"
        async with session.get(f"http://{address}/", headers={"Host": "evil.example"}) as reply:
            assert reply.status == 421
        async with session.get(f"http://{address}/", headers={"Origin": "http://evil.example"}) as reply:
            assert reply.status == 403
        ticket = gates[0].admit("here", CODE)
        async with learner(address, token=ticket, code="", name="Kim") as (_, seated):
            assert (seated.token, seated.seat.name) == (ticket, "Kim")
            assert gates[0].ticket_state(ticket) == "seated"


def _plugs() -> int:
    """How many sockets this process has open."""
    files = [file for file in Path("/proc/self/fd").iterdir() if file.is_symlink()]
    return sum("socket" in _target(file) for file in files)


def _target(file: Path) -> str:
    try:
        return str(file.readlink())
    except OSError:
        return ""


def test_this_machine_can_count_its_sockets() -> None:
    before = _plugs()
    with socket.socket():
        assert _plugs() == before + 1
