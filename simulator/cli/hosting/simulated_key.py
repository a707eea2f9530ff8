"""What simulated learners know of the guidance: the key of the case, which the facilitator may look up."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from simulator.classroom.messages import Ask, Conducting, Console, Refused, Told
from simulator.classroom.simulated.key import Key

if TYPE_CHECKING:
    from simulator.classroom.class_view import ConsoleView
    from simulator.classroom.line import Line, Lost
    from simulator.classroom.messages import FromHub
    from simulator.classroom.poll_view import PollView


class Knowing:
    """A facilitator's line that looks up the key of every case as it begins, and never conducts."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._case = 0
        self._key: tuple[int, Key] | None = None
        self._asked: tuple[int, int] | None = None  # the number of the message, and the case
        self._news = asyncio.Event()
        self._over = False
        self.poll: PollView | None = None
        """How the class voted on the current question."""

    async def listen(self) -> None:
        """Listen until the class is over."""
        try:
            await self._line.talk(self._heard)
        finally:
            self._over = True
            self._news.set()

    async def close(self) -> None:
        """Hang up."""
        await self._line.close()

    async def of_case(self, case: int) -> Key | None:
        """The key of a case of the class, by its number, once it is known; None where the class has gone on."""
        while not self._over and (self._key is None or self._key[0] < case):
            self._news.clear()
            await self._news.wait()
        return self._key[1] if self._key is not None and self._key[0] == case else None

    def _heard(self, message: FromHub | Lost) -> None:
        match message:
            case Conducting(console=console) | Console(console=console):
                self._look(console)
            case Told(id=number, key=key) if self._asked is not None and number == self._asked[0]:
                if key is not None:
                    self._key = (self._asked[1], Key(key.verdicts))
                self._asked = None
            case Refused(id=number) if self._asked is not None and number == self._asked[0]:
                self._asked = None
        self._news.set()

    def _look(self, console: ConsoleView) -> None:
        self._case, self.poll = console.case, console.poll
        known = self._key[0] if self._key is not None else 0
        if self._case > known and self._asked is None:
            self._asked = (self._line.number(), self._case)
            self._line.say(Ask(self._asked[0], "key"))
