"""A learner's record as tables for a spreadsheet: every row plain cells, in the order of the view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.report.of_class.csv_text import csv_bytes
from simulator.report.of_learner.words import listed, sureness

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from typing import TypeAlias

    from simulator.report.of_class.csv_text import Cell
    from simulator.session.record_view import RecordView

    Rows: TypeAlias = Iterator[tuple[Cell, ...]]

RECORD = (
    "learner",
    "day",
    "cases",
    "decisions",
    "right",
    "skill",
    "retention",
    "goal",
    "unread",
    "standing",
    "reviews",
    "places",
    "head",
)
RULES = ("rule", "title", "paragraphs", "mastery", "retention", "reviews", "right", "due", "difficulty")
PARAGRAPHS = ("paragraph", "section", "mastery", "retention", "right", "wrong", "reviews")
CONFUSION = ("question", "title", "called_for", "chosen", "times", "left_open")
MISTAKES = ("kind", "text", "paragraphs", "times", "cases", "lately")
INDEPENDENCE = ("drills", "compared", "moved", "index", "paragraphs", "examples")
CALIBRATION = (
    "sort",
    "name",
    "label",
    "level",
    "sureness",
    "claimed",
    "right",
    "wrong",
    "surer_than_right",
    "answers",
)
CONFIDENT = ("rule", "title", "times", "last")
CITATION = ("relied", "deciding", "unsaid")
MISSED = ("paragraph", "missed")
TESTS = ("stage", "day", "cases", "decisions", "mark", "low", "high", "difficulty")
CHANGES = ("before", "after", "change", "low", "high", "said")
CASES = ("day", "title", "decisions", "right", "purpose", "left_out", "session")


def record_tables(view: RecordView) -> Mapping[str, bytes]:
    """Every table by the name of its file; the same view gives the same bytes."""
    return {
        "record.csv": csv_bytes(RECORD, _record(view)),
        "rules.csv": csv_bytes(RULES, _rules(view)),
        "paragraphs.csv": csv_bytes(PARAGRAPHS, _paragraphs(view)),
        "confusion.csv": csv_bytes(CONFUSION, _confusion(view)),
        "mistakes.csv": csv_bytes(MISTAKES, _mistakes(view)),
        "independence.csv": csv_bytes(INDEPENDENCE, _independence(view)),
        "calibration.csv": csv_bytes(CALIBRATION, _calibration(view)),
        "confident-errors.csv": csv_bytes(CONFIDENT, _confident(view)),
        "citation.csv": csv_bytes(CITATION, [(view.cited.relied, view.cited.deciding, view.cited.unsaid)]),
        "citation-missed.csv": csv_bytes(MISSED, view.cited.missed),
        "tests.csv": csv_bytes(TESTS, _tests(view)),
        "changes.csv": csv_bytes(CHANGES, _changes(view)),
        "cases.csv": csv_bytes(CASES, _cases(view)),
    }


def _record(view: RecordView) -> Rows:
    counted = (view.cases, view.decisions, view.right)
    known = (view.skill, view.retention, view.goal)
    yield (
        view.learner,
        view.day,
        *counted,
        *known,
        view.unread,
        view.standing,
        view.reviews,
        view.places,
        view.head,
    )


def _rules(view: RecordView) -> Rows:
    for one in view.rules:
        known = (one.mastery, one.retention, one.reviews, one.right)
        yield (one.rule, one.title, listed(one.paragraphs), *known, one.due, one.difficulty)


def _paragraphs(view: RecordView) -> Rows:
    for one in view.paragraphs:
        yield (one.paragraph, one.section, one.mastery, one.retention, one.right, one.wrong, one.reviews)


def _confusion(view: RecordView) -> Rows:
    for one in view.confusions:
        for place, (called_for, counts) in enumerate(zip(one.called_for, one.counts, strict=True)):
            for chosen, times, free in zip(one.chosen, counts, one.left_open(place), strict=True):
                yield (one.question, one.title, called_for, chosen, times, free)


def _mistakes(view: RecordView) -> Rows:
    for one in view.mistakes:
        yield (one.kind, one.text, listed(one.paragraphs), one.times, one.cases, one.lately)


def _independence(view: RecordView) -> Rows:
    one = view.independence
    yield (one.drills, one.compared, one.moved, one.index, listed(one.paragraphs), " / ".join(one.examples))


def _calibration(view: RecordView) -> Rows:
    """A row for each level; one that is empty but for its name where no level was given."""
    for one in view.calibration:
        what = (one.sort, one.name, one.label)
        for each in one.levels:
            said = (each.level, sureness(each.level), each.claimed, each.right, each.wrong)
            yield (*what, *said, one.surer_than_right, one.answers)
        if not one.levels:
            yield (*what, None, None, None, None, None, one.surer_than_right, one.answers)


def _confident(view: RecordView) -> Rows:
    for one in view.confident_errors:
        yield (one.rule, one.title, one.times, one.last)


def _tests(view: RecordView) -> Rows:
    for one in view.tests:
        went = (one.mark, one.low, one.high, one.difficulty)
        yield (one.stage, one.day, one.cases, one.decisions, *went)


def _changes(view: RecordView) -> Rows:
    for one in view.changes:
        yield (one.before, one.after, one.change, one.low, one.high, one.said)


def _cases(view: RecordView) -> Rows:
    for one in view.last_cases:
        yield (one.day, one.title, one.decisions, one.right, one.purpose, one.left_out, one.session)
