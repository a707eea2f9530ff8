"""A sheet as a table: a row is pointed at, and opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.message import Message

from simulator.tui.fitting import fitted, height_of
from simulator.tui.keyed.tables import DataTable

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.events import Click

    from simulator.tui.telling.sheet import Row, Sheet

TALLEST = 2
"""Lines that a row may take; what does not fit is told in full by the pane."""
LEAST = 12
"""Cells that a column has at least."""
PADDING = 1
SCROLL_BAR = 1


class SheetTable(DataTable[Text]):
    """Shows one sheet at a time, fitted to its width."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "home", "scroll_top", "First row", id="sheet.first", tooltip="Go to the first row", show=False
        ),
        Binding(
            "end", "scroll_bottom", "Last row", id="sheet.last", tooltip="Go to the last row", show=False
        ),
    ]
    HELP: ClassVar[str] = (
        "The up and down arrows go from row to row, and what is told beside or below the table follows. Home and End "
        "go to the first and the last row."
    )

    @dataclass
    class Pointed(Message):
        """The cursor is on this row."""

        row: Row | None

    @dataclass
    class Opened(Message):
        """Enter or a click on this row."""

        row: Row

    def __init__(self, *, heads: bool) -> None:
        """`heads`: whether the columns have their titles above them."""
        super().__init__(
            id="sheet", cursor_type="row", cell_padding=PADDING, zebra_stripes=True, show_header=heads
        )
        self._sheet: Sheet | None = None
        self._filled_for = 0

    def show(self, sheet: Sheet, at: int = 0) -> None:
        """Show `sheet`, with the cursor on the row of this number, or on the last."""
        self._sheet = sheet
        self._fill(min(at, len(sheet.rows) - 1))
        self.post_message(self.Pointed(self.row))

    @property
    def row(self) -> Row | None:
        """What the cursor is on; None where there are no rows."""
        rows = self._sheet.rows if self._sheet is not None else ()
        return rows[self.cursor_row] if 0 <= self.cursor_row < min(len(rows), self.row_count) else None

    def on_resize(self) -> None:
        """Fit the sheet to a new width."""
        if self.size.width not in (0, self._filled_for) and self._sheet is not None:
            self._fill(self.cursor_row)

    def _fill(self, at: int) -> None:
        sheet = self._sheet
        if sheet is None or not self.size.width:
            return
        self._filled_for = self.size.width
        widths = list(self._widths(sheet))
        with self.prevent(DataTable.RowHighlighted):
            self.clear(columns=True)
            for column, width in zip(sheet.columns, widths, strict=True):
                self.add_column(fitted(column.title, width, 1), width=width)
            for row in sheet.rows:
                self._add(row, widths)
            self.move_cursor(row=max(at, 0), animate=False)

    def _widths(self, sheet: Sheet) -> Iterator[int]:
        fixed = sum(column.width for column in sheet.columns)
        shared = [column for column in sheet.columns if not column.width]
        left = self.size.width - fixed - 2 * PADDING * len(sheet.columns) - SCROLL_BAR
        for column in sheet.columns:
            yield column.width or max(left // len(shared), LEAST)

    def _add(self, row: Row, widths: list[int]) -> None:
        cells = [fitted(text, width, TALLEST) for text, width in zip(row.cells, widths, strict=True)]
        if row.heading:
            for cell in cells:
                cell.stylize("bold")
        self.add_row(*cells, height=height_of(*cells))

    def on_data_table_row_highlighted(self, event: DataTable.RowHighlighted) -> None:
        """Tell what the cursor is on."""
        event.stop()
        self.post_message(self.Pointed(self.row))

    def on_data_table_row_selected(self, event: DataTable.RowSelected) -> None:
        """Tell what is opened."""
        event.stop()
        if self.row is not None:
            self.post_message(self.Opened(self.row))

    def on_click(self, event: Click) -> None:
        """One click is enough."""
        if event.style.meta.get("row", -1) >= 0:
            self.move_cursor(row=event.style.meta["row"], scroll=False)
