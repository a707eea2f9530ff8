"""A real browser with a class in it: what its terminal shows is read from what goes over its WebSocket."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pyte
from playwright.async_api import async_playwright

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from playwright.async_api import BrowserContext, Page, Request, WebSocket

LONGEST = 60.0
QUIET = (
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)


class Tab:
    """A tab of the browser; `asked` are all addresses that it asked for."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.asked: list[str] = []
        self.troubles: list[str] = []
        self._screen = pyte.Screen(400, 120)
        self._stream = pyte.ByteStream(self._screen)
        self._drawn = asyncio.Event()
        page.on("request", self._requested)
        page.on("websocket", self._connected)
        page.on("pageerror", lambda error: self.troubles.append(str(error)))

    def _requested(self, request: Request) -> None:
        self.asked.append(request.url)

    def _connected(self, socket: WebSocket) -> None:
        self.asked.append(socket.url)
        self._screen.reset()
        socket.on("framereceived", self._received)

    def _received(self, payload: str | bytes) -> None:
        if isinstance(payload, bytes):
            self._stream.feed(payload)
            self._drawn.set()

    @property
    def shown(self) -> str:
        return "\n".join(line.rstrip() for line in self._screen.display)

    async def sees(self, *texts: str) -> None:
        """Wait until one of them is on the screen."""
        await self.until(lambda: any(text in self.shown for text in texts), f"{texts}")

    async def until(self, so: Callable[[], bool], what: str) -> None:
        try:
            async with asyncio.timeout(LONGEST):
                while not so():
                    self._drawn.clear()
                    await self._drawn.wait()
        except TimeoutError:
            raise AssertionError(f"never seen: {what}\n{self.shown.rstrip()}") from None

    async def joins(self, address: str, code: str) -> None:
        """As a learner does, by the form."""
        await self.page.goto(address)
        await self.page.get_by_label("code").fill(code)
        await self.page.get_by_role("button").first.click()

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.page.keyboard.press(key)


@asynccontextmanager
async def browser(chromium: str, *, insecure: bool = False) -> AsyncIterator[BrowserContext]:
    """A browser of a person who has never been there."""
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(
            executable_path=chromium, args=list(QUIET), chromium_sandbox=False
        )
        context = await started.new_context(
            viewport={"width": 1200, "height": 700}, ignore_https_errors=insecure
        )
        try:
            yield context
        finally:
            await context.close()
            await started.close()
