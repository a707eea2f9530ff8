"""The memory of a session from the opening screen to the debrief, beside that of an empty Textual app."""

from __future__ import annotations

import re
import shutil
import sys
import time
from typing import TYPE_CHECKING

from tests.benchmarks.keying import list_cases
from tests.benchmarks.listing import pack_of_copies
from tests.benchmarks.opening import DEBRIEF, go_on
from tests.benchmarks.painting import EMPTY
from tests.benchmarks.places import environment_of
from tests.benchmarks.processes import SIMULATOR
from tests.benchmarks.sessions import all_but_ended
from tests.benchmarks.terminals import Terminal

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

ENTER, DOWN, END, PAGE_DOWN = "\r", "\x1b[B", "\x1b[F", "\x1b[6~"
UNTIL_PAINTED, UNTIL_LOADED = 2.0, 5.0
PLAY = [*SIMULATOR, "play"]
STEP, ALL_MADE = "Confirm (c)", "Every decision of this step is made"
OPEN = re.compile(r"^ \d+ still open\.", re.MULTILINE)
"""On the line for what has just happened; a case may say it as well."""
CHOOSER, KEEPS, ASKED = "Esc goes back.", "Enter keeps", "Not yet"
"""What the case, its chooser and its question before a phase is confirmed say."""


def memory_rounds(scratch: Path, rounds: int) -> dict[str, list[float]]:
    """By what was played, the most that it took in memory at any rest / what an empty app takes."""
    pack_of_copies(scratch / "many", 1_000)
    played: dict[str, Callable[[Path], float]] = {
        "a case played by keys, the first time": _first,
        "a case played by keys": _played,
        "the debrief of a case of 64 KiB with 500 notes": _large,
        "a list of 1,000 cases": _listed,
    }
    found: dict[str, list[float]] = {name: [] for name in played}
    for _ in range(rounds):
        empty = _empty()
        for name, megabytes in played.items():
            found[name].append(megabytes(scratch) / empty)
    return found


def _empty() -> float:
    with Terminal([sys.executable, "-c", EMPTY], {}) as app:
        time.sleep(UNTIL_PAINTED)
        return _at_rest(app)


def _first(scratch: Path) -> float:
    """A case from the opening screen to the debrief, nothing being kept from an earlier start."""
    shutil.rmtree(scratch / "cache", ignore_errors=True)
    return _played(scratch)


def _played(scratch: Path) -> float:
    for kept in scratch.glob("played.sqlite*"):
        kept.unlink()
    with Terminal(PLAY, environment_of(scratch, "played.sqlite")) as case:
        case.wait(lambda text: "Assess" in text)
        time.sleep(UNTIL_LOADED)
        most = [_at_rest(case)]
        case.press(DOWN + ENTER, lambda text: "Assess: " in text)
        case.press(END + ENTER, lambda text: "Seed" in text)
        case.press(ENTER, lambda text: STEP in text)
        most.append(_at_rest(case))
        while DEBRIEF not in case.text:
            _decide(case)
            most.append(_at_rest(case))
            case.press("c", lambda text: ASKED in text or ALL_MADE not in text)
            if ASKED in case.text and DEBRIEF not in case.text:
                case.press("y", lambda text: DEBRIEF in text or (ASKED not in text and ALL_MADE not in text))
            most.append(_at_rest(case))
        return max(*most, _debrief_read(case))


def _decide(case: Terminal) -> None:
    """Take the first option of everything that the step asks."""
    case.settle()
    case.press("n", _told_what_is_open)
    while ALL_MADE not in case.text:
        case.press(ENTER, lambda text: CHOOSER in text)
        several = KEEPS in case.text
        case.press(" " * several + ENTER, lambda text: CHOOSER not in text and "Saved." in text)
        case.settle()
        case.press("n", _told_what_is_open)


def _told_what_is_open(text: str) -> bool:
    return ALL_MADE in text or OPEN.search(text) is not None


def _large(scratch: Path) -> float:
    environment = all_but_ended(scratch, "large.sqlite", large=True)
    with Terminal(PLAY, environment) as case:
        go_on(case)
        at_case = _at_rest(case)
        case.press("c", lambda text: ASKED in text)
        case.press("y", lambda text: DEBRIEF in text)
        most = max(at_case, _debrief_read(case))
    for kept in scratch.glob("large.sqlite*"):
        kept.unlink()
    return most


def _listed(scratch: Path) -> float:
    command = [*PLAY, "--pack", str(scratch / "many")]
    with Terminal(command, environment_of(scratch, "none.sqlite")) as cases:
        list_cases(cases)
        for _ in range(20):
            cases.effect(PAGE_DOWN)
        return _at_rest(cases)


def _debrief_read(case: Terminal) -> float:
    """The debrief, gone through from decision to decision, with what would change the last."""
    most = _at_rest(case)
    for key in "f" + "n" * 12 + "12":
        case.press(key, lambda _: True)
        case.settle()
    return max(most, _at_rest(case))


def _at_rest(terminal: Terminal) -> float:
    terminal.settle()
    return terminal.megabytes()
