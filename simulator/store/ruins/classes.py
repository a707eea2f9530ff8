"""What of the classes is brought back. Nothing commits to their events: only a sound backup proves one."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from simulator.store.ruins.planning import read

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.store.ruins.gathering import Gathered
    from simulator.store.ruins.proving import Candidate, Pool

FORMAT = "class-event/1"


@dataclass(slots=True)
class ClassPlan:
    """`events` are brought back, up to the first that is missing; `unproven` are numbers of events left out."""

    class_: str
    events: dict[int, str] = field(default_factory=dict)
    unproven: list[int] = field(default_factory=list)
    sources: dict[int, str] = field(default_factory=dict)


def class_plans(sources: Sequence[Gathered], pool: Pool, *, unproven: bool) -> list[ClassPlan]:
    """The classes of which the damaged store, the first of the sources, still has a trace; all where it has nothing."""
    ruin = sources[0]
    named = {(name, seq) for name, seq in pool.places() if _texts(pool, name, seq)}
    seen = {name for name, _ in ruin.texts} | {*ruin.classes}
    plans: dict[str, ClassPlan] = {}
    for name, seq in sorted(named):
        if name in seen or not ruin.rows:
            plan = plans.setdefault(name, ClassPlan(name))
            _take(plan, seq, _texts(pool, name, seq), unproven=unproven)
    return [_unbroken(plan) for plan in plans.values()]


def _take(plan: ClassPlan, seq: int, texts: Sequence[Candidate], *, unproven: bool) -> None:
    sure = [each for each in texts if each.sound]
    one = sure[0] if sure else texts[0]
    if one.text is not None and (sure or unproven):
        plan.events[seq], plan.sources[seq] = one.text, one.source
    if not sure:
        plan.unproven.append(seq)


def _texts(pool: Pool, name: str, seq: int) -> list[Candidate]:
    """The candidates that are events of a class, of that number."""
    found = []
    for each in pool.of(name, seq):
        event = read(each.text or "")
        if event.get("format") == FORMAT and event.get("seq") == seq and (each.current or each.sound):
            found.append(each)
    return found


def _unbroken(plan: ClassPlan) -> ClassPlan:
    """The plan up to the first event that is missing; a log with a gap could not be gone through."""
    seq = 1
    while seq in plan.events:
        seq += 1
    plan.unproven = sorted({*plan.unproven, *(each for each in plan.events if each > seq)})
    plan.events = {each: plan.events[each] for each in range(1, seq)}
    return plan
