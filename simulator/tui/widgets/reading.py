"""A pane that is read: it draws the lines of its text that are in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.visual import Visual

from simulator.tui.keyed.naming import named

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.style import Style


class Reading(ScrollView, can_focus=True, inherit_bindings=False):
    """Shows one text, folded into its width; a text that replaces another is read from where one had scrolled to."""

    BINDINGS: ClassVar[list[BindingType]] = named(ScrollView, "page")
    HELP: ClassVar[str] = (
        "This explains the row under the cursor of the table. The up and down arrows scroll; n and p go to the next"
        " and the previous row. 1 is the explanation of a decision, 2 why this rule decides and no other, and 3 what"
        " would have changed it. g opens the guidance at the paragraph. f goes back to the table."
    )

    def __init__(self, text: Visual, *, id: str) -> None:
        super().__init__(id=id)
        self.text = text
        """What is shown."""
        self._strips: list[Strip] = []
        self._folded_for: tuple[int, Style] | None = None

    def show(self, text: Visual) -> None:
        """Show `text`."""
        self.text = text
        self._folded_for = None
        self._fold()

    def on_resize(self) -> None:
        """Fold the text into the new width."""
        self._fold()

    def notify_style_update(self) -> None:
        """Draw the text in the colours of another theme."""
        super().notify_style_update()
        self._fold()

    def _fold(self) -> None:
        width, style = self.scrollable_content_region.width, self.visual_style
        if width < 1 or self._folded_for == (width, style):
            return
        self._folded_for = (width, style)
        strips = Visual.to_strips(self, self.text, width, None, style, apply_selection=False)
        self._strips = [strip.extend_cell_length(width, style.rich_style) for strip in strips]
        self.virtual_size = Size(width, len(strips))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """The line of the text that is in sight at `y`."""
        line = y + self.scroll_offset.y
        if line < len(self._strips):
            return self._strips[line]
        return Strip.blank(self.size.width, self.visual_style.rich_style)
