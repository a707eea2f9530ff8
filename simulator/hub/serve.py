"""Binds a hub to an address, and runs it."""

from __future__ import annotations

import socket
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any, Final

from aiohttp import web

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean
from simulator.hub.app import hub_app
from simulator.hub.gate import GateSettings
from simulator.hub.limits import Limits
from simulator.hub.names import LOOPBACK

if TYPE_CHECKING:
    import asyncio
    from collections.abc import AsyncIterator, Callable, Sequence

    from simulator.hub.app import Browser
    from simulator.hub.host import Host

PORT: Final = 8765
_BACKLOG = 256
_LAST_PORT = 65535
_ELSEWHERE = ("192.0.2.1", 9)
"""Where no packet is ever sent; only the way there is looked up."""


@dataclass(frozen=True, slots=True)
class Listening:
    """Where a hub is to be reached."""

    address: str = "127.0.0.1"
    """An address of this machine; `0.0.0.0` or `::` for all of them."""
    port: int = PORT
    """0 for any that is free."""
    names: frozenset[str] = frozenset()
    """Further names under which it may be asked."""
    public: str = ""
    """See `GateSettings.public`."""
    limits: Limits = field(default_factory=Limits)


async def serve(
    host: Host[Any],
    facilitator: str,
    listening: Listening,
    ready: Callable[[Sequence[str]], object],
    until: asyncio.Event,
    browser: Browser | None = None,
) -> None:
    """Run a hub until `until` is set; `ready` is told its addresses. Raises UsageFault where it cannot listen."""
    async with serving(host, facilitator, listening, browser) as addresses:
        ready(addresses)
        await until.wait()


@asynccontextmanager
async def serving(
    host: Host[Any], facilitator: str, listening: Listening, browser: Browser | None = None
) -> AsyncIterator[tuple[str, ...]]:
    """A hub that runs, as its addresses, the one for learners first; raises UsageFault where it cannot listen."""
    bound = _bound(listening.address, listening.port)
    addresses = _addresses(listening, bound.getsockname()[1])
    settings = GateSettings(LOOPBACK | listening.names, addresses, listening.public, listening.limits)
    runner = web.AppRunner(
        hub_app(host, settings, facilitator, browser),
        handle_signals=False,
        access_log=None,
        keepalive_timeout=listening.limits.request_within,
        shutdown_timeout=2 * listening.limits.grace,
    )
    try:
        await runner.setup()
        await web.SockSite(runner, bound, backlog=_BACKLOG).start()
        yield addresses
    finally:
        await runner.cleanup()
        bound.close()


def _bound(address: str, port: int) -> socket.socket:
    if not 0 <= port <= _LAST_PORT:
        raise UsageFault(f"There is no port {port}; give one from 1 to {_LAST_PORT}.")
    try:
        family = socket.AF_INET6 if ip_address(address).version == 6 else socket.AF_INET
    except ValueError:
        raise UsageFault(
            f"{clean(address)} is no address of this machine; give one such as 127.0.0.1."
        ) from None
    try:
        return socket.create_server((address, port), family=family, backlog=_BACKLOG)
    except OSError as error:
        why = clean(error.strerror or str(error))
        raise UsageFault(f"The hub cannot listen at port {port} of {address}: {why}; try another.") from None


def _addresses(listening: Listening, port: int) -> tuple[str, ...]:
    """What people can be told, the public address first; of all addresses the one that the network knows."""
    where = ip_address(listening.address)
    text = _outward(where.version) if where.is_unspecified else str(where)
    local = f"http://[{text}]:{port}" if ":" in text else f"http://{text}:{port}"
    return (listening.public.rstrip("/"), local) if listening.public else (local,)


def _outward(version: int) -> str:
    """This machine's address on the way out; its loopback where there is no way out."""
    family = socket.AF_INET6 if version == 6 else socket.AF_INET
    elsewhere = ("2001:db8::1", 9) if version == 6 else _ELSEWHERE
    with socket.socket(family, socket.SOCK_DGRAM) as way:
        try:
            way.connect(elsewhere)
        except OSError:
            return "::1" if version == 6 else "127.0.0.1"
        return str(way.getsockname()[0])
