"""The decision under the cursor in full, where there is room for a third side."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.telling.asked import in_full

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.session.texts_view import ParagraphView
    from simulator.tui.grid import Cell


class DecisionDetail(VerticalScroll, can_focus=True):
    """What is asked with all its options, what was answered, why, by which paragraphs, and how sure."""

    HELP: ClassVar[str] = (
        "The decision under the cursor in full. The up and down arrows scroll it; Tab goes back to the decisions."
    )

    def __init__(self) -> None:
        super().__init__(id="detail-of-decision")
        self._cell: Cell | None = None
        self._paragraphs: Sequence[ParagraphView] = ()
        self._told: tuple[Cell | None, Sequence[ParagraphView]] | None = None

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="told")

    def show(self, cell: Cell | None, paragraphs: Sequence[ParagraphView]) -> None:
        """Tell `cell`, from its beginning."""
        self._cell, self._paragraphs = cell, paragraphs
        self._tell()

    def on_show(self) -> None:
        """There is room for it now."""
        self._tell()

    def _tell(self) -> None:
        if self.size and self._told != (self._cell, self._paragraphs):
            self._told = self._cell, self._paragraphs
            self.query_one("#told", Static).update(in_full(self._cell, self._paragraphs))
            self.scroll_home(animate=False)
