"""The first thing that a line says, and the first that the hub answers."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Any, Final

from aiohttp import WSMsgType

from simulator.classroom.codes import fingerprint
from simulator.classroom.messages import (
    FORMAT,
    Conducting,
    Hello,
    Seated,
    Watching,
    from_client,
    written,
)
from simulator.classroom.wishes import FACILITATOR, Sit
from simulator.errors.text import clean
from simulator.hub.attendance import FULL
from simulator.hub.gate import Conductor, Newcomer, NotYet, Returning, TurnedAway, Watcher
from simulator.hub.limits import Bucket
from simulator.hub.listening import BINARY, malformed, too_long
from simulator.hub.queueing import BROKEN, Outcome

if TYPE_CHECKING:
    from simulator.hub.attendance import Attendance
    from simulator.hub.connections import Connection
    from simulator.hub.gate import Entrant, Gate
    from simulator.hub.host import Host
    from simulator.hub.limits import Clock
    from simulator.hub.queueing import WishQueue

LATE: Final = "The line did not say who it is in time."
NOT_HELLO: Final = "The first message says who you are; this one was another."
TOO_OFTEN: Final = "You come back too often; wait a minute, and then try again."


class Greeter:
    """Lets lines in, each as what it is."""

    def __init__(
        self, host: Host[Any], gate: Gate, queue: WishQueue, attendance: Attendance, clock: Clock
    ) -> None:
        self._host = host
        self._gate = gate
        self._queue = queue
        self._attendance = attendance
        self._clock = clock
        self._limits = gate.settings.limits
        self._returns: dict[str, Bucket] = {}

    async def greet(self, line: Connection) -> bool:
        """Let a line in, or turn it away; whether it is the first of a person who was not there.

        Raises TurnedAway; EOFError where the line is gone before it has said anything.
        """
        try:
            hello = await self._hello(line)
        finally:
            self._attendance.greeted(line)
        entrant = self._gate.enter(line.address, hello.code, hello.token)
        if not self._attendance.room_for(entrant):
            raise NotYet(FULL)
        if isinstance(entrant, Newcomer):
            entrant = await self._seated(entrant.token, hello)
        elif isinstance(entrant, Returning):
            self._not_too_often(entrant.person)
        return self._arrived(line, entrant)

    async def _hello(self, line: Connection) -> Hello:
        try:
            async with asyncio.timeout(self._limits.hello_within):
                said = await line.socket.receive()
        except TimeoutError:
            raise TurnedAway(LATE) from None
        if said.type is WSMsgType.BINARY:
            raise TurnedAway(BINARY)
        if said.type is not WSMsgType.TEXT:
            raise EOFError
        return self._read(said.data)

    def _read(self, text: bytes) -> Hello:
        if len(text) > self._limits.longest_hello:
            raise TurnedAway(too_long(self._limits.longest_hello))
        try:
            message = from_client(text)
        except ValueError as error:
            raise TurnedAway(malformed(error)) from None
        if not isinstance(message, Hello):
            raise TurnedAway(NOT_HELLO)
        if message.format != FORMAT:
            theirs = clean(message.format[:40])
            raise TurnedAway(
                f"The hub speaks {FORMAT}, and you speak {theirs}: use the same version of the program."
            )
        return message

    async def _seated(self, token: str, hello: Hello) -> Returning:
        result: asyncio.Future[Outcome] = asyncio.get_running_loop().create_future()

        def settle(settled: Outcome) -> None:
            if not result.done():  # the line may be gone
                result.set_result(settled)

        self._queue.put(Sit(fingerprint(token), hello.name, hello.team), settle)
        settled = await result
        if settled.person is None:
            raise TurnedAway(clean(settled.sentence or BROKEN))
        return Returning(settled.person, token)

    def _not_too_often(self, person: str) -> None:
        bucket = self._returns.setdefault(person, Bucket(1.0, self._limits.returns, self._clock))
        bucket.take()
        if bucket.overdrawn:
            raise NotYet(TOO_OFTEN)

    def _arrived(self, line: Connection, entrant: Entrant) -> bool:
        """Nothing happens between what the line is told here and its first share in what happens next."""
        settings, host, attendance = self._gate.settings, self._host, self._attendance
        first = False
        match entrant:
            case Conductor():
                first = attendance.arrived(line, FACILITATOR)
                console = host.console(attendance.presence())
                codes = (host.code, host.projector)
                line.welcome(written(Conducting(host.world, *codes, settings.addresses, console)))
            case Returning(person, token):
                first = attendance.arrived(line, person)
                seat = host.seat(person, attendance.there)
                line.welcome(written(Seated(token, host.world, host.room(), seat)))
                line.watches = True
            case Watcher(token):
                line.welcome(written(Watching(token, host.world, host.code, settings.addresses, host.room())))
                line.watches = True
        return first
