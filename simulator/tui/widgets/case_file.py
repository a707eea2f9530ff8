"""The case file: its text, searchable, with the learner's own highlights and notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Vertical

from simulator.tui.file_pieces import phases_told, pieces_of
from simulator.tui.widgets.file_text import FileText
from simulator.tui.widgets.search_line import SearchLine

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.session.view import View
    from simulator.tui.file_pieces import More, Piece
    from simulator.tui.widgets.file_text import Passage


class CaseFile(Vertical):
    """A section for each phase; it goes to the start of a phase that has newly come to light."""

    def __init__(self) -> None:
        super().__init__(id="file")
        self._text = FileText()
        self._search = SearchLine()
        self._phases = 0
        self._given = 0

    def compose(self) -> ComposeResult:
        """The text, and a search line below it when it is wanted."""
        yield self._text
        yield self._search

    def show(self, view: View, more: More | None = None) -> bool:
        """Show the text of `view` and what else is told; whether a phase has come to light since the last time."""
        pieces = pieces_of(view, more)
        before, self._phases = self._phases, phases_told(view)
        given, self._given = self._given, len(more.given) if more else 0
        came = self._phases > before
        opened = len(pieces) - 2 if before and self._given > given else None
        if came and (before or self._phases > 1):
            opened = _begin_of_last(pieces)
        self._text.show(pieces, opened)
        return came

    @property
    def passage(self) -> Passage | None:
        """The sentence under the cursor."""
        return self._text.passage

    def take_focus(self) -> None:
        """Take the focus."""
        self.screen.set_focus(self._text)

    def go_to(self, passage: str, start: int) -> None:
        """Put the cursor on the sentence at a character of a passage."""
        self.call_after_refresh(self._text.go_to, passage, start)

    def search(self) -> None:
        """Open the search."""
        self._search.open()

    def on_search_line_sought(self, event: SearchLine.Sought) -> None:
        """Go to the first match."""
        event.stop()
        self._text.seek(event.text)
        self._search.tell(*self._text.standing)

    def on_search_line_step(self, event: SearchLine.Step) -> None:
        """Go to another match."""
        event.stop()
        self._text.step(event.by)
        self._search.tell(*self._text.standing)

    def on_search_line_closed(self, event: SearchLine.Closed) -> None:
        """Take the marks away; the cursor is where the search led."""
        event.stop()
        self._text.seek("")
        self.take_focus()


def _begin_of_last(pieces: tuple[Piece, ...]) -> int:
    return max(number for number, piece in enumerate(pieces) if piece.kind == "phase")
