"""The lines of the hub, each with a writer of its own, so that a slow reader holds nobody up."""

from __future__ import annotations

import asyncio
from collections import deque
from contextlib import suppress
from typing import TYPE_CHECKING

from simulator.classroom.messages import HELLO, Bye, Refused, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.hub.limits import Limits
    from simulator.hub.socket import HubSocket

SLOW = "Your end of the line did not take what the hub sent; it is closed."


class Connection:
    """One line. Of the room, the seat and the console only the newest is ever unsent; every answer is kept in order."""

    def __init__(self, socket: HubSocket, address: str, abort: Callable[[], None], limits: Limits) -> None:
        self.socket = socket
        self.address = address
        self.person: str | None = None
        """None for a projector, and while it has not said `Hello`."""
        self.watches = False
        """Whether it shows the room: a learner's or a projector's, after `Hello`."""
        self._abort = abort
        self._limits = limits
        self._answers: deque[bytes] = deque()
        self._newest: dict[str, bytes] = {}
        self._last: bytes | None = None
        self._wake = asyncio.Event()
        self._cut: asyncio.TimerHandle | None = None

    def welcome(self, message: bytes) -> None:
        """Send the first message, before everything else."""
        self._show("welcome", message)

    def show_seat(self, message: bytes) -> None:
        """Send how the seat is now, before any answer that is not yet sent."""
        self._show("seat", message)

    def show_room(self, message: bytes) -> None:
        """Send how the room is now."""
        self._show("room", message)

    def show_console(self, message: bytes) -> None:
        """Send how the console is now, likewise before any answer."""
        self._show("console", message)

    def answer(self, message: bytes) -> None:
        """Send an answer, after those before it."""
        waiting = sum(map(len, self._answers))
        if len(self._answers) >= self._limits.unsent or waiting > self._limits.unsent_bytes:
            self.hang_up(SLOW)
            return
        self._answers.append(message)
        self._wake.set()

    @property
    def closing(self) -> bool:
        """Whether the hub has hung up."""
        return self._last is not None

    def hang_up(self, sentence: str, *, final: bool = False) -> None:
        """Close the line, after the answers; who does not take them in time is cut off."""
        self._end(Bye(sentence, final=final))

    def turn_away(self, sentence: str) -> None:
        """Refuse the `Hello` of the line, and close it."""
        self._end(Refused(HELLO, sentence))

    async def write(self) -> None:
        """Send what there is, until the line breaks or is hung up."""
        with suppress(OSError, RuntimeError):
            while not self.closing:
                await self._wake.wait()
                self._wake.clear()
                await self._send_all()
            await self._send_all()
            if self._last is not None:
                await self.socket.send(self._last)
        await self.socket.close()

    def cut(self) -> None:
        """Leave nothing behind of the line, whatever its other end does."""
        if self._cut is not None:
            self._cut.cancel()
        self._abort()

    def _end(self, last: Bye | Refused) -> None:
        if self._last is None:
            self._last = written(last)
            self._cut = asyncio.get_running_loop().call_later(self._limits.grace, self._abort)
            self._wake.set()

    def _show(self, what: str, message: bytes) -> None:
        self._newest[what] = message
        self._wake.set()

    async def _send_all(self) -> None:
        while (message := self._next()) is not None:
            await self.socket.send(message)

    def _next(self) -> bytes | None:
        for what in ("welcome", "seat", "console"):
            if what in self._newest:
                return self._newest.pop(what)
        if self._answers:
            return self._answers.popleft()
        return self._newest.pop("room", None)
