"""The whole debrief in one table: the summary, every decision by phase, and what comes after them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message

from simulator.errors.text import clean
from simulator.tui.fitting import fitted, height_of
from simulator.tui.keyed.tables import DataTable
from simulator.tui.telling.entries import Decided, Entry, Part, amiss, entries_of, newest
from simulator.tui.telling.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.events import Click

    from simulator.session.debrief_view import DebriefView

MARK_WIDTH = max(len(sign.word) for sign in SIGNS.values()) + 2 + 7
"""Room for symbol and word, for the padding of three columns, and for the scroll bar."""

TALLEST = 3
"""Lines that a row may take; what does not fit is told in full by the explanation."""

LEAST = 20


class DebriefTable(DataTable[Text]):
    """Tells which entry the cursor is on, and which one is opened."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "home", "scroll_top", "First row", id="rows.first", tooltip="Go to the first row", show=False
        ),
        Binding("end", "scroll_bottom", "Last row", id="rows.last", tooltip="Go to the last row", show=False),
    ]
    HELP: ClassVar[str] = (
        "Every decision has a row: how it went, as a sign and a word, then the question, and about whom it was"
        " asked. The up and down arrows go from row to row; the explanation follows. Enter goes into the explanation."
        " m goes to the next decision that is worth a look, Home and End to the first and the last row."
    )

    @dataclass
    class Pointed(Message):
        """The cursor is on `entry`."""

        entry: Entry

    @dataclass
    class Opened(Message):
        """Enter or a click on `entry`."""

        entry: Entry

    def __init__(self, debrief: DebriefView, width: int, *, interim: bool = False) -> None:
        """`width` is how wide it will be, so that it is filled before it is shown."""
        super().__init__(cursor_type="row", cell_padding=1, zebra_stripes=True, show_header=False)
        self._entries = entries_of(debrief, interim=interim)
        self._row = newest(self._entries) if interim else 0
        self._filled_for = width

    def on_mount(self) -> None:
        """Fill the table; the marks have the colours of the theme."""
        self._fill()
        self.app.theme_changed_signal.subscribe(self, lambda _: self._fill())

    def on_resize(self) -> None:
        """Fit the table to a new width."""
        if self.outer_size.width not in (0, self._filled_for):
            self._filled_for = self.outer_size.width
            self._fill()

    def _fill(self) -> None:
        row = self.cursor_row if self.row_count else self._row
        with self.prevent(DataTable.RowHighlighted):
            self.clear(columns=True)
            for name in ("mark", "question", "subject"):
                self.add_column(Text(name), key=name)
            for entry in self._entries:
                self._add(entry)
            self.move_cursor(row=row, animate=False)

    def _add(self, entry: Entry) -> None:
        if isinstance(entry, Decided):
            self._add_decision(entry)
        else:
            title = entry.value if isinstance(entry, Part) else clean(entry.title)
            room = max(self._filled_for - MARK_WIDTH, LEAST)
            heading = fitted(title, room * 3 // 5, TALLEST)
            heading.stylize("bold")
            self.add_row(Text(""), heading, Text(""), height=height_of(heading))

    def _add_decision(self, decided: Decided) -> None:
        sign = SIGNS[decided.decision.mark]
        mark = Text(f"{sign.symbol} {sign.word}", style=self.app.theme_variables[sign.colour])
        room = max(self._filled_for - MARK_WIDTH, LEAST)
        question = fitted(decided.question.title, room * 3 // 5, TALLEST)
        subject = fitted(decided.decision.label, room - room * 3 // 5, TALLEST)
        self.add_row(mark, question, subject, height=height_of(question, subject))

    @property
    def entry(self) -> Entry:
        """What the cursor is on."""
        return self._entries[self.cursor_row if self.row_count else self._row]

    def step(self, by: int) -> None:
        """Go on by some rows, not beyond the first or the last."""
        self._go_to(min(max(self.cursor_row + by, 0), self.row_count - 1))

    def to_next_amiss(self) -> None:
        """Go on to the next decision that is neither right nor acceptable; from the last, to the first."""
        self._to_next(amiss)

    def to_decision(self) -> None:
        """Go on to the next decision; from the last, to the first."""
        self._to_next(lambda entry: isinstance(entry, Decided))

    def to_part(self, *parts: Part) -> None:
        """Go on to the next of these rows; from the last, to the first."""
        self._to_next(lambda entry: entry in parts)

    def _to_next(self, wanted: Callable[[Entry], bool]) -> None:
        start = self.cursor_row + 1
        rows = [*range(start, self.row_count), *range(start)]
        row = next((row for row in rows if wanted(self._entries[row])), self.cursor_row)
        self._go_to(row)

    def _go_to(self, row: int) -> None:
        self.move_cursor(row=row, animate=False)

    def has(self, *parts: Part) -> bool:
        """Whether there is any of these rows."""
        return any(part in self._entries for part in parts)

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
