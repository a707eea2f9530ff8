"""The processes that draw: few rights, little of the machine, and nothing left behind."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp
import pytest

from simulator.hub.browser.envelopes import Size
from simulator.hub.browser.nursery import Nursery
from simulator.hub.browser.packets import begun
from simulator.hub.browser.starting import NotPossible, Wanted, end, environment, hang_up
from simulator.hub.browser.subprocesses import Subprocesses
from tests.hub.browser.browsing import LONGEST, SMALL, Browser, family, is_there, lives, until

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractAsyncContextManager

    from simulator.hub.browser.starting import Starter
    from tests.hub.browser.browsing import Served

    Kind = type[Nursery] | type[Subprocesses]
    Serving = Callable[..., AbstractAsyncContextManager[Served]]

WANTED = Wanted("http://127.0.0.1:1", "a-secret-token", "seated", Size(80, 24))
WIDE = "?width=250&height=30"
STARTERS = pytest.mark.parametrize("kind", [Nursery, Subprocesses])


@STARTERS
async def test_a_browser_that_goes_leaves_nothing_behind(serving: Serving, kind: Kind) -> None:
    async with serving(starter=kind(SMALL)) as served:
        async with served.browser(query=WIDE) as browser:
            await browser.see(" process ")
            screen = _process_of(browser)
            assert os.getpgid(screen) == screen
        await until(lambda: not is_there(screen))


@STARTERS
async def test_the_line_may_break_without_a_word(serving: Serving, kind: Kind) -> None:
    async with serving(starter=kind(SMALL)) as served:
        async with served.browser(query=WIDE) as browser:
            await browser.see(" process ")
            screen = _process_of(browser)
            transport = browser.socket.get_extra_info("socket")
            transport.shutdown(2)
        await until(lambda: not is_there(screen))


def _process_of(browser: Browser) -> int:
    return int(browser.shown.partition(b" process ")[2].split()[0].partition(b"\x1b")[0])


@STARTERS
async def test_when_the_hub_stops_all_have_ended(serving: Serving, kind: Kind) -> None:
    before = set(family(os.getpid()))
    async with serving(starter=kind(SMALL)) as served:
        async with served.browser("t-seated.1") as one, served.browser("t-seated.2") as two:
            await one.see("100 by 30")
            await two.see("100 by 30")
            there = set(family(os.getpid())) - before
            assert len(there) >= 2
            first, second, _ = await asyncio.gather(one.end(), two.end(), served.gate.close())
            assert (first, second) == (1001, 1001)
        assert not [process for process in there if is_there(process)]
        async with served.browser("t-seated.3") as late:
            assert await late.end() == 1001


@STARTERS
async def test_a_deaf_screen_is_ended_all_the_same(kind: Kind) -> None:
    heard, errors = os.pipe()
    starter = kind(SMALL, errors)
    screen = await starter.screen(WANTED)
    await begun(screen.reader)
    screen.writer.write(b"D\x00\x00\x00\x01!")
    assert await asyncio.to_thread(os.read, heard, 5) == b"deaf\n"
    await end(screen, patience=0.1)
    assert screen.ended.result() == -signal.SIGKILL
    assert not is_there(screen.process)
    await starter.close()
    os.close(heard)
    os.close(errors)


async def test_a_nursery_that_closes_lets_its_screens_end_by_themselves() -> None:
    nursery = Nursery(SMALL)
    screen = await nursery.screen(WANTED)
    await begun(screen.reader)
    await nursery.close()
    assert b'{"type": "exit"}' in await screen.reader.read()
    assert not is_there(screen.process)
    await hang_up(screen.writer)


async def test_a_screen_that_cannot_be_started_is_told_of(serving: Serving) -> None:
    async with serving(module="tests.hub.browser.no_such_module") as served, served.browser() as browser:
        assert await browser.end() == 4003
        assert browser.reason == "A screen could not be started for you. Try again in a minute."


async def test_a_nursery_that_was_killed_takes_its_screens_along_and_there_is_another(served: Served) -> None:
    assert isinstance(served.starter, Nursery)
    async with served.browser("t-seated.1") as browser:
        await browser.see("100 by 30")
        first = served.starter.process
        there = [first, *family(first)]
        os.kill(first, signal.SIGKILL)
        assert await browser.end() == 4002
        await until(lambda: not any(lives(process) for process in there))
    async with served.browser("t-seated.2") as browser:
        await browser.see("100 by 30")
        assert served.starter.process != first


async def test_no_token_is_on_a_command_line_or_in_an_environment() -> None:
    nursery, subprocesses = Nursery(SMALL), Subprocesses(SMALL)
    starters: tuple[Starter, ...] = nursery, subprocesses
    screens = [await starter.screen(WANTED) for starter in starters]
    for screen in screens:
        await begun(screen.reader)
    for process in (nursery.process, *(screen.process for screen in screens)):
        for name in ("cmdline", "environ"):
            assert WANTED.token.encode() not in Path(f"/proc/{process}/{name}").read_bytes()
    for screen, starter in zip(screens, starters, strict=True):
        await end(screen)
        await starter.close()


@STARTERS
async def test_a_screen_gives_way_and_takes_only_so_much_memory(kind: Kind) -> None:
    starter = kind(SMALL)
    screen = await starter.screen(WANTED)
    await begun(screen.reader)
    limits = Path(f"/proc/{screen.process}/limits").read_text("ascii").splitlines()
    most = next(line.split()[3] for line in limits if line.startswith("Max address space"))
    assert int(most) == 1 << 30
    assert os.getpriority(os.PRIO_PROCESS, screen.process) > os.getpriority(os.PRIO_PROCESS, os.getpid())
    await end(screen)
    await starter.close()


async def test_a_start_that_was_given_up_leaves_nothing_behind() -> None:
    nursery = Nursery(SMALL)
    given_up = asyncio.create_task(nursery.screen(WANTED))
    await until(lambda: nursery.process != 0)
    given_up.cancel()
    with pytest.raises(asyncio.CancelledError):
        await given_up
    screen = await nursery.screen(WANTED)
    await until(lambda: family(nursery.process) == [screen.process])
    await end(screen)
    await nursery.close()


async def test_where_a_process_cannot_be_had_the_others_go_on() -> None:
    import resource

    nursery = Nursery(SMALL)
    screen = await nursery.screen(WANTED)
    await begun(screen.reader)
    open_files = resource.prlimit(nursery.process, resource.RLIMIT_NOFILE)
    resource.prlimit(nursery.process, resource.RLIMIT_NOFILE, (3, open_files[1]))
    with pytest.raises(NotPossible):
        await nursery.screen(WANTED)
    resource.prlimit(nursery.process, resource.RLIMIT_NOFILE, open_files)
    assert not screen.ended.done()
    await end(screen)
    await nursery.close()


def test_a_learners_screen_needs_no_store_no_packs_and_no_server() -> None:
    ours = ("store", "packs", "plugins", "authoring", "hub.app")
    not_needed = ("aiohttp", "yaml", "faker", "sqlalchemy", "sqlite3", "jinja2", "pluggy", "jsonschema_rs")
    code = (
        "import sys; from simulator.cli.nursery import load; load();"
        f"print([name for name in sys.modules if name in {not_needed!r}"
        f" or name.startswith({tuple(f'simulator.{name}' for name in ours)!r})])"
    )
    told = subprocess.run(
        [sys.executable, "-c", code], env=dict(environment()), capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "[]"


async def test_when_the_hub_is_killed_no_process_is_left() -> None:
    command = [sys.executable, "-m", "tests.hub.browser.standing"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as hub:
        try:
            assert hub.stdout is not None
            origin = (await asyncio.to_thread(hub.stdout.readline)).strip()
            async with aiohttp.ClientSession() as session:
                browsers = [await _come(session, origin, f"t-seated.{number}") for number in range(3)]
                await browsers[0].say("stdin", "!")
                there = family(hub.pid)
                assert len(there) == 1 + len(browsers)
                hub.kill()
                await until(lambda: not any(lives(process) for process in there))
        finally:
            hub.kill()


async def _come(session: aiohttp.ClientSession, origin: str, token: str) -> Browser:
    headers = {"Cookie": f"seat={token}", "Origin": origin}
    browser = Browser(await session.ws_connect(f"{origin}/terminal", headers=headers))
    await browser.see("80 by 24")
    return browser


async def test_thirty_join_at_once(served: Served, capsys: pytest.CaptureFixture[str]) -> None:
    began = time.perf_counter()

    async def join(number: int) -> None:
        async with served.browser(f"t-seated.{number}") as browser:
            await browser.see(f"I am t-seated.{number}, seated")
            joined.append(time.perf_counter() - began)
            await all_there.wait()
            await browser.say("stdin", f"number {number}")
            await browser.see(f"typed number {number}")

    joined: list[float] = []
    all_there = asyncio.Event()
    joining = [asyncio.create_task(join(number)) for number in range(30)]
    async with asyncio.timeout(2 * LONGEST):
        while len(joined) < 30:
            await asyncio.sleep(0.02)
    with capsys.disabled():
        print(f"\nthirty browsers joined within {max(joined):.1f} s")
    all_there.set()
    await asyncio.gather(*joining)
    assert isinstance(served.starter, Nursery)
    nursery = served.starter.process
    await until(lambda: not family(nursery))
