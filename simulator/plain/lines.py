"""Lines in and lines out: all that plain mode needs of the world, terminal or not."""

from __future__ import annotations

import shutil
import textwrap
from contextlib import contextmanager
from math import ceil
from typing import TYPE_CHECKING, TextIO

from simulator.errors.text import clean, clean_block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

WIDTH = 78
LONGEST_LINE = 8000
"""Characters of one line of input; the rest of a longer one is passed over."""
MORE = "Press Enter for more, or type skip to go on."
END = "Press Enter to go on."
LEAST_ROWS = 6
"""Rows of the smallest terminal that is waited at."""


class Lines:
    """Says and asks in whole lines; every one is written out before anything is read."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._stdin = stdin
        self._stdout = stdout
        self._at_terminal = stdin.isatty() and stdout.isatty()
        self._rows_since_read = 0
        self._in_screens = False
        self._skips = False

    def say(self, text: str = "", indent: str = "") -> None:
        """Write `text`, cleaned and wrapped; each of its lines is a paragraph of its own."""
        for line in clean_block(text).expandtabs().split("\n"):
            wrapped = textwrap.wrap(
                line, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
            )
            for one in wrapped or [""]:
                self._write(one)
        self._stdout.flush()

    @contextmanager
    def in_screens(self) -> Iterator[None]:
        """At a terminal, what is said within waits for the reader after each screenful; elsewhere it never does.

        The reader may skip the rest of it.
        """
        if self._in_screens:
            yield
            return
        self._in_screens = self._at_terminal
        try:
            yield
        finally:
            self._in_screens = self._skips = False

    def wait(self) -> None:
        """Within `in_screens`: wait for the reader once more, unless the rest was skipped."""
        if self._in_screens and not self._skips:
            self._read_on(END)

    def say_all(self, texts: Iterable[str]) -> None:
        """Write one after the other."""
        for text in texts:
            self.say(text)

    def say_list(self, items: Iterable[str], first: int = 1) -> None:
        """Write numbered items."""
        for number, item in enumerate(items, first):
            self.say(f"{number}. {item}")

    def ask(self, prompt: str) -> str:
        """Write `prompt` as a line and read one; raises EOFError where there is none."""
        self.say(prompt)
        self._rows_since_read = 0
        line = self._stdin.readline(LONGEST_LINE)
        if not line:
            raise EOFError
        if len(line) == LONGEST_LINE and not line.endswith("\n"):
            self._pass_over()
        return clean(line.rstrip("\r\n")).strip()

    def choose(
        self, prompt: str, items: Iterable[str], hears: Callable[[str], bool] = lambda _said: False
    ) -> int:
        """Offer numbered `items` until one is chosen; its index from 0.

        What `hears` says that it has heard is no choice, and no mistake either.
        """
        offered = list(items)
        self.say_list(offered)
        while True:
            said = self.ask(prompt)
            if said.isascii() and said.isdigit() and len(said) < 6 and 1 <= int(said) <= len(offered):
                return int(said) - 1
            if not hears(said):
                self.say(f"Type a number from 1 to {len(offered)}.")

    def pause(self) -> None:
        """Clear a terminal and wait for a line; raises EOFError where there is none."""
        if self._stdout.isatty():
            self._stdout.write("\n" * shutil.get_terminal_size().lines)
        self.ask("Paused. Press Enter to go on.")
        self.say("Going on.")

    def _write(self, line: str) -> None:
        """Write a line, unless the reader skips it; where the screen is full, wait before it."""
        if self._in_screens and not self._skips and self._is_full():
            self._read_on(MORE)
        if not self._skips:
            self._rows_since_read += max(1, ceil(len(line) / shutil.get_terminal_size().columns))
            self._stdout.write(line + "\n")

    def _is_full(self) -> bool:
        rows = max(shutil.get_terminal_size().lines, LEAST_ROWS)
        return self._rows_since_read >= rows - 2

    def _read_on(self, prompt: str) -> None:
        """Wait for a line; where the input has ended there is nobody to wait for."""
        self._in_screens = False
        try:
            self._skips = self.ask(prompt).lower() == "skip"
        except EOFError:
            return
        self._in_screens = True

    def _pass_over(self) -> None:
        while (rest := self._stdin.readline(LONGEST_LINE)) and not rest.endswith("\n"):
            pass
