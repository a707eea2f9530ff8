"""A case as one long page: its text, its key, or both beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, VerticalScroll
from textual.widgets import Static

from simulator.authoring.preview.view import Row
from simulator.tui.preview.passages import opening, told
from simulator.tui.telling.pieces import lines

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.authoring.preview.view import CaseView

NOTHING = Row()


class RowOfPage(Horizontal):
    """A row of the case, text on the left and key on the right."""

    def __init__(self) -> None:
        super().__init__()
        self._text = Static(classes="text")
        self._key = Static(classes="key")
        self._row = NOTHING
        self._key_alone = False

    def compose(self) -> ComposeResult:
        """Both sides."""
        yield self._text
        yield self._key

    def show(self, row: Row, *, text: bool, key: bool) -> None:
        """Show the sides of `row` that are wanted; a side on which nothing stands takes no room where it is alone."""
        if row != self._row or (key and not text) != self._key_alone:
            self._row, self._key_alone = row, key and not text
            self._text.update(told(row.text))
            beside = told(row.key)
            self._key.update(
                lines(opening(row.opening), beside) if self._key_alone and row.opening else beside
            )
        shared = row.shared and not row.key
        self._text.display = text or shared
        self._key.display = key and not shared
        self.display = bool((row.text and (text or shared)) or (row.key and key))


class Page(VerticalScroll):
    """Scrolls through a case; where it has scrolled to stays as the case is shown again."""

    def __init__(self) -> None:
        super().__init__(id="page")
        self._rows: list[RowOfPage] = []

    async def show(self, case: CaseView, *, text: bool, key: bool) -> None:
        """Show a case: its text, its key, or both."""
        missing = [RowOfPage() for _ in range(len(case.rows) - len(self._rows))]
        if missing:
            self._rows += missing
            await self.mount(*missing)
        for number, widget in enumerate(self._rows):
            widget.show(case.rows[number] if number < len(case.rows) else NOTHING, text=text, key=key)

    def at_top(self) -> RowOfPage | None:
        """The first row of which something is in sight; None where the page has not been scrolled."""
        if self.scroll_offset.y <= 0:
            return None
        return next(
            (row for row in self._rows if row.display and row.virtual_region.bottom > self.scroll_offset.y),
            None,
        )

    def bring_to_top(self, row: RowOfPage | None) -> None:
        """Scroll so that `row`, or the next one that is shown, comes first."""
        if row is None:
            return
        later = self._rows[self._rows.index(row) :]
        shown = next((each for each in later if each.display), None)
        if shown is not None:
            self.scroll_to(y=shown.virtual_region.y, animate=False)
