"""A network between learners and a hub that breaks as it is told to."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from random import Random

TAKEN = 2**16


class Relay:
    """Hands everything on to a port of this machine, both ways."""

    def __init__(self, port: int) -> None:
        self._port = port
        self._lines: dict[asyncio.Task[None], asyncio.StreamWriter] = {}
        self.address = ""
        self.broken = 0
        """Lines that were cut."""

    @property
    def lines(self) -> int:
        return len(self._lines)

    def cut(self, number: int, chance: Random) -> None:
        """Cut some lines off in the middle of whatever goes over them."""
        for task in chance.sample(sorted(self._lines, key=id), min(number, len(self._lines))):
            self._lines[task].transport.abort()
            task.cancel()
            self.broken += 1

    @asynccontextmanager
    async def running(self) -> AsyncIterator[Relay]:
        """The relay, at an address of its own."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0, backlog=256)
        host, port = server.sockets[0].getsockname()
        self.address = f"{host}:{port}"
        try:
            yield self
        finally:
            server.close()
            for task in list(self._lines):
                task.cancel()
            await asyncio.gather(*self._lines, return_exceptions=True)
            await server.wait_closed()

    async def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        self._lines[task] = writer
        try:
            with suppress(OSError, asyncio.CancelledError):
                await self._relay(reader, writer)
        finally:
            del self._lines[task]
            writer.transport.abort()
            with suppress(OSError):
                await writer.wait_closed()

    async def _relay(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        from_hub, to_hub = await asyncio.open_connection("127.0.0.1", self._port)
        ways = [
            asyncio.create_task(_hand_on(reader, to_hub)),
            asyncio.create_task(_hand_on(from_hub, writer)),
        ]
        try:
            await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.gather(*ways, return_exceptions=True)
            to_hub.transport.abort()
            with suppress(OSError):
                await to_hub.wait_closed()


async def _hand_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    while taken := await reader.read(TAKEN):
        writer.write(taken)
        await writer.drain()
