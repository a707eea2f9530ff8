"""A real terminal: the program behind a pseudo-terminal, its screen kept by an emulator."""

from __future__ import annotations

import fcntl
import os
import pty
import select
import struct
import subprocess
import sys
import termios
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import pyte

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

COLUMNS, ROWS = 80, 40
WAITING = 30.0
"""Seconds after which a screen that does not come counts as not coming."""


class Terminal:
    """What a person has before them: a screen to read, and keys."""

    def __init__(self, process: subprocess.Popen[bytes], master: int) -> None:
        self._process = process
        self._master = master
        self._screen = pyte.Screen(COLUMNS, ROWS)
        self._stream = pyte.ByteStream(self._screen)
        self.text = ""
        """All that is on the screen, white space folded."""

    def press(self, *keys: str) -> None:
        """Keys, one after the other."""
        for key in keys:
            os.write(self._master, key.encode())

    def wait_for(self, *words: str) -> str:
        """The screen as soon as one of `words` is on it."""
        end = time.monotonic() + WAITING
        while not any(word in self.text for word in words):
            assert time.monotonic() < end, f"none of {words} came up, but: {self.text}"
            self._read(0.05)
        return self.text

    def ended(self) -> int:
        """The exit code, once the program has closed."""
        end = time.monotonic() + WAITING
        while self._process.poll() is None:
            assert time.monotonic() < end, f"it did not close: {self.text}"
            self._read(0.05)
        return self._process.returncode

    def _read(self, seconds: float) -> None:
        """Shows all that has come, waiting so long for something to come."""
        came = False
        while select.select([self._master], [], [], 0 if came else seconds)[0]:
            try:
                self._stream.feed(os.read(self._master, 1 << 16))
            except OSError:  # the other end has closed
                time.sleep(seconds)
                return
            came = True
        if came:
            self.text = " ".join(" ".join(self._screen.display).split())


@contextmanager
def terminal(words: tuple[str, ...], environment: Mapping[str, str]) -> Iterator[Terminal]:
    """`simulator` with these words, in a terminal of its own until the block ends."""
    master, slave = pty.openpty()
    fcntl.ioctl(slave, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))
    process = subprocess.Popen(
        [sys.executable, "-m", "simulator", *words],
        stdin=slave,
        stdout=slave,
        stderr=slave,
        env={**os.environ, "TERM": "xterm-256color", **environment},
        start_new_session=True,
    )
    os.close(slave)
    try:
        yield Terminal(process, master)
    finally:
        if process.poll() is None:
            process.kill()
        process.wait()
        os.close(master)
