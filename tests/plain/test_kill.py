"""Killed at any moment, the program loses no answer that it said was saved."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from typing import IO, TYPE_CHECKING, Any

from simulator.session.core import Session
from simulator.session.training import Training
from simulator.store.store import Store
from tests.session.two_friends import guide

from .scripted import play

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

PROGRAM = [
    sys.executable,
    "-m",
    "simulator",
    "play",
    "--plain",
    "--no-plugins",
    "--pack",
    "core",
    "--seed",
    "7",
]
LINES = "1|next|2|1|go 2|1|1|go 1|why Because.|cite IG2|sure 2|2|next|2|go 4|1|2|1|go 5|1|confirm" + "|4" * 9
"""The first step with changes of mind, and some way into the second; it never finishes."""

KILLS, KILLS_FROM_THE_START = 85, 15
SAVED, MOST_SAVED = "Saved.\n", 20
SEEN = 40
"""Characters of a line that are compared: the number of a question and its title; the rest may be wrapped."""
TOLD = {
    "answer_given",
    "answer_changed",
    "rationale_given",
    "sureness_given",
    "citations_given",
    "step_confirmed",
}


class Played:
    """The program on its way through LINES, and when it began."""

    def __init__(self, store: Path) -> None:
        self.begun = time.perf_counter()
        self.process = subprocess.Popen(
            PROGRAM,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "SIMULATOR_STORE": str(store)},
            text=True,
            encoding="utf-8",
        )
        self._feeder = threading.Thread(target=self._feed)
        self._feeder.start()

    @property
    def stdout(self) -> IO[str]:
        assert self.process.stdout is not None
        return self.process.stdout

    def said(self) -> str:
        """All it says from now on until it ends, whatever ends it."""
        said = self.stdout.read()
        self._feeder.join()
        self.process.wait()
        self.stdout.close()
        return said

    def _feed(self) -> None:
        assert self.process.stdin is not None
        try:
            for line in LINES.split("|"):
                self.process.stdin.write(line + "\n")
                self.process.stdin.flush()
            self.process.stdin.close()
        except OSError:  # it was killed
            return


def killed(store: Path, seconds: float, saved: int | None) -> str:
    """What the program said until it was killed.

    That is `seconds` after it said for the `saved`-th time that something was saved, or after its start.
    """
    played = Played(store)
    first = "" if saved is None else "".join(said_until(played, saved))
    timer = threading.Timer(seconds, played.process.kill)
    timer.start()
    said = first + played.said()
    timer.join()
    return said


def said_until(played: Played, saved: int) -> Iterator[str]:
    """The lines up to the one that says that something was saved, for the `saved`-th time."""
    while saved and (line := played.stdout.readline()):
        yield line
        saved -= line == SAVED


def seconds_of_a_whole_run(store: Path) -> tuple[float, float]:
    """How long the program takes to its first line, and from there to its end."""
    played = Played(store)
    played.stdout.readline()
    first = time.perf_counter()
    said = played.said()
    assert said.count(SAVED) > MOST_SAVED, said
    return first - played.begun, time.perf_counter() - first


def acknowledged(path: Path, said: str) -> int:
    """How many answers were said to be saved; fails unless all are kept and a new start goes on there."""
    saved = said.count(SAVED)
    if not path.exists():
        assert saved == 0
        return saved
    store = Store(path)
    drafts = store.unfinished()
    events = store.load(drafts[0].session) if drafts else []
    again = play(Training(guide(), store, [], no_case), "1") if events else ""
    store.close()
    assert saved <= sum(event["kind"] in TOLD for event in events) <= saved + 1
    assert place_told(again) == place_of(events)
    return saved


def no_case(_pack: str, _which: int | str) -> Mapping[str, Any]:
    raise AssertionError("a new case was begun")


def place_told(said: str) -> list[str]:
    """The lines that tell the place where a session goes on."""
    starts = ("Step ", "Question ", "Your answers in this step:")
    lines = said.partition("Going on with: ")[2].splitlines()
    return [line[:SEEN] for line in lines if line.startswith(starts)]


def place_of(events: Sequence[Mapping[str, Any]]) -> list[str]:
    """The same, from the events: the step, and its first open question."""
    if not events:
        return []
    step = Session(guide()).after(events).view().step
    assert step is not None
    told = f"Step {step.number} of {step.count}: {step.title}"[:SEEN]
    asks = [(question, subject) for question in step.questions for subject in question.subjects]
    for number, (question, subject) in enumerate(asks, 1):
        if not subject.answered:
            return [told, f"Question {number} of {len(asks)}. {question.title}. {subject.label}."[:SEEN]]
    return [told, "Your answers in this step:"]


def test_no_acknowledged_answer_is_lost_by_a_hundred_kills(tmp_path: Path) -> None:
    seconds_of_a_whole_run(tmp_path / "warm.sqlite")
    to_first, to_end = seconds_of_a_whole_run(tmp_path / "whole.sqlite")
    chance = random.Random(20160701)
    between = to_end / MOST_SAVED
    moments: list[tuple[float, int | None]] = [
        (chance.uniform(0, between), number % MOST_SAVED) for number in range(KILLS)
    ]
    moments += [(chance.uniform(0, to_first), None) for _ in range(KILLS_FROM_THE_START)]

    def kill(number: int) -> tuple[Path, str]:
        path = tmp_path / f"{number}.sqlite"
        return path, killed(path, *moments[number])

    with ThreadPoolExecutor(2) as pool:
        ends = list(pool.map(kill, range(len(moments))))
    counts = {acknowledged(path, said) for path, said in ends}
    assert len(counts) > 5, "the kills fell on too few different moments"
