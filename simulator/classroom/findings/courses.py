"""What came of one case of a class: how it voted on every question, and what that comes to."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from simulator.classroom.findings.findings import (
    ChangedFindings,
    CourseFindings,
    OptionFindings,
    QuestionFindings,
    SubjectFindings,
    Tally,
)
from simulator.classroom.findings.marking import RIGHT
from simulator.classroom.findings.polled import polled
from simulator.classroom.findings.summing import settled_of, sums_of, tally
from simulator.classroom.showing.departures import departures
from simulator.errors.text import clean, clean_block

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.classroom.findings.polled import Cast, Polled
    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import At, ClassState, Course
    from simulator.session.debrief_view import RulingView


def course_findings(
    guide: ClassGuide, state: ClassState, course: Course
) -> tuple[CourseFindings, Sequence[Polled]]:
    """What came of a case, and every decision of it with its votes."""
    decisions = polled(guide, course)
    departing = departures(guide, state, course)
    by_question = groupby(decisions, key=lambda one: one.decision.at)
    found = CourseFindings(
        number=course.number,
        case=clean(course.case["id"]),
        title=clean(course.case["title"]),
        pace=course.pace,
        ended=course.ended,
        voted=len({cast.seat for one in decisions for cast in one.last}),
        questions=tuple(_question(guide, course, at, tuple(of_it)) for at, of_it in by_question),
        sums=sums_of(decisions, settled_of(decisions, departing), guide.paragraphs),
        prompts=tuple(dict.fromkeys(map(clean_block, course.prompts))),
        injected=tuple(map(clean_block, course.injected)),
        departures=departing,
    )
    return found, decisions


def _question(guide: ClassGuide, course: Course, at: At, decisions: Sequence[Polled]) -> QuestionFindings:
    asked = guide.asked(at[1])
    subjects = tuple(map(_subject, decisions))
    return QuestionFindings(
        phase=at[0],
        phase_title=clean(guide.phase_title(at[0])),
        question=at[1],
        title=clean(asked.title),
        asks=clean_block(asked.asks),
        several=asked.several,
        standing=course.poll(at).standing,
        subjects=subjects,
        first=_sum(subject.first for subject in subjects),
        last=_sum(subject.last for subject in subjects),
        seats=len({cast.seat for one in decisions for cast in one.told_last}),
    )


def _subject(polled: Polled) -> SubjectFindings:
    key = polled.decision.key
    return SubjectFindings(
        subject=key.subject,
        label=key.label,
        silence=key.silence,
        voted=tuple(map(len, polled.rounds)),
        options=tuple(_option(polled, ruling) for ruling in key.options),
        paragraphs=tuple(map(clean, polled.decision.paragraphs)),
        changed=_changed(polled),
        first=tally(polled.told_first),
        last=tally(polled.told_last),
    )


def _option(polled: Polled, ruling: RulingView) -> OptionFindings:
    return OptionFindings(
        option=ruling.option,
        label=ruling.label,
        verdict=ruling.verdict,
        verdict_label=ruling.verdict_label,
        votes=tuple(sum(ruling.option in cast.given.chosen for cast in ballot) for ballot in polled.rounds),
    )


def _changed(polled: Polled) -> ChangedFindings:
    """How each seat that voted in several rounds went from the first of them to the last."""
    by_seat: dict[str, list[Cast]] = {}
    for ballot in polled.rounds:
        for cast in ballot:
            by_seat.setdefault(cast.seat, []).append(cast)
    went = [(casts[0], casts[-1]) for casts in by_seat.values() if len(casts) > 1]
    towards = sum(before.mark not in RIGHT and after.mark in RIGHT for before, after in went)
    away = sum(before.mark in RIGHT and after.mark not in RIGHT for before, after in went)
    changed = sum(before.given.chosen != after.given.chosen for before, after in went)
    return ChangedFindings(len(went), towards, away, changed - towards - away)


def _sum(tallies: Iterable[Tally]) -> Tally:
    every = tuple(tallies)
    return Tally(
        sum(one.decisions for one in every),
        sum(one.right for one in every),
        sum(one.mistakes for one in every),
        sum(one.departures for one in every),
    )
