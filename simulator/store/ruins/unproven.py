"""Events that can be read and that nothing proves: left out, unless a person asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.store.ruins.planning import read
from simulator.store.ruins.proving import Proven

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from simulator.store.ruins.gathering import Gathered
    from simulator.store.ruins.planning import Plan
    from simulator.store.ruins.proving import LearnerFound

FORMAT = "event/1"
LAST = 2**62


def unproven_of(ruin: Gathered, learners: Mapping[str, LearnerFound], plans: Sequence[Plan]) -> list[Proven]:
    """The events in the damaged store itself that are whole as JSON and say of themselves where they lie.

    What a chain whose salt is known commits to in another form was changed: it is left out for good. So are events of
    sessions that were taken away, for their places are still in the chain.
    """
    there = {one.key for plan in plans for one in (*plan.kept, *plan.further, *plan.set_aside)}
    places = {
        (row.session, row.seq): row.position
        for found in learners.values()
        for rows in found.places.values()
        for row in rows
    }
    committed = {
        (row.session, row.seq)
        for found in learners.values()
        if found.proven
        for rows in found.places.values()
        for row in rows
    }
    found = []
    for key in sorted(ruin.texts.keys() - there - committed):
        one = _readable(ruin, key, places.get(key, LAST))
        if one is not None:
            found.append(one)
    return sorted(found, key=lambda one: (one.position, str(read(one.text).get("at")), one.key))


def _readable(ruin: Gathered, key: tuple[str, int], position: int) -> Proven | None:
    current = [each.text for each in reversed(ruin.texts[key]) if each.current]
    text = next((each for each in current if each is not None and _is_of(read(each), key)), None)
    if text is None:
        return None
    words = next((each for each in current if each is not None and each.startswith('"')), None)
    worded = words is not None or None in current
    return Proven(position, *key, text, worded, words, words_lost=False, source=ruin.source)


def _is_of(event: Mapping[str, Any], key: tuple[str, int]) -> bool:
    said = (event.get("format"), event.get("session"), event.get("seq"))
    return said == (FORMAT, *key) and isinstance(event.get("data"), dict)


def add_unproven(plans: Sequence[Plan], ruin: Gathered, events: Sequence[Proven]) -> list[Proven]:
    """Plan for those that go on from what is there, or begin a session; what does not is given back."""
    left = []
    for one in events:
        plan = _plan_of(plans, ruin, one.session)
        if plan is None or one.seq not in _next_numbers(plan, one.session):
            left.append(one)
            continue
        plan.further.append(one)
        plan.lost.discard(one.key)
    return left


def _next_numbers(plan: Plan, session: str) -> Collection[int]:
    numbers = [one.seq for one in (*plan.kept, *plan.further) if one.session == session]
    return (max(numbers, default=0) + 1,)


def _plan_of(plans: Sequence[Plan], ruin: Gathered, session: str) -> Plan | None:
    """The plan of the learner whose session it is; the only one's where that is not known."""
    row = ruin.sessions.get(session, ())
    named = [plan for plan in plans if len(row) > 5 and plan.learner == row[5]]
    able = [plan for plan in plans if plan.salt is not None]
    return named[0] if named else able[0] if len(able) == 1 else None
