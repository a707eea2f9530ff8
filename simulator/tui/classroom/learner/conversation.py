"""A conversation with the hub: each thing that is said is answered, whatever else is heard meanwhile."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeAlias

from simulator.classroom.messages import HELLO, Ask, Do, Done, Give, Refused, Told

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.line import Line, Lost
    from simulator.classroom.messages import FromHub

MakeLine: TypeAlias = "Callable[[str, str], Line]"
"""Makes an end of a line on which the hub is asked for a seat under a name, in a team; either may be empty."""

Answer: TypeAlias = Done | Told | Refused
Said: TypeAlias = Do | Give | Ask

AT_AN_END = "There is no line to the class any more."
HANGING_UP = 2.0
"""Seconds that hanging up may take."""


class Conversation:
    """Hands everything but answers to `heard`, and to `failed` the sentence on a line that cannot go on."""

    def __init__(
        self, make_line: MakeLine, heard: Callable[[FromHub | Lost], object], failed: Callable[[str], object]
    ) -> None:
        self._make_line = make_line
        self._heard = heard
        self._failed = failed
        self._line: Line | None = None
        self._talking: asyncio.Task[None] | None = None
        self._answered: dict[int, Callable[[Answer], object]] = {}

    def begin(self, name: str, team: str) -> None:
        """Ask for a seat; a line that is still tried goes on instead."""
        if self._talking is None or self._talking.done():
            self._line = self._make_line(name, team)
            self._talking = asyncio.create_task(self._talk(self._line))

    async def _talk(self, line: Line) -> None:
        try:
            await line.talk(self._hear)
        except Exception as fault:
            self._failed(f"The line failed ({type(fault).__name__}: {fault}).")
        finally:
            self._line = None
            for number in [*self._answered]:
                self._hear(Refused(number, AT_AN_END))

    def _hear(self, message: FromHub | Lost) -> None:
        if isinstance(message, Done | Told | Refused) and message.id != HELLO:
            answered = self._answered.pop(message.id, None)
            if answered is not None:
                answered(message)
        else:
            self._heard(message)

    def say(self, message: Callable[[int], Said], answered: Callable[[Answer], object]) -> None:
        """Say the message of a number; `answered` is called once with what comes of it, or with that nothing can."""
        if self._line is None:
            answered(Refused(HELLO, AT_AN_END))
            return
        number = self._line.number()
        self._answered[number] = answered
        self._line.say(message(number))

    async def end(self) -> None:
        """Hang up; the seat stays."""
        if self._line is not None and self._talking is not None:
            await self._line.close()
            await asyncio.wait([self._talking], timeout=HANGING_UP)
            self._talking.cancel()
