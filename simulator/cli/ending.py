"""Asked to end by the system, a program in lines of text ends as after Ctrl-C: what was said is kept."""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

from simulator.cli.output import let_go_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SIGNALED = 128
"""What a shell adds to the number of the signal that ended a program."""


def ended_in_order(play: Callable[[], int]) -> int:
    """The exit code of `play`; where the system asks for the end, 128 and the number of the signal."""
    asked: list[int] = []
    try:
        with _interrupting(asked):
            code = play()
    except (KeyboardInterrupt, OSError):
        if not asked:
            raise
        let_go_of(sys.stdout)  # a terminal that was closed takes no word
        code = 0
    return SIGNALED + asked[0] if asked else code


@contextmanager
def _interrupting(asked: list[int]) -> Iterator[None]:
    """A signal to end, the first time, is as Ctrl-C; its number is noted."""

    def interrupt(number: int, _frame: object) -> None:
        asked.append(number)
        if len(asked) == 1:
            raise KeyboardInterrupt

    numbers = [] if sys.platform == "win32" else [signal.SIGTERM, signal.SIGHUP]
    before = [signal.signal(number, interrupt) for number in numbers]
    try:
        yield
    finally:
        for number, handler in zip(numbers, before, strict=True):
            signal.signal(number, handler)
