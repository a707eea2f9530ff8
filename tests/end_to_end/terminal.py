"""The real program in a pseudo-terminal, seen through a terminal emulator."""

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

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

PROGRAM = (sys.executable, "-m", "simulator")
LONGEST = 30.0
"""Seconds until a screen that does not come is given up."""
QUIET = 0.05
"""Seconds without a byte after which a screen is seen as a person would see it."""


class Terminal:
    """A run of the program; every screen that came to rest is kept in `seen`, every byte sent in `sent`."""

    def __init__(self, store: Path, cache: Path, columns: int = 80, rows: int = 24) -> None:
        self.sent = b""
        self.seen: list[str] = []
        self.exit_code: int | None = None
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        self.process, self._end = _started(
            {
                **os.environ,
                "TERM": "xterm-256color",
                "COLORTERM": "truecolor",
                "SIMULATOR_STORE": str(store),
                "SIMULATOR_CACHE": str(cache),
            },
            columns,
            rows,
        )

    def __enter__(self) -> Terminal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self.exit_code is None:
            self.kill()
        os.close(self._end)

    @property
    def text(self) -> str:
        """All characters on the screen, a line a row."""
        return "\n".join(self._screen.display)

    def press(self, keys: str, until: Callable[[str], bool]) -> str:
        """Send `keys`, and wait for a screen of which `until` holds; that screen."""
        os.write(self._end, keys.encode())
        return self.wait(until)

    def wait(self, until: Callable[[str], bool]) -> str:
        """Wait for a screen at rest of which `until` holds; that screen."""
        given_up = time.perf_counter() + LONGEST
        while time.perf_counter() < given_up:
            if self._read(QUIET) or not until(self.text):
                continue
            self.seen.append(self.text)
            return self.text
        raise AssertionError(f"the screen waited for did not come:\n{self.text}")

    def quit(self, keys: str) -> int:
        """Send `keys`, and wait for the program's end; its exit code, as a shell would tell it."""
        os.write(self._end, keys.encode())
        given_up = time.perf_counter() + LONGEST
        while self.exit_code is None and time.perf_counter() < given_up:
            self._read(QUIET)
            ended, status = os.waitpid(self.process, os.WNOHANG)
            if ended:
                self.exit_code = os.waitstatus_to_exitcode(status)
        assert self.exit_code is not None, f"the program did not end:\n{self.text}"
        while self._read(QUIET):
            pass
        return self.exit_code

    def kill(self) -> None:
        """End the program as the loss of power would."""
        os.kill(self.process, signal.SIGKILL)
        _, status = os.waitpid(self.process, 0)
        self.exit_code = os.waitstatus_to_exitcode(status)

    def _read(self, seconds: float) -> bool:
        """Whether something was sent within `seconds`."""
        if not select.select([self._end], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._end, 65536)
        except OSError:  # the other end is closed
            return False
        self.sent += data
        self._stream.feed(data)
        return bool(data)


def _started(environment: dict[str, str], columns: int, rows: int) -> tuple[int, int]:
    process, end = pty.fork()
    if process == 0:
        fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
        os.execvpe(PROGRAM[0], PROGRAM, environment)
    return process, end
