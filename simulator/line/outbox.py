"""What was said and is not answered yet."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from simulator.classroom.messages import written

if TYPE_CHECKING:
    from simulator.classroom.messages import Ask, Conducted, Do, Give


class Outbox:
    """Keeps every message until it is answered, and gives them out in the order in which they were said."""

    def __init__(self) -> None:
        self._unanswered: dict[int, bytes] = {}
        self._unsent: list[int] = []
        self._something = asyncio.Event()

    def put(self, message: Do | Give | Ask | Conducted) -> None:
        """A message is said."""
        self._unanswered[message.id] = written(message)
        self._unsent.append(message.id)
        self._something.set()

    def answered(self, number: int) -> None:
        """A message is answered."""
        self._unanswered.pop(number, None)

    def again(self) -> None:
        """There is a new line: what is not answered is to be sent over it."""
        self._unsent = list(self._unanswered)
        self._something.set()

    async def take(self) -> bytes:
        """The next message to be sent, once there is one."""
        while True:
            while self._unsent:
                message = self._unanswered.get(self._unsent.pop(0))
                if message is not None:
                    return message
            self._something.clear()
            await self._something.wait()
