"""A person is told soon where something takes long, whatever it is that takes so long."""

from __future__ import annotations

from contextlib import contextmanager
from threading import Timer
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

SOON = 1.5
"""Seconds after which a person is told."""


def after(seconds: float, work: Callable[[], object]) -> Callable[[], None]:
    """Do `work` after some seconds, on a thread of its own; calling the answer prevents it, or waits for its end."""
    timer = Timer(seconds, work)
    timer.daemon = True
    timer.start()

    def prevent() -> None:
        timer.cancel()
        timer.join()

    return prevent


@contextmanager
def told_soon(tell: Callable[[], object]) -> Iterator[None]:
    """Call `tell` where the block takes longer than SOON; never once it is at its end."""
    prevent = after(SOON, tell)
    try:
        yield
    finally:
        prevent()
