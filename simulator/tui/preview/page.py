"""A case as one long page: its text, its key, or both beside each other."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from textual.containers import Horizontal
from textual.widgets import Static

from simulator.authoring.preview.view import Row
from simulator.tui.keyed.scrolling import VerticalScroll
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


class Place(NamedTuple):
    """A line of a page: so many lines below the first one of a row."""

    row: RowOfPage
    below: int


class Page(VerticalScroll):
    """Scrolls through a case; where it has scrolled to stays as the case is shown again."""

    def __init__(self) -> None:
        super().__init__(id="page")
        self._rows: list[RowOfPage] = []

    async def show(self, case: CaseView, *, text: bool, key: bool) -> None:
        """Show a case: its text, its key, or both."""
        place = self.place
        missing = [RowOfPage() for _ in range(len(case.rows) - len(self._rows))]
        if missing:
            self._rows += missing
            await self.mount(*missing)
        for number, widget in enumerate(self._rows):
            widget.show(case.rows[number] if number < len(case.rows) else NOTHING, text=text, key=key)
        self.call_after_refresh(self.back_to, place)

    @property
    def place(self) -> Place | None:
        """Where it has been scrolled to; None at the top."""
        top = self.scroll_offset.y
        below = (row for row in self._rows if row.display and row.virtual_region.bottom > top)
        row = next(below, None) if top > 0 else None
        return None if row is None else Place(row, top - row.virtual_region.y)

    def back_to(self, place: Place | None) -> None:
        """Scroll to a place as it is now, or to the next row that is shown."""
        if place is None:
            return
        later = self._rows[self._rows.index(place.row) :]
        shown = next((row for row in later if row.display), None)
        if shown is not None:
            below = min(place.below, shown.virtual_region.height - 1) if shown is place.row else 0
            self.scroll_to(y=shown.virtual_region.y + below, animate=False)
