"""For which rule the next case is made, beside what it is confused with, and which questions can wait."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from simulator.practice.due import due_rules, resting
from simulator.practice.plan_of_case import Asking

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
    from datetime import datetime
    from typing import Any

    from simulator.practice.figures import Figures
    from simulator.practice.memory import Memory
    from simulator.practice.syllabus import Syllabus

BESIDE = 2
"""Rules at most that a case is to have beside the one that it is made for."""


def confused_with(rule: str, memory: Memory, syllabus: Syllabus) -> tuple[str, ...]:
    """The rules between which and this one the learner did not tell apart the last time, the nearest first."""
    matter = syllabus.rules[rule]
    chosen = _chosen_instead(rule, memory)
    found = [
        other
        for other in matter.confusable
        if chosen & set(syllabus.rules[other].called_for)
        or _chosen_instead(other, memory) & set(matter.called_for)
    ]
    return tuple(found[:BESIDE])


def kinds_lately(figures: Figures) -> tuple[str, ...]:
    """The kinds of mistake that were made lately, most often first."""
    made = Counter(kind for case in figures.mistakes.lately for kind in case)
    return tuple(kind for kind, _ in made.most_common())


def asking_for(
    rule: str,
    case: Mapping[str, Any],
    memory: Memory,
    syllabus: Syllabus,
    judged_by: Callable[[str], Collection[str]],
    now: datetime,
) -> Asking:
    """What is asked of a case that was made for a rule."""
    question = syllabus.rules[rule].question
    return Asking(
        keep=frozenset({question, *judged_by(question)}),
        resting=resting(memory, syllabus, now),
        least_due=_least_due(case["exercises"]["rules"], memory, syllabus, now),
        judged_by=judged_by,
    )


def _chosen_instead(rule: str, memory: Memory) -> set[str]:
    known = memory.known.get(rule)
    return set(known.error.instead) if known is not None and known.error is not None else set()


def _least_due(rules: Iterable[str], memory: Memory, syllabus: Syllabus, now: datetime) -> Sequence[str]:
    """The questions that these rules decide, those first that are best known, those last that are most urgent."""
    of_case = [rule for rule in rules if rule in syllabus.rules]
    due = [one.rule for one in due_rules(memory, syllabus, now) if one.rule in of_case]
    known = sorted(set(of_case).difference(due), key=lambda rule: -(memory.retention(rule, now) or 0.0))
    order = [syllabus.rules[rule].question for rule in (*known, *reversed(due))]
    return list(reversed(dict.fromkeys(reversed(order))))
