"""Tells everybody how things stand: seldom enough for a hundred answers at once, soon enough for each of them."""

from __future__ import annotations

import asyncio
import logging
from typing import TYPE_CHECKING, Any, Final

from simulator.classroom.messages import Console, Room, Seat, written
from simulator.classroom.wishes import FACILITATOR

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from simulator.hub.attendance import Attendance
    from simulator.hub.host import Host

REST: Final = 0.03
"""Seconds between two broadcasts."""
CONSOLE_REST: Final = 0.1
CONSOLE_AT_LEAST: Final = 1.0
"""Seconds after which the console is looked at although nothing happened: who says nothing may be stuck."""

_log = logging.getLogger(__name__)


class Broadcaster:
    """Collects what has changed, and sends every line only how it is now; the room is written once for all."""

    def __init__(self, host: Host[Any], attendance: Attendance) -> None:
        self._host = host
        self._attendance = attendance
        self._room = False
        self._touched: dict[str, None] = {}
        self._changed = asyncio.Event()
        self._console = asyncio.Event()
        self._last_console = b""

    def room_changed(self) -> None:
        """The room looks otherwise."""
        self._room = True
        self._changed.set()

    def touched(self, people: Collection[str] | None) -> None:
        """The seats of some people look otherwise; None for everybody's."""
        self._touched.update(dict.fromkeys(self._attendance.connected if people is None else people))
        if self._touched:
            self._changed.set()

    def console_changed(self, *, anew: bool = False) -> None:
        """The console may look otherwise; `anew` where somebody has not seen the last one."""
        if anew:
            self._last_console = b""
        self._console.set()

    def show_seat(self, person: str) -> None:
        """Send a person how their seat is now, at once."""
        self._touched.pop(person, None)
        lines = self._attendance.of(person)
        if lines:
            message = written(Seat(self._host.seat(person, self._attendance.there)))
            for line in lines:
                line.show_seat(message)

    def show_console(self) -> None:
        """Send the facilitator how the console is now, at once."""
        lines = self._attendance.of(FACILITATOR)
        message = written(Console(self._host.console(self._attendance.presence()))) if lines else b""
        if message != self._last_console:
            self._last_console = message
            for line in lines:
                line.show_console(message)

    async def run(self) -> None:
        """Broadcast until cancelled."""
        while True:
            await self._changed.wait()
            self._changed.clear()
            _guarded(self._show_room)
            while self._touched:
                person = next(iter(self._touched))
                _guarded(self.show_seat, person)
                await asyncio.sleep(0)  # what came meanwhile is heard between two seats
            await asyncio.sleep(REST)

    async def run_console(self) -> None:
        """Keep the console up to date until cancelled."""
        while True:
            try:
                async with asyncio.timeout(CONSOLE_AT_LEAST):
                    await self._console.wait()
            except TimeoutError:
                pass  # nothing has happened; who is there and for how long has changed all the same
            self._console.clear()
            _guarded(self.show_console)
            await asyncio.sleep(CONSOLE_REST)

    def _show_room(self) -> None:
        if not self._room:
            return
        self._room = False
        message = written(Room(self._host.room()))
        for line in self._attendance.watching:
            line.show_room(message)


def _guarded(show: Callable[..., object], *of: object) -> None:
    """Whatever cannot be shown for a fault of the program, the rest is."""
    try:
        show(*of)
    except Exception:
        _log.exception("something could not be shown")
