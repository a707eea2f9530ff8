"""Asked to end by the system, or left without a terminal, an app ends in order: what was given to the desk is done."""

from __future__ import annotations

import asyncio
import os
import signal
import sys
from contextlib import suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

SIGNALED = 128
"""What a shell adds to the number of the signal that ended a program."""
CLOSED = SIGNALED + 1
"""The exit code of a program whose terminal was closed: SIGHUP is number 1 wherever there is one."""


def when_asked_to_end(end: Callable[[int], None]) -> None:
    """Have `end` called in the loop that runs, with an exit code, when the system asks the program to end."""
    if sys.platform == "win32":
        return
    loop = asyncio.get_running_loop()
    for number in (signal.SIGTERM, signal.SIGHUP):
        with suppress(ValueError, RuntimeError):  # not the main thread: a test's, which nobody asks
            loop.add_signal_handler(number, end, SIGNALED + number)


def has_terminal() -> bool:
    """Whether there is a terminal still to draw on, and to be left as it was."""
    if sys.platform == "win32":
        return True
    import termios

    try:
        termios.tcgetattr(sys.__stdin__.fileno() if sys.__stdin__ else 0)
    except (termios.error, OSError, ValueError):
        return False
    return True


def end_at_once(code: int) -> None:
    """End without a word, for there is nobody to read it and nothing to put in order."""
    os._exit(code)
