"""Which case to play: one to go on with, or a new one of a pack."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.errors.faults import InputFault, UsageFault
from simulator.errors.text import clean, clean_block
from simulator.plain.case_choice import CaseChoice
from simulator.plain.lobby import MODES

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from simulator.plain.lines import Lines
    from simulator.plain.lobby import Lobby
    from simulator.plain.wanting import PlayWanted
    from simulator.session.case_packs import CasePack
    from simulator.session.commands import Mode
    from simulator.session.drafts import Draft
    from simulator.session.runner import Runner
    from simulator.session.training import Training

SEVERAL = "The cases are fictional and told soberly, and they can still be hard to read."
"""What is said where each pack has a content note of its own, which comes when a pack is chosen."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person asked for on the command line: a `case/1` object, or a pack and one of its cases.

    `written` is the id of a written case, `seed` that of one to be made. `newcomer` says whether no case was ever
    finished, and `introduce` keeps that one was: its answer is empty, or a sentence on why it could not. `notices`
    are said first; `places` tell where the things lie that a person may change. All are sentences.
    """

    case: Mapping[str, Any] | None = None
    pack: str | None = None
    seed: int | None = None
    written: str | None = None
    mode: Mode = "practice"
    newcomer: bool = False
    introduce: Callable[[], str] = str
    notices: tuple[str, ...] = ()
    places: tuple[str, ...] = ()

    @property
    def names_a_case(self) -> bool:
        """Whether no other case is asked for."""
        return self.case is not None or self.written is not None or self.seed is not None


NOTHING_ASKED = Asked()


class Starting:
    """Asks until a case is begun or gone on with."""

    def __init__(
        self, training: Training, lines: Lines, asked: Asked, lobby: Lobby, draw_seed: Callable[[], int]
    ) -> None:
        self._training = training
        self._lines = lines
        self._asked = asked
        self._lobby = lobby
        self._draw_seed = draw_seed
        self._told: set[str] = set()

    def tell_notes(self) -> None:
        """Say the content note that all packs share, or that each has one of its own."""
        notes = {pack.content_note for pack in self._training.packs}
        if len(notes) > 1:
            self._lines.say(SEVERAL)
        for note in notes if len(notes) == 1 else ():
            self._tell_note(note)

    def gone_on(self) -> Runner | None:
        """The unfinished session that the person goes on with, or None for a new one."""
        while drafts := self._training.drafts():
            self._lines.say(
                "You have unfinished cases." if len(drafts) > 1 else "You have an unfinished case."
            )
            picked = self._lines.choose(
                "What do you want to do? Type a number.", _offers(drafts), self._lobby.hears
            )
            if picked == len(drafts):
                return None
            draft = drafts[picked % (len(drafts) + 1)]
            if picked > len(drafts):
                self._training.discard(draft.session)
                self._lines.say(f"Discarded: {draft.title}")
            elif runner := self._resumed(draft):
                return runner
        return None

    def started(self) -> Runner:
        """A new session with a case that was asked for or is chosen now."""
        case = self._asked.case
        if not self._asked.names_a_case:
            self._lobby.say_today()
        self._lobby.say_mode()
        if case is None:
            return self._begun(self._chosen())
        return self._begun(self._training.begin_case(case, self._lobby.mode))

    def wanted(self, wanted: PlayWanted) -> Runner | None:
        """The case that is wanted, begun; None where it is left out, or none was named."""
        if wanted.runner is not None:
            self._lines.say(MODES[wanted.runner.view.mode])
            return self._begun(wanted.runner)
        pack = next((pack for pack in self._training.packs if pack.name == wanted.pack), None)
        if pack is None or wanted.which is None:
            return None
        self._tell_note(pack.content_note)
        self._lobby.say_mode()
        begun = self._tried(pack, wanted.which)
        return self._begun(begun) if begun else None

    def _resumed(self, draft: Draft) -> Runner | None:
        try:
            runner = self._training.resume(draft.session)
        except (InputFault, UsageFault) as fault:
            self._lines.say(str(fault))
            return None
        self._lines.say(f"Going on with: {draft.title}")
        self._lines.say(MODES[runner.view.mode])
        self._tell_note(runner.view.content_note)
        return runner

    def _begun(self, runner: Runner) -> Runner:
        """The runner, of which is said what it plays."""
        view = runner.view
        self._lines.say()
        self._lines.say(
            f"{view.title} (case {view.case}{'' if view.seed is None else f', seed {view.seed}'})"
        )
        self._tell_note(view.content_note)
        return runner

    def _chosen(self) -> Runner:
        pack = self._pack()
        self._tell_note(pack.content_note)
        while True:
            if runner := self._tried(pack, self._which(pack)):
                return runner

    def _tried(self, pack: CasePack, which: int | str) -> Runner | None:
        """The case begun, or None where it is at fault; what was asked for on the command line is raised."""
        try:
            return self._training.begin(pack.name, which, self._lobby.mode)
        except (InputFault, UsageFault) as wrong:
            if which in (self._asked.seed, self._asked.written):
                raise
            why = wrong.faults[0] if isinstance(wrong, InputFault) else wrong
            self._lines.say(f"This case is left out: {why}")
            return None

    def _which(self, pack: CasePack) -> int | str:
        if self._asked.written is not None:
            return self._asked.written
        if self._asked.seed is not None:
            return self._asked.seed
        return CaseChoice(pack, self._lines, self._draw_seed, self._lobby.hears).chosen()

    def _pack(self) -> CasePack:
        packs = {pack.name: pack for pack in self._training.packs}
        if not packs:
            raise UsageFault(
                "There are no cases to play; install a pack of cases, or name a file with --case."
            )
        if self._asked.pack is not None:
            if self._asked.pack not in packs:
                raise UsageFault(
                    f"There is no pack of cases {clean(self._asked.pack)!r}; there is {', '.join(packs)}."
                )
            return packs[self._asked.pack]
        if len(packs) == 1:
            return next(iter(packs.values()))
        return self._picked(list(packs.values()))

    def _picked(self, packs: list[CasePack]) -> CasePack:
        """The pack that is chosen in a menu that also offers what the lobby does."""
        while True:
            offers = [*map(_described, packs), *self._lobby.offers()]
            picked = self._lines.choose("Which cases? Type a number.", offers, self._lobby.hears)
            if picked < len(packs):
                return packs[picked]
            self._lobby.take(picked - len(packs))

    def _tell_note(self, note: str) -> None:
        """Say a content note before what it is about; each once."""
        if clean_block(note) not in self._told:
            self._told.add(clean_block(note))
            self._lines.say(note)


def _described(pack: CasePack) -> str:
    number = len(pack.cases)
    cases = f"{number} case{'s' if number > 1 else ''}, each " if number else ""
    intensity = f", intensity {pack.intensity} of 3" if pack.intensity else ""
    return f"{pack.title} ({cases}about {pack.minutes} minutes{intensity})"


def _offers(drafts: tuple[Draft, ...]) -> list[str]:
    begun = [f"{draft.title} (begun {draft.begun[:10]})" for draft in drafts]
    return [
        *(f"Go on with: {one}" for one in begun),
        "Start a new case",
        *(f"Discard: {one}" for one in begun),
    ]
