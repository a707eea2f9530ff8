"""Work that could not be done now and may be later: kept in its order, and tried again until it is done or given up."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.message import Message

from simulator.errors.faults import InputFault, UsageFault
from simulator.store import soon
from simulator.store.faults import StoreFault
from simulator.tui.messages import Failed, Recorded

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.session.commands import Command

AGAIN = 2.0
"""Seconds from one try to the next."""
SLOW = "Your record has not answered yet."


@dataclass
class Waiting(Message):
    """Something is not done yet and is tried until it is; `why` is a sentence, `answers` says how many wait."""

    why: str
    answers: int


@dataclass
class RecordedLate(Recorded):
    """As `Recorded`, of a command of which was told that it waited."""

    command: Command


@dataclass(slots=True)
class Trial:
    """What is to be done: `what` names it where it fails.

    `told` is whether it was said that it waits. `command` is None where it is no answer. `said` goes before why it
    waits.
    """

    what: str
    work: Callable[[], Message]
    command: Command | None = None
    said: str = ""
    told: bool = False


class Trials:
    """Everything happens on the thread that `submit` leads to, but for `unsaved` and `close`."""

    def __init__(
        self, post: Callable[[Message], object], submit: Callable[[Callable[[], None]], object]
    ) -> None:
        self._post = post
        self._submit = submit
        self._all: deque[Trial] = deque()
        self._prevent: Callable[[], None] | None = None
        self._closed = False

    @property
    def unsaved(self) -> int:
        """How many answers wait, of which that was told."""
        return sum(trial.command is not None and trial.told for trial in [*self._all])

    @property
    def last(self) -> Command | None:
        """The command that waits last."""
        return self._all[-1].command if self._all else None

    def take_on(self, trial: Trial) -> None:
        """Do what waits, and then this."""
        self._all.append(trial)
        self.go_on()

    def go_on(self) -> None:
        """Do what waits, in its order, up to what cannot be done yet."""
        self._rest()
        while self._all and not self._closed:
            fault = self._tried(self._all[0])
            if fault is not None:
                self._wait(str(fault))
                return
            self._all.popleft()

    def give_up(self) -> int:
        """Try nothing again of what waits; how many answers are not saved by that."""
        self._rest()
        unsaved = self.unsaved
        self._all.clear()
        return unsaved

    def close(self) -> None:
        """Try nothing any more."""
        self._closed = True

    def _rest(self) -> None:
        prevent, self._prevent = self._prevent, None
        if prevent is not None:
            prevent()

    def _tried(self, trial: Trial) -> StoreFault | None:
        """Post what comes of a trial; the fault where it has to wait."""
        try:
            with soon.told_soon(lambda: self._tell(trial, SLOW)):
                message = trial.work()
        except (InputFault, UsageFault) as fault:
            if isinstance(fault, StoreFault) and fault.passes:
                return fault
            message = Failed(str(fault))
        except Exception as fault:
            message = Failed(f"{trial.what} failed ({type(fault).__name__}: {fault}).")
        self._post(_late(message, trial))
        return None

    def _wait(self, why: str) -> None:
        for trial in self._all:
            trial.told = True
        self._tell(self._all[0], why)
        self._prevent = soon.after(AGAIN, lambda: self._submit(self.go_on))

    def _tell(self, trial: Trial, why: str) -> None:
        trial.told = True
        self._post(Waiting(f"{trial.said} {why}".strip(), self.unsaved))


def _late(message: Message, trial: Trial) -> Message:
    if trial.told and trial.command is not None and isinstance(message, Recorded):
        return RecordedLate(message.view, message.troubles, trial.command)
    return message
