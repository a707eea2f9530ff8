"""That hostile input is dealt with at once, and nothing hangs: a bound far above what it takes."""

from __future__ import annotations

import gc
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

SECONDS = 10


@contextmanager
def at_once() -> Iterator[None]:
    """Fails where what is done within takes more than SECONDS of processor time.

    What other tests have left in memory is not gone through again and again, as in a process of its own.
    """
    gc.freeze()
    started = time.process_time()
    try:
        yield
    finally:
        gc.unfreeze()
    assert time.process_time() - started < SECONDS
