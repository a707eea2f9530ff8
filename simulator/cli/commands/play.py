"""`simulator` and `simulator play`: the training itself."""

from __future__ import annotations

import gc
import os
import sys
from dataclasses import replace
from functools import partial
from pathlib import PurePath
from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault

if TYPE_CHECKING:
    from simulator.cli.parser import Asked
    from simulator.session.training import Training

NO_TERMINAL = "the terminal UI needs a terminal; `simulator play --plain` works without one."


OFTEN = "240"
"""Times in a second that a screen may be drawn: all that follows from a key is seen soon after its first effect."""


def run(asked: Asked) -> int:
    """Plays in lines of text, or in the terminal UI."""
    if asked.plain:
        return _plain(asked)
    if any(each is not None for each in (asked.case, asked.seed, asked.mode)):
        raise UsageFault("--case, --seed and --mode go with --plain.")
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise UsageFault(NO_TERMINAL)
    return _screens(asked)


def _plain(asked: Asked) -> int:
    from simulator.cli.ending import ended_in_order
    from simulator.cli.training import case_in, training_of
    from simulator.cli.workshop import Workshop
    from simulator.plain.play import play_plain
    from simulator.plain.starting import Asked as Wanted

    if asked.case is not None and asked.seed is not None:
        raise UsageFault("--case and --seed exclude each other.")
    workshop = Workshop(strangers=asked.plugins, guidance=asked.guidance, pack=asked.pack)
    written = asked.case if _is_written(asked) else None
    case = case_in(workshop, asked.case) if asked.case is not None and written is None else None
    training = training_of(workshop, case)
    pack = training.packs[0].name if asked.pack and training.packs else None
    person = _Person()
    wanted = Wanted(
        case,
        pack,
        asked.seed,
        written,
        mode=asked.mode or "practice",
        newcomer=not person.introduced,
        introduce=person.introduce,
        notices=person.notices,
        places=person.places,
    )
    return ended_in_order(partial(play_plain, training, sys.stdin, sys.stdout, wanted))


class _Person:
    """What is kept of the person on this machine, beside their answers."""

    def __init__(self) -> None:
        from simulator.packs.settings import settings_path
        from simulator.preferences.keeping import read_preferences

        self._kept = read_preferences()
        self.introduced = self._kept.preferences.introduced
        self.notices = (self._kept.trouble,) if self._kept.trouble else ()
        self.places = (
            f"Folders of cases, and your force's own texts on support, are set in {settings_path()}.",
        )

    def introduce(self) -> str:
        """Keep that they have played a case; a sentence where that could not be kept."""
        from simulator.preferences.keeping import keep_preferences, read_preferences

        return keep_preferences(replace(read_preferences().preferences, introduced=True))


def _is_written(asked: Asked) -> bool:
    """Whether `--case` names a written case of the pack and no file."""
    return asked.pack is not None and asked.case is not None and PurePath(asked.case).suffix == ""


def _screens(asked: Asked) -> int:
    os.environ.setdefault("TEXTUAL_FPS", OFTEN)
    from simulator.packs.cache import read_index
    from simulator.tui.app import run_app

    usual = asked.plugins and asked.pack is None and asked.guidance is None

    def load() -> Training:
        from dataclasses import asdict

        from simulator.cli.apart import Given, read_apart
        from simulator.cli.training import training_of
        from simulator.cli.workshop import Workshop
        from simulator.packs.cache import write_index
        from simulator.tui.index import index_of

        given = Given(strangers=asked.plugins, guidance=asked.guidance, pack=asked.pack)
        read_apart(given)
        training = training_of(Workshop(**asdict(given)), apart=given)
        if usual:
            write_index(index_of(training))
        gc.freeze()  # packs and rules stay for good: looking through them for garbage would hold up a key
        return training

    return run_app(load, read_index() if usual else None)
