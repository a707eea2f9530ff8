"""A screen for a browser in a process of its own: what starts one, what it is, and how it ends."""

from __future__ import annotations

import asyncio
import os
import signal
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from simulator.hub.browser.packets import CHUNK, meta

if TYPE_CHECKING:
    from asyncio import Future, StreamReader, StreamWriter
    from collections.abc import Mapping

    from simulator.hub.browser.envelopes import Size
    from simulator.hub.browser.orders import TicketState

PROGRAM = "simulator.cli.nursery"
PATIENCE = 2.0
"""Seconds that a process is given after it was asked to end, and again after it was told to."""

NOT_FOR_SCREENS = ("NO_COLOR", "COLUMNS", "LINES", "ROWS")


@dataclass(frozen=True, slots=True)
class Wanted:
    """Whose screen is wanted, and how large; `address` is where its process finds the hub."""

    address: str
    token: str
    state: TicketState
    size: Size


class NotPossible(Exception):
    """A screen could not be started."""


class Screen(Protocol):
    """A process that draws for one browser."""

    @property
    def process(self) -> int:
        """The number of the process, which is that of its group as well."""

    @property
    def reader(self) -> StreamReader:
        """What it sends."""

    @property
    def writer(self) -> StreamWriter:
        """What it is sent."""

    @property
    def ended(self) -> Future[int]:
        """Its exit code, or less a signal's number, once it has ended and was reaped."""

    def signal(self, number: int) -> None:
        """Send a signal to its group, unless it has ended."""


class Starter(Protocol):
    """Starts screens."""

    async def start(self) -> None:
        """Get ready; said again, it changes nothing."""

    async def screen(self, wanted: Wanted) -> Screen:
        """Start a screen; raises NotPossible."""

    async def close(self) -> None:
        """End all that was started."""


def environment() -> Mapping[str, str]:
    """The environment of the programs that draw for browsers."""
    ours = {
        name: value
        for name, value in os.environ.items()
        if name not in NOT_FOR_SCREENS and not name.startswith("TEXTUAL")
    }
    return {
        **ours,
        "TEXTUAL_DRIVER": "textual.drivers.web_driver:WebDriver",
        "TEXTUAL_FPS": "30",
        "TEXTUAL_COLOR_SYSTEM": "truecolor",
        "TERM_PROGRAM": "textual",
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
    }


def sized(size: Size) -> dict[str, str]:
    """What a screen's environment says of its size."""
    return {"COLUMNS": str(size.width), "ROWS": str(size.height)}


async def end(screen: Screen, patience: float = PATIENCE) -> None:
    """Ask the screen to quit, then tell it to, then end it; returns when nothing is left of it."""
    discarding = asyncio.create_task(_discard(screen.reader))
    screen.writer.write(meta("quit"))
    for number in (signal.SIGTERM, getattr(signal, "SIGKILL", signal.SIGTERM)):
        if await _gone(screen, patience):
            break
        screen.signal(number)
    await asyncio.wait([screen.ended])
    await hang_up(screen.writer)
    await discarding


async def hang_up(writer: StreamWriter) -> None:
    """Close the line to a screen; what it did not take is dropped."""
    if not writer.is_closing():
        writer.transport.abort()
    with suppress(OSError):
        await writer.wait_closed()


async def _gone(screen: Screen, seconds: float) -> bool:
    done, _ = await asyncio.wait([screen.ended], timeout=seconds)
    return bool(done)


async def _discard(reader: StreamReader) -> None:
    """Read to the end, so that the process is never held up by what nobody will see."""
    with suppress(OSError):
        while await reader.read(CHUNK):
            pass
