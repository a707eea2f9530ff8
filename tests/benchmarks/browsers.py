"""Browsers in a class, beside stock textual-serve that serves the same screens: memory of each, and how soon all join.

Proportional memory counts what several processes share once, resident memory counts it for each of them.
"""

from __future__ import annotations

import asyncio
import os
import sys
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import aiohttp

from simulator.hub.browser.doorway import browsers
from simulator.hub.browser.nursery import Nursery
from simulator.hub.serve import Listening, serving
from tests.benchmarks.telling import tell
from tests.hub.browser.browsing import Browser, family
from tests.hub.fake_class import CODE, FACILITATOR, FakeClass

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

SIZE = "?width=120&height=40"
JOIN, JOINED = "Join a class", "Step out"
"""What a screen says before and after one has a seat."""

AT_REST = 2.0
"""Seconds after the last has a seat, in which everything settles."""

LONGEST = 300.0

STOCK = """
import sys
from textual_serve.server import Server
Server(sys.argv[1], port=int(sys.argv[2])).serve()
"""
SAME_SCREENS = """
import sys
from simulator.classroom.messages import FORMAT, Hello
from simulator.line.web import WebLine
from simulator.tui.classroom.learner.app import run_learner
run_learner(lambda name, team: WebLine(sys.argv[1], Hello(FORMAT, code=sys.argv[2], name=name, team=team)))
"""


@dataclass(frozen=True, slots=True)
class Crowd:
    """Seconds until all had a seat, and MiB for each: proportional and resident."""

    seconds: float
    proportional: float
    resident: float


def browser_rounds(scratch: Path, rounds: int, each: int) -> list[tuple[Crowd, Crowd]]:
    """Ours and stock textual-serve's, each with so many browsers."""
    return asyncio.run(_rounds(scratch, rounds, each))


async def _rounds(scratch: Path, rounds: int, each: int) -> list[tuple[Crowd, Crowd]]:
    return [(await _ours(each), await _stock(scratch, each)) for _ in range(rounds)]


async def _ours(count: int) -> Crowd:
    nursery = Nursery()
    add = browsers(nursery)
    async with (
        serving(FakeClass(), FACILITATOR, Listening(port=0), add) as addresses,
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session,
    ):
        tokens = [await _admitted(session, addresses[0]) for _ in range(count)]
        began = time.perf_counter()
        async with _seated(session, addresses[0], "/terminal", tokens) as there:
            seconds = time.perf_counter() - began
            await asyncio.sleep(AT_REST)
            return _crowd(seconds, [nursery.process, *family(nursery.process)], len(there))


async def _stock(scratch: Path, count: int) -> Crowd:
    screens = scratch / "same_screens.py"
    screens.write_text(SAME_SCREENS, encoding="utf-8")
    async with serving(FakeClass(), FACILITATOR, Listening(port=0)) as addresses:
        port = _free_port()
        command = f"{sys.executable} {screens} {addresses[0]} {CODE}"
        server = await asyncio.create_subprocess_exec(
            sys.executable, "-c", STOCK, command, str(port),
            stdout=asyncio.subprocess.DEVNULL, stderr=asyncio.subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(Path(__file__).parents[2])},
        )  # fmt: skip
        try:
            async with aiohttp.ClientSession() as session:
                await _up(session, f"http://127.0.0.1:{port}")
                began = time.perf_counter()
                async with _seated(session, f"http://127.0.0.1:{port}", "/ws", [""] * count) as there:
                    seconds = time.perf_counter() - began
                    await asyncio.sleep(AT_REST)
                    return _crowd(seconds, family(server.pid), len(there))
        finally:
            server.terminate()
            await server.wait()


@asynccontextmanager
async def _seated(
    session: aiohttp.ClientSession, origin: str, path: str, tokens: Sequence[str]
) -> AsyncIterator[Sequence[Browser]]:
    """One browser for each token, all with a seat."""

    async def join(token: str) -> Browser:
        headers = {"Cookie": f"seat={token}", "Origin": origin}
        socket = await session.ws_connect(f"{origin}{path}{SIZE}", headers=headers, max_msg_size=0)
        browser = Browser(socket)
        await browser.see(JOIN, LONGEST)
        await browser.say("stdin", "\r")
        await browser.see(JOINED, LONGEST)
        return browser

    joined = await asyncio.gather(*(join(token) for token in tokens))
    try:
        yield joined
    finally:
        await asyncio.gather(*(browser.socket.close() for browser in joined))


async def _admitted(session: aiohttp.ClientSession, origin: str) -> str:
    answer = await session.post(
        f"{origin}/join", data={"code": CODE}, headers={"Origin": origin}, allow_redirects=False
    )
    return answer.cookies["seat"].value


async def _up(session: aiohttp.ClientSession, address: str) -> None:
    async with asyncio.timeout(30):
        while True:
            try:
                async with session.get(address):
                    return
            except aiohttp.ClientConnectionError:
                await asyncio.sleep(0.05)


def _free_port() -> int:
    import socket

    with socket.create_server(("127.0.0.1", 0)) as taken:
        port: int = taken.getsockname()[1]
        return port


def _crowd(seconds: float, processes: Sequence[int], count: int) -> Crowd:
    proportional, resident = (sum(_megabytes(one, name) for one in processes) for name in ("Pss", "Rss"))
    return Crowd(seconds, proportional / count, resident / count)


def _megabytes(process: int, name: str) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith(f"{name}:")) / 1024


def browse(scratch: Path) -> None:
    """Thirty browsers in a class."""
    rounds = browser_rounds(scratch, rounds=3, each=30)
    ours, stock = zip(*rounds, strict=True)
    for name in ("proportional", "resident"):
        tell(f"{name} memory of a browser's screen", [getattr(one, name) for one in ours], unit=" MiB")
        tell("  the same with stock textual-serve", [getattr(one, name) for one in stock], unit=" MiB")
        ratios = [getattr(one, name) / getattr(other, name) for one, other in rounds]
        tell("  a browser's screen / stock textual-serve's", ratios, 1.2)
    tell("until 30 browsers that come at once have a seat", [one.seconds for one in ours], 10, unit=" s")
    tell("  the same with stock textual-serve", [one.seconds for one in stock], unit=" s")


if __name__ == "__main__":
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        browse(Path(folder))
