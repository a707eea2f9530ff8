"""All browsers that have a screen now: how many there may be, and that nothing is left of those that went."""

from __future__ import annotations

import asyncio
from collections import Counter
from contextlib import suppress
from typing import TYPE_CHECKING

from aiohttp import web

from simulator.hub.browser.bridge import Bridge
from simulator.hub.browser.envelopes import LONGEST
from simulator.hub.browser.over import BROKEN, FULL, NOT_STARTED, TOO_MANY_WINDOWS
from simulator.hub.browser.pace import Pace
from simulator.hub.browser.starting import NotPossible, end

if TYPE_CHECKING:
    from simulator.hub.browser.limits import Limits
    from simulator.hub.browser.over import Over
    from simulator.hub.browser.starting import Screen, Starter, Wanted

HEARTBEAT = 30.0
CLOSING = 2.0
"""Seconds that a browser is given to say goodbye."""

LONGEST_END = 10.0


class Bridges:
    """`starter` starts the screens; it is closed with the bridges."""

    def __init__(self, starter: Starter, limits: Limits) -> None:
        self._starter = starter
        self._limits = limits
        self._of: Counter[str] = Counter()
        self._paces: dict[str, Pace] = {}
        self._browsers: set[web.WebSocketResponse] = set()
        self._ending: set[asyncio.Task[None]] = set()
        self._serving: set[asyncio.Task[object]] = set()
        self._closed = False

    async def ready(self) -> None:
        """Get ready for the first screen."""
        with suppress(NotPossible):
            await self._starter.start()

    async def serve(self, request: web.Request, wanted: Wanted) -> web.WebSocketResponse:
        """Give the browser that asks a screen, until either has gone."""
        browser = web.WebSocketResponse(
            heartbeat=HEARTBEAT, max_msg_size=LONGEST, timeout=CLOSING, compress=False
        )
        await browser.prepare(request)
        serving = asyncio.current_task()
        assert serving is not None
        self._serving.add(serving)
        self._browsers.add(browser)
        try:
            over = await self._drawn(browser, wanted)
            await _close(browser, request, over)
        finally:
            self._browsers.discard(browser)
            self._serving.discard(serving)
        return browser

    async def close(self) -> None:
        """Close all, and wait until every screen has ended."""
        self._closed = True
        for browser in list(self._browsers):
            self._keep(asyncio.create_task(_say_goodbye(browser)))
        while left := {*self._serving, *self._ending} - {asyncio.current_task()}:
            _, late = await asyncio.wait(left, timeout=LONGEST_END)
            for each in late:
                each.cancel()
        await self._starter.close()

    async def _drawn(self, browser: web.WebSocketResponse, wanted: Wanted) -> Over:
        if refused := self._refused(wanted.token):
            return refused
        self._of[wanted.token] += 1
        try:
            await self._keep_pace(wanted.token)
            screen = await self._starter.screen(wanted)
        except BaseException as error:
            self._free(wanted.token)
            if isinstance(error, NotPossible):
                return NOT_STARTED
            raise
        try:
            return await Bridge(browser, screen, self._limits).carry()
        finally:
            self._keep(asyncio.create_task(self._end(screen, wanted.token)))

    def _refused(self, token: str) -> Over | None:
        if self._closed:
            return BROKEN
        if self._of.total() >= self._limits.screens:
            return FULL
        return TOO_MANY_WINDOWS if self._of[token] >= self._limits.of_one else None

    async def _keep_pace(self, token: str) -> None:
        now = asyncio.get_running_loop().time()
        pace = self._paces.setdefault(token, Pace(self._limits.starts, self._limits.of_one, now))
        await asyncio.sleep(pace.wait(1, now))

    async def _end(self, screen: Screen, token: str) -> None:
        try:
            await end(screen)
        finally:
            self._free(token)

    def _free(self, token: str) -> None:
        self._of[token] -= 1
        self._of += Counter()  # keeps those that are not zero

    def _keep(self, ending: asyncio.Task[None]) -> None:
        self._ending.add(ending)
        ending.add_done_callback(self._ending.discard)


async def _close(browser: web.WebSocketResponse, request: web.Request, over: Over) -> None:
    """Say why; a browser that takes nothing any more is cut off."""
    transport = request.transport
    with suppress(OSError, TimeoutError):
        await asyncio.wait_for(browser.close(code=over.code, message=over.sentence.encode()), 2 * CLOSING)
    if transport is not None and transport.is_closing():
        transport.abort()


async def _say_goodbye(browser: web.WebSocketResponse) -> None:
    with suppress(OSError, TimeoutError):
        message = BROKEN.sentence.encode()
        await asyncio.wait_for(browser.close(code=BROKEN.code, message=message), 2 * CLOSING)
