"""Tests before practice, after it and later: which is next, and how long it is."""

from __future__ import annotations

from datetime import datetime, timedelta
from itertools import count
from typing import TYPE_CHECKING, Final, get_args

from simulator.errors.faults import UsageFault
from simulator.practice.moments import within
from simulator.practice.today_words import length_of
from simulator.practice.why_played import place_in_test
from simulator.session.practising import STAGES, Stage
from simulator.session.today_view import TestOfferView

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence
    from typing import Any

    from simulator.practice.course import Course, Tested

CASES: Final = 3
"""Cases of a test."""
ENOUGH: Final = 60
"""Reviews of rules after which a test can show what practice did."""
LATER: Final = timedelta(days=28)
"""From the test after practice to the one that shows what was kept."""

_WHY: Final[Mapping[Stage, str]] = {
    "before": "What you know before you practise is what the later tests are held against.",
    "after": "You have practised enough for a test to show what it did.",
    "delayed": "Four weeks after the last test, this one shows what has stayed.",
}


def test_offer(
    course: Course,
    now: datetime,
    left_in: Collection[Mapping[str, Any]] = (),  # noqa: PT028, it is no test of ours
) -> TestOfferView | None:
    """The next test; None where none makes sense yet, or all three are done.

    `left_in` says for what the cases were played that are begun and not finished.
    """
    stage = next_stage(course)
    places = [place_in_test(purpose) for purpose in left_in]
    left = any(one is not None and one.stage == stage for one in places)
    if stage is None:
        return None
    if stage == "after" and not (left or under_way(course, stage)) and course.reviews < ENOUGH:
        return None
    day = _from_when(course, stage)
    later = day is not None and day > now
    done = len(under_way(course, stage))
    when = day.date().isoformat() if day is not None and later else None
    said = _length(course, done, left=left)
    return TestOfferView(stage, CASES, done, when, _WHY[stage], said, begun=done > 0 or left)


def _length(course: Course, done: int, *, left: bool) -> str:
    """How long a test is, and how far it has got."""
    length = length_of(CASES - done, course.pace.case)
    if not done and not left:
        return f"It is {length}."
    rest = f"{length} {'is' if CASES - done == 1 else 'are'} still to come."
    return f"{rest} You left one of them before its end; it goes on where you were." if left else rest


def next_stage(course: Course) -> Stage | None:
    """The first stage of which not every case is finished."""
    for stage in get_args(Stage):
        done = under_way(course, stage)
        if not done or len(done) < done[-1].of:
            found: Stage = stage
            return found
    return None


def under_way(course: Course, stage: Stage) -> tuple[Tested, ...]:
    """The finished cases of the test of a stage that is under way."""
    return tuple(one for one in course.tests if one.stage == stage)


def next_number(done: Sequence[Tested]) -> int:
    """The first case of a test that is not among those done: one that was left out is made again."""
    return next(number for number in count(1) if all(one.number != number for one in done))


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


def _from_when(course: Course, stage: Stage) -> datetime | None:
    """The moment before which a test makes no sense; None where there is none."""
    if stage != "delayed" or under_way(course, stage):
        return None
    ended = [one.at for one in under_way(course, "after") if one.at]
    return within(datetime.fromisoformat(ended[-1])) + LATER if ended else None
