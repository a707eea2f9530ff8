"""A cable between a line and a hub, which can be cut."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Cable:
    """Carries bytes both ways; `cut_after` says after how many of each new line's it breaks, as far as it says."""

    def __init__(self, to: str, cut_after: list[tuple[int, int]]) -> None:
        self.to = to
        self.cut_after = cut_after
        """(bytes to the hub, bytes from it) for the next lines; afterwards nothing breaks."""
        self.lines = 0
        self.address = ""
        self._open: set[asyncio.StreamWriter] = set()

    async def carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.lines += 1
        there, back = self.cut_after.pop(0) if self.cut_after else (1 << 60, 1 << 60)
        host, _, port = self.to.partition(":")
        try:
            far_reader, far_writer = await asyncio.open_connection(host, int(port))
        except OSError:
            writer.transport.abort()
            return
        ends = (writer, far_writer)
        self._open.update(ends)
        ways = (_carry(reader, far_writer, there), _carry(far_reader, writer, back))
        tasks = [asyncio.ensure_future(way) for way in ways]
        await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        for end in ends:
            end.transport.abort()
            self._open.discard(end)

    def cut(self) -> None:
        """Cut every line that there is."""
        for end in self._open:
            end.transport.abort()


async def _carry(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, most: int) -> None:
    while most > 0:
        try:
            data = await reader.read(min(most, 4096))
            if not data:
                return
            writer.write(data)
            await writer.drain()
        except OSError:
            return
        most -= len(data)


@asynccontextmanager
async def cable(to: str, *cut_after: tuple[int, int]) -> AsyncIterator[Cable]:
    """A cable to a hub, at an address of its own."""
    laid = Cable(to, list(cut_after))
    server = await asyncio.start_server(laid.carry, "127.0.0.1", 0)
    host, port = server.sockets[0].getsockname()
    laid.address = f"{host}:{port}"
    try:
        yield laid
    finally:
        server.close()
        laid.cut()
        await server.wait_closed()
        await asyncio.sleep(0.01)
