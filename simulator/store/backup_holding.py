"""One at a time: who makes backups of a store, and who wipes something from it and from them."""

from __future__ import annotations

import os
import threading
import time
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from simulator.errors.text import clean
from simulator.store.faults import StoreFault
from simulator.store.holding import holding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WAIT_SECONDS = 10.0
"""How long one waits for the other."""
PAUSE_SECONDS = 0.1
NAME = "backups"
_IN_THIS_PROGRAM = threading.Lock()
"""A lock of the system keeps other programs out, and not the threads of its own."""
_OTHER = (
    "Another program is making backups in {folder}, or wiping something from them; try again when it is done."
)
_NONE = (
    "The backups in {folder} cannot be held against other programs ({reason}); see that you may write there."
)


@contextmanager
def holding_backups(folder: Path) -> Iterator[None]:
    """Hold the backups in `folder` for the block; raises StoreFault where another has them and goes on having them.

    The lock has a file of its own, apart from that of the store: where a program lets go of one thing in a file,
    some systems take the others along.
    """
    until = time.monotonic() + WAIT_SECONDS
    if not _IN_THIS_PROGRAM.acquire(timeout=WAIT_SECONDS):
        raise StoreFault(clean(_OTHER.format(folder=folder)))
    try:
        with ExitStack() as held:
            _hold(folder, until, held)
            yield
    finally:
        _IN_THIS_PROGRAM.release()


def _hold(folder: Path, until: float, held: ExitStack) -> None:
    while not _taken(folder, held):
        held.close()
        if time.monotonic() >= until:
            raise StoreFault(clean(_OTHER.format(folder=folder)))
        time.sleep(PAUSE_SECONDS)


def _taken(folder: Path, held: ExitStack) -> bool:
    try:
        return held.enter_context(holding(_beside(folder), NAME))
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise StoreFault(clean(_NONE.format(folder=folder, reason=reason))) from error


def _beside(folder: Path) -> Path:
    """What the file of the lock is named after: the folder, or something in it where nothing can be made beside."""
    whole = folder.resolve()
    if os.access(whole.parent, os.W_OK) or not whole.is_dir():
        return whole
    return whole / NAME
