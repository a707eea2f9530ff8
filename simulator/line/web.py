"""One's end of the line to a hub over a network."""

from __future__ import annotations

import asyncio
import random
import secrets
from itertools import count
from typing import TYPE_CHECKING, Final

import msgspec

from simulator.classroom.codes import new_token
from simulator.classroom.line import Lost
from simulator.classroom.messages import (
    HELLO,
    LONGEST,
    Bye,
    Conducting,
    Done,
    Hello,
    Refused,
    Seated,
    Told,
    Watching,
    written,
)
from simulator.line.address import read_address
from simulator.line.outbox import Outbox

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.messages import FromClient, FromHub
    from simulator.line.wire import Wire

    Heard = Callable[[FromHub | Lost], object]

SHORTEST_WAIT: Final = 0.2
LONGEST_WAIT: Final = 5.0
"""Seconds between two tries; each waits down to half of it, so that not all come back at once."""

_NUMBERS = 2**53
_ROOM_TO_COUNT = 2**32

_TOO_LONG: Final = f"This is too long to be sent: a message has at most {LONGEST // 1024} KiB."


class WebLine:
    """See `classroom.line.Line`."""

    def __init__(self, address: str, hello: Hello, keep: Callable[[str], object] = lambda _: None) -> None:
        """`keep` is given the token that brings one back whenever it is told. Raises UsageFault for no address.

        Where `hello` has only a code, the line brings a token of its own: should it break before the hub has
        answered, it still comes back to the one seat.
        """
        self._address = read_address(address)
        self._hello = hello if hello.token else msgspec.structs.replace(hello, token=new_token())
        self._keep = keep
        self._numbers = count(1 + secrets.randbelow(_NUMBERS - _ROOM_TO_COUNT))
        self._outbox = Outbox()
        self._heard: Heard = lambda _: None
        self._hung_up = asyncio.Event()
        self._welcome = False
        """Whether the hub ever let us in."""
        self._lost = False
        self._failed = 0
        """Tries since the last line."""

    @property
    def token(self) -> str:
        """What brings one back."""
        return self._hello.token

    async def talk(self, heard: Heard) -> None:
        """See `Line.talk`."""
        self._heard = heard
        talking = asyncio.create_task(self._talk())
        hung_up = asyncio.create_task(self._hung_up.wait())
        try:
            await asyncio.wait((talking, hung_up), return_when=asyncio.FIRST_COMPLETED)
        finally:
            hung_up.cancel()
            talking.cancel()
            came, _ = await asyncio.gather(talking, hung_up, return_exceptions=True)
        if isinstance(came, Exception):
            raise came

    def say(self, message: FromClient) -> None:
        """See `Line.say`; the line says `Hello` by itself, and what is too long for the hub is refused here."""
        if isinstance(message, Hello):
            raise ValueError("the line says Hello by itself")
        if len(written(message)) > LONGEST:
            refused = Refused(message.id, _TOO_LONG)
            asyncio.get_running_loop().call_soon(lambda: self._heard(refused))
        else:
            self._outbox.put(message)

    def number(self) -> int:
        """See `Line.number`."""
        return next(self._numbers)

    async def close(self) -> None:
        """See `Line.close`."""
        self._hung_up.set()

    async def _talk(self) -> None:
        while not await self._over_one_line():
            most = min(SHORTEST_WAIT * 2**self._failed, LONGEST_WAIT)
            self._failed = min(self._failed + 1, 10)
            await asyncio.sleep(most * random.uniform(0.5, 1.0))

    async def _over_one_line(self) -> bool:
        """Talk until the line breaks; whether it is closed for good."""
        from simulator.line.wire import Broken, Wire

        try:
            async with Wire.to(self._address) as wire:
                return await self._converse(wire)
        except Broken as broken:
            if broken.lasting and not self._welcome:
                self._heard(Refused(HELLO, broken.sentence))
                return True
            self._is_lost(broken.sentence)
            return False

    async def _converse(self, wire: Wire) -> bool:
        """Whether the hub has closed the line for good."""
        await wire.send(written(self._hello))
        first = await wire.hear()
        if isinstance(first, Refused):
            self._heard(first)
            return True
        if isinstance(first, Bye):
            return self._bye(first)
        if not isinstance(first, Seated | Conducting | Watching):
            raise wire.not_ours()
        self._is_welcome(first)
        sending = asyncio.create_task(self._send(wire))
        try:
            return await self._listen(wire)
        finally:
            sending.cancel()
            await asyncio.gather(sending, return_exceptions=True)

    async def _listen(self, wire: Wire) -> bool:
        while True:
            message = await wire.hear()
            if isinstance(message, Bye):
                return self._bye(message)
            if isinstance(message, Done | Refused | Told):
                self._outbox.answered(message.id)
            self._heard(message)

    async def _send(self, wire: Wire) -> None:
        while True:
            await wire.send(await self._outbox.take())

    def _is_welcome(self, first: Seated | Conducting | Watching) -> None:
        if not isinstance(first, Conducting):
            self._hello = msgspec.structs.replace(self._hello, token=first.token)
            self._keep(first.token)
        self._welcome, self._lost, self._failed = True, False, 0
        self._outbox.again()
        self._heard(first)

    def _bye(self, bye: Bye) -> bool:
        self._heard(bye)
        if not bye.final:
            self._is_lost(bye.sentence)
        return bye.final

    def _is_lost(self, sentence: str) -> None:
        if not self._lost:
            self._lost = True
            self._heard(Lost(f"{sentence} It is tried again by itself."))
