"""What is due, the most urgent first, and which questions a case may leave out."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.practice.cards import GOAL
from simulator.practice.reviews import SURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from simulator.practice.known import Known
    from simulator.practice.memory import Memory
    from simulator.practice.syllabus import SubjectMatter, Syllabus
    from simulator.session.today_view import WhyDue

URGENCY: tuple[WhyDue, ...] = ("confident_error", "error", "fading", "new")


@dataclass(frozen=True, slots=True)
class Due:
    """A rule that is due, and why; `known` is what is remembered of it, and `retention` how likely it is known now.

    Both are None of a new rule.
    """

    matter: SubjectMatter
    why: WhyDue
    known: Known | None = None
    retention: float | None = None

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.matter.rule


def due_rules(memory: Memory, syllabus: Syllabus, now: datetime) -> list[Due]:
    """Every rule that is due at `now`, which has a time zone.

    Confident errors come first, the surest before the others, then other errors, then what fades, by least retention;
    new rules come last. Otherwise the order is that of the guidance.
    """
    return sorted(_due(memory, syllabus, memory.now(now)), key=_urgency)


def next_due(memory: Memory, syllabus: Syllabus, now: datetime) -> datetime | None:
    """When the next of the rules that were learnt comes due after `now`; None where there is none."""
    moments = [one.card.due for rule, one in memory.known.items() if rule in syllabus.rules]
    return min((due for due in moments if due > memory.now(now)), default=None)


def mean_retention(memory: Memory, syllabus: Syllabus, now: datetime) -> float | None:
    """The mean over every rule that was ever reviewed, from 0 to 1; None before the first."""
    found = [memory.retention(rule, now) for rule in syllabus.rules]
    learnt = [each for each in found if each is not None]
    return sum(learnt) / len(learnt) if learnt else None


def resting(memory: Memory, syllabus: Syllabus, now: datetime) -> frozenset[str]:
    """The questions whose answer never varies, and whose rules are all mastered and above the goal.

    A made case leaves them out. A rule that has not come up yet keeps its question in.
    """
    return frozenset(
        question
        for question in syllabus.titles
        if (taught := syllabus.of_question(question))
        and all(one.alone and _holds(memory.known.get(one.rule), memory.now(now)) for one in taught)
    )


def _holds(known: Known | None, now: datetime) -> bool:
    if known is None or known.mastery != "mastered" or known.card.due <= now:
        return False
    return known.retention(now) >= GOAL


def _due(memory: Memory, syllabus: Syllabus, now: datetime) -> Iterator[Due]:
    known: Mapping[str, Known] = memory.known
    for rule, matter in syllabus.rules.items():
        one = known.get(rule)
        if one is None:
            yield Due(matter, "new")
        elif one.wrong_last or one.card.due <= now:
            yield Due(matter, _why(one), one, one.retention(now))


def _why(one: Known) -> WhyDue:
    if not one.wrong_last:
        return "fading"
    return "confident_error" if _sureness(one) >= SURE else "error"


def _sureness(one: Known | None) -> int:
    """How sure the learner was of the last answer, where that was wrong."""
    return one.error.sureness or 0 if one is not None and one.wrong_last and one.error is not None else 0


def _urgency(due: Due) -> tuple[int, int, float]:
    return URGENCY.index(due.why), -_sureness(due.known), due.retention if due.retention is not None else 1.0
