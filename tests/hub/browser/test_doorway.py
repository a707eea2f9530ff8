"""Browsers at a whole hub: by code into the class, and back to their own seat."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import pytest

from simulator.hub.browser.doorway import browsers
from simulator.hub.browser.nursery import Nursery
from simulator.hub.serve import Listening, serving
from tests.hub.browser.browsing import Browser, until
from tests.hub.fake_class import CODE, FACILITATOR, PROJECTOR, FakeClass

if TYPE_CHECKING:
    from collections.abc import AsyncIterator


class Visitor:
    """A browser with its cookie."""

    def __init__(self, origin: str, session: aiohttp.ClientSession) -> None:
        self.origin = origin
        self._session = session
        self.token = ""

    async def join(self, code: str, origin: str | None = None) -> tuple[int, str]:
        """Send the form; the status, and the page."""
        answer = await self._session.post(
            f"{self.origin}/join",
            data={"code": code},
            headers={"Origin": origin or self.origin},
            allow_redirects=False,
        )
        if cookie := answer.cookies.get("seat"):
            self.token = cookie.value
        return answer.status, await answer.text()

    async def status(self, path: str) -> int:
        """Of a page."""
        answer = await self._session.get(self.origin + path, headers=self._cookie(), allow_redirects=False)
        return answer.status

    @asynccontextmanager
    async def terminal(self) -> AsyncIterator[Browser]:
        """The class."""
        headers = {**self._cookie(), "Origin": self.origin}
        address = f"{self.origin}/terminal?width=100&height=30"
        async with self._session.ws_connect(address, headers=headers) as socket:
            yield Browser(socket)

    def _cookie(self) -> dict[str, str]:
        return {"Cookie": f"seat={self.token}"}


@asynccontextmanager
async def visiting(host: FakeClass) -> AsyncIterator[Visitor]:
    add = browsers(Nursery())
    async with (
        serving(host, FACILITATOR, Listening(port=0), add) as addresses,
        aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session,
    ):
        yield Visitor(addresses[0], session)


async def test_a_learner_comes_in_by_code_and_back_to_the_same_seat() -> None:
    host = FakeClass()
    async with visiting(host) as visitor:
        assert (await visitor.join(CODE))[0] == 303
        async with visitor.terminal() as browser:
            await browser.see("Join a class")
            await browser.say("stdin", "\r")
            await until(lambda: len(host.state.names) == 1)
        async with visitor.terminal() as browser:
            await browser.see(host.state.names["p1"])
        assert len(host.state.names) == 1


async def test_a_projector_is_shown_what_everybody_sees() -> None:
    host = FakeClass()
    async with visiting(host) as visitor:
        assert (await visitor.join(PROJECTOR))[0] == 303
        async with visitor.terminal() as browser:
            await browser.see(CODE)
        assert not host.state.names


async def test_after_five_wrong_codes_one_has_to_wait() -> None:
    async with visiting(FakeClass()) as visitor:
        for _ in range(5):
            status, page = await visitor.join("WRNG-WRNG")
            assert (status, "This is not the code of the class" in page) == (403, True)
        status, page = await visitor.join(CODE)
        assert (status, "wait a minute" in page) == (403, True)


async def test_a_form_of_another_page_is_refused() -> None:
    async with visiting(FakeClass()) as visitor:
        assert (await visitor.join(CODE, "https://example.org"))[0] == 403
        assert not visitor.token


async def test_the_facilitators_token_is_no_ticket() -> None:
    async with visiting(FakeClass()) as visitor:
        visitor.token = FACILITATOR
        assert await visitor.status("/alive") == 401
        with pytest.raises(aiohttp.WSServerHandshakeError):
            async with visitor.terminal():
                pass
