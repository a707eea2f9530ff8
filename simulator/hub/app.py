"""The hub as a web application: one gate before everything, and one address for the line."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from aiohttp import web

from simulator.hub.gate import Gate, GateSettings
from simulator.hub.hub import Hub
from simulator.hub.socket import HubSocket

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

    from aiohttp.typedefs import Middleware

    from simulator.hub.host import Host

LINE: Final = "/line"
"""The path of the line."""

_LONGEST_BODY: Final = 16 * 1024

Browser: TypeAlias = Callable[[web.Application, Gate], None]
"""Adds what browsers are shown: its routes lie behind the same gate."""

_Handler: TypeAlias = Callable[[web.Request], Awaitable[web.StreamResponse]]


def hub_app(
    host: Host[Any],
    settings: GateSettings,
    facilitator: str,
    browser: Browser | None = None,
) -> web.Application:
    """The hub of `host`, for an event loop to run; `facilitator` is the token of who conducts the class."""
    gate = Gate(host, settings, facilitator)
    app = web.Application(middlewares=[_guard(gate)], client_max_size=_LONGEST_BODY)
    line = _Line(host, gate)
    app.cleanup_ctx.append(line.running)
    app.on_shutdown.append(line.close)
    app.router.add_get(LINE, line.handle)
    if browser is not None:
        browser(app, gate)
    return app


def address_of(request: web.Request, gate: Gate) -> str:
    """The address that the gate counts a request for."""
    peername = request.get_extra_info("peername")
    return gate.address(_host_of(peername), request.headers.get("X-Forwarded-For"))


def _guard(gate: Gate) -> Middleware:
    @web.middleware
    async def guard(request: web.Request, handler: _Handler) -> web.StreamResponse:
        own = _host_of(request.get_extra_info("sockname"))
        refusal = gate.refusal(request.headers.get("Host"), request.headers.get("Origin"), own)
        if refusal is not None:
            status, sentence = refusal
            return web.Response(status=status, text=sentence)
        return await handler(request)

    return guard


class _Line:
    """The line's end in the application."""

    def __init__(self, host: Host[Any], gate: Gate) -> None:
        self._host = host
        self._gate = gate
        self._hub: Hub | None = None

    async def running(self, _app: web.Application) -> AsyncIterator[None]:
        """The hub, as long as the application runs."""
        self._hub = Hub(self._host, self._gate)
        self._hub.start()
        yield

    async def close(self, _app: web.Application) -> None:
        """Hang up on everybody."""
        assert self._hub is not None
        await self._hub.close()

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Take a line."""
        assert self._hub is not None
        socket = HubSocket(self._gate.settings.limits)
        if not socket.can_prepare(request).ok:
            return web.Response(status=400, text="Only the line of a class ends here; it is a WebSocket.")
        address = address_of(request, self._gate)
        sentence = self._hub.no_room(address)
        if sentence is not None:
            return web.Response(status=503, text=sentence)
        await socket.prepare(request)
        transport = request.transport
        if transport is not None:
            transport.set_write_buffer_limits(
                high=0
            )  # what is not on its way yet can still be replaced by newer
            await self._hub.attend(socket, address, transport.abort)
        return socket


def _host_of(name: object) -> str:
    return str(name[0]) if isinstance(name, tuple) and name else ""
