"""A hub with nothing but its gate for browsers, as a program of its own: prints its origin, and stays."""

from __future__ import annotations

import asyncio

from aiohttp import web

from simulator.hub.browser.gate import Admitted, BrowserGate, Door
from simulator.hub.browser.nursery import Nursery
from tests.hub.browser.browsing import SMALL


async def main() -> None:
    """Stand until the process is killed."""
    door = Door(
        admit=lambda address, code: Admitted("t-entry"),
        ticket_state=lambda token: "seated",
        origin_ok=lambda request: True,
        address_of=lambda request: "",
        hub_address=lambda: "http://127.0.0.1:1",
    )
    app = web.Application()
    BrowserGate(door, Nursery(SMALL)).setup(app)
    runner = web.AppRunner(app)
    await runner.setup()
    site = web.TCPSite(runner, "127.0.0.1", 0)
    await site.start()
    print(f"http://127.0.0.1:{runner.addresses[0][1]}", flush=True)
    await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main())
