"""Tests before practice, after it and later: which is next, and cases for it that are equally difficult."""

from __future__ import annotations

from collections import Counter
from datetime import datetime, timedelta
from statistics import median
from typing import TYPE_CHECKING, Final, get_args

from simulator.errors.faults import UsageFault
from simulator.practice.course import blueprint_of
from simulator.practice.leaving_out import decisions_in
from simulator.practice.moments import within
from simulator.practice.why_played import STAGES
from simulator.session.practising import Stage
from simulator.session.today_view import TestOfferView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from simulator.practice.course import Course, Tested
    from simulator.session.guide import Guide

CASES: Final = 3
"""Cases of a test."""
ENOUGH: Final = 60
"""Reviews of rules after which a test can show what practice did."""
LATER: Final = timedelta(days=28)
"""From the test after practice to the one that shows what was kept."""
TOLERANCE: Final = 100.0
"""Points by Elo, over all rules of a case, up to which two cases are equally difficult."""
CLOSE: Final = 0.2
"""The share by which the numbers of their decisions may differ."""

_WHY: Final[Mapping[Stage, str]] = {
    "before": "What you know before you practise is what the later tests are held against.",
    "after": "You have practised enough for a test to show what it did.",
    "delayed": "Four weeks after the last test, this one shows what has stayed.",
}


def test_offer(course: Course, now: datetime) -> TestOfferView | None:
    """The next test; None where none makes sense yet, or all three are done."""
    stage = next_stage(course)
    if stage is None or (stage == "after" and not under_way(course, stage) and course.reviews < ENOUGH):
        return None
    day = _from_when(course, stage)
    later = day is not None and day > now
    return TestOfferView(
        stage,
        CASES,
        len(under_way(course, stage)),
        day.date().isoformat() if day and later else None,
        _WHY[stage],
    )


def next_stage(course: Course) -> Stage | None:
    """The first stage of which not every case is finished."""
    for stage in get_args(Stage):
        if not any(one.number >= one.of for one in course.tests if one.stage == stage):
            found: Stage = stage
            return found
    return None


def under_way(course: Course, stage: Stage) -> tuple[Tested, ...]:
    """The finished cases of the test of a stage that is under way."""
    return tuple(one for one in course.tests if one.stage == stage)


def check_stage(course: Course, stage: Stage, now: datetime) -> None:
    """Raise UsageFault where this is not the test to take now."""
    if stage not in get_args(Stage):
        raise UsageFault(f"There is no such test; there are one {', one '.join(STAGES.values())}.")
    right = next_stage(course)
    if right is None:
        raise UsageFault("All three tests are done; the record shows how they went.")
    if stage != right:
        raise UsageFault(f"The next test is the one {STAGES[right]}; take that first.")
    if stage == "after" and not under_way(course, stage) and course.reviews < ENOUGH:
        left = ENOUGH - course.reviews
        raise UsageFault(
            f"The test after practice makes sense after more of it: about {left} more reviews of rules."
        )
    day = _from_when(course, stage)
    if day is not None and day > now:
        raise UsageFault(f"The test some time later makes sense from {day.date().isoformat()}.")


def equal_case(
    guide: Guide,
    candidates: Iterable[Mapping[str, Any]],
    tests: Sequence[Tested],
    difficulty: Callable[[str], float],
) -> tuple[Mapping[str, Any], float] | None:
    """The candidate that is nearest in difficulty to the cases of tests so far, and by how many points it differs.

    It asks the same questions as they do; None where no candidate does. The first case of all is a middling one of
    those that ask what most of them ask.
    """
    listed = [(case, blueprint_of(case)) for case in candidates]
    if not listed:
        return None
    if not tests:
        common = Counter(blueprint for _, blueprint in listed).most_common(1)[0][0]
        found = [
            (case, _points(case["exercises"]["rules"], difficulty)) for case, it in listed if it == common
        ]
        middle = median(points for _, points in found)
        return min(found, key=lambda one: abs(one[1] - middle))[0], 0.0
    goal = median(_points(one.rules, difficulty) for one in tests)
    asked = median(one.decisions for one in tests)
    apart = [
        (case, abs(_points(case["exercises"]["rules"], difficulty) - goal))
        for case, blueprint in listed
        if blueprint == tests[0].blueprint and _is_close(sum(decisions_in(guide, case).values()), asked)
    ]
    return min(apart, key=lambda one: one[1], default=None)


def _is_close(decisions: int, asked: float) -> bool:
    return abs(decisions - asked) <= CLOSE * asked


def _points(rules: Iterable[str], difficulty: Callable[[str], float]) -> float:
    return sum(map(difficulty, rules))


def _from_when(course: Course, stage: Stage) -> datetime | None:
    """The moment before which a test makes no sense; None where there is none."""
    if stage != "delayed" or under_way(course, stage):
        return None
    ended = [one.at for one in under_way(course, "after") if one.at]
    return within(datetime.fromisoformat(ended[-1])) + LATER if ended else None
