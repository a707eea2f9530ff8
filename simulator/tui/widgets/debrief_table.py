"""Every decision in one table, by phase: symbol, word and colour, the question, and about whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from rich.text import Text
from textual.message import Message
from textual.widgets import DataTable

from simulator.errors.text import clean
from simulator.tui.fitting import fitted, height_of
from simulator.tui.telling.case import ending_of
from simulator.tui.telling.signs import SIGNS

if TYPE_CHECKING:
    from textual.events import Click

    from simulator.session.view import DebriefPhaseView, DebriefQuestionView, DebriefView, DecisionView


class Decided(NamedTuple):
    """A decision, and where it was made."""

    phase: str
    question: DebriefQuestionView
    decision: DecisionView


Entry: TypeAlias = "DebriefPhaseView | Decided | None"
"""What a row stands for: a phase, a decision, or (None) the end of the case."""

MARK_WIDTH = max(len(sign.word) for sign in SIGNS.values()) + 2 + 7
"""Room for symbol and word, for the padding of three columns, and for the scroll bar."""


TALLEST = 3
"""Lines that a row may take; what does not fit is told in full by the explanation."""

LEAST = 20


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
                    self._add_decision(Decided(phase.phase, question, decision))
        if self._debrief.closing or self._debrief.discuss:
            self._add(None, Text(""), Text(ending_of(self._debrief), style="bold"), Text(""))
        self.move_cursor(row=row, animate=False)

    def _add_decision(self, decided: Decided) -> None:
        sign = SIGNS[decided.decision.mark]
        mark = Text(f"{sign.symbol} {sign.word}", style=self.app.theme_variables[sign.colour])
        room = max(self.size.width - MARK_WIDTH, LEAST)
        question = fitted(decided.question.title, room * 3 // 5, TALLEST)
        subject = fitted(decided.decision.label, room - room * 3 // 5, TALLEST)
        self._add(decided, mark, question, subject)

    def _add(self, entry: Entry, *cells: Text) -> None:
        self._entries.append(entry)
        self.add_row(*cells, height=height_of(*cells))

    @property
    def entry(self) -> Entry:
        """What the cursor is on."""
        return self._entries[self.cursor_row]

    def to_next_amiss(self) -> None:
        """Go on to the next decision that is neither right nor acceptable; from the last, to the first."""
        start = self.cursor_row + 1
        rows = [*range(start, self.row_count), *range(start)]
        for row in rows:
            entry = self._entries[row]
            if isinstance(entry, Decided) and entry.decision.mark not in {"right", "acceptable"}:
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
