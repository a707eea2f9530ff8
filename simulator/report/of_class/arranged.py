"""Findings arranged for paper: what the templates write, in its order, and nothing that they would compute.

What is `private` is for the facilitator; else no round of fewer than `FEWEST` votes is told of.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.classroom.poll_view import FEWEST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.classroom.findings.findings import (
        ChangedFindings,
        ClassFindings,
        CourseFindings,
        OptionFindings,
        ParagraphFindings,
        QuestionFindings,
        SubjectFindings,
        Tally,
    )

MOST_LISTED = 5
"""Questions and paragraphs that are named in short."""
VERDICT_SYMBOLS = {"expected": "✓", "acceptable": "✓", "departure": "?", "contrary": "✗"}
ROUNDS = ("First vote", "Second vote", "Third vote", "Fourth vote")


@dataclass(frozen=True, slots=True)
class Round:
    """A vote: how many seats took part, and whether it may be told how."""

    name: str
    voted: int
    told: bool


@dataclass(frozen=True, slots=True)
class Bar:
    """A share of the votes of a round, from 0 to 1; the last round is drawn full, an earlier one framed."""

    share: float
    full: bool


@dataclass(frozen=True, slots=True)
class OptionRow:
    """How often an option was voted for, in words for each round, with a picture of the first and the last of them."""

    label: str
    symbol: str
    verdict: str
    votes: tuple[str, ...]
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class SubjectTable:
    """The votes about one subject; `unchosen` are the options for which nobody voted."""

    label: str
    silence: str | None
    rounds: tuple[Round, ...]
    rows: tuple[OptionRow, ...]
    unchosen: tuple[str, ...]
    changed: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class QuestionTable:
    """The votes on one question; those of `last` are from so many `seats`."""

    title: str
    phase: str
    asks: str
    several: bool
    skipped: bool
    first: Tally
    last: Tally
    seats: int
    subjects: tuple[SubjectTable, ...]


@dataclass(frozen=True, slots=True)
class CaseTables:
    """A case, and the votes on those of its questions that were voted on."""

    course: CourseFindings
    questions: tuple[QuestionTable, ...]
    untouched: tuple[str, ...]
    """Titles of the questions on which nobody voted."""


@dataclass(frozen=True, slots=True)
class Often:
    """Something that went wrong often: how many of so many votes."""

    name: str
    about: str
    mistakes: int
    decisions: int


def tables_of(course: CourseFindings, *, private: bool) -> CaseTables:
    """All votes in a case; where `private`, only those on questions of which the others are not told."""
    voted = [one for one in course.questions if any(any(subject.voted) for subject in one.subjects)]
    shown = [one for one in voted if _has_small(one)] if private else voted
    untouched = tuple(f"{one.title} ({one.phase_title})" for one in course.questions if one not in voted)
    return CaseTables(course, tuple(_question(one, private) for one in shown), untouched)


def _has_small(question: QuestionFindings) -> bool:
    return any(0 < voted < FEWEST for subject in question.subjects for voted in subject.voted)


def _question(question: QuestionFindings, private: bool) -> QuestionTable:
    return QuestionTable(
        title=question.title,
        phase=question.phase_title,
        asks=question.asks,
        several=question.several,
        skipped=question.standing == "skipped",
        first=question.first,
        last=question.last,
        seats=question.seats,
        subjects=tuple(_subject(one, private) for one in question.subjects),
    )


def _subject(subject: SubjectFindings, private: bool) -> SubjectTable:
    rounds = tuple(
        Round(name_of_round(number), voted, private or voted >= FEWEST)
        for number, voted in enumerate(subject.voted)
    )
    rows = [one for one in subject.options if _is_shown(one, rounds, silent=subject.silence is not None)]
    return SubjectTable(
        label=subject.label,
        silence=subject.silence,
        rounds=rounds,
        rows=tuple(_row(one, rounds, silent=subject.silence is not None) for one in rows),
        unchosen=tuple(one.label for one in subject.options if one not in rows)
        if all(each.told for each in rounds)
        else (),
        changed=_changed(subject.changed) if private or subject.changed.again >= FEWEST else "",
        paragraphs=subject.paragraphs,
    )


def name_of_round(number: int) -> str:
    """What a vote is called, numbered from 0."""
    return ROUNDS[number] if number < len(ROUNDS) else f"Vote {number + 1}"


def _is_shown(option: OptionFindings, rounds: Sequence[Round], *, silent: bool) -> bool:
    if option.verdict == "expected" and not silent:
        return True
    return any(votes for votes, one in zip(option.votes, rounds, strict=True) if one.told)


def _row(option: OptionFindings, rounds: Sequence[Round], *, silent: bool) -> OptionRow:
    counted = list(zip(option.votes, rounds, strict=True))
    shares = [votes / one.voted for votes, one in counted if one.told and one.voted]
    ends = [shares[0], shares[-1]] if len(shares) > 1 else shares
    return OptionRow(
        label=option.label,
        symbol="○" if silent else VERDICT_SYMBOLS[option.verdict],
        verdict="not scored" if silent else option.verdict_label,
        votes=tuple(str(votes) if one.told else "not told" for votes, one in counted),
        bars=tuple(Bar(share, full=place == len(ends)) for place, share in enumerate(ends, start=1)),
    )


def _changed(changed: ChangedFindings) -> str:
    """How those went who voted again, in a sentence."""
    if not changed.again:
        return ""
    return (
        f"Of {changed.again} who voted again, {changed.towards} went to what is called for or within discretion, "
        f"{changed.away} went away from it, and {changed.otherwise} changed otherwise."
    )


# Departures


@dataclass(frozen=True, slots=True)
class DepartureSums:
    """All departures by number; `untold` are those that count in no sum which everybody may read."""

    accepted: int
    refused: int
    waiting: int
    untold: int

    @property
    def every(self) -> int:
        """How many there are."""
        return self.accepted + self.refused + self.waiting


def departure_sums(findings: ClassFindings) -> DepartureSums:
    """Those of all cases, for the facilitator alone."""
    ways = [one.accepted for course in findings.courses for one in course.departures]
    told = findings.sums.settled
    counted = told.accepted + told.refused + told.waiting
    return DepartureSums(ways.count(True), ways.count(False), ways.count(None), len(ways) - counted)


# In short


def most_wrong(findings: ClassFindings) -> tuple[Often, ...]:
    """The questions that went wrong most often, by their share of mistakes."""
    every = [
        Often(one.title, f"case {course.number}", one.last.mistakes, one.last.decisions)
        for course in findings.courses
        for one in course.questions
    ]
    return _most(every)


def most_mistaken(paragraphs: Sequence[ParagraphFindings]) -> tuple[Often, ...]:
    """The paragraphs behind most mistakes, likewise."""
    return _most(
        [Often(one.paragraph, one.section, one.last.mistakes, one.last.decisions) for one in paragraphs]
    )


def _most(every: Sequence[Often]) -> tuple[Often, ...]:
    wrong = [one for one in every if one.mistakes]
    return tuple(sorted(wrong, key=lambda one: -one.mistakes / one.decisions)[:MOST_LISTED])


def by_mistakes(paragraphs: Sequence[ParagraphFindings]) -> tuple[ParagraphFindings, ...]:
    """The paragraphs that stand behind a decision, with those first behind which most mistakes were made."""
    behind = [one for one in paragraphs if one.decisions]
    return tuple(sorted(behind, key=lambda one: -one.last.mistakes))
