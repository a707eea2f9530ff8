"""The way into a class for a browser with nothing installed: a form for the code, and the terminal."""

from __future__ import annotations

import asyncio
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, TypeAlias

from aiohttp import web

from simulator.hub.browser.assets import assets
from simulator.hub.browser.bridges import Bridges
from simulator.hub.browser.envelopes import size_asked
from simulator.hub.browser.limits import Limits
from simulator.hub.browser.pages import ALWAYS, EXPIRES, class_page, headers, join_page
from simulator.hub.browser.starting import Wanted

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.hub.browser.orders import TicketState
    from simulator.hub.browser.starting import Starter

COOKIE = "seat"
LONGEST_CODE = 64
LONGEST_TOKEN = 64
LONGEST_FORM = 2048
NO_CODE = "Write the join code that the facilitator shows."


@dataclass(frozen=True, slots=True)
class Admitted:
    """Somebody may come in; `token` is theirs."""

    token: str


Admit: TypeAlias = "Callable[[str, str], Admitted | str]"
"""With an address and a code: whether somebody there may come in, or a sentence that says why not."""

TicketStateOf: TypeAlias = "Callable[[str], TicketState | Literal['unknown']]"
"""What a token is good for."""


@dataclass(frozen=True, slots=True)
class Door:
    """What the gate asks the hub."""

    admit: Admit
    ticket_state: TicketStateOf
    origin_ok: Callable[[web.Request], bool]
    """Whether a request comes from a page of ours."""

    address_of: Callable[[web.Request], str]
    """Whose tries are counted together."""

    hub_address: Callable[[], str]
    """Where the processes on this machine that draw for browsers find the hub."""

    secure: bool = False
    """Whether browsers come by https."""


class BrowserGate:
    """The pages, the terminal's WebSocket, and what is loaded for them; `starter` starts the screens."""

    def __init__(self, door: Door, starter: Starter, limits: Limits | None = None) -> None:
        self._door = door
        self._limits = limits or Limits()
        self._bridges = Bridges(starter, self._limits)

    def setup(self, app: web.Application) -> None:
        """Be part of `app`, and close with it."""
        app.router.add_get("/", self._form)
        app.router.add_post("/join", self._join)
        app.router.add_get("/class", self._class)
        app.router.add_post("/leave", self._leave)
        app.router.add_get("/alive", self._alive)
        app.router.add_get("/terminal", self._terminal)
        app.router.add_get("/assets/{sha256}/{name}", self._asset)
        app.on_shutdown.append(self._shut)

    async def start(self) -> None:
        """Get ready for the first browser before it comes; without this it is done when one was let in."""
        await self._bridges.ready()

    async def close(self) -> None:
        """Close every browser's line, and wait until every screen has ended."""
        await self._bridges.close()

    async def _shut(self, _: web.Application) -> None:
        await self.close()

    async def _form(self, request: web.Request) -> web.Response:
        if self._ticket(request) is not None:
            return _elsewhere("/class")
        return join_page(request.query.get("code", "")[:LONGEST_CODE])

    async def _join(self, request: web.Request) -> web.Response:
        self._require_ours(request)
        code = await _code_in(request, self._limits.form)
        if not code:
            return join_page(sentence=NO_CODE)
        admitted = self._door.admit(self._door.address_of(request), code)
        if isinstance(admitted, str):
            return join_page(code, admitted)
        await self._bridges.ready()
        inside = _elsewhere("/class")
        inside.set_cookie(
            COOKIE, admitted.token, path="/", httponly=True, samesite="Strict", secure=self._door.secure
        )
        return inside

    async def _class(self, request: web.Request) -> web.Response:
        if self._ticket(request) is None:
            return _elsewhere("/")
        return class_page()

    async def _leave(self, request: web.Request) -> web.Response:
        self._require_ours(request)
        outside = _elsewhere("/")
        outside.del_cookie(COOKIE, path="/", httponly=True, samesite="Strict", secure=self._door.secure)
        return outside

    async def _alive(self, request: web.Request) -> web.Response:
        return web.Response(status=401 if self._ticket(request) is None else 204, headers=headers())

    async def _terminal(self, request: web.Request) -> web.WebSocketResponse:
        self._require_ours(request)
        ticket = self._ticket(request)
        if ticket is None:
            raise web.HTTPForbidden(headers=headers())
        size = size_asked(request.query.get("width"), request.query.get("height"))
        return await self._bridges.serve(request, Wanted(self._door.hub_address(), *ticket, size))

    async def _asset(self, request: web.Request) -> web.Response:
        asset = assets().named.get(request.match_info["name"])
        if asset is None or request.match_info["sha256"] != assets().sha256:
            raise web.HTTPNotFound(headers=headers())
        packed = "gzip" in request.headers.get("Accept-Encoding", "")
        answer = web.Response(body=asset.compressed if packed else asset.body, headers=headers(kept=ALWAYS))
        answer.headers["Content-Type"] = asset.kind
        answer.headers["Expires"] = EXPIRES
        answer.headers["Vary"] = "Accept-Encoding"
        if packed:
            answer.headers["Content-Encoding"] = "gzip"
        return answer

    def _ticket(self, request: web.Request) -> tuple[str, TicketState] | None:
        """The token that a browser has and what it is good for, if anything."""
        token = request.cookies.get(COOKIE, "")
        if not 0 < len(token) <= LONGEST_TOKEN:
            return None
        state = self._door.ticket_state(token)
        return None if state == "unknown" else (token, state)

    def _require_ours(self, request: web.Request) -> None:
        if not self._door.origin_ok(request):
            raise web.HTTPForbidden(headers=headers())


def _elsewhere(path: str) -> web.Response:
    return web.Response(status=303, headers={**headers(), "Location": path})


FORM = "application/x-www-form-urlencoded"


async def _code_in(request: web.Request, within: float) -> str:
    """The code in a form that was sent; empty where there is none in time, or it is longer than any code."""
    if request.content_length is None or request.content_length > LONGEST_FORM:
        return ""
    if request.content_type != FORM:
        return ""
    with suppress(ValueError, LookupError, TimeoutError):
        async with asyncio.timeout(within):
            code = (await request.post()).get("code", "")
        if isinstance(code, str) and len(code) <= LONGEST_CODE:
            return code.strip()
    return ""
