"""Lines in and lines out: all that plain mode needs of the world, terminal or not."""

from __future__ import annotations

import shutil
import textwrap
from typing import TYPE_CHECKING, TextIO

from simulator.errors.text import clean, clean_block

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

WIDTH = 78
LONGEST_LINE = 8000
"""Characters of one line of input; the rest of a longer one is passed over."""


class Lines:
    """Says and asks in whole lines; every one is written out before anything is read."""

    def __init__(self, stdin: TextIO, stdout: TextIO) -> None:
        self._stdin = stdin
        self._stdout = stdout

    def say(self, text: str = "", indent: str = "") -> None:
        """Write `text`, cleaned and wrapped; each of its lines is a paragraph of its own."""
        for line in clean_block(text).expandtabs().split("\n"):
            wrapped = textwrap.wrap(
                line, WIDTH, initial_indent=indent, subsequent_indent=indent, break_on_hyphens=False
            )
            for one in wrapped or [""]:
                self._stdout.write(one + "\n")
        self._stdout.flush()

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

    def _pass_over(self) -> None:
        while (rest := self._stdin.readline(LONGEST_LINE)) and not rest.endswith("\n"):
            pass
