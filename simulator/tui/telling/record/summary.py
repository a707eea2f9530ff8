"""The record at a glance: a row for each figure, and what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from simulator.session.shares import hundredths
from simulator.tui.safety import shown
from simulator.tui.telling.bars import percent
from simulator.tui.telling.few import enough_answers, resting, too_few
from simulator.tui.telling.minutes import counted
from simulator.tui.telling.pieces import lines, page
from simulator.tui.telling.record.words import MASTERY, barred, points_of, share, surer
from simulator.tui.telling.sheet import Column, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from simulator.session.record_view import RecordView

COLUMNS = (Column("Figure", 24), Column("So far"))
EMPTY = "There is nothing in your record yet: it begins with the first case that you finish."
COUNT_AGAIN = "Under Cases (0), x has one count again."
OWN = "Your record. Nobody else sees it, and nothing of it is sent anywhere."


class Figure(NamedTuple):
    """A figure: its name, what it is so far, what it means, and the share that a bar draws of it."""

    name: str
    so_far: str
    meaning: str
    part: float | None = None


def summary_sheet(record: RecordView) -> Sheet:
    """A row for each figure."""
    return Sheet(_said(record), COLUMNS, tuple(map(_row, _figures(record))))


def _said(record: RecordView) -> str:
    """Whose record it is; where nothing in it counts, why, and how it counts again."""
    if record.cases or record.unread:
        return OWN
    if not record.cases_left_out:
        return EMPTY
    if record.cases_left_out == 1:
        return f"The one case that you finished is left out of every figure. {COUNT_AGAIN}"
    return f"All {record.cases_left_out} cases that you finished are left out of every figure. {COUNT_AGAIN}"


def _row(figure: Figure) -> Row:
    def detail(width: int) -> Content:
        drawn = [] if figure.part is None else [barred(figure.part, width, percent(figure.part))]
        return page(figure.name, [lines(shown(figure.so_far, "bold"), *drawn), shown(figure.meaning)])

    return Row((figure.name, figure.so_far), detail)


def _figures(record: RecordView) -> Iterator[Figure]:
    part = record.right / record.decisions if record.decisions else None
    yield Figure("Cases", str(record.cases), "The cases that you finished and that count.")
    yield Figure(
        "Decisions right",
        share(record.right, record.decisions),
        "Of all decisions of these cases. What the guidance leaves open, what only follows from an earlier mistake, "
        "and departures with a reason are not counted.",
        part,
    )
    yield _retention(record)
    yield _rules(record)
    yield Figure(
        "Skill",
        f"{record.skill:+.0f} points",
        "By Elo: 0 is where you began. Each decision moves it, a difficult rule by more; 100 points more make a right "
        "answer likelier by a ratio of 1.8 to 1.",
    )
    yield from _further(record)


def _retention(record: RecordView) -> Figure:
    meaning = "How likely you know, now, what you have learnt: the mean over all rules that you have met."
    if record.retention is None:
        return Figure("Retention", "none yet", meaning)
    on = counted(record.reviews, "review")
    meaning += f" It rests on {on} of rules, of which a case makes one for each rule that decided."
    if not enough_answers(record.reviews):
        return Figure("Retention", too_few(record.reviews, "review"), meaning)
    so_far = f"{percent(record.retention)} known now, from {on}; the goal is {percent(record.goal)}"
    return Figure("Retention", so_far, meaning, record.retention)


def _rules(record: RecordView) -> Figure:
    found = {each: sum(rule.mastery == each for rule in record.rules) for each in MASTERY}
    so_far = ", ".join(f"{number} {MASTERY[each]}" for each, number in found.items() if number) or "none"
    met = len(record.rules) - found["new"]
    meaning = f"Of {counted(len(record.rules), 'rule')} of the guidance you have met {met}."
    part = found["mastered"] / len(record.rules) if record.rules else None
    return Figure("Rules", so_far, f"{meaning} The bar is what you have mastered.", part)


def _further(record: RecordView) -> Iterator[Figure]:
    errors = counted(len(record.confident_errors), "rule")
    overall = next((each for each in record.calibration if each.sort == "all"), None)
    if overall is not None:
        meaning = "How sure you said you were, less how often you were right."
        yield Figure("Sureness", resting(surer(overall.surer_than_right), overall.answers), meaning)
    yield Figure(
        "Sure, and wrong", errors, "What you got wrong the last time while sure of it comes back first."
    )
    if record.independence.index is not None:
        meaning = (
            "How often your answer about one stayed what it was when only the facts about another changed."
        )
        yield _independence(record.independence.index, record.independence.compared, meaning)
    if record.cited.relied:
        part = record.cited.deciding / record.cited.relied
        meaning = "How often a paragraph on which you relied is one that decides."
        yield Figure("Paragraphs relied on", share(record.cited.deciding, record.cited.relied), meaning, part)
    yield from _of_cases(record)


def _independence(index: float, compared: int, meaning: str) -> Figure:
    part = index if enough_answers(compared) else None
    return Figure("Independence", resting(hundredths(index), compared), meaning, part)


def _of_cases(record: RecordView) -> Iterator[Figure]:
    for change in record.changes:
        yield Figure("Change between tests", f"{points_of(change.change)} points", change.said)
    if record.cases_left_out:
        meaning = f"Of the last cases, those that you left out. {COUNT_AGAIN}"
        yield Figure("Left out", counted(record.cases_left_out, "case"), meaning)
    if record.unread:
        meaning = "They ended before it was kept how they were judged."
        yield Figure("Not counted", counted(record.unread, "case"), meaning)
