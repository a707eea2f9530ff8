"""Whose lines are open, and what is known of those who are there; none of it is kept."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Final

from simulator.classroom.presence import Presence
from simulator.classroom.wishes import FACILITATOR
from simulator.hub.gate import Conductor, Returning

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from simulator.classroom.messages import Sign
    from simulator.classroom.presence import Signalled
    from simulator.hub.connections import Connection
    from simulator.hub.dropped import Dropped
    from simulator.hub.gate import Entrant
    from simulator.hub.limits import Clock, Limits

_MEANS: Final[Mapping[Sign, tuple[Signalled, bool]]] = {
    "step_out": ("stepped_out", True),
    "come_back": ("stepped_out", False),
    "need_help": ("needs_help", True),
    "need_no_help": ("needs_help", False),
}
FULL = "The hub is full: it has no room for another line."


class Attendance:
    """All lines of the hub, and the presence of those behind them."""

    def __init__(self, limits: Limits, clock: Clock, dropped: Dropped) -> None:
        self._limits = limits
        self._dropped = dropped
        self._clock = clock
        self._began = clock()
        self._lines: dict[Connection, None] = {}
        self._waiting: Counter[str] = Counter()
        self._of: dict[str, list[Connection]] = {}
        self._signs: dict[str, frozenset[Signalled]] = {}
        self._heard: dict[str, float] = {}

    # Lines

    def no_room(self, address: str) -> str | None:
        """Why no further line from an address is taken; None where it is."""
        if len(self._lines) >= self._limits.connections + self._limits.reserved * 3 // 2:
            return FULL
        if self._waiting[address] >= self._limits.waiting:
            return "Too many lines from your address are waiting to be let in; try again in a few seconds."
        return None

    def room_for(self, entrant: Entrant) -> bool:
        """Whether there is room for who has just said who they are; the more they are needed, the longer there is."""
        match entrant:
            case Conductor():
                return True
            case Returning():
                return len(self._lines) <= self._limits.connections + self._limits.reserved
            case _:
                return len(self._lines) <= self._limits.connections

    def opened(self, line: Connection) -> None:
        """A line is there that has not said who it is."""
        self._lines[line] = None
        self._waiting[line.address] += 1

    def greeted(self, line: Connection) -> None:
        """A line has said who it is, or never will; nobody waits for it any more."""
        self._waiting[line.address] -= 1
        if not self._waiting[line.address]:
            del self._waiting[line.address]

    def arrived(self, line: Connection, person: str) -> bool:
        """A line is a person's; whether it is their first. The oldest is hung up where they have too many."""
        line.person = person
        lines = self._of.setdefault(person, [])
        lines.append(line)
        self._dropped.came(person)
        staying = [line for line in lines if not line.closing]
        if len(staying) > self._limits.of_person:
            staying[0].hang_up("You have come in again elsewhere, more often than the hub takes.", final=True)
        return len(lines) == 1

    def closed(self, line: Connection) -> bool:
        """A line is gone; whether it was the last of its person."""
        del self._lines[line]
        if line.person is None:
            return False
        lines = self._of[line.person]
        lines.remove(line)
        if not lines:
            del self._of[line.person]
            if line.person != FACILITATOR:
                self._dropped.went(line.person)
        return not lines

    def of(self, person: str) -> Sequence[Connection]:
        """The lines of a person."""
        return self._of.get(person, ())

    @property
    def lines(self) -> Sequence[Connection]:
        """All of them."""
        return tuple(self._lines)

    @property
    def watching(self) -> Iterable[Connection]:
        """Those that show the room."""
        return [line for line in self._lines if line.watches]

    # Presence

    @property
    def connected(self) -> frozenset[str]:
        """The learners who have a line."""
        return frozenset(self._of) - {FACILITATOR}

    @property
    def there(self) -> frozenset[str]:
        """They, and those whose line is gone and may well be back."""
        return self.connected | self._dropped.people

    def heard(self, person: str) -> None:
        """A person did something just now."""
        self._heard[person] = self._clock() - self._began

    def signed(self, person: str, sign: Sign) -> None:
        """A learner gave a sign."""
        signalled, given = _MEANS[sign]
        others = self._signs.get(person, frozenset()) - {signalled}
        self._signs[person] = others | {signalled} if given else others

    def presence(self) -> Presence:
        """All of it, as it is now."""
        now = self._clock() - self._began
        return Presence(self.connected, dict(self._signs), now, dict(self._heard))
