"""So much a second, and no more."""

from __future__ import annotations


class Pace:
    """What comes faster has to wait; after a rest, `at_once` may come at once."""

    def __init__(self, per_second: float, at_once: float, now: float) -> None:
        self._per_second = per_second
        self._at_once = at_once
        self._left = at_once
        self._at = now

    def wait(self, amount: float, now: float) -> float:
        """Seconds that `amount` has to wait, at `now` by a clock of seconds that never goes back."""
        self._left = min(self._at_once, self._left + (now - self._at) * self._per_second) - amount
        self._at = now
        return max(0.0, -self._left / self._per_second)
