"""A line that is no network: a test says what the app hears, and reads what the app said."""

from __future__ import annotations

import asyncio
from itertools import count
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.line import Lost
    from simulator.classroom.messages import FromClient, FromHub

Heard: TypeAlias = "FromHub | Lost"


class FakeLine:
    """`said` is what the app said, in order; `closed` whether it hung up. What is told early waits for `talk`."""

    def __init__(self, *first: Heard) -> None:
        self.said: list[FromClient] = []
        self.closed = False
        self._told: asyncio.Queue[Heard | None] = asyncio.Queue()
        self._numbers = count(1)
        for message in first:
            self.tell(message)

    def tell(self, *messages: Heard) -> None:
        """Let the app hear `messages`."""
        for message in messages:
            self._told.put_nowait(message)

    def end(self) -> None:
        """Close the line from the hub's side: `talk` comes to its end after what was told."""
        self._told.put_nowait(None)

    async def all_heard(self) -> None:
        """Wait until the app has heard all that it was told."""
        await self._told.join()

    async def talk(self, heard: Callable[[Heard], object]) -> None:
        """Hand over what the test tells."""
        going_on = True
        while going_on:
            message = await self._told.get()
            try:
                if message is not None:
                    heard(message)
            finally:
                self._told.task_done()
            going_on = message is not None

    def say(self, message: FromClient) -> None:
        """Keep it in `said`."""
        self.said.append(message)

    def number(self) -> int:
        """1, 2, 3 …"""
        return next(self._numbers)

    async def close(self) -> None:
        """Hang up."""
        self.closed = True
        self.end()
