"""A program that is asked to end, or loses its terminal: every answer is there, and it ends in order."""

from __future__ import annotations

import os
import signal
from random import Random
from typing import TYPE_CHECKING

import pytest

from tests.end_to_end.conftest import cache, place
from tests.end_to_end.officer import SHORT, Officer
from tests.end_to_end.terminal import Terminal
from tests.faults.ending import ENDED_BY, KEPT, PLAIN, SAVED, answers_in, ended, hang_up

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

__all__ = ("cache", "place")
OTHER_SCREEN_LEFT = b"\x1b[?1049l"


def in_lines(path: Path, cache: Path) -> tuple[Terminal, int]:
    """Plain text after some answers; how many it said were saved."""
    terminal = Terminal(path, cache, words=PLAIN, SIMULATOR_STATE=str(path.parent / "state"))
    terminal.wait(lambda text: "Type one or more numbers" in text or "Type a number" in text)
    terminal.press("1\n", lambda text: "Question 2" in text)
    terminal.press("1\n", lambda text: "Question 3" in text)
    return terminal, terminal.sent.count(SAVED.encode())


def in_screens(path: Path, cache: Path) -> tuple[Terminal, int]:
    """The terminal UI after one answer that it said was saved."""
    terminal = Terminal(path, cache, SIMULATOR_STATE=str(path.parent / "state"))
    officer = Officer(terminal, Random(1))
    officer.start_written(SHORT)
    assert officer.next_open()
    officer.decide()
    return terminal, 1


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "store.sqlite"


@pytest.mark.parametrize("number", ENDED_BY, ids=lambda number: number.name)
@pytest.mark.parametrize("face", [in_lines, in_screens])
def test_asked_to_end_it_says_that_the_answers_are_kept(
    face: Callable[[Path, Path], tuple[Terminal, int]], number: signal.Signals, path: Path, cache: Path
) -> None:
    terminal, saved = face(path, cache)
    with terminal:
        before = len(terminal.sent)
        os.kill(terminal.process, number)
        code = terminal.quit("")
    assert answers_in(path) >= saved > 0
    assert KEPT in " ".join(terminal.sent[before:].decode(errors="replace").split())
    assert code == ENDED_BY[number]
    assert face is in_lines or OTHER_SCREEN_LEFT in terminal.sent[before:]


@pytest.mark.parametrize("face", [in_lines, in_screens])
def test_without_its_terminal_it_ends_and_the_answers_are_there(
    face: Callable[[Path, Path], tuple[Terminal, int]], path: Path, cache: Path
) -> None:
    terminal, saved = face(path, cache)
    with terminal:
        hang_up(terminal)
        code = ended(terminal)
    assert answers_in(path) >= saved > 0
    assert code == ENDED_BY[signal.SIGHUP]
    assert not (path.parent / "state").exists(), "a report of a crash was written"
