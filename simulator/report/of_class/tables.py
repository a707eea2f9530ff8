"""The findings of a class as tables for a spreadsheet: every row plain cells, in the order of the findings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.poll_view import FEWEST
from simulator.report.of_class.csv_text import csv_bytes
from simulator.report.signs import SURENESS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from typing import TypeAlias

    from simulator.classroom.findings.findings import ClassFindings, CourseFindings, Sums, SureFindings
    from simulator.report.of_class.csv_text import Cell

    Rows: TypeAlias = Iterator[tuple[Cell, ...]]

WHOLE = "all"
"""Stands for the case where a row is of the whole class."""

VOTES = ("case", "phase", "question", "subject", "option", "verdict", "round", "votes", "voted",
         "case_title", "question_title", "subject_label", "option_label")  # fmt: skip
PARAGRAPHS = ("case", "paragraph", "section", "decisions", "votes", "right", "mistakes", "split_before",
              "split_after", "split", "voted_again", "stayed_split", "relied_on_elsewhere")  # fmt: skip
CALIBRATION = ("case", "sureness", "vote", "decisions", "right")
DEPARTURES = ("case", "seat", "name", "phase", "question", "subject", "question_title", "subject_label", "chosen",
              "rationale", "cites", "accepted", "reason", "round", "stands")  # fmt: skip
TIMELINE = ("minute", "at_utc", "case", "kind", "what")
LEARNERS = ("seat", "name", "team", "people", "case", "case_title", "decisions", "right", "mistakes", "to_discuss",
            "silent", "practise_1", "why_1", "practise_2", "why_2", "practise_3", "why_3")  # fmt: skip


def tables(findings: ClassFindings) -> Mapping[str, bytes]:
    """Every table by the name of its file."""
    whole: list[tuple[Cell, Sums]] = [(WHOLE, findings.sums)]
    sums = whole + [(course.number, course.sums) for course in findings.courses]
    return {
        "votes.csv": csv_bytes(VOTES, (row for course in findings.courses for row in _votes(course))),
        "paragraphs.csv": csv_bytes(PARAGRAPHS, _paragraphs(sums)),
        "calibration.csv": csv_bytes(CALIBRATION, _calibration(sums)),
        "departures.csv": csv_bytes(DEPARTURES, _departures(findings)),
        "timeline.csv": csv_bytes(TIMELINE, _timeline(findings)),
        "learners.csv": csv_bytes(LEARNERS, _learners(findings)),
    }


def _votes(course: CourseFindings) -> Rows:
    """Of fewer than `FEWEST` votes it is only told how many there were."""
    for question in course.questions:
        for subject in question.subjects:
            titles = (course.title, question.title, subject.label)
            for number, voted in enumerate(subject.voted):
                for option in subject.options:
                    verdict = option.verdict if subject.silence is None else "silent"
                    what = (question.phase, question.question, subject.subject, option.option, verdict)
                    votes = option.votes[number] if voted >= FEWEST else None
                    yield (course.number, *what, number + 1, votes, voted, *titles, option.label)


def _paragraphs(sums: Sequence[tuple[Cell, Sums]]) -> Rows:
    for case, each in sums:
        for one in each.paragraphs:
            votes = (one.decisions, one.last.decisions, one.last.right, one.last.mistakes)
            splits = (one.before, one.after, one.split, one.again, one.stayed)
            yield (case, one.paragraph, one.section, *votes, *splits, one.relied_on)


def _calibration(sums: Sequence[tuple[Cell, Sums]]) -> Rows:
    for case, each in sums:
        for one in each.calibration:
            for vote, sure in (("first", one.first), ("last", one.last)):
                yield (case, SURENESS[one.level], vote, *_told(sure))


def _told(sure: SureFindings) -> tuple[Cell, Cell]:
    if sure.decisions and sure.seats < FEWEST:
        return None, None
    return sure.decisions, sure.right


def _departures(findings: ClassFindings) -> Rows:
    for course in findings.courses:
        for one in course.departures:
            accepted = {None: "", True: "yes", False: "no"}[one.accepted]
            who, where = (one.seat, one.name), (one.phase, one.question, one.subject, one.title, one.label)
            said = (one.chosen, one.rationale, ", ".join(one.cites))
            stands = "yes" if one.stands else "no"
            yield (course.number, *who, *where, *said, accepted, one.reason, one.round, stands)


def _timeline(findings: ClassFindings) -> Rows:
    for one in findings.timeline:
        yield (one.minute, one.at, one.case or None, one.kind, one.what)


def _learners(findings: ClassFindings) -> Rows:
    for one in findings.learners:
        for course in one.courses:
            practise: list[Cell] = []
            for each in course.practise:
                practise += [each.paragraph, each.why]
            practise += [None] * (6 - len(practise))
            counted = (
                course.last.decisions,
                course.last.right,
                course.last.mistakes,
                course.discuss,
                course.silent,
            )
            yield (one.seat, one.name, one.team, one.people, course.number, course.title, *counted, *practise)
