"""A gate on a server of its own, and browsers that come to it over real sockets."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import aiohttp
import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from simulator.hub.browser.gate import Admitted, BrowserGate, Door
from simulator.hub.browser.nursery import Nursery
from tests.hub.browser.browsing import CODE, SMALL, TOKENS, WRONG, Served

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from simulator.hub.browser.limits import Limits
    from simulator.hub.browser.starting import Starter


@asynccontextmanager
async def _serving(
    limits: Limits | None = None, starter: Starter | None = None, module: str = SMALL, secure: bool = False
) -> AsyncIterator[Served]:
    starter = starter or Nursery(module)
    app = web.Application()
    server = TestServer(app)
    tries: list[tuple[str, str]] = []

    def admit(address: str, code: str) -> Admitted | str:
        tries.append((address, code))
        return Admitted("t-entry") if code == CODE else WRONG

    def origin() -> str:
        return str(server.make_url("/").origin())

    door = Door(
        admit=admit,
        ticket_state=lambda token: TOKENS.get(token.partition(".")[0], "unknown"),
        origin_ok=lambda request: request.headers.get("Origin") == origin(),
        address_of=lambda request: request.remote or "",
        hub_address=origin,
        secure=secure,
    )
    gate = BrowserGate(door, starter, limits)
    gate.setup(app)
    async with server, aiohttp.ClientSession(cookie_jar=aiohttp.DummyCookieJar()) as session:
        yield Served(origin(), session, starter, gate, tries)


@pytest.fixture
def serving() -> Callable[..., AbstractAsyncContextManager[Served]]:
    """Serves with limits, a starter, a drawing module or https as it is told."""
    return _serving


@pytest.fixture
async def served() -> AsyncIterator[Served]:
    """Serves as usual."""
    async with _serving() as served:
        yield served
