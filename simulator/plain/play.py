"""`simulator play --plain`: the training as numbered lines of text."""

from __future__ import annotations

import io
from contextlib import suppress
from dataclasses import replace
from secrets import randbelow
from typing import TYPE_CHECKING, TextIO

from simulator.plain.anywhere import Anywhere
from simulator.plain.asking import Asking
from simulator.plain.asking_words import LEFT, LEFT_AT_ONCE, LEFT_UNSAVED, NO_NAMES
from simulator.plain.debrief import tell_debrief
from simulator.plain.further import Further
from simulator.plain.lines import Lines
from simulator.plain.lobby import Lobby
from simulator.plain.starting import NOTHING_ASKED, Asked, Starting
from simulator.plain.wanting import PlayWanted
from simulator.session.commands import Leave
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.session.debrief_view import DebriefView
    from simulator.session.runner import Runner
    from simulator.session.training import Training

DONE, INTERRUPTED = 0, 130
DRAWN_BELOW = 1_000_000
"""Seeds of random cases are smaller, so that a person can say them."""


def play_plain(
    training: Training,
    stdin: TextIO,
    stdout: TextIO,
    asked: Asked = NOTHING_ASKED,
    draw_seed: Callable[[], int] = lambda: randbelow(DRAWN_BELOW),
) -> int:
    """Play from `stdin` to `stdout`, one case unless another is asked for; the exit code.

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
        self.asking: Asking | None = None
        training.store.access.be_brief()
        self.anywhere = Anywhere(training, lines, asked.places)
        first = next((pack for pack in training.packs if pack.first), None) if asked.newcomer else None
        self.lobby = Lobby(self.anywhere, lines, asked.mode, first)
        self._told: set[str] = set()

    def run(self) -> int:
        try:
            self._sweep()
            self._greet()
            self._play()
        except EOFError:
            if self.asking is not None:
                self.asking.try_again()
            self._leave()
        except KeyboardInterrupt:
            self._leave_at_once()
            return INTERRUPTED
        self._back_up()
        return DONE

    def _play(self) -> None:
        """Play cases until no other is wanted."""
        starting = self._starting()
        starting.tell_notes()
        self._tell_troubles()
        self.lines.say(
            "You can leave at any time: type leave. Leaving costs nothing. Type help for all commands."
        )
        self.lines.say(f"Wherever you use words of your own: {NO_NAMES[0].lower()}{NO_NAMES[1:]}")
        if not self.asked.names_a_case:
            self.lobby.greet()
        wanted: PlayWanted | None = None
        while True:
            try:
                self.runner = starting.wanted(wanted) if wanted else None
                self.runner = self.runner or starting.gone_on() or starting.started()
                self._play_one(self.runner)
                return
            except PlayWanted as another:
                self._leave()
                self._back_up()
                wanted, starting = another, self._starting(again=True)

    def _starting(self, *, again: bool = False) -> Starting:
        if again:
            self.asked = replace(self.asked, case=None, pack=None, seed=None, written=None)
        return Starting(self.training, self.lines, self.asked, self.lobby, self.draw_seed)

    def _play_one(self, runner: Runner) -> None:
        asking = self.asking = Asking(runner, self.lines, self.anywhere)
        asking.until_finished(self._tell_troubles)
        debrief = runner.view.debrief
        if debrief is not None:
            self._tell_end(runner, debrief, asking.feedback.told)
        elif runner.view.state == "skipped":
            self._wipe(runner)
        else:
            self._say_left()

    def _tell_end(self, runner: Runner, debrief: DebriefView, told: set[str]) -> None:
        tell_debrief(debrief, self.lines, told)
        self._tell_troubles()
        self._introduce()
        Further(runner, self.lines, debrief, self.anywhere).until_enough()
        self.lines.say(runner.view.standing)

    def _back_up(self) -> None:
        """After a session; what was saved is saved, even where there can be no second copy of it."""
        try:
            self.training.back_up()
        except StoreFault as fault:
            self.lines.say(str(fault))

    def _introduce(self) -> None:
        """Keep that a case was finished."""
        if self.asked.newcomer:
            self.asked = replace(self.asked, newcomer=False)
            self._say_notices(self.asked.introduce())

    def _greet(self) -> None:
        self.lines.say("Training simulator")
        self.lines.say(self.training.standing)
        self._say_notices(*self.asked.notices)

    def _say_notices(self, *notices: str) -> None:
        self.lines.say_all(filter(None, notices))

    def _sweep(self) -> None:
        """Wipe what an earlier run could not; where that fails, the next start tries again."""
        try:
            self.training.sweep()
        except StoreFault as fault:
            self.lines.say(str(fault))

    def _tell_troubles(self) -> None:
        """Say what was left out, and why; each trouble once."""
        for trouble in self.training.troubles:
            if trouble not in self._told:
                self._told.add(trouble)
                self.lines.say(trouble)

    def _leave(self) -> None:
        """Leave the case that is open, if one is."""
        if self.runner is None or self.runner.view.state == "finished":
            return
        if self.runner.view.state == "skipped":
            self._wipe(self.runner)
        else:
            self.runner.do(Leave())
            self._say_left()
        self.runner = None

    def _leave_at_once(self) -> None:
        """The last answer may just have been kept, and that not yet be known here."""
        try:
            self._leave()
        except StoreFault:
            self.lines.say(LEFT_UNSAVED if self._is_unsaved else LEFT_AT_ONCE)

    @property
    def _is_unsaved(self) -> bool:
        return self.asking is not None and self.asking.unsaved

    def _wipe(self, runner: Runner) -> None:
        """Wipe a skipped session; where that fails, the next start does it."""
        with suppress(StoreFault):
            self.training.discard(runner.name)

    def _say_left(self) -> None:
        self.lines.say(LEFT_UNSAVED if self._is_unsaved else LEFT)
