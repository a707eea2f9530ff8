"""Every decision in one table, by phase: symbol, word and colour, the question, and about whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from rich.text import Text
from textual.message import Message
from textual.widgets import DataTable

from simulator.errors.text import clean
from simulator.tui.explaining import SIGNS

if TYPE_CHECKING:
    from textual.events import Click

    from simulator.session.view import DebriefPhaseView, DebriefView, DecisionView

Entry: TypeAlias = "DebriefPhaseView | tuple[str, DecisionView] | None"
"""What a row stands for: a phase, a question's title and decision, or (None) the end of the case."""

ENDING = "How the case ended"
MARK_WIDTH = max(len(sign.word) for sign in SIGNS.values()) + 2 + 7
"""Room for symbol and word, for the padding of three columns, and for the scroll bar."""


class DebriefTable(DataTable[Text]):
    """Tells which entry the cursor is on, and which one is opened."""

    @dataclass
    class Pointed(Message):
        """The cursor is on `entry`."""

        entry: Entry

    @dataclass
    class Opened(Message):
        """Enter or a click on `entry`."""

        entry: Entry

    def __init__(self, debrief: DebriefView) -> None:
        super().__init__(cursor_type="row", cell_padding=1, zebra_stripes=True, show_header=False)
        self._debrief = debrief
        self._entries: list[Entry] = []

    def on_resize(self) -> None:
        """Fill the table, and fit it to a new width."""
        row = self.cursor_row
        self.clear(columns=True)
        self._entries.clear()
        for name in ("mark", "question", "subject"):
            self.add_column(Text(name), key=name)
        for phase in self._debrief.phases:
            self._add(phase, Text(""), Text(clean(phase.title), style="bold"), Text(""))
            for question in phase.questions:
                for decision in question.decisions:
                    self._add_decision(question.title, decision)
        if self._debrief.closing:
            self._add(None, Text(""), Text(ENDING, style="bold"), Text(""))
        self.move_cursor(row=row, animate=False)

    def _add_decision(self, title: str, decision: DecisionView) -> None:
        sign = SIGNS[decision.mark]
        mark = Text(f"{sign.symbol} {sign.word}", style=self.app.theme_variables[sign.colour])
        room = self.size.width - MARK_WIDTH
        question, subject = Text(clean(title)), Text(clean(decision.label))
        question.truncate(room * 3 // 5, overflow="ellipsis")
        subject.truncate(room - room * 3 // 5, overflow="ellipsis")
        self._add((title, decision), mark, question, subject)

    def _add(self, entry: Entry, *cells: Text) -> None:
        self._entries.append(entry)
        self.add_row(*cells)

    def to_next_amiss(self) -> None:
        """Go on to the next decision that is neither right nor acceptable; from the last, to the first."""
        start = self.cursor_row + 1
        rows = [*range(start, self.row_count), *range(start)]
        for row in rows:
            entry = self._entries[row]
            if isinstance(entry, tuple) and entry[1].mark not in {"right", "acceptable"}:
                self.move_cursor(row=row, animate=False)
                return

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Tell what the cursor is on."""
        event.stop()
        if event.cursor_row < len(self._entries):
            self.post_message(self.Pointed(self._entries[event.cursor_row]))

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Tell what is opened."""
        event.stop()
        self.post_message(self.Opened(self._entries[event.cursor_row]))

    def on_click(self, event: Click) -> None:
        """One click is enough."""
        if event.style.meta.get("row", -1) >= 0:
            self.move_cursor(row=event.style.meta["row"], scroll=False)
