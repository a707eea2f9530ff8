"""What is done again where a connection is gone."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, TypeVar

from simulator.store.postgres_faults import is_gone

if TYPE_CHECKING:
    from collections.abc import Callable

Done = TypeVar("Done")

SECONDS = 10.0
"""No try begins later than that after the first."""
AT_START = 1.0
"""The same, where somebody waits for the program to begin."""
_FIRST, _GROWTH, _LONGEST = 0.05, 2.0, 2.0


def retrying(
    work: Callable[[], Done],
    *,
    seconds: float = SECONDS,
    wait: Callable[[float], None] = time.sleep,
    clock: Callable[[], float] = time.monotonic,
) -> Done:
    """The result of `work`, tried again with growing pauses while `is_gone` says that it is worth it.

    `work` may have been done already, where the answer to its COMMIT was lost, so that doing it twice has to be as
    doing it once. Raises what the last try raised.
    """
    last = clock() + seconds
    pause = _FIRST
    while True:
        try:
            return work()
        except Exception as error:
            left = last - clock()
            if left <= 0 or not is_gone(error):
                raise
        wait(min(pause, left))
        pause = min(pause * _GROWTH, _LONGEST)
