"""From a key to its effect on the screen, beside the same key in an app of one table or one list."""

from __future__ import annotations

import statistics
import sys
from typing import TYPE_CHECKING

from tests.benchmarks.listing import pack_of_copies
from tests.benchmarks.opening import go_on
from tests.benchmarks.places import environment_of
from tests.benchmarks.processes import SIMULATOR
from tests.benchmarks.sessions import begun
from tests.benchmarks.terminals import Terminal

if TYPE_CHECKING:
    from pathlib import Path

TABLE = """
from textual.app import App
from textual.widgets import DataTable
class Table(App):
    def compose(self):
        yield DataTable()
    def on_mount(self):
        table = self.query_one(DataTable)
        table.add_columns("Question", *"ABCDE")
        table.add_rows((f"Question {row}", *("open",) * 5) for row in range(12))
Table().run()
"""
LIST = """
from textual.app import App
from textual.widgets import OptionList
class List(App):
    def compose(self):
        yield OptionList(*(f"Case {row}" for row in range(30)))
List().run()
"""
ENTER, DOWN, UP = "\r", "\x1b[B", "\x1b[A"
WARM = 6
CASES = 1_000
CHOICE = "Esc goes back."


def key_rounds(scratch: Path, rounds: int) -> dict[str, tuple[list[float], list[float]]]:
    """By what was measured, the ratios until the first of what a key changes is shown, and until all of it is."""
    small, large = begun(scratch, "small.sqlite"), begun(scratch, "large.sqlite", large=True)
    pack = pack_of_copies(scratch / "many", CASES)
    playing = [*SIMULATOR, "play"]
    found = {}
    for name, environment in (("", small), (" with 64 KiB of text and 500 notes", large)):
        with Terminal(playing, environment) as case:
            go_on(case)
            found[f"in the file{name}"] = _ratios(case, LIST, rounds, (DOWN, UP))
            case.effect("f")
            found[f"among the decisions{name}"] = _ratios(case, TABLE, rounds, (DOWN, UP))
    with Terminal([*playing, "--pack", str(pack)], environment_of(scratch, "none.sqlite")) as cases:
        list_cases(cases)
        found[f"in a list of {CASES:,} cases"] = _ratios(cases, LIST, rounds, (DOWN, UP))
    return found


def list_cases(cases: Terminal) -> None:
    """From the opening screen to the cases of the only pack."""
    cases.wait(lambda text: "Practise" in text and "Looking for" not in text)
    cases.settle()
    cases.press(ENTER, lambda text: "Practise: " in text)
    cases.press(ENTER, lambda text: CHOICE in text and "case-" not in text)
    cases.settle()


def _ratios(ours: Terminal, app: str, rounds: int, keys: tuple[str, str]) -> tuple[list[float], list[float]]:
    """The medians of some keys there and back, again and again, in turn with the other app."""
    first, last = [], []
    with Terminal([sys.executable, "-c", app], {}) as empty:
        empty.settle()
        for one in (empty, ours):
            _medians(one, keys)
        for _ in range(rounds):
            theirs, mine = _medians(empty, keys), _medians(ours, keys)
            first.append(mine[0] / theirs[0])
            last.append(mine[1] / theirs[1])
    return first, last


def _medians(terminal: Terminal, keys: tuple[str, str]) -> tuple[float, float]:
    effects = [terminal.effect(key) for _ in range(WARM) for key in keys]
    return statistics.median(one for one, _ in effects), statistics.median(one for _, one in effects)
