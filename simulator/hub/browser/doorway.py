"""Browsers, as a part of a hub: the same door for them as for terminals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.hub.app import address_of
from simulator.hub.browser.gate import Admitted, BrowserGate, Door
from simulator.hub.gate import TurnedAway

if TYPE_CHECKING:
    from aiohttp import web

    from simulator.hub.app import Browser
    from simulator.hub.browser.limits import Limits
    from simulator.hub.browser.starting import Starter
    from simulator.hub.gate import Gate


def browsers(starter: Starter, limits: Limits | None = None) -> Browser:
    """What `hub_app` adds for browsers; `starter`, which it closes in the end, starts their screens."""

    def add(app: web.Application, gate: Gate) -> None:
        BrowserGate(_door(gate), starter, limits).setup(app)

    return add


def _door(gate: Gate) -> Door:
    def admit(address: str, code: str) -> Admitted | str:
        try:
            return Admitted(gate.admit(address, code))
        except TurnedAway as why:
            return str(why)

    def origin_ok(request: web.Request) -> bool:
        origin, own = request.headers.get("Origin"), request.get_extra_info("sockname")
        return origin is not None and gate.refusal(request.headers.get("Host"), origin, own[0]) is None

    return Door(
        admit=admit,
        ticket_state=gate.ticket_state,
        origin_ok=origin_ok,
        address_of=lambda request: address_of(request, gate),
        hub_address=lambda: gate.settings.addresses[-1],
        secure=gate.settings.public.startswith("https:"),
    )
