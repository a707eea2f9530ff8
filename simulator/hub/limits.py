"""How much the hub takes from one side, and the counters that hold it to that."""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.classroom.messages import LONGEST

if TYPE_CHECKING:
    from collections.abc import Callable

    Clock = Callable[[], float]

_MOST_ADDRESSES = 10_000
"""Of which failed tries are remembered; those that failed longest ago are forgotten."""


@dataclass(frozen=True, slots=True)
class Limits:
    """Times are in seconds, lengths in bytes."""

    tries: int = 5
    """Failed codes and tokens of one address within `tries_within`."""
    tries_within: float = 60.0
    request_within: float = 10.0
    """That the head of a request may take, from when its connection was made or has answered the one before."""
    longest: int = LONGEST
    longest_hello: int = 4 * 1024
    hello_within: float = 10.0
    rate: float = 20.0
    """Messages a second of one connection, over time."""
    burst: int = 60
    """Messages at once."""
    malformed: int = 20
    """Messages of one connection that are of no form of ours, before it is closed."""
    returns: int = 20
    """Times that one person may come back at once; over time, one a second."""
    of_person: int = 4
    """Connections of one person."""
    connections: int = 400
    """Beyond these nobody new is let in."""
    reserved: int = 50
    """Further ones for learners who come back; half as many again are kept for the facilitator."""
    waiting: int = 40
    """Connections of one address that have not said `Hello`."""
    asked: int = 4
    """Things that one person may have looked up at once."""
    unsent: int = 256
    """Answers that one connection may leave unread."""
    unsent_bytes: int = 512 * 1024
    """That they may take together before a further one."""
    grace: float = 2.0
    """That a connection has to take its last messages."""
    heartbeat: float = 15.0
    still_there: float = 30.0
    """For which somebody whose line is gone still counts among those of their seat, and its vote waits for them."""


class Tries:
    """Counts failed tries by address; no more than `most` of them can fail within any `within` seconds."""

    def __init__(self, most: int, within: float, clock: Clock) -> None:
        self._most = most
        self._within = within
        self._clock = clock
        self._failed: dict[str, deque[float]] = {}

    def barred(self, address: str) -> bool:
        """Whether an address has to wait before it may try again; what it tries meanwhile is not to be looked at."""
        return len(self._recent(address)) >= self._most

    def failed(self, address: str) -> None:
        """A try of an address that was not barred has failed."""
        times = self._failed.pop(address, deque())
        times.append(self._clock())
        self._failed[address] = times  # the last of them now
        if len(self._failed) > _MOST_ADDRESSES:
            del self._failed[next(iter(self._failed))]

    def _recent(self, address: str) -> deque[float]:
        times = self._failed.get(address, deque())
        while times and self._clock() - times[0] >= self._within:
            times.popleft()
        return times


class Bucket:
    """Holds `burst` and fills up at `rate` a second; it can be overdrawn by a little more than twice `burst`."""

    def __init__(self, rate: float, burst: int, clock: Clock) -> None:
        self._rate = rate
        self._burst = burst
        self._clock = clock
        self._level = float(burst)
        self._at = clock()

    def take(self) -> None:
        """Take one out."""
        now = self._clock()
        filled = self._level + (now - self._at) * self._rate
        self._level = max(min(filled, float(self._burst)) - 1, -2.0 * self._burst - 1)
        self._at = now

    @property
    def overdrawn(self) -> bool:
        """More was taken than there was."""
        return self._level < 0

    @property
    def spent(self) -> bool:
        """Three times as much was taken as it holds."""
        return self._level < -2 * self._burst
