"""Whether an answer about one stays what it was when only the facts about another change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session.shares import hundredths
from simulator.tui.safety import shown
from simulator.tui.telling.few import enough_answers, too_few
from simulator.tui.telling.minutes import counted
from simulator.tui.telling.pieces import line, lines, page
from simulator.tui.telling.record.words import barred
from simulator.tui.telling.sheet import Column, Row, Sheet

if TYPE_CHECKING:
    from textual.content import Content

    from simulator.session.record_view import RecordView

COLUMNS = (Column("Independence"),)
EMPTY = "No drill has been finished yet. What is due offers one (d)."
MEANING = (
    "A drill plays an earlier case again with the facts about one of those concerned changed, and about nobody else. "
    "What the guidance calls for about the others is then the same; the index is how often your answer was, too."
)


def independence_sheet(record: RecordView) -> Sheet:
    """The index, and a row for each answer of the last that moved."""
    one = record.independence
    if one.index is None:
        return Sheet(EMPTY, COLUMNS, ())
    index, enough = one.index, enough_answers(one.compared)
    figure = hundredths(index) if enough else too_few(one.compared, "answer")

    def detail(width: int) -> Content:
        told = [barred(index, width, hundredths(index))] if enough else []
        told.append(shown(f"{counted(one.compared, 'answer')} compared in {counted(one.drills, 'drill')}."))
        told += [line("Rests on:", ", ".join(one.paragraphs))] if one.paragraphs else []
        return page("Independence", [lines(*told), shown(MEANING)])

    said = f"{one.compared - one.moved} of {counted(one.compared, 'answer')} stayed what they were; {one.moved} moved."
    head = Row((f"Index: {figure}",), detail, paragraph=next(iter(one.paragraphs), ""), heading=True)
    return Sheet(said, COLUMNS, (head, *map(_example, one.examples)))


def _example(sentence: str) -> Row:
    return Row((f"✗ {sentence}",), lambda _: page("An answer that moved", [shown(sentence)]))
