"""A class at a real hub, in a process of its own, and its facilitator at a real line."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from simulator.classroom.codes import new_token
from simulator.classroom.messages import FORMAT, Conducted, Conducting, Console, Done, Hello, Refused
from simulator.cli.hosting.keeper import HubKeeper
from simulator.cli.hosting.wanted import Wanted
from simulator.line.web import WebLine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from simulator.classroom.class_view import ConsoleView
    from simulator.classroom.line import Lost
    from simulator.classroom.messages import FromHub

LONGEST = 60.0


class Facilitator:
    """Conducts, and knows how the class is."""

    def __init__(self, keeper: HubKeeper, token: str) -> None:
        self.keeper = keeper
        self.token = token
        self.port = keeper.ready.port
        self.code = keeper.ready.code
        self.projector = ""
        self._line = WebLine(f"127.0.0.1:{self.port}", Hello(FORMAT, token=token))
        self._console: ConsoleView | None = None
        self._answers: dict[int, Done | Refused] = {}
        self._heard = asyncio.Event()
        self._talking = asyncio.create_task(self._line.talk(self._hear))

    def _hear(self, message: FromHub | Lost) -> None:
        if isinstance(message, Conducting | Console):
            self._console = message.console
        if isinstance(message, Conducting):
            self.projector = message.projector
        if isinstance(message, Done | Refused):
            self._answers[message.id] = message
        self._heard.set()

    @property
    def console(self) -> ConsoleView:
        assert self._console is not None
        return self._console

    @property
    def first_option(self) -> str:
        """Of the current question."""
        assert self.console.poll is not None
        return self.console.poll.options[0].option

    async def sees(self, what: Callable[[ConsoleView], object]) -> ConsoleView:
        """Wait until the class is so."""
        await self._until(lambda: self._console is not None and bool(what(self._console)))
        return self.console

    async def does(self, name: str, **what: Any) -> None:
        """Conduct, and wait until it is done."""
        number = self._line.number()
        self._line.say(Conducted(number, {"do": name, **what}))
        await self._until(lambda: number in self._answers)
        assert isinstance(self._answers[number], Done), self._answers[number]

    async def _until(self, so: Callable[[], bool]) -> None:
        async with asyncio.timeout(LONGEST):
            while not so():
                self._heard.clear()
                await self._heard.wait()

    async def close(self) -> None:
        await self._line.close()
        await self._talking


@asynccontextmanager
async def conducting(public: str = "", *, new: bool = True) -> AsyncIterator[Facilitator]:
    """A class that has just begun; unless `new`, the one that was cut off, if one was."""
    token = new_token()
    wanted = Wanted(facilitator=token, new=new, public=public)
    keeper = await asyncio.to_thread(HubKeeper, wanted)
    facilitator = Facilitator(keeper, token)
    try:
        await facilitator.sees(lambda _: True)
        yield facilitator
    finally:
        await facilitator.close()
        await asyncio.to_thread(keeper.close)
