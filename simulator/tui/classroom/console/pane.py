"""A pane of text that is told anew for each width."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from simulator.tui.widgets.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable


class Pane(Reading):
    """Shows what it is told about `what`; something else is read from its beginning."""

    HELP: ClassVar[str] = (
        "The up and down arrows scroll this text. Tab goes on to the next part of the screen."
    )

    def __init__(self, *, id: str) -> None:
        super().__init__(Content(), id=id)
        self._about: Hashable = None
        self._shown = Content()
        self._told: Callable[[int], Content] = _nothing

    def tell(self, about: Hashable, told: Callable[[int], Content]) -> None:
        """Show `told`, given so many cells."""
        self._told = told
        if about != self._about:
            self._about = about
            self.scroll_home(animate=False, immediate=True)
        self._tell()

    def _tell(self) -> None:
        width = self.scrollable_content_region.width - 1
        if width > 0:
            text = self._told(width)
            if not text.is_same(self._shown):
                self._shown = text
                self.show(text)

    def on_resize(self) -> None:
        """Tell it in the new width."""
        self._tell()
        super().on_resize()


def _nothing(_width: int) -> Content:
    return Content()
