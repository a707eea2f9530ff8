"""Which questions of a made case are asked: those that are due, as many as there are minutes for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.practice.leaving_out import decisions_in, without

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.practice.minutes import Pace
    from simulator.session.guide import Guide


@dataclass(frozen=True, slots=True)
class Asking:
    """What decides which questions are asked.

    `keep` are asked in any case, `resting` in none that can do without them. `least_due` are questions, those first
    that are least due; one that is not among them goes before. `judged_by` says in which questions learners read the
    facts for themselves that another one rests on: these stay as long as it does. Where the learner reads them well,
    `read_well`, and time is short, they are no more than other questions: nothing is due of them.
    """

    keep: frozenset[str]
    resting: frozenset[str]
    least_due: Sequence[str]
    judged_by: Callable[[str], Collection[str]]
    read_well: bool = False


@dataclass(frozen=True, slots=True)
class PlannedCase:
    """A `case/1` to play; `shortened`, where questions were left out for want of time."""

    case: Mapping[str, Any]
    minutes: float
    shortened: bool


def planned(
    guide: Guide, case: Mapping[str, Any], asking: Asking, pace: Pace, minutes: float | None
) -> PlannedCase:
    """The case with what is to be asked of it in so many minutes; None where there is time for all.

    What is most due comes first; a question that does not fit beside what is more due leaves its time to the others.
    """
    decisions = decisions_in(guide, case)
    kept = _closed(asking.keep, decisions, asking)
    wished = _closed(set(decisions) - asking.resting | kept, decisions, asking)
    asked = wished
    if minutes is not None and _minutes(pace, decisions, wished) > minutes:
        asked = _fitting(wished, decisions, asking, pace, minutes)
    left_out = set(decisions) - asked
    given = without(guide, case, left_out) if left_out else case
    return PlannedCase(given, _minutes(pace, decisions, asked), len(asked) < len(wished))


def _fitting(
    wished: set[str], decisions: Mapping[str, int], asking: Asking, pace: Pace, minutes: float
) -> set[str]:
    """What is kept, and of what is wished as much as there is time for, what is most due first."""

    def needed(questions: Collection[str]) -> set[str]:
        return {*questions} & decisions.keys() if asking.read_well else _closed(questions, decisions, asking)

    asked = needed(asking.keep)
    others = [each for each in decisions if each not in asking.least_due]
    for question in reversed([*others, *asking.least_due]):
        more = needed({*asked, question})
        if question in wished and _minutes(pace, decisions, more) <= minutes:
            asked = more
    return asked


def judging_of(guidance: Guidance) -> Callable[[str], Collection[str]]:
    """In which questions learners read the facts for themselves that a question of this guidance rests on."""
    own = guidance.own_reading

    def judged_by(question: str) -> Collection[str]:
        if own is None or question in (own.graded_by, own.attributed_by):
            return ()
        read = guidance.questions[question].reads.entities or {}
        return (own.graded_by, own.attributed_by) if own.entity in read else ()

    return judged_by


def _closed(questions: Collection[str], decisions: Mapping[str, int], asking: Asking) -> set[str]:
    """Those that the case asks, with the questions that they rest on."""
    asked = {*questions} & decisions.keys()
    needed = {each for question in asked for each in asking.judged_by(question)}
    return {*asked, *(needed & decisions.keys())}


def _minutes(pace: Pace, decisions: Mapping[str, int], asked: Collection[str]) -> float:
    return pace.reading + pace.decision * sum(decisions[each] for each in asked)
