"""The cases of one sitting: each for a rule that is due, as many as there are minutes for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.practice.due import due_rules
from simulator.practice.interleaving import interleaved, practised_last
from simulator.practice.minutes import Pace, slots_for

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from simulator.practice.due import Due
    from simulator.practice.memory import Memory
    from simulator.practice.minutes import Slot
    from simulator.practice.syllabus import Syllabus

USUAL = Pace()


@dataclass(frozen=True, slots=True)
class Planned:
    """A case that is to be made for a rule, and the place that it has among the minutes."""

    due: Due
    slot: Slot


def plan_of(
    memory: Memory, syllabus: Syllabus, now: datetime, minutes: float, pace: Pace = USUAL
) -> tuple[Planned, ...]:
    """The cases to play now, in their order; none where nothing is due."""
    before = practised_last(memory, syllabus)
    return planned(due_rules(memory, syllabus, now), before, minutes, pace)


def planned(due: Sequence[Due], before: Due | None, minutes: float, pace: Pace) -> tuple[Planned, ...]:
    """The cases for what is due, the most urgent first, for so many minutes; `before` is what was practised last.

    Rules whose question always has the same answer come up in cases made for others: one is made for them after an
    error, and where nothing else is due.
    """
    order = interleaved(due, before)
    leading = sum(one.leads for one in order)
    cases = order[: leading or 1]
    return tuple(map(Planned, cases, slots_for(minutes, pace, len(cases))))
