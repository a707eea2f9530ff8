"""For which rule the next case is made, beside what it is confused with, and which questions can wait."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from simulator.practice.due import URGENCY, due_rules, resting
from simulator.practice.plan_of_case import Asking

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Mapping, Sequence
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
    of_case = [each for each in case["exercises"]["rules"] if each in syllabus.rules]
    due = _due_in(of_case, memory, syllabus, now)
    return Asking(
        keep=frozenset({syllabus.rules[rule].question}),
        resting=resting(memory, syllabus, now),
        least_due=_least_due(of_case, due, memory, syllabus, now),
        judged_by=judged_by,
        read_well=not any(syllabus.rules[each].question in syllabus.judging for each in due),
    )


def _chosen_instead(rule: str, memory: Memory) -> set[str]:
    known = memory.known.get(rule)
    return set(known.error.instead) if known is not None and known.error is not None else set()


def _due_in(rules: Collection[str], memory: Memory, syllabus: Syllabus, now: datetime) -> Sequence[str]:
    """Those of these rules that are due, the most urgent first.

    Of those that are due for the same reason those come first that settle the matter: all others lead to them.
    """
    found = [one for one in due_rules(memory, syllabus, now) if one.rule in rules]
    found.sort(key=lambda one: (URGENCY.index(one.why), one.matter.question not in syllabus.settling))
    return [one.rule for one in found]


def _least_due(
    rules: Collection[str], due: Sequence[str], memory: Memory, syllabus: Syllabus, now: datetime
) -> Sequence[str]:
    """The questions that these rules decide, those first that are best known, those last that are most urgent."""
    known = sorted(set(rules).difference(due), key=lambda rule: (-(memory.retention(rule, now) or 0.0), rule))
    order = [syllabus.rules[rule].question for rule in (*known, *reversed(due))]
    return list(reversed(dict.fromkeys(reversed(order))))
