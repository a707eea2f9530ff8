"""Between one browser and its screen: what either sends goes to the other, within limits."""

from __future__ import annotations

import asyncio
from asyncio import IncompleteReadError
from typing import TYPE_CHECKING

from aiohttp import WSMsgType

from simulator.hub.browser.envelopes import Attention, Keys, Ping, Size, Typed, envelope, said
from simulator.hub.browser.over import BROKEN, FAILED, NO_ANSWER, NOT_UNDERSTOOD, QUIT
from simulator.hub.browser.pace import Pace
from simulator.hub.browser.packets import NoScreen, begun, meta, packet, shown

if TYPE_CHECKING:
    from aiohttp import WSMessage, web

    from simulator.hub.browser.limits import Limits
    from simulator.hub.browser.over import Over
    from simulator.hub.browser.starting import Screen

RESIZE_EVERY = 0.05
"""Seconds; of several sizes within them the last is what counts."""


class Bridge:
    """Holds nothing: where either end is slow, the other waits."""

    def __init__(self, browser: web.WebSocketResponse, screen: Screen, limits: Limits) -> None:
        self._browser = browser
        self._screen = screen
        self._limits = limits
        self._loop = asyncio.get_running_loop()
        now = self._loop.time()
        self._messages = Pace(limits.messages, limits.messages, now)
        self._bytes = Pace(limits.bytes, limits.bytes, now)
        self._typed = Typed()
        self._not_understood = 0
        self._size: Size | None = None

    async def carry(self) -> Over:
        """Carry both ways until either end closes; how it came to that."""
        ways = [asyncio.create_task(self._show()), asyncio.create_task(self._listen())]
        try:
            done, _ = await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
        finally:
            for way in ways:
                way.cancel()
            await asyncio.wait(ways)
            self._size = None
        return next(way.result() for way in ways if way in done)

    async def _show(self) -> Over:
        """What the screen sends, to the browser."""
        try:
            await begun(self._screen.reader)
            async for piece in shown(self._screen.reader):
                await self._browser.send_bytes(piece)
        except (NoScreen, IncompleteReadError, OSError):
            return FAILED
        return QUIT

    async def _listen(self) -> Over:
        """What the browser sends, to the screen."""
        try:
            async for message in self._browser:
                await self._keep_pace(message)
                await self._take(message)
                if self._not_understood >= self._limits.not_understood:
                    return NOT_UNDERSTOOD
        except TimeoutError:
            return NO_ANSWER
        except OSError:
            return FAILED
        return BROKEN

    async def _keep_pace(self, message: WSMessage) -> None:
        now = self._loop.time()
        length = len(message.data) if message.type in (WSMsgType.TEXT, WSMsgType.BINARY) else 0
        wait = max(self._messages.wait(1, now), self._bytes.wait(length, now))
        if wait:
            await asyncio.sleep(wait)

    async def _take(self, message: WSMessage) -> None:
        try:
            if message.type is not WSMsgType.TEXT:
                raise ValueError("no text")
            told = envelope(message.data)
        except ValueError:
            self._not_understood += 1
            return
        match told:
            case Keys(text):
                if keys := self._typed.keys(text):  # none would be taken for the end
                    await self._send(packet("D", keys))
            case Size():
                if self._size is None:
                    self._loop.call_later(RESIZE_EVERY, self._resize)
                self._size = told
            case Attention(kind):
                await self._send(meta(kind))
            case Ping(text):
                await self._browser.send_str(said("pong", text))

    async def _send(self, data: bytes) -> None:
        """Raises TimeoutError where the screen does not take it."""
        self._screen.writer.write(data)
        await asyncio.wait_for(self._screen.writer.drain(), self._limits.patience)

    def _resize(self) -> None:
        if self._size is not None:
            self._screen.writer.write(meta("resize", width=self._size.width, height=self._size.height))
            self._size = None
