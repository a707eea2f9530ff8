"""How many cases fit into the minutes that somebody has."""

from __future__ import annotations

from dataclasses import dataclass

FEWEST = 3
"""Decisions below which a case is not worth reading."""
MOST_CASES = 40


@dataclass(frozen=True, slots=True)
class Pace:
    """How long a learner takes, in minutes: to read a case, for each decision; and how many a whole case asks."""

    reading: float = 3.0
    decision: float = 0.25
    decisions: float = 45.0

    @property
    def case(self) -> float:
        """The minutes of a whole case."""
        return self.reading + self.decision * self.decisions

    @property
    def shortest(self) -> float:
        """The minutes of the shortest case that is worth its reading."""
        return min(self.case, self.reading + self.decision * FEWEST)


@dataclass(frozen=True, slots=True)
class Slot:
    """The place of one case in a plan: about how many minutes it takes, and how many decisions fit into them."""

    minutes: float
    decisions: int
    shortened: bool


def slots_for(minutes: float, pace: Pace, most: int = MOST_CASES) -> list[Slot]:
    """Whole cases while there is time, then a shortened one where enough is left: one at least, `most` at most."""
    slots: list[Slot] = []
    left = max(0.0, minutes)
    while len(slots) < max(1, most) and (not slots or left >= pace.shortest):
        slots.append(_slot(left, pace))
        left -= slots[-1].minutes
    return slots


def _slot(left: float, pace: Pace) -> Slot:
    if left >= pace.case:
        return Slot(pace.case, round(pace.decisions), shortened=False)
    fitting = max(left, pace.shortest)
    decisions = int((fitting - pace.reading) / pace.decision) if pace.decision > 0 else FEWEST
    return Slot(fitting, max(FEWEST, decisions), shortened=True)
