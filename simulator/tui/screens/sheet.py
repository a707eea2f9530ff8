"""A screen of one sheet: what is said above it, the table, and one pane that tells the row under the cursor in full."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import Static

from simulator.tui.keyed.screens import Screen
from simulator.tui.layout import SHEET_BREAKPOINTS
from simulator.tui.safety import shown
from simulator.tui.wanting import CaseWanted
from simulator.tui.widgets.footer import Footer
from simulator.tui.widgets.sheet_panes import SheetPanes
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.widget import Widget

    from simulator.tui.telling.sheet import Row
    from simulator.tui.widgets.sheet_table import SheetTable


class SheetScreen(Screen[None]):
    """Heirs make the head, bind keys to the actions, and show sheets in the table."""

    CSS_PATH = "sheet.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = SHEET_BREAKPOINTS

    def __init__(self, table: SheetTable, said: str, standing: str) -> None:
        """`said` stands above the table until there is something in it."""
        super().__init__()
        self._table = table
        self._first_said = said
        self._standing = standing

    def compose(self) -> ComposeResult:
        """The head, what is said, the table, and what is told of one row."""
        yield from self._heads()
        yield Static(shown(self._first_said), id="sheet-said")
        yield SheetPanes(self._table)
        yield Standing(self._standing)
        yield Footer()

    def _heads(self) -> Iterator[Widget]:
        """What stands at the top."""
        yield Static(id="sheet-head")

    def on_mount(self) -> None:
        """The table has the focus, also before anything is in it."""
        self._table.focus()

    def say(self, sentence: str, *, trouble: bool = True) -> None:
        """Say something above the table: mostly why something could not be done."""
        told = shown(f"! {sentence}", "bold $error") if trouble else shown(sentence, "bold $success")
        self.query_one("#sheet-said", Static).update(told)

    @property
    def _row(self) -> Row | None:
        """The row under the cursor."""
        return self._table.row if self.is_mounted else None

    def action_rule(self) -> None:
        """A new case for the rule under the cursor."""
        if (row := self._row) is not None and row.rule:
            self.post_message(CaseWanted("rule", row.rule))

    def action_other_side(self) -> None:
        """From the table to what is told of a row, or back."""
        panes = self.query_one(SheetPanes)
        panes.bring_detail(not panes.reading)

    def action_back(self) -> None:
        """From what is told of a row, back to the table; from there, away."""
        if self.query_one(SheetPanes).reading:
            self.action_other_side()
        else:
            self.dismiss()
