"""Screens forked from a program that has loaded everything once: each starts at once and takes little memory."""

from __future__ import annotations

import asyncio
import itertools
import os
import socket
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from simulator.hub.browser.orders import (
    LENGTH,
    Ended,
    NotStarted,
    Signal,
    Start,
    Started,
    framed,
    told_in,
)
from simulator.hub.browser.packets import CHUNK
from simulator.hub.browser.starting import PROGRAM, NotPossible, environment, hang_up, sized

if TYPE_CHECKING:
    from asyncio import Future, StreamReader, StreamWriter

    from simulator.hub.browser.orders import Order, Told
    from simulator.hub.browser.starting import Screen, Wanted

LONGEST_START = 30.0
"""Seconds that the first screen may take, for which everything is loaded."""

LONGEST_END = 6.0

GONE = -9
"""The status of a screen whose nursery has gone, and took it along."""


def can_fork() -> bool:
    """Whether there are nurseries on this machine."""
    return hasattr(os, "fork") and hasattr(socket, "send_fds")


class Forked:
    """A screen whose process the nursery forked."""

    def __init__(self, of: _Running, number: int, ended: Future[int]) -> None:
        self._of = of
        self._number = number
        self.ended = ended
        self.process = 0
        self.reader: StreamReader
        self.writer: StreamWriter

    def signal(self, number: int) -> None:
        """Send a signal to its group, unless it has ended."""
        if not self.ended.done():
            self._of.say(Signal(self._number, number))


class Nursery:
    """Starts its program when it is first needed, and again where it has ended.

    `module` has `load` and `run_browser` as `simulator.cli.nursery` has them; `errors` is a file to which what goes
    wrong in the screens is written.
    """

    def __init__(self, module: str = PROGRAM, errors: int = subprocess.DEVNULL) -> None:
        self._module = module
        self._errors = errors
        self._running: _Running | None = None
        self._lock = asyncio.Lock()

    @property
    def process(self) -> int:
        """The number of the nursery's process, 0 where there is none."""
        return self._running.program.pid if self._running else 0

    async def start(self) -> None:
        """Get ready; said again, it changes nothing."""
        async with self._lock:
            await self._started()

    async def screen(self, wanted: Wanted) -> Screen:
        """Start a screen; raises NotPossible."""
        async with self._lock:
            running = await self._started()
            return await running.screen(wanted)

    async def close(self) -> None:
        """End all that was started."""
        async with self._lock:
            if self._running is not None:
                await self._running.close()
                self._running = None

    async def _started(self) -> _Running:
        if self._running is not None and self._running.over:
            await self._running.close()
            self._running = None
        if self._running is None:
            self._running = await _run(self._module, self._errors)
        return self._running


async def _run(module: str, errors: int) -> _Running:
    ours, theirs = socket.socketpair()
    with theirs:
        try:
            program = await asyncio.create_subprocess_exec(
                sys.executable, "-m", PROGRAM, module,
                stdin=theirs.fileno(), stdout=subprocess.DEVNULL, stderr=errors,
                env=environment(), start_new_session=True,
            )  # fmt: skip
        except OSError as error:
            ours.close()
            raise NotPossible from error
    orders = ours.dup()
    orders.setblocking(False)
    return _Running(program, orders, *await asyncio.open_connection(sock=ours))


class _Running:
    """A nursery that runs, and the screens it started."""

    def __init__(
        self,
        program: asyncio.subprocess.Process,
        orders: socket.socket,
        reader: StreamReader,
        writer: StreamWriter,
    ) -> None:
        self.program = program
        self._orders = orders
        self._writer = writer
        self._numbers = itertools.count(1)
        self._starting: dict[int, Future[int]] = {}
        self._ending: dict[int, Future[int]] = {}
        self._listening = asyncio.create_task(self._listen(reader))

    @property
    def over(self) -> bool:
        return self._listening.done()

    async def screen(self, wanted: Wanted) -> Screen:
        number = next(self._numbers)
        loop = asyncio.get_running_loop()
        starting = self._starting[number] = loop.create_future()
        screen = Forked(self, number, loop.create_future())
        self._ending[number] = screen.ended
        ours, theirs = socket.socketpair()
        try:
            with theirs:
                order = Start(number, wanted.address, wanted.token, wanted.state, sized(wanted.size))
                self.say(order, theirs.fileno())
            screen.process = await asyncio.wait_for(starting, LONGEST_START)
            screen.reader, screen.writer = await asyncio.open_connection(sock=ours, limit=CHUNK)
        except BaseException as error:
            ours.close()  # by which it ends, should it start yet
            if isinstance(error, OSError | TimeoutError):
                raise NotPossible from error
            raise
        finally:
            self._starting.pop(number, None)
        return screen

    def say(self, order: Order, *handed: int) -> None:
        """Orders are short, and taken at once: one that does not fit means that nobody takes them."""
        message = framed(order)
        with suppress(OSError):
            if socket.send_fds(self._orders, [message], handed) == len(message):
                return
        with suppress(OSError):
            self._orders.shutdown(socket.SHUT_RDWR)

    async def close(self) -> None:
        await hang_up(self._writer)
        self._orders.close()
        await self._listening
        try:
            await asyncio.wait_for(self.program.wait(), LONGEST_END)
        except TimeoutError:
            with suppress(ProcessLookupError):
                self.program.kill()
            await self.program.wait()

    async def _listen(self, reader: StreamReader) -> None:
        try:
            while True:
                (length,) = LENGTH.unpack(await reader.readexactly(LENGTH.size))
                self._hear(told_in(await reader.readexactly(length)))
        except (asyncio.IncompleteReadError, OSError, ValueError):
            pass  # it has gone, and with it all that it had started, which is told below
        for starting in self._starting.values():
            if not starting.done():
                starting.set_exception(NotPossible())
        for ended in self._ending.values():
            ended.set_result(GONE)
        self._ending.clear()

    def _hear(self, told: Told) -> None:
        waiting = self._ending.pop if isinstance(told, Ended) else self._starting.pop
        future = waiting(told.number, None)
        if future is None or future.done():
            return
        match told:
            case Started(process=process):
                future.set_result(process)
            case NotStarted(why=why):
                future.set_exception(NotPossible(why))
            case Ended(status=status):
                future.set_result(status)
