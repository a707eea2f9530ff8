"""A sheet and what is told of its row: beside each other where there is room, else below, and one key apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal

from simulator.tui.widgets.sheet_detail import SheetDetail

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.tui.widgets.sheet_table import SheetTable

READING = "-reading"


class SheetPanes(Horizontal):
    """Without room for both beside each other, what is told has all of it while it is read."""

    def __init__(self, table: SheetTable) -> None:
        super().__init__(id="sheet-panes")
        self.table = table
        self._detail = SheetDetail()

    def compose(self) -> ComposeResult:
        """The table, and the pane that tells its row."""
        yield self.table
        yield self._detail

    def on_sheet_table_pointed(self, event: SheetTable.Pointed) -> None:
        """Tell the row under the cursor."""
        self._detail.tell(event.row)
        self.screen.refresh_bindings()

    @property
    def reading(self) -> bool:
        """Whether the keys act on what is told."""
        return self._detail.has_focus

    def bring_detail(self, in_front: bool) -> None:
        """Go to what is told, or to the table."""
        self.set_class(in_front, READING)
        (self._detail if in_front else self.table).focus()

    def on_descendant_focus(self) -> None:
        """A click goes to either as well."""
        self.set_class(self.reading, READING)
