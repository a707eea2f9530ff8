"""Backups are made beside what is shown: nobody waits for one."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from typing import TYPE_CHECKING

from simulator.errors.faults import UsageFault
from simulator.tui.messages import NotKept

if TYPE_CHECKING:
    from collections.abc import Callable
    from concurrent.futures import Future

    from textual.message import Message


class Copying:
    """One backup after the other, on a thread of their own; one that fails becomes a `NotKept`."""

    def __init__(self, post: Callable[[Message], object]) -> None:
        self._post = post
        self._thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="backups")

    def make(self, back_up: Callable[[], None]) -> None:
        """Have a backup made after those that were asked for; after `close` nothing."""
        with suppress(RuntimeError):
            self._thread.submit(self._made, back_up)

    def rest(self) -> Future[None]:
        """Done when everything asked for so far is done."""
        return self._thread.submit(lambda: None)

    def close(self) -> None:
        """Finish what was asked for, and stop."""
        self._thread.shutdown(wait=True)

    def _made(self, back_up: Callable[[], None]) -> None:
        try:
            back_up()
        except UsageFault as fault:
            self._post(NotKept(str(fault)))
