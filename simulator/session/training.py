"""A place to train at: packs of cases, the guide that judges them, and the store that keeps sessions.

Every face is given one, and needs no more of the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.errors.faults import UsageFault
from simulator.session.book_view import BookView
from simulator.session.drafts import drafts_of
from simulator.session.runner import Runner
from simulator.session.view import NO_CARE, CareView
from simulator.store.moments import days_before, now

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.session.case_packs import CasePack, CaseRef
    from simulator.session.commands import Mode
    from simulator.session.drafts import Draft
    from simulator.session.guide import Guide
    from simulator.session.practising import Practising
    from simulator.store.store import Store


TRUSTED_DAYS = 2
"""On how many days something has to happen before a clock is trusted with what is too old by it."""


def _nothing() -> None:
    """Where nothing is backed up."""


def _no_cases(name: str) -> Sequence[CaseRef]:  # noqa: ARG001
    return ()


@dataclass(frozen=True, slots=True)
class Training:
    """`make` gives the `case/1` of a pack by its seed, or a written one by its id; `troubles` says of everything
    left out why."""

    guide: Guide
    store: Store
    packs: Sequence[CasePack]
    make: Callable[[str, int | str], Mapping[str, Any]]
    troubles: Sequence[str] = ()
    clock: Callable[[], str] = now
    care: CareView = NO_CARE
    """What a force says to its learners."""

    book: Callable[[], BookView] = BookView
    """The guidance to read."""
    exercising: Callable[[str], Sequence[CaseRef]] = _no_cases
    """The cases that exercise a paragraph, or in which a rule decides; the first answer may take seconds."""
    back_up: Callable[[], None] = _nothing
    """Make a backup of all that is kept, where something changed since the last; raises StoreFault."""
    keep_days: int | None = None
    """After how many days a session of which nothing more happened is wiped; None where it stays."""
    practice: Practising | None = None
    """What is due and what the record shows; None where nothing is scheduled, as under a case of one's own."""

    @property
    def standing(self) -> str:
        """The line that every screen and print shows."""
        return self.guide.standing

    def drafts(self) -> tuple[Draft, ...]:
        """The sessions to go on with, the latest first; raises StoreFault."""
        return drafts_of(self.store)

    def begin(self, pack: str, which: int | str, mode: Mode = "practice") -> Runner:
        """The case of a seed, or the written one of an id, begun; raises InputFault, UsageFault, StoreFault."""
        return self.begin_case(self.make(pack, which), mode)

    def begin_case(
        self, case: Mapping[str, Any], mode: Mode = "practice", purpose: Mapping[str, Any] | None = None
    ) -> Runner:
        """A `case/1` of the person's own, begun; raises InputFault, StoreFault."""
        return Runner.begin(self.guide, self.store, case, self.clock, mode, purpose)

    def resume(self, session: str) -> Runner:
        """Go on with an unfinished session; raises InputFault for a broken log, StoreFault."""
        return Runner.resume(self.guide, self.store, session, self.clock)

    @property
    def has_finished(self) -> bool:
        """Whether a case was ever finished; raises StoreFault."""
        return self.store.last_finished() is not None

    def look_back(self) -> Runner:
        """The case that was finished last, as it is kept; raises UsageFault, InputFault, StoreFault."""
        session = self.store.last_finished()
        if session is None:
            raise UsageFault("No case has been finished.")
        return Runner.reread(self.guide, self.store, session, self.clock)

    def sweep(self) -> None:
        """Wipe what was skipped, the words of ended sessions that are not to be kept, and what is too old.

        Where the clock may be wrong it waits: until something happened, by that clock, on two days that are not too
        old. Raises StoreFault.
        """
        self.store.sweep()
        if self.keep_days is not None:
            day = days_before(self.clock(), self.keep_days)
            if self.store.days_since(day) >= TRUSTED_DAYS and (old := self.store.older_than(day)):
                self.store.expire(old)

    def discard(self, session: str) -> None:
        """Wipe a session; raises StoreFault."""
        self.store.discard(session)
