"""People whose line is gone: for a while they still count as being there."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable


class Dropped:
    """Remembers each for `grace` seconds, and then tells `left`; who comes back before has never been away."""

    def __init__(self, grace: float, left: Callable[[str], object]) -> None:
        self._grace = grace
        self._left = left
        self._leaving: dict[str, asyncio.TimerHandle] = {}
        self._closed = False

    @property
    def people(self) -> frozenset[str]:
        """Those whom it remembers."""
        return frozenset(self._leaving)

    def went(self, person: str) -> None:
        """The last line of somebody is gone."""
        if self._closed:
            return
        self._leaving[person] = asyncio.get_running_loop().call_later(self._grace, self._forget, person)

    def came(self, person: str) -> None:
        """Somebody has a line."""
        leaving = self._leaving.pop(person, None)
        if leaving is not None:
            leaving.cancel()

    def close(self) -> None:
        """Forget them all, and whoever goes from now on."""
        self._closed = True
        for person in [*self._leaving]:
            self.came(person)

    def _forget(self, person: str) -> None:
        del self._leaving[person]
        self._left(person)
