"""`simulator play --plain`: the training as numbered lines of text."""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import dataclass
from secrets import randbelow
from typing import TYPE_CHECKING, TextIO

from simulator.errors.faults import InputFault, UsageFault
from simulator.errors.text import clean, clean_block
from simulator.plain.asking import Asking
from simulator.plain.case_choice import CaseChoice
from simulator.plain.debrief import tell_debrief
from simulator.plain.further import Further
from simulator.plain.lines import Lines
from simulator.plain.numbered import numbered
from simulator.session.commands import Leave
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from typing import Any

    from simulator.session.drafts import Draft
    from simulator.session.runner import Runner
    from simulator.session.training import CasePack, Training

DONE, INTERRUPTED = 0, 130
DRAWN_BELOW = 1_000_000
"""Seeds of random cases are smaller, so that a person can say them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the person asked for on the command line: a `case/1` object, or a pack and one of its cases.

    `written` is the id of a written case, `seed` that of one to be made.
    """

    case: Mapping[str, Any] | None = None
    pack: str | None = None
    seed: int | None = None
    written: str | None = None


NOTHING_ASKED = Asked()

SEVERAL = "The cases are fictional and told soberly, and they can still be hard to read."
"""What is said where each pack has a content note of its own, which comes when a pack is chosen."""


def play_plain(
    training: Training,
    stdin: TextIO,
    stdout: TextIO,
    asked: Asked = NOTHING_ASKED,
    draw_seed: Callable[[], int] = lambda: randbelow(DRAWN_BELOW),
) -> int:
    """Play one case from `stdin` to `stdout`; the exit code.

    Unfinished sessions are offered before anything new. The end of the input is leaving, and Ctrl-C as well.
    Raises StoreFault; InputFault for a bad case; UsageFault where there is no such pack.
    """
    for stream in (stdin, stdout):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")
    return _Play(training, Lines(stdin, stdout), asked, draw_seed).run()


class _Play:
    """One run of plain mode; `runner` is the session once there is one."""

    def __init__(self, training: Training, lines: Lines, asked: Asked, draw_seed: Callable[[], int]) -> None:
        self.training = training
        self.lines = lines
        self.asked = asked
        self.draw_seed = draw_seed
        self.runner: Runner | None = None
        self._told: set[str] = set()

    def run(self) -> int:
        try:
            self._greet()
            self.runner = self._go_on() or self._start()
            Asking(self.runner, self.lines).until_finished()
            self._tell_end(self.runner)
        except EOFError:
            self._leave()
        except KeyboardInterrupt:
            with suppress(StoreFault):  # the last answer may just have been kept, and not yet known here
                self._leave()
            return INTERRUPTED
        return DONE

    def _greet(self) -> None:
        self.lines.say("Training simulator")
        self.lines.say(self.training.standing)
        notes = {pack.content_note for pack in self.training.packs}
        if len(notes) > 1:
            self.lines.say(SEVERAL)
        for note in notes if len(notes) == 1 else ():
            self._tell_note(note)
        self._tell_troubles()
        self.lines.say(
            "You can leave at any time: type leave. Leaving costs nothing. Type help for all commands."
        )

    def _tell_note(self, note: str) -> None:
        """Say a content note before what it is about; each once."""
        if clean_block(note) not in self._told:
            self._told.add(clean_block(note))
            self.lines.say(note)

    def _tell_troubles(self) -> None:
        """Say what was left out, and why; each trouble once."""
        for trouble in self.training.troubles:
            if trouble not in self._told:
                self._told.add(trouble)
                self.lines.say(trouble)

    def _go_on(self) -> Runner | None:
        """The unfinished session that the person goes on with, or None for a new one."""
        while drafts := self.training.drafts():
            self.lines.say(
                "You have unfinished cases." if len(drafts) > 1 else "You have an unfinished case."
            )
            picked = self.lines.choose("What do you want to do? Type a number.", _offers(drafts))
            if picked == len(drafts):
                return None
            draft = drafts[picked % (len(drafts) + 1)]
            if picked > len(drafts):
                self.training.discard(draft.session)
                self.lines.say(f"Discarded: {draft.title}")
            elif runner := self._resumed(draft):
                return runner
        return None

    def _resumed(self, draft: Draft) -> Runner | None:
        try:
            runner = self.training.resume(draft.session)
        except (InputFault, UsageFault) as fault:
            self.lines.say(str(fault))
            return None
        self.lines.say(f"Going on with: {draft.title}")
        self._tell_note(runner.view.content_note)
        return runner

    def _start(self) -> Runner:
        """A new session with a case that was asked for or is chosen now."""
        case = self.asked.case
        runner = self.training.begin_case(case) if case is not None else self._begin_chosen()
        view = runner.view
        self.lines.say()
        self.lines.say(f"{view.title} (case {view.case}{'' if view.seed is None else f', seed {view.seed}'})")
        self._tell_note(view.content_note)
        return runner

    def _begin_chosen(self) -> Runner:
        pack = self._pack()
        self._tell_note(pack.content_note)
        while True:
            which = self._which(pack)
            try:
                return self.training.begin(pack.name, which)
            except (InputFault, UsageFault) as wrong:
                if self.asked.seed is not None or self.asked.written is not None:
                    raise
                why = wrong.faults[0] if isinstance(wrong, InputFault) else wrong
                self.lines.say(f"This case is left out: {why}")

    def _which(self, pack: CasePack) -> int | str:
        if self.asked.written is not None:
            return self.asked.written
        if self.asked.seed is not None:
            return self.asked.seed
        return CaseChoice(pack, self.lines, self.draw_seed).chosen()

    def _pack(self) -> CasePack:
        packs = {pack.name: pack for pack in self.training.packs}
        if not packs:
            raise UsageFault(
                "There are no cases to play; install a pack of cases, or name a file with --case."
            )
        if self.asked.pack is not None:
            if self.asked.pack not in packs:
                raise UsageFault(
                    f"There is no pack of cases {clean(self.asked.pack)!r}; there is {', '.join(packs)}."
                )
            return packs[self.asked.pack]
        if len(packs) == 1:
            return next(iter(packs.values()))
        titles = [_described(pack) for pack in packs.values()]
        return list(packs.values())[self.lines.choose("Which cases? Type a number.", titles)]

    def _tell_end(self, runner: Runner) -> None:
        debrief = runner.view.debrief
        if debrief is not None:
            tell_debrief(debrief, self.lines)
            self._tell_troubles()
            Further(runner, self.lines, numbered(debrief)).until_enough()
            self.lines.say(runner.view.standing)
        else:
            self._say_left()

    def _leave(self) -> None:
        if self.runner is not None and self.runner.view.debrief is None:
            self.runner.do(Leave())
            self._say_left()

    def _say_left(self) -> None:
        self.lines.say("You left. Your answers are kept and nothing is scored; start again to go on.")


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
