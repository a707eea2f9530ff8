"""A page of a guidance, with what is searched for marked in it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content
from textual.widgets import Static

from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.searching import MARK

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.tui.telling.book import Entry

ABOVE = 2
"""Lines that are left above the first mark."""


class BookText(VerticalScroll):
    """Scrolls to the first mark, where there is one."""

    HELP: ClassVar[str] = (
        "The paragraph word for word, then its dated notes, tensions, silent points and advice. What is searched for "
        "is shown in reverse."
    )

    def __init__(self) -> None:
        super().__init__(id="text")
        self._told = Content()

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="text-told")

    def tell(self, entry: Entry, needle: str) -> None:
        """Tell a page; where one has scrolled to stays."""
        self._told = entry.told(needle)
        self.query_one("#text-told", Static).update(self._told)

    def from_the_top(self) -> None:
        """Scroll to the top, or once the page is laid out as far as the first mark needs."""
        self.scroll_home(animate=False)
        if any(span.style == MARK for span in self._told.spans):
            self.call_after_refresh(self._to_first_mark)

    def _to_first_mark(self) -> None:
        mark = self._first_mark()
        if mark >= self.size.height - ABOVE:
            self.scroll_to(y=mark - ABOVE, animate=False)

    def _first_mark(self) -> int:
        """The line on which the first mark is."""
        starts = [span.start for span in self._told.spans if span.style == MARK]
        width = self.query_one("#text-told", Static).size.width
        if not starts or not width:
            return 0
        return self._told[: min(starts) + 1].get_height({}, width) - 1
