"""Sureness against correctness, and what was wrong while one was sure."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from simulator.tui.safety import shown
from simulator.tui.telling.few import TOO_FEW, enough_answers, resting, too_few
from simulator.tui.telling.levels import LEVELS, borne_out
from simulator.tui.telling.minutes import counted
from simulator.tui.telling.pieces import MUTED, line, lines, page
from simulator.tui.telling.record.words import right_and_wrong, surer
from simulator.tui.telling.sheet import Column, Row, Sheet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from simulator.session.record_view import CalibrationRowView, ConfidentErrorView, LevelView, RecordView

COLUMNS = (Column("Decisions"), Column("Sure, and right", 18), Column("", 25))
EMPTY = "You have not said how sure you are yet; the window for reasons (w) asks for it."
HEADS: dict[Literal["all", "option", "paragraph"], str] = {
    "all": "", "option": "By what was called for", "paragraph": "By paragraph",
}  # fmt: skip


def calibration_sheet(record: RecordView) -> Sheet:
    """What was wrong while one was sure, then all decisions, then those by option and by paragraph."""
    rows = (*_errors(record.confident_errors), *_rows(record.calibration))
    said = "How sure you said you were, and how often you were right."
    return Sheet(said if rows else EMPTY, COLUMNS, rows)


def _errors(errors: tuple[ConfidentErrorView, ...]) -> Iterator[Row]:
    if errors:
        title = f"Sure, and wrong the last time: {counted(len(errors), 'rule')}"
        told = page(title, [shown("These come back first, in the next case that is made for you.")])
        yield Row((title, "", ""), lambda _: told, heading=True)
    yield from map(_error, errors)


def _error(error: ConfidentErrorView) -> Row:
    told = lines(
        shown(f"Wrong while sure: {counted(error.times, 'time')}, the last on {error.last}."),
        line("Rule:", error.rule),
        shown("b begins a new case for it.", MUTED),
    )
    cells = (error.title, f"! {counted(error.times, 'time')}", f"last on {error.last}")
    return Row(cells, lambda _: page(error.title, [told]), rule=error.rule)


def _rows(rows: tuple[CalibrationRowView, ...]) -> Iterator[Row]:
    for sort, head in HEADS.items():
        alike = [each for each in rows if each.sort == sort]
        if alike and head:
            yield _heading(head)
        yield from map(_row, alike)


def _heading(head: str) -> Row:
    told = page(head, [shown("The same figures, for one thing a row.")])
    return Row((head, "", ""), lambda _: told, heading=True)


def _row(row: CalibrationRowView) -> Row:
    def detail(width: int) -> Content:
        parts = [_level(level, width) for level in row.levels]
        told = resting(surer(row.surer_than_right), row.answers)
        return page(row.label, [shown(f"{told}.".capitalize(), "bold"), *parts])

    surest = next((each for each in row.levels if each.level == max(LEVELS)), None)
    cell = (
        f"{surest.right} of {surest.right + surest.wrong}" if surest and surest.right + surest.wrong else ""
    )
    label = "All decisions" if row.sort == "all" else row.label
    paragraph = row.name if row.sort == "paragraph" else ""
    told = surer(row.surer_than_right) if enough_answers(row.answers) else TOO_FEW
    return Row((label, cell, told), detail, paragraph=paragraph)


def _level(level: LevelView, width: int) -> Content:
    number = level.right + level.wrong
    words = LEVELS[level.level].words if level.level in LEVELS else f"level {level.level}"
    if not number:
        return line(f"Sure {words}:", "none")
    told = [shown(f"Sure {words}", "bold"), right_and_wrong(level.right, level.wrong, width)]
    if not enough_answers(number):
        told.append(shown(f"{too_few(number, 'answer')}.".capitalize(), MUTED))
    elif level.level in LEVELS:
        told.append(shown(f"{borne_out(level.level, level.right / number)}.".capitalize()))
    return lines(*told)
