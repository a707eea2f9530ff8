"""What is tried while calls fail: the store's own calls, and a case that is played in lines of text."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Protocol, TextIO

from simulator.plain.play import play_plain
from simulator.store.faults import StoreFault
from simulator.store.store import Store
from tests.faults.layer import disarm
from tests.faults.scenarios import SCENARIOS, SHORT, Keeper, Scenario, states, told
from tests.plain.scripted import training_at
from tests.plain.test_kill import TOLD

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

LINES = "1", "2", "1", "why Because.", "sure 2", "1", "confirm", "1", "2", "confirm", "1", "1", "confirm", ""
SAVED = "Saved."
TELLS = "make room", "cannot be", "could not be", "is damaged"
NOTHING_SAID = "An answer was not saved, and nothing was said of it"
ACKNOWLEDGED = "acknowledged"
"""The file, outside of what is watched, with a letter for each step that was acknowledged."""


class Run(Protocol):
    """A run from an empty home; each of it in a process of its own."""

    def prepare(self, home: Path) -> None:
        """What is there before anything fails."""

    def go(self, home: Path) -> str:
        """Go through it until a fault is told; the sentence."""

    def wrong(self, home: Path) -> str:
        """Once calls do not fail any more: what is not as it should be."""


class Steps:
    """A scenario of the store."""

    def __init__(self, scenario: Scenario, folder: Path) -> None:
        self._scenario = scenario
        self._states = states(scenario, folder / "states" / "store.sqlite")
        self._acknowledged = folder / ACKNOWLEDGED
        self._keeper: Keeper | None = None

    def prepare(self, home: Path) -> None:
        self._acknowledged.write_bytes(b"")
        self._scenario.prepare(_store_in(home))

    def go(self, home: Path) -> str:
        self._keeper = Keeper(_store_in(home))
        with self._acknowledged.open("ab", buffering=0) as acknowledged:
            try:
                for step in self._scenario.steps:
                    step(self._keeper)
                    acknowledged.write(b"+")
            except StoreFault as fault:
                return str(fault)
        return ""

    def wrong(self, home: Path) -> str:
        disarm()
        done = len(self._acknowledged.read_bytes())
        keeper = self._keeper or Keeper(_store_in(home))
        steps, sessions = self._scenario.steps, self._scenario.sessions
        if told(keeper.store, sessions) not in self._states[done : done + 2]:
            return f"not what was acknowledged with step {done}, nor with the next"
        for step in steps[done:]:
            step(keeper)
        for _ in range(2):
            if told(keeper.store, sessions) != self._states[-1]:
                return f"it does not go on as it should after step {done}"
            keeper.close()
        return ""


class Playing:
    """A case that is played in lines of text, in a store that is there."""

    def __init__(self, folder: Path) -> None:
        self._said = folder / ACKNOWLEDGED
        whole = io.StringIO()
        _play(folder / "whole" / "store.sqlite", whole)
        self._most = whole.getvalue().count(SAVED)

    def prepare(self, home: Path) -> None:
        self._said.write_text("")
        Store(_store_in(home)).close()

    def go(self, home: Path) -> str:
        with self._said.open("a", buffering=1) as said:
            try:
                _play(_store_in(home), said)
            except StoreFault as fault:
                return str(fault)
        told = " ".join(self._said.read_text().split())
        if told.count(SAVED) < self._most and not any(words in told for words in TELLS):
            return NOTHING_SAID
        return ""

    def wrong(self, home: Path) -> str:
        disarm()
        saved = self._said.read_text().count(SAVED)
        kept = _kept_in(_store_in(home))
        if saved > kept:
            return f"{saved} answers were said to be saved, and {kept} are there"
        again = io.StringIO()
        _play(_store_in(home), again)
        return "" if SAVED in again.getvalue() else f"it does not go on: {again.getvalue()}"


def _play(path: Path, said: TextIO) -> None:
    training = training_at(path)
    try:
        lines = io.StringIO("".join(f"{line}\n" for line in LINES))
        play_plain(training, lines, said, draw_seed=lambda: 4)
    finally:
        training.store.close()


def _kept_in(path: Path) -> int:
    """How many answers are kept."""
    store = Store(path)
    sessions = {one.session for one in store.unfinished()} | {store.last_finished()} - {None}
    events = [one["kind"] for session in sessions for one in store.load(str(session))]
    store.close()
    return sum(kind in TOLD for kind in events)


def _store_in(home: Path) -> Path:
    return home / "data" / "store.sqlite"


RUNS: Mapping[str, Callable[[Path], Run]] = {
    "a new store": lambda folder: Steps(SHORT, folder),
    "a migration": lambda folder: Steps(SCENARIOS["a migration from 2"], folder),
    "a case": Playing,
}
