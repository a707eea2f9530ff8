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
from typing import TYPE_CHECKING

import pyte

from tests.benchmarks.processes import SIMULATOR

if TYPE_CHECKING:
    from pathlib import Path

COLUMNS, ROWS = 80, 24
EMPTY = "from textual.app import App\nApp().run()"
PAINTED = b"\x1b[48;"
LONGEST = 20.0


def paint_rounds(scratch: Path, rounds: int) -> tuple[list[float], list[float]]:
    """Ratios of the times from a process's start to its first frame, and to the complete home screen."""
    _times(SIMULATOR, scratch, _home_shown)
    first, home = [], []
    for _ in range(rounds):
        empty = _times([sys.executable, "-c", EMPTY], scratch, lambda sent, _: PAINTED in sent)
        first.append(_times(SIMULATOR, scratch, _note_shown) / empty)
        home.append(_times(SIMULATOR, scratch, _home_shown) / empty)
    return first, home


def _note_shown(_: bytes, shown: str) -> bool:
    return "Training simulator" in shown and "fictional" in shown.lower()


def _home_shown(sent: bytes, shown: str) -> bool:
    return _note_shown(sent, shown) and "Start a case" in shown and "Core cases" in shown


def _times(command: list[str], scratch: Path, done: object) -> float:
    """Seconds until `done` (of the bytes sent and the screen shown) holds; then the program is ended."""
    environment = {
        **os.environ,
        "TERM": "xterm-256color",
        "COLORTERM": "truecolor",
        "SIMULATOR_CACHE": str(scratch / "cache"),
        "SIMULATOR_STORE": str(scratch / "s.sqlite"),
    }
    started = time.perf_counter()
    child, terminal = pty.fork()
    if child == 0:
        os.execvpe(command[0], command, environment)
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    try:
        return _watch(terminal, started, done)
    finally:
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.close(terminal)


def _watch(terminal: int, started: float, done: object) -> float:
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
        if callable(done) and done(sent, "\n".join(screen.display)):
            return arrived
    shown = "\n".join(screen.display)
    raise RuntimeError(f"the screen waited for did not come:\n{shown}")
