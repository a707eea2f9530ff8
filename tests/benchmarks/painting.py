"""First paints on a pseudo-terminal: an empty Textual app, and the simulator's opening screen."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import sys
import termios
import time
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeAlias

import pyte

from tests.benchmarks.places import environment_of
from tests.benchmarks.processes import SIMULATOR

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

Done: TypeAlias = Callable[[bytes, str], bool]

COLUMNS, ROWS = 80, 24
EMPTY = "from textual.app import App\nApp().run()"
PAINTED = b"\x1b[48;"
LONGEST = 20.0


def paint_rounds(scratch: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Ratios of the times from a process's start to its first frame, and to the complete home screen."""
    seconds_until(SIMULATOR, scratch, _home_shown)
    first, home = [], []
    for _ in range(rounds):
        empty = seconds_until([sys.executable, "-c", EMPTY], scratch, lambda sent, _: PAINTED in sent)
        first.append(seconds_until(SIMULATOR, scratch, _note_shown) / empty)
        home.append(seconds_until(SIMULATOR, scratch, _home_shown) / empty)
    return first, home


def _note_shown(_: bytes, shown: str) -> bool:
    return "Training simulator" in shown and "fictional" in shown.lower()


def _home_shown(sent: bytes, shown: str) -> bool:
    return _note_shown(sent, shown) and "Practise" in shown and "Quit" in shown


def seconds_until(
    command: list[str], scratch: Path, done: Done, answers: Mapping[str, bytes] | None = None
) -> float:
    """Seconds until `done` (of the bytes sent and the screen shown) holds; then the program is ended.

    `answers` are keys to press, each once when its words are on the screen.
    """
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        **environment_of(scratch, "s.sqlite"),
    }
    started = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    try:
        return _watch(terminal, started, done, dict(answers or {}))
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def _watch(terminal: int, started: float, done: Done, answers: dict[str, bytes]) -> float:
    screen = pyte.Screen(COLUMNS, ROWS)
    stream = pyte.ByteStream(screen)
    sent = b""
    while time.perf_counter() - started < LONGEST:
        if not select.select([terminal], [], [], 0.05)[0]:
            continue
        data = os.read(terminal, 65536)
        arrived = time.perf_counter() - started
        sent += data
        stream.feed(data)
        shown = "\n".join(screen.display)
        if done(sent, shown):
            return arrived
        for words in [words for words in answers if words in shown]:
            os.write(terminal, answers.pop(words))
    shown = "\n".join(screen.display)
    raise RuntimeError(f"the screen waited for did not come:\n{shown}")
