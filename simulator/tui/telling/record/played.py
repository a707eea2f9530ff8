"""The last cases, each of which can be left out of all figures, for a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown
from simulator.tui.telling.pieces import MUTED, line, lines, page
from simulator.tui.telling.record.words import right_and_wrong
from simulator.tui.telling.sheet import Column, Row, Sheet

if TYPE_CHECKING:
    from textual.content import Content

    from simulator.session.record_view import CaseRowView, RecordView

COLUMNS = (Column("Case"), Column("Day", 10), Column("Right", 9), Column("", 13))
EMPTY = "No case has been finished yet."
OUT = "✗ left out"


def cases_sheet(record: RecordView) -> Sheet:
    """A row for each, the latest first."""
    said = "Your last cases, the latest first. x leaves one out of all figures, with a reason, or counts it again."
    rows = tuple(map(_case, record.last_cases))
    return Sheet(said if rows else EMPTY, COLUMNS, rows)


def _case(case: CaseRowView) -> Row:
    def detail(width: int) -> Content:
        told = [line("Finished:", case.day), line("Why it was played:", case.purpose or "chosen by you")]
        if case.decisions:
            told.append(right_and_wrong(case.right, case.decisions - case.right, width))
        if case.left_out:
            told += [line(f"{OUT}:", case.left_out), shown("x counts it again.", MUTED)]
        else:
            told.append(shown("x leaves it out of all figures, with a reason.", MUTED))
        return page(case.title, [lines(*told)])

    cells = (case.title, case.day, f"{case.right} of {case.decisions}", OUT if case.left_out else "counts")
    return Row(cells, detail, session=case.session, left_out=bool(case.left_out))
