"""The pane that tells the row of a sheet in full."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from simulator.tui.widgets.reading import Reading

if TYPE_CHECKING:
    from simulator.tui.telling.sheet import Row


class SheetDetail(Reading):
    """Tells the row under the cursor, for as many cells as it has."""

    HELP: ClassVar[str] = (
        "This tells the row under the cursor of the table in full. The up and down arrows scroll; f goes back to the "
        "table."
    )

    def __init__(self) -> None:
        super().__init__(Content(""), id="told")
        self._row: Row | None = None
        self._told_for = 0

    def tell(self, row: Row | None) -> None:
        """Tell `row` from its top."""
        self._row = row
        self._draw()
        self.scroll_home(animate=False)

    def on_resize(self) -> None:
        """Bars are as long as there is room."""
        if self._told_for != self._room:
            self._draw()
        else:
            super().on_resize()

    @property
    def _room(self) -> int:
        return self.scrollable_content_region.width

    def _draw(self) -> None:
        self._told_for = self._room
        self.show(self._row.detail(self._room) if self._row is not None and self._room else Content(""))
