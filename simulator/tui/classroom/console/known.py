"""What the console knows of its class: what it heard last, and what it has seen happen."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from simulator.tui.drafts import Drafts

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.class_view import ConsoleView, KeyView
    from simulator.classroom.messages import Conducting
    from simulator.classroom.poll_view import VerdictView
    from simulator.tui.classroom.console.orders import Order

SECONDS = 60


class Vote(NamedTuple):
    """One vote of the class: which case, phase and question, and which vote on it."""

    case: int
    phase: str
    question: str
    round: int


class Known:
    """`clock` gives seconds; they need have no beginning."""

    def __init__(self, conducting: Conducting, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._opened: tuple[Vote, float] | None = None
        self._discussed: set[Vote] = set()
        self.lost = ""
        """Why the line is broken; empty while there is one."""
        self.under_way: Order | None = None
        """What is being carried out."""
        self.key: KeyView | None = None
        """Of the current case, once it was looked up."""
        self.key_sought = False
        self.saved: tuple[str, ...] = ()
        """Where the files of the last report lie."""
        self.discussed_prompts: set[str] = set()
        """What the class was given to discuss in this case."""
        self.drafts: Drafts[str] = Drafts()
        self.console: ConsoleView = conducting.console
        self.hear_first(conducting)

    def hear_first(self, conducting: Conducting) -> None:
        """The line is there (again)."""
        self.lost = ""
        self.world = conducting.world
        self.code, self.projector, self.addresses = (
            conducting.code,
            conducting.projector,
            conducting.addresses,
        )
        self.hear(conducting.console)

    def hear(self, console: ConsoleView) -> None:
        """The class as it is now."""
        if self.console.case != console.case:
            self.key, self.key_sought, self.discussed_prompts = None, False, set()
        self.console = console
        vote = self.vote
        if vote is None:
            self._opened = None
        elif self._opened is None or self._opened[0] != vote:
            self._opened = vote, self._clock()
        if console.room.paused is not None:
            self.discussed_prompts.add(console.room.paused)
            if vote is not None:
                self._discussed.add(vote)

    @property
    def vote(self) -> Vote | None:
        """The vote that is taken, or was taken last on the current question."""
        current = self.console.current
        return Vote(self.console.case, *current, self.console.room.round) if current is not None else None

    @property
    def minutes_open(self) -> int | None:
        """Whole minutes since the console heard of the vote; None where there is none."""
        if self._opened is None:
            return None
        return int(self._clock() - self._opened[1]) // SECONDS

    @property
    def discussed(self) -> bool:
        """Whether the class was paused since the vote."""
        return self.vote in self._discussed

    @property
    def now(self) -> float:
        """Seconds."""
        return self._clock()

    def verdict(self, phase: str, question: str) -> VerdictView | None:
        """What the guidance says of a question of the current case, as far as it is known here."""
        verdicts = self.key.verdicts if self.key is not None else ()
        found = (each for each in verdicts if (each.phase, each.question) == (phase, question))
        return next(found, self._told(phase, question))

    def _told(self, phase: str, question: str) -> VerdictView | None:
        told = self.console.room.verdict
        return told if told is not None and (told.phase, told.question) == (phase, question) else None
