"""What the desk does for practice: what is due, cases made for it, and the record."""

from __future__ import annotations

from abc import ABC, abstractmethod
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.tui.looking import Trouble
from simulator.tui.messages import DueTold, Failed, RecordNotSaved, RecordSaved, RecordTold

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from textual.message import Message

    from simulator.session.practising import Practising, Stage
    from simulator.session.record_view import RecordView
    from simulator.session.runner import Runner
    from simulator.session.training import Training

MAKING = "Making the case"
LEFT_OUT = "The case counts in no figure any more. Nothing of it is wiped, and it can be counted again."
COUNTED = "The case counts again in every figure."


class PracticeDesk(ABC):
    """Heirs carry out work on their one thread, and post what comes of it."""

    @property
    @abstractmethod
    def _training(self) -> Training:
        """What is trained at."""

    @abstractmethod
    def _do(
        self, what: str, work: Callable[[], Message], failed: Callable[[str], Message] = Failed
    ) -> Future[None]:
        """Carry out `work`; `failed` makes the message of a sentence that says why it could not be."""

    @abstractmethod
    def _opened(self, runner: Runner) -> Message:
        """The session that is open from now on."""

    @property
    def _practice(self) -> Practising:
        practice = self._training.practice
        if practice is None:
            raise UsageFault("Nothing is scheduled here; choose a case of a pack.")
        return practice

    def today(self, minutes: int) -> Future[None]:
        """Work out what to practise in some minutes, and why."""
        return self._do(
            "Working out what is due",
            lambda: DueTold(self._practice.today(minutes)),
            lambda sentence: DueTold(Trouble(sentence)),
        )

    def begin_due(self, minutes: int) -> Future[None]:
        """Make the next case for what is due, and begin it."""
        return self._do(MAKING, lambda: self._opened(self._practice.begin_due(minutes)))

    def begin_rule(self, rule: str) -> Future[None]:
        """Make a case for one rule, and begin it."""
        return self._do(MAKING, lambda: self._opened(self._practice.begin_rule(rule)))

    def begin_drill(self) -> Future[None]:
        """Make the next case of a drill, and begin it."""
        return self._do(MAKING, lambda: self._opened(self._practice.begin_drill()))

    def begin_test(self, stage: Stage) -> Future[None]:
        """Make the next case of a test, and begin it."""
        return self._do(MAKING, lambda: self._opened(self._practice.begin_test(stage)))

    def record(self) -> Future[None]:
        """Put together what the record shows."""
        return self._record("Reading your record", lambda: None, "")

    def leave_out(self, session: str, reason: str) -> Future[None]:
        """Have a case count in no figure, for a reason."""
        return self._record(
            "Correcting your record", lambda: self._practice.leave_out(session, reason), LEFT_OUT
        )

    def count_again(self, session: str, reason: str) -> Future[None]:
        """Have a case that was left out count again, for a reason."""
        return self._record(
            "Correcting your record", lambda: self._practice.count_again(session, reason), COUNTED
        )

    def save_record(self, view: RecordView, folder: str) -> Future[None]:
        """Save the record in a folder."""
        return self._do("Saving your record", lambda: _saved(view, folder), RecordNotSaved)

    def _record(self, what: str, before: Callable[[], object], said: str) -> Future[None]:
        """What the record shows once something was done to it; `said` tells that it was."""

        def told() -> Message:
            before()
            return RecordTold(self._practice.record(), said)

        return self._do(what, told, lambda sentence: RecordTold(Trouble(sentence)))


def _saved(view: RecordView, folder: str) -> Message:
    from simulator.report.of_learner.saving import save_record

    if not folder.strip():
        raise UsageFault("Name the folder in which your record is to be saved.")
    place = Path(folder.strip())
    page, *tables = save_record(view, place)
    return RecordSaved(str(page), str(tables[0].parent))
