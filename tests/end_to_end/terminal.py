"""The real program in a pseudo-terminal, seen through a terminal emulator."""

from __future__ import annotations

import fcntl
import os
import pty
import re
import select
import signal
import struct
import sys
import termios
import time
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path
    from types import TracebackType

PROGRAM = (sys.executable, "-m", "simulator")
LONGEST = 60.0
"""Seconds until a screen that does not come is given up."""
QUIET = 0.05
"""Seconds without a byte after which a screen is seen as a person would see it."""
SETTLED = 0.5
"""Seconds without a byte after which no more are expected."""
ASKED, ANSWERED = b"\x1b[?2026$p", b"\x1b[?2026;2$y"
"""The program asks whether the terminal shows only whole frames, and the terminal does."""
FRAME_BEGINS, FRAME_ENDS = b"\x1b[?2026h", b"\x1b[?2026l"
UNFINISHED = re.compile(rb"\x1b(?:\[[?0-9;]*)?$")


class Terminal:
    """A run of the program; every byte sent is in `sent`, every whole frame in `frames`, and in `seen` every screen
    that was waited for.

    `words` are on its command line, `environment` is its own; None takes a variable away.
    """

    def __init__(
        self,
        store: Path,
        cache: Path,
        columns: int = 80,
        rows: int = 24,
        words: Sequence[str] = (),
        **environment: str | None,
    ) -> None:
        self.sent = b""
        self.seen: list[str] = []
        self.frames: list[str] = []
        self.exit_code: int | None = None
        self._unseen = b""
        self._screen = pyte.Screen(columns, rows)
        self._stream = pyte.ByteStream(self._screen)
        own: dict[str, str | None] = {
            **os.environ,
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
            "SIMULATOR_STORE": str(store),
            "SIMULATOR_CACHE": str(cache),
            "SIMULATOR_PREFERENCES": str(store.with_suffix(".json")),
            **environment,
        }
        given = {name: value for name, value in own.items() if value is not None}
        self.process, self._end = _started((*PROGRAM, *words), given, columns, rows)

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
        self._send(keys.encode())
        return self.wait(until)

    def wait(self, until: Callable[[str], bool]) -> str:
        """Wait for a whole screen at rest of which `until` holds; that screen."""
        given_up = time.perf_counter() + LONGEST
        while time.perf_counter() < given_up:
            if self._read(QUIET) or self._unseen or not until(self.text):
                continue
            self.seen.append(self.text)
            return self.text
        raise AssertionError(f"the screen waited for did not come:\n{self.text}")

    def settled(self) -> str:
        """The screen once nothing more is drawn: what is looked up is there, and scroll bar and text agree."""
        while self._read(SETTLED) or self._unseen:
            pass
        self.seen.append(self.text)
        return self.text

    def resize(self, columns: int, rows: int, until: Callable[[str], bool]) -> str:
        """Make the terminal another size, and wait for a screen of which `until` holds; that screen."""
        while self._read(QUIET) or self._unseen:
            pass
        self._screen.resize(rows, columns)
        self._screen.erase_in_display(2)
        _size(self._end, columns, rows)
        return self.wait(until)

    def quit(self, keys: str) -> int:
        """Send `keys`, and wait for the program's end; its exit code, as a shell would tell it."""
        self._send(keys.encode())
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

    def read(self) -> None:
        """Show what was sent meanwhile."""
        self._read(QUIET)

    def _send(self, data: bytes) -> None:
        os.write(self._end, data)

    def _read(self, seconds: float) -> bool:
        """Whether something was sent within `seconds`."""
        if not select.select([self._end], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self._end, 65536)
        except OSError:  # the other end is closed
            return False
        if ASKED in data:
            self._send(ANSWERED)
        self.sent += data
        self._show(self._unseen + data)
        return bool(data)

    def _show(self, data: bytes) -> None:
        """Show all whole frames of `data`; what is not whole yet waits for the rest."""
        *whole, rest = data.split(FRAME_ENDS)
        for frame in whole:
            self._stream.feed(frame + FRAME_ENDS)
            self.frames.append(self.text)
        unfinished = rest.find(FRAME_BEGINS) if FRAME_BEGINS in rest else _start_of(UNFINISHED.search(rest))
        self._unseen = rest[unfinished:] if unfinished is not None else b""
        self._stream.feed(rest[:unfinished])


def _start_of(found: re.Match[bytes] | None) -> int | None:
    return found.start() if found else None


def _started(command: Sequence[str], environment: dict[str, str], columns: int, rows: int) -> tuple[int, int]:
    process, end = pty.fork()
    if process == 0:
        _size(0, columns, rows)
        os.execvpe(command[0], list(command), environment)
    return process, end


def _size(end: int, columns: int, rows: int) -> None:
    fcntl.ioctl(end, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
