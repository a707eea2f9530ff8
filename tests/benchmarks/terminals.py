"""A program on a pseudo-terminal: what it shows, how soon a key shows, and the memory it takes."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import signal
import struct
import termios
import time
from pathlib import Path
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

COLUMNS, ROWS = 120, 40
LONGEST = 30.0
AT_REST = 0.15
"""Seconds without a byte after which nothing more is expected to be shown."""


class Terminal:
    """`command` running; everything is waited for, and timed by when its bytes arrive."""

    def __init__(self, command: list[str], environment: Mapping[str, str]) -> None:
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        named = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}
        self.process, self._end = pty.fork()
        if self.process == 0:
            os.execvpe(command[0], command, {**os.environ, **named, **environment})
        fcntl.ioctl(self._end, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def __enter__(self) -> Terminal:
        return self

    def __exit__(self, *_: object) -> None:
        os.kill(self.process, signal.SIGKILL)
        os.waitpid(self.process, 0)
        os.close(self._end)

    @property
    def text(self) -> str:
        """All characters on the screen, a line a row."""
        return "\n".join(self._screen.display)

    def wait(self, until: Callable[[str], bool]) -> float:
        """Wait until `until` holds of the screen; when the bytes arrived with which it did."""
        given_up = arrived = time.perf_counter()
        given_up += LONGEST
        while not until(self.text):
            if time.perf_counter() > given_up:
                raise RuntimeError(f"the screen waited for did not come:\n{self.text}")
            arrived = self._read(0.05) or arrived
        return arrived

    def settle(self) -> float | None:
        """Wait until nothing more is shown; when the last bytes arrived, if any did."""
        last = None
        while (arrived := self._read(AT_REST)) is not None:
            last = arrived
        return last

    def press(self, keys: str, until: Callable[[str], bool]) -> float:
        """Press `keys`; the seconds until `until` holds of the screen."""
        pressed = self._press(keys)
        return self.wait(until) - pressed

    def effect(self, keys: str) -> tuple[float, float]:
        """Press `keys`; the seconds until the first and until the last of what they change is shown."""
        self.settle()
        pressed = self._press(keys)
        first = self._read(LONGEST)
        if first is None:
            raise RuntimeError(f"{keys!r} has no effect:\n{self.text}")
        return first - pressed, (self.settle() or first) - pressed

    def megabytes(self) -> float:
        """What the program and the programs that it started hold in memory now."""
        return sum(_resident(one) for one in _family(self.process))

    def _press(self, keys: str) -> float:
        pressed = time.perf_counter()
        os.write(self._end, keys.encode())
        return pressed

    def _read(self, seconds: float) -> float | None:
        """When bytes arrived, None where none did within `seconds`."""
        if not select.select([self._end], [], [], seconds)[0]:
            return None
        try:
            data = os.read(self._end, 65536)
        except OSError:
            raise RuntimeError(f"the program has ended:\n{self.text}") from None
        arrived = time.perf_counter()
        self._stream.feed(data)
        return arrived


def _family(process: int) -> list[int]:
    children = Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split()
    return [process, *(one for child in children for one in _family(int(child)))]


def _resident(process: int) -> float:
    lines = Path(f"/proc/{process}/smaps_rollup").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("Rss:")) / 1024
