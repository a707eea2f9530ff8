"""The tests before practice, after it and later, and the change from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session.practising import STAGES
from simulator.tui.safety import shown
from simulator.tui.telling.bars import percent
from simulator.tui.telling.minutes import counted
from simulator.tui.telling.pieces import line, lines, page
from simulator.tui.telling.record.words import barred, difficulty, points_of
from simulator.tui.telling.sheet import Column, Row, Sheet
from simulator.tui.telling.stages import test_called

if TYPE_CHECKING:
    from textual.content import Content

    from simulator.session.record_view import ChangeView, RecordView, TestView

COLUMNS = (Column("Test"), Column("Day", 10), Column("Mark", 10), Column("With 95% certainty", 20))
EMPTY = "No test has been finished yet. What is due offers the next one (t)."
INTERVAL = "With about 95% certainty it lies between the two; more decisions bring them nearer to each other."


def tests_sheet(record: RecordView) -> Sheet:
    """A row for each test, and then for each change."""
    rows = (*map(_test, record.tests), *map(_change, record.changes))
    return Sheet("Your marks in the tests, and how certain they are." if rows else EMPTY, COLUMNS, rows)


def _test(test: TestView) -> Row:
    def detail(width: int) -> Content:
        between = f"between {percent(test.low)} and {percent(test.high)}"
        told = [barred(test.mark, width, percent(test.mark)), line("Certain:", between)]
        told.append(
            shown(f"{counted(test.decisions, 'decision')} in {counted(test.cases, 'case')}, on {test.day}.")
        )
        told.append(line("Difficulty:", difficulty(test.difficulty)))
        return page(test_called(test.stage), [lines(*told), shown(INTERVAL)])

    interval = f"{percent(test.low)} to {percent(test.high)}"
    return Row((test_called(test.stage), test.day, percent(test.mark), interval), detail)


def _change(change: ChangeView) -> Row:
    low, high = points_of(change.low), points_of(change.high)
    title = f"Change: {STAGES[change.before]} → {STAGES[change.after]}"
    told = lines(
        line("Change:", f"{points_of(change.change)} points of per cent"),
        line("Certain:", f"between {low} and {high}"),
        shown(change.said),
    )
    cells = (title, "", f"{points_of(change.change)} points", f"{low} to {high}")
    return Row(cells, lambda _: page(title, [told, shown(INTERVAL)]))
