"""The program on a terminal that is closed, or that is asked to end; and what is kept of it."""

from __future__ import annotations

import os
import signal
import time
from contextlib import closing
from typing import TYPE_CHECKING

from simulator.store.store import Store
from tests.end_to_end.terminal import LONGEST, Terminal
from tests.plain.test_kill import TOLD

if TYPE_CHECKING:
    from pathlib import Path

PLAIN = ("play", "--plain", "--no-plugins", "--pack", "core", "--seed", "7")
SAVED = "Saved."
KEPT = "Your answers are kept"
ENDED_BY = {signal.SIGTERM: 128 + signal.SIGTERM, signal.SIGHUP: 128 + signal.SIGHUP}
"""The exit code of a program that ends in order because it was asked to, as a shell tells it."""


def hang_up(terminal: Terminal) -> None:
    """Close the terminal, as with its window."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    os.dup2(nowhere, terminal._end)
    os.close(nowhere)


def ended(terminal: Terminal) -> int:
    """The exit code of a program whose terminal nobody reads any more."""
    given_up = time.perf_counter() + LONGEST
    while time.perf_counter() < given_up:
        process, status = os.waitpid(terminal.process, os.WNOHANG)
        if process:
            terminal.exit_code = os.waitstatus_to_exitcode(status)
            return terminal.exit_code
        time.sleep(0.01)
    raise AssertionError("the program did not end")


def kept_in(path: Path) -> list[str]:
    """What a learner did, by the kinds of the events, in the one session that is not finished."""
    with closing(Store(path)) as store:
        (session,) = store.unfinished()
        return [event["kind"] for event in store.load(session.session)]


def answers_in(path: Path) -> int:
    """How many answers are kept."""
    return sum(kind in TOLD for kind in kept_in(path))
