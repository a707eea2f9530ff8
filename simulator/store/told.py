"""What the events of a session tell of it, which its row tells as well: when it began, of which case, how it stands.

There are many events, and the first and the last of a session are long: what is looked for is read from where the
program writes it, and the whole text only where it does not stand there.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any, Final, NamedTuple

from simulator.store.log import event_of
from simulator.store.schema import Standing

STANDS_AFTER: Final = {
    "finished": Standing.FINISHED,
    "skipped": Standing.SKIPPED,
    "resumed": Standing.UNFINISHED,
}
"""How a session stands after an event of that kind."""
_SCALAR: Final = r'(?:"[^"\\]*"|-?\d+|null|true|false)'
_AT: Final = re.compile(r',"at":(?:null|"([^"\\]*)")\}\Z')
_KIND: Final = re.compile(rf'\{{(?:"[a-z]+":{_SCALAR},)*?"kind":"([a-z_]+)"')
_CASE: Final = re.compile(
    rf'\{{(?:"[a-z]+":{_SCALAR},)*?"data":\{{"case":\{{(?:"[a-z_]+":{_SCALAR},)*?"id":"([^"\\]*)"'
)
_LONGEST_STAMP: Final = 100


class Unreadable(Exception):
    """The text is no event: nothing can be told of it."""


class Beginning(NamedTuple):
    """The first event of a session that is there: its place, when it happened, and of which case it is."""

    place: int
    at: str | None
    case: frozenset[str]
    """How the id of the case may have been noted."""


@dataclass(slots=True)
class Told:
    """What the events tell of their sessions, in the order of the chain."""

    firsts: dict[str, Beginning | None] = field(default_factory=dict)
    """None where nothing can be told."""
    lasts: dict[str, str] = field(default_factory=dict)
    """The text of the last event."""
    stands: dict[str, Standing] = field(default_factory=dict)
    ended: dict[str, int] = field(default_factory=dict)
    """The place of the event that finished the session."""

    def note_first(self, session: str, seq: int, text: str, place: int) -> None:
        """What the first event that is there says."""
        try:
            case = _case_of(text) if seq == 1 else frozenset({""})
            self.firsts[session] = Beginning(place, at_of(text), case)
        except Unreadable:
            self.firsts[session] = None

    def note_standing(self, session: str, text: str, place: int) -> None:
        """What an event that may have ended the session, or gone on with it, says."""
        try:
            kind = _kind_of(text)
        except Unreadable:
            return
        if kind in STANDS_AFTER:
            self.stands[session] = STANDS_AFTER[kind]
        if kind == "finished":
            self.ended[session] = place


def at_of(text: str) -> str | None:
    """When an event happened; raises Unreadable."""
    found = _AT.search(text, max(len(text) - _LONGEST_STAMP, 0))
    at = found[1] if found else _event(text).get("at")
    if at is not None and not isinstance(at, str):
        raise Unreadable
    return at


def _kind_of(text: str) -> str:
    found = _KIND.match(text)
    return found[1] if found else str(_event(text).get("kind"))


def _case_of(text: str) -> frozenset[str]:
    """How the id of the case was noted: one that is no text was left out, or written as one."""
    if found := _CASE.match(text):
        return frozenset({found[1]})
    data = _event(text).get("data")
    case = data.get("case") if isinstance(data, dict) else None
    named = case.get("id", "") if isinstance(case, dict) else ""
    return frozenset({named} if isinstance(named, str) else {"", str(named)})


def _event(text: str) -> dict[str, Any]:
    try:
        return event_of(text)
    except (ValueError, RecursionError):
        raise Unreadable from None
