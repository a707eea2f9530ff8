"""A facilitator who conducts a class through whole cases as it is written down."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING, Any

from simulator.classroom.carried import carried
from simulator.classroom.conduct import (
    EndCase,
    OpenQuestion,
    Pause,
    RevealPhase,
    RevealVerdict,
    ShowVotes,
    VoteAgain,
)
from simulator.classroom.messages import (
    FORMAT,
    Ask,
    Conducted,
    Conducting,
    Console,
    Done,
    Hello,
    Refused,
    Told,
)
from simulator.line.web import WebLine

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable

    from simulator.classroom.class_view import ConsoleView
    from simulator.classroom.conduct import Conduct
    from simulator.classroom.line import Line, Lost
    from simulator.classroom.messages import FromHub
    from tests.classroom_load.hubs import KeptHub

PATIENCE = 120.0
"""Seconds: far more than a class takes for anything here."""


class Facilitator:
    """Says one thing after the other, and looks at the console."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._console: ConsoleView | None = None
        self._answers: dict[int, asyncio.Future[Done | Refused | Told]] = {}
        self._news = asyncio.Event()

    @property
    def console(self) -> ConsoleView:
        assert self._console is not None
        return self._console

    def heard(self, message: FromHub | Lost) -> None:
        match message:
            case Conducting(console=console) | Console(console=console):
                self._console = console
            case Done(id=number) | Refused(id=number) | Told(id=number) if number in self._answers:
                self._answers.pop(number).set_result(message)
        self._news.set()

    async def until(self, holds: Callable[[ConsoleView], bool]) -> None:
        """Wait until the console shows something."""
        async with asyncio.timeout(PATIENCE):
            while self._console is None or not holds(self._console):
                self._news.clear()
                await self._news.wait()

    async def do(self, command: Conduct) -> None:
        """Do something of the conduct, which is not to be refused."""
        await self._done(carried(command))

    async def begin(self, pack: str, which: str, pace: str = "class") -> None:
        """Begin with a case."""
        await self._done({"do": "begin_case", "pack": pack, "which": which, "pace": pace})

    async def ask(self, what: Any, *of: str) -> Told:
        """Look something up."""
        number = self._line.number()
        told = await self._answer(number, Ask(number, what, of))
        assert isinstance(told, Told), told
        return told

    async def _done(self, command: dict[str, Any]) -> None:
        number = self._line.number()
        answer = await self._answer(number, Conducted(number, command))
        assert isinstance(answer, Done), (command, answer)

    async def _answer(self, number: int, message: Ask | Conducted) -> Done | Refused | Told:
        answer: asyncio.Future[Done | Refused | Told] = asyncio.get_running_loop().create_future()
        self._answers[number] = answer
        self._line.say(message)
        async with asyncio.timeout(PATIENCE):
            return await answer


@asynccontextmanager
async def facilitating(hub: KeptHub) -> AsyncIterator[Facilitator]:
    """A facilitator of the class on a hub."""
    line = WebLine(hub.address, Hello(FORMAT, token=hub.facilitator))
    facilitator = Facilitator(line)
    talking = asyncio.create_task(line.talk(facilitator.heard))
    try:
        await facilitator.until(lambda _: True)
        yield facilitator
    finally:
        await line.close()
        await talking


async def vote(facilitator: Facilitator, number: int) -> None:
    """Wait until everybody has voted in the round of a number."""
    await facilitator.until(lambda one: one.room.round == number and one.room.committed == one.room.seats)


async def discuss(facilitator: Facilitator) -> None:
    """Show how the class voted, pause for a discussion, and let it vote again."""
    await facilitator.do(ShowVotes(shown=True))
    await facilitator.do(Pause("What speaks for the other course?"))
    await facilitator.do(Pause(None))
    await facilitator.do(VoteAgain())


async def case(facilitator: Facilitator, pack: str, which: str, most: int = 100) -> None:
    """Conduct a whole case, of which every phase has at most so many questions opened."""
    await facilitator.begin(pack, which)
    for phase in facilitator.console.phases:
        if not phase.come:
            await facilitator.do(RevealPhase())
        for question in phase.questions[:most]:
            await facilitator.do(OpenQuestion(phase.phase, question.question))
            await vote(facilitator, 1)
            await discuss(facilitator)
            await vote(facilitator, 2)
            await facilitator.do(RevealVerdict())
    await facilitator.do(EndCase())


async def case_at_own_pace(facilitator: Facilitator, pack: str, which: str) -> None:
    """Have everybody go through a case at their own pace."""
    await facilitator.begin(pack, which, "own")
    await facilitator.until(lambda one: one.room.stage == "own" and one.room.committed == one.room.seats)
    await facilitator.do(EndCase())
