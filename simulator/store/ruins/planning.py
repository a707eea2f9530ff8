"""What of a learner's record is brought back: the beginning of the chain as it was, and what is proven after it."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.store.journal import ENTRY, TAKES_EVENTS, TAKES_WORDS
from simulator.store.linking import START, link_of
from simulator.store.log import event_of

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from simulator.store.linking import Linked
    from simulator.store.ruins.proving import LearnerFound, Proven


@dataclass(slots=True)
class Plan:
    """`beginning` keeps its places and links; what is in `further` gets new ones after it.

    Of an unfinished session what stands after something lost is `set_aside`, for the session can go on only from
    an unbroken beginning; a finished one keeps all. `lost` are the events that are known to have been there, and
    `lost_places` how many more places the chain had of which nothing is known.
    """

    learner: str
    salt: str | None
    beginning: list[Linked] = field(default_factory=list)
    kept: list[Proven] = field(default_factory=list)
    """What lies in the places of the beginning."""
    further: list[Proven] = field(default_factory=list)
    set_aside: list[Proven] = field(default_factory=list)
    lost: set[tuple[str, int]] = field(default_factory=set)
    lost_places: int = 0

    @property
    def head(self) -> str:
        """The link at the end of the beginning."""
        return self.beginning[-1].link if self.beginning else START

    @property
    def whole(self) -> bool:
        """Whether everything is as it was."""
        losing = self.further or self.set_aside or self.lost or self.lost_places
        return not losing and not any(one.words_lost for one in self.kept)


def plan_for(found: LearnerFound, length: int, *, erased: bool = False) -> Plan:
    """The plan for a learner whose chain is known to have had `length` places, of one who was `erased` no text."""
    plan = Plan(found.learner, None if erased else found.salt)
    taken, hushed = _journal(found)
    _hush(found, hushed)
    while (row := _next(found, plan)) is not None:
        one = found.at(row)
        gone = erased or taken.get(row.session, 0) > row.position
        if one is None and not gone:
            break
        silent = row.words is not None and one is not None and one.words is None
        if silent and hushed.get(row.session, 0) <= row.position:
            break
        plan.beginning.append(row)
        if one is not None and not gone:
            plan.kept.append(one)
    if not erased:
        _go_on(plan, found, taken)
        plan.lost_places += max(length, *found.places, 0) - len(found.places)
    return plan


def events_by_session(plan: Plan) -> dict[str, list[Proven]]:
    """The events that are brought back, in order."""
    sessions: dict[str, dict[int, Proven]] = {}
    for one in (*plan.kept, *plan.further):
        if one.session != ENTRY:
            sessions.setdefault(one.session, {})[one.seq] = one
    return {session: [events[seq] for seq in sorted(events)] for session, events in sessions.items()}


def kind_of(one: Proven) -> str:
    """The kind of a proven event."""
    return str(read(one.text).get("kind"))


def read(text: str) -> Mapping[str, Any]:
    """An event or entry; empty where it is none."""
    try:
        return event_of(text)
    except (ValueError, RecursionError):
        return {}


def _next(found: LearnerFound, plan: Plan) -> Linked | None:
    """The row that goes on from the beginning so far."""
    place, before = len(plan.beginning) + 1, plan.head
    for row in found.places.get(place, ()):
        if link_of(before, place, row.session, row.seq, row.commitment, row.words) == row.link:
            return row
    return None


def _journal(found: LearnerFound) -> tuple[dict[str, int], dict[str, int]]:
    """The last place at which an entry took a session's events, and its words."""
    taken: dict[str, int] = {}
    hushed: dict[str, int] = {}
    for one in found.proven.values():
        if one.session == ENTRY:
            entry = read(one.text)
            data = entry.get("data")
            session = str(data.get("session")) if isinstance(data, dict) else ""
            for kinds, last in ((TAKES_EVENTS, taken), (TAKES_WORDS, hushed)):
                if entry.get("kind") in kinds:
                    last[session] = max(last.get(session, 0), one.position)
    return taken, hushed


def _hush(found: LearnerFound, hushed: Mapping[str, int]) -> None:
    """Leave out words that were wiped since, though an older page or a backup still holds them."""
    for key, one in found.proven.items():
        if hushed.get(one.session, 0) > one.position and (one.words is not None or one.words_lost):
            found.proven[key] = one._replace(words=None, words_lost=False)


def _go_on(plan: Plan, found: LearnerFound, taken: Mapping[str, int]) -> None:
    """Put what is proven after the beginning where it belongs, and note what is lost."""
    there = {one.key for one in plan.kept}
    after: dict[tuple[str, int], Proven] = {}
    for (position, _), one in sorted(found.proven.items()):
        if position > len(plan.beginning) and one.key not in there and not _gone(one, taken):
            after.setdefault(one.key, one)
    _note_lost(plan, found, taken, {*after, *there})
    for session, events in _sessions([*plan.kept, *after.values()]).items():
        numbers = {one.seq for one in events}
        plan.lost |= {(session, seq) for seq in range(1, max(numbers)) if seq not in numbers}
        if session != ENTRY and not _finished(events):
            first = min((seq for of, seq in plan.lost if of == session), default=max(numbers) + 1)
            plan.set_aside += [after.pop(one.key) for one in events if one.seq > first and one.key in after]
    plan.further = sorted(after.values(), key=lambda one: one.position)


def _note_lost(
    plan: Plan, found: LearnerFound, taken: Mapping[str, int], there: Container[tuple[str, int]]
) -> None:
    """Note the places of which nothing is there; one that names no session seen elsewhere may be damaged itself."""
    sessions = Counter(row.session for rows in found.places.values() for row in rows)
    for position in sorted(found.places):
        rows = found.places[position]
        row = rows[0]
        explained = position <= len(plan.beginning) or taken.get(row.session, 0) > position
        if explained or (row.session, row.seq) in there or any(found.at(each) for each in rows):
            continue
        if row.session == ENTRY or sessions[row.session] == 1:
            plan.lost_places += 1
        else:
            plan.lost.add((row.session, row.seq))


def _gone(one: Proven, taken: Mapping[str, int]) -> bool:
    return one.session != ENTRY and taken.get(one.session, 0) > one.position


def _sessions(events: Sequence[Proven]) -> dict[str, list[Proven]]:
    found: dict[str, list[Proven]] = {}
    for one in sorted(events, key=lambda each: each.seq):
        found.setdefault(one.session, []).append(one)
    return found


def _finished(events: Sequence[Proven]) -> bool:
    return any(kind_of(one) == "finished" for one in events)
