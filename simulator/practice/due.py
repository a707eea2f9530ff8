"""What is due, the most urgent first, and which questions a case may leave out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from simulator.practice.cards import GOAL
from simulator.practice.moments import LATEST
from simulator.practice.reviews import SURE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import datetime

    from simulator.practice.known import Known
    from simulator.practice.memory import Memory
    from simulator.practice.syllabus import SubjectMatter, Syllabus
    from simulator.session.today_view import WhyDue

URGENCY: tuple[WhyDue, ...] = ("confident_error", "error", "fading", "new")
ERRORS: frozenset[WhyDue] = frozenset({"confident_error", "error"})
PATIENCE: Final = timedelta(days=7)
"""How long an error waits at most for those that are more urgent: after that it comes before them.

So none starves. Of errors that are put right when they are asked again, and of those that never are, each is asked
again within as many cases as there are errors and days in it, and one more, where there is a case a day.
"""


@dataclass(frozen=True, slots=True)
class Due:
    """A rule that is due, and why; `known` is what is remembered of it, and `retention` how likely it is known now.

    Both are None of a new rule.
    """

    matter: SubjectMatter
    why: WhyDue
    known: Known | None = None
    retention: float | None = None
    waited: bool = False
    """Whether it is an error that has waited for longer than `PATIENCE`."""

    @property
    def rule(self) -> str:
        """The id of the rule."""
        return self.matter.rule

    @property
    def since(self) -> datetime | None:
        """Since when it waits to be put right; None where it is not due by an error."""
        if self.why not in ERRORS or self.known is None or self.known.error is None:
            return None
        return self.known.error.at

    @property
    def leads(self) -> bool:
        """Whether a case is made for it while others are due: where the answer never varies, only after an error."""
        return not self.matter.alone or self.why in ERRORS


def due_rules(memory: Memory, syllabus: Syllabus, now: datetime) -> list[Due]:
    """Every rule that is due at `now`, which has a time zone.

    Confident errors come first, the surest before the others, then other errors, then what fades, by least retention;
    new rules come last. Of errors those come first that have waited longest, and before all others those that have
    waited for longer than `PATIENCE`. Otherwise the order is that of the guidance.
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
            why = _why(one)
            waited = why in ERRORS and one.error is not None and now - one.error.at > PATIENCE
            yield Due(matter, why, one, one.retention(now), waited)


def _why(one: Known) -> WhyDue:
    if not one.wrong_last:
        return "fading"
    return "confident_error" if _sureness(one) >= SURE else "error"


def _sureness(one: Known | None) -> int:
    """How sure the learner was of the last answer, where that was wrong."""
    return one.error.sureness or 0 if one is not None and one.wrong_last and one.error is not None else 0


def _urgency(due: Due) -> tuple[bool, int, int, datetime, float]:
    retention = due.retention if due.retention is not None else 1.0
    since = due.since or LATEST
    if due.waited:
        return False, 0, 0, since, retention
    return True, URGENCY.index(due.why), -_sureness(due.known), since, retention
