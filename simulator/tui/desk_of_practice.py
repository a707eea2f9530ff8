"""What the desk does for practice: what is due, cases made for it, and the record."""

from __future__ import annotations

from abc import ABC, abstractmethod
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.errors.faults import InputFault, UsageFault
from simulator.tui.looking import Trouble
from simulator.tui.making import CaseDropped, CaseMade, CaseNotMade
from simulator.tui.messages import DueTold, Failed, RecordNotSaved, RecordSaved, RecordTold

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from textual.message import Message

    from simulator.session.practising import Practising
    from simulator.session.record_view import RecordView
    from simulator.session.runner import Runner
    from simulator.session.training import Training
    from simulator.tui.wanting import CaseWanted

MAKING, OPENING = "Making the case", "Opening the case"
NOT_MADE = "The case is not there any more; choose again what to practise."
LEFT_OUT = "The case counts in no figure any more. Nothing of it is wiped, and it can be counted again."
COUNTED = "The case counts again in every figure."


class PracticeDesk(ABC):
    """Heirs carry out work on their one thread, and post what comes of it.

    A case that is made waits until the learner has read what it can be hard to read for: it is kept as one that is
    begun, and wiped where the learner does not want it, unless it was begun before and is gone on with.
    """

    _made: Runner | None = None
    _made_anew = False

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

    def make(self, wanted: CaseWanted) -> Future[None]:
        """Make a case, and say what it can be hard to read for."""
        return self._do(
            MAKING, lambda: self._made_for(wanted), lambda sentence: CaseNotMade(wanted, sentence)
        )

    def begin_made(self) -> Future[None]:
        """Begin the case that was made."""
        return self._do(OPENING, self._made_opened)

    def drop_made(self) -> Future[None]:
        """Wipe the case that was made, if one is that has not begun."""
        return self._do("Wiping the case", self._made_dropped)

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

    def _made_for(self, wanted: CaseWanted) -> Message:
        self._made_dropped()
        before = {one.session for one in self._training.store.unfinished()}
        self._made = _begun(self._practice, wanted)
        self._made_anew = self._made.name not in before
        return CaseMade(wanted, self._made.view.content_note)

    def _made_opened(self) -> Message:
        made, self._made = self._made, None
        if made is None:
            raise UsageFault(NOT_MADE)
        return self._opened(made)

    def _made_dropped(self) -> Message:
        """What cannot be wiped now is offered to go on with, and can be discarded there."""
        made, self._made = self._made, None
        if made is not None and self._made_anew:
            with suppress(InputFault, UsageFault):
                self._training.discard(made.name)
        return CaseDropped()

    def _record(self, what: str, before: Callable[[], object], said: str) -> Future[None]:
        """What the record shows once something was done to it; `said` tells that it was."""

        def told() -> Message:
            before()
            return RecordTold(self._practice.record(), said)

        return self._do(what, told, lambda sentence: RecordTold(Trouble(sentence)))


def _begun(practice: Practising, wanted: CaseWanted) -> Runner:
    match wanted.sort:
        case "due":
            return practice.begin_due(wanted.minutes)
        case "rule":
            return practice.begin_rule(wanted.rule)
        case "drill":
            return practice.begin_drill()
    if wanted.stage is None:
        raise UsageFault(NOT_MADE)
    return practice.begin_test(wanted.stage)


def _saved(view: RecordView, folder: str) -> Message:
    from simulator.report.of_learner.saving import save_record

    if not folder.strip():
        raise UsageFault("Name the folder in which your record is to be saved.")
    place = Path(folder.strip())
    page, *tables = save_record(view, place)
    return RecordSaved(str(page), str(tables[0].parent))
