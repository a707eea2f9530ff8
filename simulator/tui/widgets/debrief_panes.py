"""The panes of the debrief: its table, the explanation of the row under the cursor, and what is beside that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Horizontal, Vertical

from simulator.tui.layout import BOTH_SIDES, LARGE
from simulator.tui.telling.entries import Decided
from simulator.tui.widgets.debrief_table import DebriefTable
from simulator.tui.widgets.explanation import Texts
from simulator.tui.widgets.pages import Page, Pages
from simulator.tui.widgets.reading import Reading

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.session.debrief_view import DebriefView
    from simulator.tui.looking import Looking
    from simulator.tui.telling.entries import Part

ONE_PANE, DETAIL_IN_FRONT = "-one-pane", "-detail-in-front"
THREE_PANES = 160
"""Columns from which on the paragraphs have a pane of their own."""
WIDEST_TABLE = 84
"""Columns of the table at most, as in the stylesheet."""


class DebriefPanes(Horizontal):
    """As many panes as there is room for; without room for two, table and explanation are one key apart.

    Everything is made as it will be seen: what is changed once it is shown is laid out and drawn again.
    """

    def __init__(self, debrief: DebriefView, looking: Looking, *, interim: bool) -> None:
        super().__init__(id="sides")
        self._begins_reading = self._one_pane and not interim
        self._texts = Texts(debrief, looking)
        self._page = Page.EXPLANATION
        self.table = DebriefTable(debrief, self._width_of_table, interim=interim)
        entry = self.table.entry
        self._pages = Pages(id="pages")
        self._pages.display = isinstance(entry, Decided)
        self._explanation = Reading(self._texts.about(entry, self._page, apart=self._apart), id="explanation")
        self._beside = Reading(self._texts.beside(entry), id="beside")
        self._beside.display = self._apart
        self.set_class(self._one_pane, ONE_PANE)
        self.set_class(self._begins_reading, DETAIL_IN_FRONT)

    def compose(self) -> ComposeResult:
        """The table, the pages over their text, and the third pane."""
        yield self.table
        with Vertical(id="detail"):
            yield self._pages
            yield self._explanation
        yield self._beside

    # How they are laid out

    @property
    def _one_pane(self) -> bool:
        return self.app.size.width < BOTH_SIDES or self.app.has_class(LARGE)

    @property
    def _apart(self) -> bool:
        return not self._one_pane and self.app.size.width >= THREE_PANES

    @property
    def _width_of_table(self) -> int:
        width = self.app.size.width
        return width if self._one_pane else min(width // 2, WIDEST_TABLE)

    def rearrange(self) -> None:
        """Show as many as there is room for."""
        self.set_class(self._one_pane, ONE_PANE)
        if self._apart is not self._beside.display:
            self._beside.display = self._apart
            self.tell()

    # What is told

    def tell(self) -> None:
        """Tell what the cursor is on; where one has scrolled to stays."""
        entry = self.table.entry
        self._pages.display = isinstance(entry, Decided)
        self._pages.open_page = self._page
        self._explanation.show(self._texts.about(entry, self._page, apart=self._apart))
        if self._apart:
            self._beside.show(self._texts.beside(entry))

    def _tell_from_the_top(self) -> None:
        self.tell()
        for reading in (self._explanation, self._beside):
            reading.scroll_home(animate=False)

    def on_debrief_table_pointed(self) -> None:
        """Explain what the cursor is on."""
        self._tell_from_the_top()

    # What is in front

    @property
    def reading(self) -> bool:
        """Whether the keys act on a text, and not on the table."""
        return isinstance(self.screen.focused, Reading)

    def begin(self) -> None:
        """Go to what is in front at first."""
        self.bring_detail(self._begins_reading)

    def bring_detail(self, in_front: bool) -> None:
        """Go to the explanation, or to the table."""
        self.set_class(in_front, DETAIL_IN_FRONT)
        (self._explanation if in_front else self.table).focus()

    def _bring_if_alone(self) -> None:
        if self._one_pane:
            self.bring_detail(True)

    def on_pages_wanted(self, event: Pages.Wanted) -> None:
        """A click does what the key does."""
        self.open(event.page)

    def open(self, page: Page) -> None:
        """Open a page, where there is one pane in front of the table; of what is no decision, on the next that is."""
        self._page = page
        if not isinstance(self.table.entry, Decided):
            self.table.to_decision()
        self._tell_from_the_top()
        self._bring_if_alone()

    def to_part(self, *parts: Part) -> None:
        """Go to the next of these rows; where there is one pane, to what is told of it."""
        self.table.to_part(*parts)
        self._bring_if_alone()
