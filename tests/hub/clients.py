"""Real clients of a hub, which say what they are told to say and keep what they hear."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from itertools import count
from typing import TYPE_CHECKING, Any, TypeVar

from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import ConnectionClosed

from simulator.classroom.messages import (
    FORMAT,
    Done,
    FromClient,
    FromHub,
    Hello,
    Refused,
    Seated,
    Told,
    from_hub,
    written,
)
from simulator.hub.serve import Listening, serving
from tests.hub.fake_class import CODE, FACILITATOR

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from simulator.classroom.messages import Do
    from simulator.hub.app import Browser
    from simulator.hub.host import Host
    from simulator.hub.limits import Limits

LIMIT = 20.0
"""Seconds: far more than anything here takes."""

Kind = TypeVar("Kind")


class Client:
    """One line to a hub."""

    def __init__(self, socket: ClientConnection) -> None:
        self.socket = socket
        self.heard: list[FromHub] = []
        self._numbers = count(1)

    def number(self) -> int:
        return next(self._numbers)

    async def say(self, message: FromClient) -> None:
        await self.send(written(message).decode())

    async def send(self, raw: str | bytes) -> None:
        await self.socket.send(raw)

    async def hear(self) -> FromHub:
        async with asyncio.timeout(LIMIT):
            self.heard.append(from_hub(await self.socket.recv()))
        return self.heard[-1]

    async def hear_a(self, kind: type[Kind], when: Callable[[Kind], bool] = lambda _: True) -> Kind:
        """The next of a kind for which `when` holds."""
        while True:
            message = await self.hear()
            if isinstance(message, kind) and when(message):
                return message

    async def answer(self, number: int) -> Done | Refused | Told:
        """The answer to a message, which may have been heard already."""
        while True:
            for message in self.heard:
                if isinstance(message, Done | Refused | Told) and message.id == number:
                    return message
            await self.hear()

    async def hear_out(self) -> list[FromHub]:
        """Everything until the hub has closed the line."""
        heard: list[FromHub] = []
        while True:
            try:
                heard.append(await self.hear())
            except ConnectionClosed:
                return heard


@asynccontextmanager
async def running(
    host: Host[Any],
    limits: Limits | None = None,
    browser: Browser | None = None,
    **listening: Any,
) -> AsyncIterator[str]:
    """A hub at a free port, as the `host:port` at which it listens."""
    if limits is not None:
        listening["limits"] = limits
    async with serving(host, FACILITATOR, Listening(port=0, **listening), browser) as addresses:
        yield addresses[-1].removeprefix("http://")


@asynccontextmanager
async def line(address: str, **headers: str) -> AsyncIterator[Client]:
    """A line over which nothing has been said."""
    url = f"ws://{address}/line"
    async with connect(url, compression=None, max_size=None, additional_headers=headers) as socket:
        yield Client(socket)


@asynccontextmanager
async def learner(
    address: str, name: str = "", team: str = "", token: str = "", code: str = CODE
) -> AsyncIterator[tuple[Client, Seated]]:
    """A learner who has a seat."""
    async with line(address) as client:
        await client.say(Hello(FORMAT, code=code, token=token, name=name, team=team))
        yield client, await client.hear_a(Seated)


@asynccontextmanager
async def facilitator(address: str) -> AsyncIterator[Client]:
    """The facilitator, who has heard nothing yet."""
    async with line(address) as client:
        await client.say(Hello(FORMAT, token=FACILITATOR))
        yield client


async def until(holds: Callable[[], object]) -> None:
    """Wait until something holds."""
    async with asyncio.timeout(LIMIT):
        while not holds():
            await asyncio.sleep(0.005)


def answering(number: int, question: str = "any") -> Do:
    """An answer to a question."""
    from simulator.classroom.carried import carried
    from simulator.classroom.messages import Do
    from simulator.session.commands import Answer

    return Do(number, carried(Answer(question, "Robin", ("yes",))))
