"""The kinds of mistake that the guidance declares."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown
from simulator.tui.telling.minutes import counted
from simulator.tui.telling.pieces import line, lines, page
from simulator.tui.telling.record.words import barred
from simulator.tui.telling.sheet import Column, Row, Sheet

if TYPE_CHECKING:
    from textual.content import Content

    from simulator.session.record_view import MistakeKindView, RecordView

COLUMNS = (Column("Kind of mistake"), Column("Times", 6), Column("In cases", 8), Column("Of the last 10", 14))
EMPTY = "No mistake of a kind that the guidance names has been made."
LAST = 10


def mistakes_sheet(record: RecordView) -> Sheet:
    """A row for each kind."""
    said = "Kinds of mistake that the guidance names, and how often each was made."
    rows = tuple(map(_kind, record.mistakes))
    return Sheet(said if rows else EMPTY, COLUMNS, rows)


def _kind(kind: MistakeKindView) -> Row:
    def detail(width: int) -> Content:
        told = [shown(f"{counted(kind.times, 'time')}, in {counted(kind.cases, 'case')}.")]
        told.append(shown("Of the last ten cases:", "bold"))
        told.append(barred(min(kind.lately / LAST, 1), width, f"in {kind.lately} of {LAST}"))
        told += [line("Rests on:", ", ".join(kind.paragraphs))] if kind.paragraphs else []
        return page(kind.text, [lines(*told)])

    lately = f"{'█' * min(kind.lately, LAST)}{' ' if kind.lately else ''}{kind.lately}"
    cells = (kind.text, str(kind.times), str(kind.cases), lately)
    return Row(cells, detail, paragraph=next(iter(kind.paragraphs), ""))
