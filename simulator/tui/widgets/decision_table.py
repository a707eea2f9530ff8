"""A table of decisions: the cell under the cursor is told, and opened by Enter or a click."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.coordinate import Coordinate
from textual.message import Message

from simulator.tui.fitting import fitted, height_of
from simulator.tui.keyed.tables import DataTable

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.events import Click

    from simulator.tui.grid import Cell, Grid

OPEN = "– open"
NOT_ASKED = "·"
PADDING = 1
FIRST = 1
"""The first column of decisions; the one before it holds the labels."""

TALLEST = 2
"""Lines that a cell may take; what does not fit is told in full below the tables."""


class DecisionTable(DataTable[Text]):
    """One `Grid`. Arrow keys that run off its ends go on to the next or previous table."""

    @dataclass
    class Pointed(Message):
        """The cursor stands on `cell`; None where nothing is asked."""

        table: DecisionTable
        cell: Cell | None

    @dataclass
    class Opened(Message):
        """The learner wants to decide `cell`."""

        cell: Cell

    @dataclass
    class Withdrawn(Message):
        """The learner takes the answer to `cell` back."""

        cell: Cell

    HELP: ClassVar[str] = (
        "One table of decisions: a column for each whom they are about, a row for each question. "
        "The arrow keys move, Enter opens the decision under the cursor, w says why you decide so. "
        "Delete takes an answer back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "1,2,3,4,5,6,7,8,9",
            "select_cursor",
            "Open",
            id="decisions.open",
            tooltip="Open the decision under the cursor; a number chooses there",
            show=False,
        ),
        Binding(
            "delete,backspace",
            "withdraw",
            "Withdraw",
            id="decisions.withdraw",
            tooltip="Take back the answer to the decision under the cursor",
            show=False,
        ),
    ]
    COMPONENT_CLASSES: ClassVar[set[str]] = {"decision--open", "decision--made"}

    def __init__(self, leave: Callable[[DecisionTable, int], object]) -> None:
        """`leave` is called where the cursor runs off the end, with +1 row (down) or -1 row (up)."""
        super().__init__(cell_padding=PADDING, cursor_type="cell", zebra_stripes=True, fixed_columns=1)
        self._leave = leave
        self._grid: Grid | None = None
        self._width = 0

    def on_mount(self) -> None:
        """Take on the colours of another theme when there is one."""
        self.app.theme_changed_signal.subscribe(self, lambda _: self._draw_anew())

    def show(self, grid: Grid, width: int) -> None:
        """Show `grid` in `width` characters, the cursor where it was."""
        if (grid, width) == (self._grid, self._width):
            return
        if width != self._width or not self._changed_cells_only(grid):
            self._draw(grid, width)
        self._grid, self._width = grid, width

    def _changed_cells_only(self, grid: Grid) -> bool:
        """Draw the cells that have changed; whether that was enough to show `grid`."""
        if self._grid is None or _outline(grid) != _outline(self._grid):
            return False
        _, width = _widths(grid, self._width)
        changes = [
            (Coordinate(number, column + FIRST), self._drawn(cell, width))
            for number, (row, before) in enumerate(zip(grid.rows, self._grid.rows, strict=True))
            for column, cell in enumerate(row.cells)
            if cell != before.cells[column]
        ]
        if any(not self._fits(at, drawn) for at, drawn in changes):
            return False
        for at, drawn in changes:
            self.update_cell_at(at, drawn)
        return True

    def _fits(self, at: Coordinate, drawn: Text) -> bool:
        """Whether the row stays as high as it is with `drawn` in it."""
        others = [cell for column, cell in enumerate(self.get_row_at(at.row)) if column != at.column]
        return height_of(*others, drawn) == self.ordered_rows[at.row].height

    def _draw_anew(self) -> None:
        if self._grid is not None:
            self._draw(self._grid, self._width)

    def _draw(self, grid: Grid, width: int) -> None:
        cursor = self.cursor_coordinate if self._grid is not None else Coordinate(0, FIRST)
        label_width, cell_width = _widths(grid, width)
        self.clear(columns=True)
        self.add_column(Text(""), width=label_width)
        for head in grid.heads:
            self.add_column(fitted(head, cell_width, 1), width=cell_width)
        for row in grid.rows:
            cells = [fitted(row.label, label_width, TALLEST)]
            cells.extend(self._drawn(cell, cell_width) for cell in row.cells)
            self.add_row(*cells, height=height_of(*cells))
        self.move_cursor(row=cursor.row, column=cursor.column, animate=False, scroll=False)

    def forget(self) -> None:
        """Start the next grid with the cursor on its first decision."""
        self._grid = None

    @property
    def cell(self) -> Cell | None:
        """The decision under the cursor."""
        return self.cell_at(self.cursor_coordinate)

    def cell_at(self, coordinate: Coordinate) -> Cell | None:
        """The decision at `coordinate`, if there is one."""
        if self._grid is None or not self.is_valid_coordinate(coordinate) or coordinate.column < FIRST:
            return None
        return self._grid.rows[coordinate.row].cells[coordinate.column - FIRST]

    def find(self, key: tuple[str, str]) -> Coordinate | None:
        """Where the decision with `key` stands in this table, if it does."""
        for number, row in enumerate(self._grid.rows if self._grid else ()):
            for column, cell in enumerate(row.cells):
                if cell is not None and cell.key == key:
                    return Coordinate(number, column + FIRST)
        return None

    def validate_cursor_coordinate(self, value: Coordinate) -> Coordinate:
        """The cursor never stands on a label."""
        row, column = super().validate_cursor_coordinate(value)
        return Coordinate(row, max(column, FIRST))

    def rows_above(self) -> int:
        """Lines of this table above the row that the cursor is on, its head included."""
        return self.header_height + sum(row.height for row in self.ordered_rows[: self.cursor_row])

    def lines_of_cursor(self) -> int:
        """Lines of the row that the cursor is on."""
        return self.ordered_rows[self.cursor_row].height if self.row_count else 1

    def is_cut_at(self, line: int) -> bool:
        """Whether a row stands on both sides of the border above `line`."""
        borders = accumulate((row.height for row in self.ordered_rows), initial=self.header_height)
        return any(above < line < below for above, below in pairwise(borders))

    def _drawn(self, cell: Cell | None, width: int) -> Text:
        if cell is None:
            return Text(NOT_ASKED, justify="center")
        if not cell.subject.answered:
            return Text(OPEN, style=self.get_component_rich_style("decision--open", partial=True))
        drawn = fitted("; ".join(cell.subject.chosen_labels), width, TALLEST)
        drawn.stylize(self.get_component_rich_style("decision--made", partial=True))
        return drawn

    def on_data_table_cell_highlighted(self, event: DataTable.CellHighlighted) -> None:
        """Tell the screen what the cursor is on."""
        event.stop()
        if self.has_focus:
            self.post_message(self.Pointed(self, self.cell_at(event.coordinate)))

    def on_focus(self) -> None:
        """A table that takes the focus tells where its cursor is, once it has anything to show."""
        self.show_cursor = True
        if self._grid is not None:
            self.post_message(self.Pointed(self, self.cell))

    def on_data_table_cell_selected(self, event: DataTable.CellSelected) -> None:
        """Open the decision under the cursor."""
        event.stop()
        cell = self.cell_at(event.coordinate)
        if cell is not None:
            self.post_message(self.Opened(cell))

    def action_withdraw(self) -> None:
        """Take the answer under the cursor back."""
        cell = self.cell
        if cell is not None:
            self.post_message(self.Withdrawn(cell))

    def on_click(self, event: Click) -> None:
        """One click is enough: the cursor goes there first, and then the cell is selected."""
        at = event.style.meta
        if at.get("row", -1) >= 0 and at.get("column", -1) >= FIRST and not at.get("out_of_bounds"):
            self.move_cursor(row=at["row"], column=at["column"], scroll=False)

    def action_cursor_down(self) -> None:
        """One row down, or into the next table."""
        if self.cursor_row == self.row_count - 1:
            self._leave(self, 1)
        else:
            super().action_cursor_down()

    def action_cursor_up(self) -> None:
        """One row up, or into the previous table."""
        if self.cursor_row == 0:
            self._leave(self, -1)
        else:
            super().action_cursor_up()


def _outline(grid: Grid) -> tuple[tuple[str, ...], tuple[str, ...]]:
    return grid.heads, tuple(row.label for row in grid.rows)


def _widths(grid: Grid, width: int) -> tuple[int, int]:
    columns = len(grid.heads)
    share = width // 2 if columns == 1 else max(18, width // 4)
    longest = max((Text(row.label).cell_len for row in grid.rows), default=1)
    label = max(8, min(longest, share))
    rest = width - label - 2 * PADDING - columns * 2 * PADDING
    return label, max(6, rest // columns)
