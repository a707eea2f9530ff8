"""One WebSocket to a hub; what goes wrong with it has a sentence."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from websockets.asyncio.client import connect

from simulator.classroom.messages import from_hub
from simulator.line.troubles import EXPECTED, Trouble, no_hub, trouble

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from websockets.asyncio.client import ClientConnection

    from simulator.classroom.messages import FromHub
    from simulator.line.address import Address

_LONGEST_HEARD = 32 * 1024 * 1024
"""Bytes of one message of a hub."""
_HEARTBEAT = 15.0
_OPENING = 10.0
_CLOSING = 2.0


class Broken(Exception):
    """There is no line, or no longer."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.sentence)
        self.sentence = trouble.sentence
        self.lasting = trouble.lasting


class Wire:
    """Every method raises Broken when the line is."""

    def __init__(self, address: Address, socket: ClientConnection) -> None:
        self._address = address
        self._socket = socket

    @classmethod
    @asynccontextmanager
    async def to(cls, address: Address) -> AsyncIterator[Wire]:
        """A line to a hub."""
        try:
            socket = await connect(
                address.url,
                compression=None,
                proxy=True if address.tls else None,
                open_timeout=_OPENING,
                ping_interval=_HEARTBEAT,
                ping_timeout=_HEARTBEAT,
                close_timeout=_CLOSING,
                max_size=_LONGEST_HEARD,
            )
        except EXPECTED as error:
            raise Broken(trouble(address, error)) from None
        try:
            yield cls(address, socket)
        finally:
            await socket.close()

    async def send(self, message: bytes) -> None:
        """Send a message."""
        try:
            await self._socket.send(message, text=True)
        except EXPECTED as error:
            raise Broken(trouble(self._address, error)) from None

    async def hear(self) -> FromHub:
        """The next message."""
        try:
            return from_hub(await self._socket.recv())
        except EXPECTED as error:
            raise Broken(trouble(self._address, error)) from None
        except ValueError:
            raise self.not_ours() from None

    def not_ours(self) -> Broken:
        """What was heard was not a hub's."""
        return Broken(no_hub(self._address))
