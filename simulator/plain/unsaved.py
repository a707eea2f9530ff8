"""A line that could not be carried out because nothing could be saved: it waits until it is tried again."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from simulator.plain.asking_words import AGAIN, NOT_TAKEN, NOT_YET, SLOW
from simulator.store import soon
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from simulator.plain.lines import Lines


class Unsaved:
    """Has the line that waits done by `do`; `looks` does what tells something, and says whether it did."""

    def __init__(
        self, lines: Lines, do: Callable[[str], None], looks: Callable[[str], bool], leave: Callable[[], None]
    ) -> None:
        self._lines = lines
        self._do = do
        self._looks = looks
        self._leave = leave
        self._line: str | None = None

    @property
    def waits(self) -> bool:
        """Whether a line waits."""
        return self._line is not None

    def tell(self, fault: StoreFault, said: str) -> None:
        """Say why `said` was not carried out; where that may pass it waits."""
        if not fault.passes:
            self._line = None
        elif self._line is None:
            self._line = said
        self._lines.say(f"{NOT_YET if fault.passes else 'Not saved.'} {fault}")

    def ask(self) -> None:
        """Ask whether to try again, and do so; raises StoreFault, EOFError."""
        said = self._lines.ask(AGAIN)
        if said.lower() == "leave":
            self._leave()
        elif said:
            if not self._looks(said):
                self._lines.say(NOT_TAKEN)
        else:
            self.try_again()

    def try_again(self) -> None:
        """Carry out the line that waits, if one does; raises StoreFault, and then it waits further."""
        line, self._line = self._line, None
        if line is None:
            return
        try:
            self._do(line)
        except StoreFault:
            self._line = line
            raise

    @contextmanager
    def soon_told(self) -> Iterator[None]:
        """Say so where what is saved in the block takes long."""
        with soon.told_soon(lambda: self._lines.say(SLOW)):
            yield
