"""How often a paragraph that was relied on is one that decides."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown
from simulator.tui.telling.bars import percent
from simulator.tui.telling.minutes import counted
from simulator.tui.telling.pieces import MUTED, lines, page
from simulator.tui.telling.record.words import barred, share
from simulator.tui.telling.sheet import Column, Row, Sheet

if TYPE_CHECKING:
    from textual.content import Content

    from simulator.session.record_view import CitedView, RecordView

COLUMNS = (Column("Paragraphs relied on"), Column("", 20))
EMPTY = "You have not named a paragraph yet; the window for reasons (w) lets you."
MISSED = "Decided, and not named"


def citation_sheet(record: RecordView) -> Sheet:
    """The figures, then the paragraphs that decided and were not named."""
    cited = record.cited
    if not cited.relied:
        return Sheet(EMPTY, COLUMNS, ())
    rows = [_deciding(cited), _unsaid(cited)]
    if cited.missed:
        told = page(MISSED, [shown("Where you named others, these decided as well, or instead.")])
        rows.append(Row((MISSED, ""), lambda _: told, heading=True))
    rows += [_missed(*each) for each in cited.missed]
    said = f"{percent(cited.deciding / cited.relied)} of the paragraphs on which you relied are ones that decide."
    return Sheet(said, COLUMNS, tuple(rows))


def _deciding(cited: CitedView) -> Row:
    def detail(width: int) -> Content:
        part = cited.deciding / cited.relied
        drawn = barred(part, width, share(cited.deciding, cited.relied))
        return page("Relied on, and deciding", [drawn])

    return Row(("Relied on, and deciding", share(cited.deciding, cited.relied)), detail)


def _unsaid(cited: CitedView) -> Row:
    told = page("No paragraph named", [shown(f"{counted(cited.unsaid, 'decision')} without a paragraph.")])
    return Row(("No paragraph named", counted(cited.unsaid, "decision")), lambda _: told)


def _missed(paragraph: str, times: int) -> Row:
    told = lines(
        shown(f"It decided {counted(times, 'time')} where you named others."),
        shown("g opens the guidance here.", MUTED),
    )
    return Row((paragraph, counted(times, "time")), lambda _: page(paragraph, [told]), paragraph=paragraph)
