"""A place to train at: packs of cases, the guide that judges them, and the store that keeps sessions.

Every face is given one, and needs no more of the program.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.session.book_view import BookView
from simulator.session.drafts import drafts_of
from simulator.session.runner import Runner, now
from simulator.session.view import NO_CARE, CareView

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.session.commands import Mode
    from simulator.session.drafts import Draft
    from simulator.session.guide import Guide
    from simulator.store.store import Store


@dataclass(frozen=True, slots=True)
class CaseTitle:
    """A written case as a person chooses among them: its id in its pack, and its title."""

    case: str
    title: str


@dataclass(frozen=True, slots=True)
class CasePack:
    """A pack of cases as a person chooses among them.

    `cases` are written; `makes` says whether the pack also makes new ones from seeds. `intensity` goes from 1 to 3,
    0 where the pack does not say.
    """

    name: str
    title: str
    content_note: str
    minutes: int
    intensity: int = 0
    cases: tuple[CaseTitle, ...] = ()
    makes: bool = True
    first: str = ""
    """The written case that suits a newcomer; empty where the pack names none."""


@dataclass(frozen=True, slots=True)
class CaseRef:
    """A case that exercises something: `which` is the id of a written one, or the seed of one still to be made."""

    pack: CasePack
    which: int | str
    title: str = ""
    """Empty of one still to be made."""


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

    def begin_case(self, case: Mapping[str, Any], mode: Mode = "practice") -> Runner:
        """A `case/1` of the person's own, begun; raises InputFault, StoreFault."""
        return Runner.begin(self.guide, self.store, case, self.clock, mode)

    def resume(self, session: str) -> Runner:
        """Go on with an unfinished session; raises InputFault for a broken log, StoreFault."""
        return Runner.resume(self.guide, self.store, session, self.clock)

    def sweep(self) -> None:
        """Wipe what was skipped, and the words of ended sessions that are not to be kept; raises StoreFault."""
        self.store.sweep()

    def discard(self, session: str) -> None:
        """Wipe a session; raises StoreFault."""
        self.store.discard(session)
