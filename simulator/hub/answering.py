"""Hears what a line says once it is let in, and sees to it that every message is answered."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from simulator.classroom.carried import begins_case, conduct_command, learners_command
from simulator.classroom.messages import (
    HELLO,
    Ask,
    Conducted,
    Do,
    Done,
    FromClient,
    Give,
    Hello,
    Refused,
    written,
)
from simulator.classroom.wishes import FACILITATOR, Wish
from simulator.errors.faults import InputFault, UsageFault
from simulator.errors.text import clean
from simulator.hub.queueing import BROKEN, Outcome

if TYPE_CHECKING:
    from collections.abc import Callable, Coroutine

    from simulator.classroom.conduct import Conduct
    from simulator.hub.attendance import Attendance
    from simulator.hub.broadcasting import Broadcaster
    from simulator.hub.connections import Connection
    from simulator.hub.host import Host
    from simulator.hub.ledger import Ledger
    from simulator.hub.limits import Limits
    from simulator.hub.queueing import WishQueue
    from simulator.session.commands import Command

GREATEST: Final = 2**53 - 1
"""The greatest number of a message: the greatest that every reader of JSON reads exactly."""

_ONLY_WATCHES: Final = "A projector only shows the class; it cannot do anything in it."
_NOT_YOURS: Final = "Only the facilitator can do this."
_NOT_FOR_YOU: Final = "Only a learner can do this."
_TOO_MUCH: Final = "You have asked for several things already; wait until they are there."
_LEARNERS_ASK: Final = ("book", "explanation", "near_misses")

_log = logging.getLogger(__name__)

Numbered: TypeAlias = Do | Give | Ask | Conducted


class Answerer:
    """Does what the messages of all lines ask for."""

    def __init__(
        self,
        host: Host[Any],
        queue: WishQueue,
        ledger: Ledger,
        attendance: Attendance,
        broadcaster: Broadcaster,
        limits: Limits,
    ) -> None:
        self._host = host
        self._queue = queue
        self._ledger = ledger
        self._attendance = attendance
        self._broadcaster = broadcaster
        self._limits = limits
        self._asked: Counter[str] = Counter()
        self._conducting = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._for_learners = ThreadPoolExecutor(2, "asking")
        self._for_facilitator = ThreadPoolExecutor(1, "conducting")

    def hear(self, line: Connection, message: FromClient) -> None:
        """See to a message of a line that is let in."""
        if isinstance(message, Hello):
            line.answer(_refused(HELLO, "You have said who you are already."))
        elif not 0 < message.id <= GREATEST:
            line.answer(_refused(HELLO, f"The number of a message is one from 1 to {GREATEST}."))
        elif line.person is None:
            line.answer(_refused(message.id, _ONLY_WATCHES))
        else:
            self._attendance.heard(line.person)
            self._broadcaster.console_changed()
            self._numbered(line, line.person, message)

    async def close(self) -> None:
        """Let go of everything that is still being looked up."""
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for threads in (self._for_learners, self._for_facilitator):
            threads.shutdown(wait=False, cancel_futures=True)

    def _numbered(self, line: Connection, person: str, message: Numbered) -> None:
        sentence = self._why_not(person, message)
        if sentence is not None:
            line.answer(_refused(message.id, sentence))
        elif isinstance(message, Give):
            self._attendance.signed(person, message.sign)
            line.answer(written(Done(message.id)))
        elif self._ledger.is_new(line, person, message.id):
            match message:
                case Do():
                    self._do(person, message)
                case Ask():
                    self._asked[person] += 1
                    self._begin(self._ask(person, message))
                case Conducted():
                    self._begin(self._conduct(person, message))

    def _why_not(self, person: str, message: Numbered) -> str | None:
        conducts = person == FACILITATOR
        match message:
            case Do() | Give() if conducts:
                return _NOT_FOR_YOU
            case Conducted() if not conducts:
                return _NOT_YOURS
            case Ask(what=what) if not conducts and what not in _LEARNERS_ASK:
                return _NOT_YOURS
            case Ask() if self._asked[person] >= self._limits.asked:
                return _TOO_MUCH
        return None

    def _do(self, person: str, message: Do) -> None:
        try:
            command = learners_command(message.command)
        except UsageFault as fault:
            self._ledger.answer(person, message.id, _refused(message.id, str(fault)))
        else:
            self._wish(person, message.id, command)

    def _wish(self, person: str, number: int, command: Command | Conduct) -> None:
        def settle(result: Outcome) -> None:
            done = result.sentence is None
            answer = written(Done(number)) if done else _refused(number, result.sentence or BROKEN)
            self._ledger.answer(person, number, answer)

        self._queue.put(Wish(person, number, command), settle)

    async def _ask(self, person: str, ask: Ask) -> None:
        threads = self._for_facilitator if person == FACILITATOR else self._for_learners
        try:
            told = await self._on(threads, self._host.ask, person, ask)
            answer = written(told)
        except UsageFault as fault:
            answer = _refused(ask.id, str(fault))
        finally:
            self._asked[person] -= 1
        self._ledger.answer(person, ask.id, answer, remember=False)

    async def _conduct(self, person: str, message: Conducted) -> None:
        async with self._conducting:  # what is said after `begin_case` waits for the case
            try:
                if begins_case(message.command):
                    begin = self._host.begin
                    command: Conduct = await self._on(self._for_facilitator, begin, message.command)
                else:
                    command = conduct_command(message.command)
            except UsageFault as fault:
                self._ledger.answer(person, message.id, _refused(message.id, str(fault)))
            else:
                self._wish(person, message.id, command)

    async def _on(self, threads: ThreadPoolExecutor, do: Callable[..., Any], *of: object) -> Any:
        """What comes of it on a thread; whatever goes wrong is a UsageFault."""
        try:
            return await asyncio.get_running_loop().run_in_executor(threads, do, *of)
        except UsageFault:
            raise
        except InputFault as fault:
            raise UsageFault(" ".join(str(fault).splitlines())) from None
        except Exception:
            _log.exception("a question could not be answered")
            raise UsageFault(BROKEN) from None

    def _begin(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.ensure_future(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _refused(number: int, sentence: str) -> bytes:
    return written(Refused(number, clean(sentence)))
