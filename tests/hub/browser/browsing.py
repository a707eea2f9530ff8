"""What a browser does, and what it sees; and which processes there are."""

from __future__ import annotations

import asyncio
import json
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import aiohttp

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Mapping

    from simulator.hub.browser.gate import BrowserGate
    from simulator.hub.browser.orders import TicketState
    from simulator.hub.browser.starting import Starter

SMALL = "tests.hub.browser.small"
SLY = "tests.hub.browser.sly"
CODE = "ABCD-EFGH"
WRONG = "That is not the code <of> this class."
TOKENS: Mapping[str, TicketState] = {"t-seated": "seated", "t-entry": "entry", "t-watching": "watching"}
LONGEST = 30.0


@dataclass(frozen=True)
class Served:
    """A gate that is served at `origin`; a token may have a number of its own, as `t-seated.7`."""

    origin: str
    session: aiohttp.ClientSession
    starter: Starter
    gate: BrowserGate
    tries: list[tuple[str, str]]

    async def get(self, path: str, token: str = "") -> aiohttp.ClientResponse:
        """Fetch, without going elsewhere."""
        return await self.session.get(self.origin + path, headers=_cookie(token), allow_redirects=False)

    async def post(self, path: str, origin: str | None = "", **data: str) -> aiohttp.ClientResponse:
        """Send a form; `origin` is our own unless another, or None, is given."""
        headers = {} if origin is None else {"Origin": origin or self.origin}
        return await self.session.post(self.origin + path, data=data, headers=headers, allow_redirects=False)

    @asynccontextmanager
    async def browser(
        self, token: str = "t-seated", query: str = "?width=100&height=30", origin: str = ""
    ) -> AsyncIterator[Browser]:
        """A terminal in a browser."""
        headers = {**_cookie(token), "Origin": origin or self.origin}
        async with self.session.ws_connect(f"{self.origin}/terminal{query}", headers=headers) as socket:
            yield Browser(socket)


class Browser:
    """A browser with a terminal; all that was shown is kept."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self.socket = socket
        self.shown = b""
        self.told: list[Any] = []
        self.reason = ""

    async def see(self, text: str, longest: float = LONGEST) -> None:
        """Wait until it was shown, so many seconds at most."""
        await asyncio.wait_for(self._read(lambda: text.encode() in self.shown), longest)
        assert text.encode() in self.shown, (self.reason, self.shown[-2000:])

    async def hear(self, count: int = 1) -> list[Any]:
        """Wait for so many messages that are not to be shown."""
        await asyncio.wait_for(self._read(lambda: len(self.told) >= count), LONGEST)
        return self.told

    async def end(self) -> int | None:
        """Wait until it is closed; the code."""
        await asyncio.wait_for(self._read(lambda: False), LONGEST)
        return self.socket.close_code

    async def say(self, *envelope: Any) -> None:
        """Send what the page would."""
        await self.socket.send_str(json.dumps(envelope))

    async def _read(self, until: Callable[[], bool]) -> None:
        while not until():
            message = await self.socket.receive()
            if message.type is aiohttp.WSMsgType.BINARY:
                self.shown += message.data
            elif message.type is aiohttp.WSMsgType.TEXT:
                self.told.append(json.loads(message.data))
            else:
                self.reason = message.extra or ""
                return


async def until(condition: Callable[[], bool]) -> None:
    """Wait for a condition."""
    async with asyncio.timeout(LONGEST):
        while not condition():
            await asyncio.sleep(0.02)


def family(process: int) -> list[int]:
    """The numbers of all processes that a process has started, and what they have."""
    found: list[int] = []
    for task in Path(f"/proc/{process}/task").glob("*"):
        for each in (task / "children").read_text("ascii").split():
            found += [int(each), *family(int(each))]
    return found


def is_there(process: int) -> bool:
    """Whether there is such a process; one that has ended counts until somebody took note of it."""
    return Path(f"/proc/{process}").exists()


def lives(process: int) -> bool:
    """Whether a process does anything yet."""
    try:
        return Path(f"/proc/{process}/stat").read_text("ascii").rpartition(")")[2].split()[0] not in "ZX"
    except OSError:
        return False


def _cookie(token: str) -> dict[str, str]:
    return {"Cookie": f"seat={token}"} if token else {}
