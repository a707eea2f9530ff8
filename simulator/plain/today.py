"""What to practise today, and why, in sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.report.of_learner.words import counted, known_of_all, sentence, share
from simulator.session.practising import STAGES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.session.today_view import (
        DrillOfferView,
        DueView,
        PlannedView,
        TestOfferView,
        TodayView,
        WhyDue,
    )

WHY: dict[WhyDue, str] = {
    "confident_error": "Wrong while sure",
    "error": "Wrong the last time",
    "fading": "Fading",
    "new": "New",
}
BEGIN = "Type due to begin it, or today for the whole list."


def today_in_short(view: TodayView) -> Iterator[str]:
    """A line on what to practise today, one on what comes first and why, and one on each thing that is begun."""
    yield f"Today: {sentence(view.said)}"
    if view.plan:
        first = view.plan[0]
        yield f"First: {sentence(first.title)} {sentence(first.why)} {BEGIN}"
    elif view.due:
        most_urgent = view.due[0]
        yield f"First: {sentence(most_urgent.title)} {sentence(most_urgent.why)} {BEGIN}"
    if view.test is not None and (view.test.begun or view.test.from_when is not None):
        yield f"{test_named(view.test)} {sentence(view.test.said)}"
    if view.drill is not None and view.drill.begun:
        yield drill_offered(view.drill)


def today_of(view: TodayView) -> Iterator[str]:
    """All of it: the plan, everything that is due by number, how much is known, and the next test."""
    yield sentence(view.said)
    if view.plan:
        yield f"Planned for {counted(view.minutes, 'minute')}:"
        yield from (_planned(number, one) for number, one in enumerate(view.plan, 1))
    else:
        yield f"Nothing is planned for {counted(view.minutes, 'minute')}."
    if view.due:
        yield "Due, the most urgent first:"
        yield from (f"{number}. {one}" for number, one in enumerate(due_by_words(view), 1))
    yield _known(view)
    if view.next_due is not None:
        yield f"The next rule comes due on {view.next_due}."
    if view.test is not None:
        yield test_offered(view.test)
    if view.drill is not None:
        yield drill_offered(view.drill)


def due_by_words(view: TodayView) -> Mapping[str, Sequence[DueView]]:
    """What is due, the most urgent first, by the words in which it is told; what is told in the same words is together.

    The ids of rules are not told: they would say beforehand what is called for.
    """
    by_words: dict[str, list[DueView]] = {}
    for one in view.due:
        known = "" if one.retention is None else f" Known with {share(one.retention)}."
        words = f"{sentence(one.title)} {WHY[one.why_due]}. {sentence(one.why)}{known}"
        by_words.setdefault(words, []).append(one)
    return {_times(words, len(alike)): alike for words, alike in by_words.items()}


def test_named(test: TestOfferView) -> str:
    """Which test it is, from when it makes sense, and how many of its cases are done."""
    when = "" if test.from_when is None else f", from {test.from_when} on"
    done = f"{test.done} of {counted(test.cases, 'case')} done"
    return f"{_open(test.begun)}The test {STAGES[test.stage]}{when}: {done}."


def test_offered(test: TestOfferView) -> str:
    """The next test, how long it is, and why it makes sense."""
    return " ".join(filter(None, (test_named(test), sentence(test.said), sentence(test.why))))


def drill_offered(drill: DrillOfferView) -> str:
    """The next case of a drill, and how long it is."""
    return f"{_open(drill.begun)}A drill. {sentence(drill.said)}"


def _open(begun: bool) -> str:
    return "Begun. " if begun else ""


def _planned(number: int, one: PlannedView) -> str:
    shortened = " Shortened: what is not due is left out." if one.shortened else ""
    about = counted(max(1, round(one.minutes)), "minute")
    return f"{number}. {sentence(one.title)} {sentence(one.why)} About {about}.{shortened}"


def _times(words: str, rules: int) -> str:
    return words if rules == 1 else f"{words} {rules} rules."


def _known(view: TodayView) -> str:
    if view.retention is None:
        return f"Nothing has been learnt yet; the goal is {share(view.goal)}."
    told = known_of_all(view.retention, view.reviews)
    return f"Known now, on average: {told}; the goal is {share(view.goal)}."
