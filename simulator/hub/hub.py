"""The hub of a class: its lines, its queue, and what goes on behind them."""

from __future__ import annotations

import asyncio
import logging
import time
from typing import TYPE_CHECKING, Any, Final

from aiohttp import WSMsgType

from simulator.classroom.wishes import FACILITATOR
from simulator.hub.answering import Answerer
from simulator.hub.attendance import Attendance
from simulator.hub.broadcasting import Broadcaster
from simulator.hub.connections import Connection
from simulator.hub.dropped import Dropped
from simulator.hub.gate import NotYet, TurnedAway
from simulator.hub.greeting import Greeter
from simulator.hub.ledger import Ledger
from simulator.hub.listening import Listener
from simulator.hub.queueing import BROKEN, WishQueue

if TYPE_CHECKING:
    from collections.abc import Callable, Collection

    from simulator.hub.gate import Gate
    from simulator.hub.host import Host, Prepared
    from simulator.hub.limits import Clock
    from simulator.hub.socket import HubSocket

CLASS_OVER: Final = "The class is over."
HUB_CLOSES: Final = "The hub closes; your seat and all that you have said are kept."

_log = logging.getLogger(__name__)


class Hub:
    """Connects a class with everybody in it. To be made, started and closed on one event loop."""

    def __init__(self, host: Host[Any], gate: Gate, clock: Clock = time.monotonic) -> None:
        self._host = host
        self._limits = gate.settings.limits
        self._clock = clock
        self._dropped = Dropped(self._limits.still_there, self._left)
        self._attendance = Attendance(self._limits, clock, self._dropped)
        self._broadcaster = Broadcaster(host, self._attendance)
        self._queue = WishQueue(host, lambda: self._attendance.there, self._adopted)
        self._greeter = Greeter(host, gate, self._queue, self._attendance, clock)
        self._answerer = Answerer(
            host, self._queue, Ledger(), self._attendance, self._broadcaster, self._limits
        )
        self._settling: asyncio.Task[None] | None = None
        self._telling: list[asyncio.Task[None]] = []

    def start(self) -> None:
        """Begin to settle wishes and to tell of them; everybody of a class that goes on has just lost their line."""
        for person in self._host.people:
            self._dropped.went(person)
        self._settling = asyncio.create_task(self._queue.run())
        self._telling = [
            asyncio.create_task(self._broadcaster.run()),
            asyncio.create_task(self._broadcaster.run_console()),
        ]

    async def close(self) -> None:
        """Settle what was wished for, answer it, hang up, and leave nothing behind."""
        self._dropped.close()
        self._queue.close()
        if self._settling is not None:
            await self._settling
        for line in self._attendance.lines:
            line.hang_up(CLASS_OVER if self._host.over else HUB_CLOSES, final=self._host.over)
        await self._answerer.close()
        for task in self._telling:
            task.cancel()
        await asyncio.gather(*self._telling, return_exceptions=True)

    def no_room(self, address: str) -> str | None:
        """Why no further line from an address is taken; None where it is."""
        return self._attendance.no_room(address)

    async def attend(self, socket: HubSocket, address: str, abort: Callable[[], None]) -> None:
        """Attend to a line until it is closed; `abort` cuts it off."""
        line = Connection(socket, address, abort, self._limits)
        self._attendance.opened(line)
        writing = asyncio.create_task(line.write())
        try:
            await self._let_in(line)
            await self._listen(line)
        except EOFError:
            pass  # they hung up before they had said who they are
        finally:
            try:
                if not line.closing:
                    writing.cancel()
                await asyncio.gather(writing, return_exceptions=True)
            finally:
                line.cut()
                self._gone(line)

    async def _let_in(self, line: Connection) -> None:
        try:
            first = await self._greeter.greet(line)
        except NotYet as why:
            line.hang_up(str(why))
        except TurnedAway as why:
            line.turn_away(str(why))
        except EOFError:
            raise
        except Exception:
            _log.exception("a line could not be let in")
            line.turn_away(BROKEN)
        else:
            if first and line.person is not None:
                self._came_or_went(line.person)
                if self._shares(line.person):
                    self._queue.look_again()
            self._broadcaster.console_changed(anew=line.person == FACILITATOR)

    async def _listen(self, line: Connection) -> None:
        listener = Listener(line, self._answerer.hear, self._limits, self._clock)
        while True:
            said = await line.socket.receive()
            if said.type not in (WSMsgType.TEXT, WSMsgType.BINARY):
                return
            if line.closing:
                continue
            if said.type is WSMsgType.TEXT:
                listener.hear(said.data)
            else:
                listener.hear_binary()

    def _gone(self, line: Connection) -> None:
        if self._attendance.closed(line):
            self._broadcaster.console_changed()

    def _left(self, person: str) -> None:
        """A seat waits no longer for somebody of it whose line is gone."""
        self._came_or_went(person)
        self._queue.look_again()

    def _shares(self, person: str) -> bool:
        return person != FACILITATOR and len(self._host.sharing(person)) > 1

    def _came_or_went(self, person: str) -> None:
        """Others of the same seat see how many they are."""
        if person != FACILITATOR:
            self._broadcaster.touched(set(self._host.sharing(person)) - {person})

    def _adopted(self, prepared: Prepared, done: Collection[str]) -> None:
        """Everybody whose wish is done sees it before they are told so."""
        if prepared.room_changed:
            self._broadcaster.room_changed()
        self._broadcaster.touched(prepared.touched)
        self._broadcaster.console_changed()
        for person in done:
            if person == FACILITATOR:
                self._broadcaster.show_console()
            else:
                self._broadcaster.show_seat(person)
