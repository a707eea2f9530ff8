"""Screens in programs of their own, each started anew: where there is no forking."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

from simulator.hub.browser.orders import Start, framed
from simulator.hub.browser.packets import CHUNK
from simulator.hub.browser.starting import PROGRAM, NotPossible, end, environment, sized

if TYPE_CHECKING:
    from asyncio import Future, StreamReader, StreamWriter

    from simulator.hub.browser.starting import Screen, Wanted

ALONE = "--alone"


class Spawned:
    """A screen whose process was started for it alone."""

    def __init__(
        self, program: asyncio.subprocess.Process, reader: StreamReader, writer: StreamWriter
    ) -> None:
        self._program = program
        self.reader = reader
        self.writer = writer
        self.ended: Future[int] = asyncio.ensure_future(program.wait())

    @property
    def process(self) -> int:
        """The number of the process, which is that of its group as well."""
        return self._program.pid

    def signal(self, number: int) -> None:
        """Send a signal to its group, unless it has ended."""
        if self._program.returncode is not None:
            return
        with suppress(ProcessLookupError):
            if hasattr(os, "killpg"):
                os.killpg(self.process, number)
            else:
                self._program.send_signal(number)


class Subprocesses:
    """A program for each screen; `module` and `errors` as in a nursery."""

    def __init__(self, module: str = PROGRAM, errors: int = subprocess.DEVNULL) -> None:
        self._module = module
        self._errors = errors
        self._screens: set[Screen] = set()

    async def start(self) -> None:
        """Nothing needs to be got ready."""

    async def screen(self, wanted: Wanted) -> Screen:
        """Start a screen; raises NotPossible."""
        try:
            program = await asyncio.create_subprocess_exec(
                sys.executable, "-m", PROGRAM, ALONE, self._module,
                stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._errors,
                env={**environment(), **sized(wanted.size)}, start_new_session=True, limit=CHUNK,
            )  # fmt: skip
        except OSError as error:
            raise NotPossible from error
        assert program.stdin is not None
        assert program.stdout is not None
        order = Start(1, wanted.address, wanted.token, wanted.state, sized(wanted.size))
        program.stdin.write(framed(order))
        screen = Spawned(program, program.stdout, program.stdin)
        self._screens.add(screen)
        screen.ended.add_done_callback(lambda _: self._screens.discard(screen))
        return screen

    async def close(self) -> None:
        """End all that was started."""
        await asyncio.gather(*(_end_now(screen) for screen in self._screens))


async def _end_now(screen: Screen) -> None:
    screen.signal(signal.SIGTERM)
    await end(screen)
