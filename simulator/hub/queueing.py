"""All wishes go through one queue: decided together, kept together, and only then true."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Callable, Collection, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, TypeAlias

from simulator.classroom.wishes import FACILITATOR, Sit, Wish
from simulator.errors.faults import UsageFault

if TYPE_CHECKING:
    from simulator.hub.host import Host, Prepared

BROKEN: Final = "This could not be done, for the program has a fault; the class goes on without it."
NOT_KEPT: Final = (
    "The facilitator's machine cannot keep it at the moment, so it was not done. "
    "Tell the facilitator, and try again."
)
CLOSING: Final = "The hub is closing; this was not done."

_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a wish."""

    sentence: str | None
    """Why it was refused; None where it was done."""
    person: str | None = None
    """Who has the seat, after a `Sit`."""


Settle: TypeAlias = Callable[[Outcome], object]


@dataclass(frozen=True, slots=True)
class _Queued:
    wish: Wish | Sit
    settle: Settle


class WishQueue:
    """While what was decided is being kept on its own thread, new wishes queue up."""

    def __init__(
        self,
        host: Host[Any],
        connected: Callable[[], Collection[str]],
        adopted: Callable[[Prepared, Collection[str]], object],
    ) -> None:
        """`adopted` is told what came to be, and who wished for it, before any wish is settled."""
        self._host = host
        self._connected = connected
        self._adopted = adopted
        self._queued: list[_Queued] = []
        self._something = asyncio.Event()
        self._closing = False
        self._thread = ThreadPoolExecutor(1, "keeping")

    def put(self, wish: Wish | Sit, settle: Settle) -> None:
        """Queue a wish; `settle` is told once what became of it."""
        if self._closing:
            settle(Outcome(CLOSING))
            return
        self._queued.append(_Queued(wish, settle))
        self._something.set()

    def look_again(self) -> None:
        """Who is connected has changed, and with it perhaps the class."""
        self._something.set()

    async def run(self) -> None:
        """Settle wishes until `close`, and then the last of them."""
        while not self._closing or self._queued:
            await self._something.wait()
            self._something.clear()
            batch, self._queued = self._queued, []
            await self._settle_all(batch)
        self._thread.shutdown(wait=False)

    def close(self) -> None:
        """Take no more; `run` ends when those that are queued are settled."""
        self._closing = True
        self._something.set()

    async def _settle_all(self, batch: Sequence[_Queued]) -> None:
        try:
            await self._keep(batch)
        except UsageFault as fault:
            _not_kept(batch, str(fault))
        except Exception:
            if len(batch) > 1:  # one of them: the others are not to suffer from it
                for queued in batch:
                    await self._settle_all([queued])
                return
            _log.exception("a wish could not be settled")
            _refuse(batch, BROKEN)

    async def _keep(self, batch: Sequence[_Queued]) -> None:
        prepared = self._host.prepare([queued.wish for queued in batch], self._connected())
        await asyncio.get_running_loop().run_in_executor(self._thread, self._host.keep, prepared)
        self._host.adopt(prepared)
        outcomes = _outcomes(batch, prepared)
        done = [
            queued.wish.person
            for queued, result in zip(batch, outcomes, strict=True)
            if isinstance(queued.wish, Wish) and result.sentence is None
        ]
        self._adopted(prepared, dict.fromkeys(done))
        for queued, result in zip(batch, outcomes, strict=True):
            queued.settle(result)


def _outcomes(batch: Sequence[_Queued], prepared: Prepared) -> list[Outcome]:
    seated = iter(prepared.seated)
    return [
        Outcome(sentence, next(seated) if isinstance(queued.wish, Sit) else None)
        for queued, sentence in zip(batch, prepared.outcomes, strict=True)
    ]


def _not_kept(batch: Sequence[_Queued], why: str) -> None:
    """What is wrong with the facilitator's machine, and where on it, is for them alone."""
    for queued in batch:
        theirs = isinstance(queued.wish, Wish) and queued.wish.person == FACILITATOR
        queued.settle(Outcome(why if theirs else NOT_KEPT))


def _refuse(batch: Sequence[_Queued], sentence: str) -> None:
    for queued in batch:
        queued.settle(Outcome(sentence))
