"""Texts to type in, each of whose keys has an id and a tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import widgets

from simulator.errors.text import clean_block
from simulator.tui.keyed.naming import named

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.widgets.text_area import Edit, EditResult


class TextArea(widgets.TextArea, inherit_bindings=False):
    """The toolkit's, with keys that can be told and changed; in it stands only what takes the room that it seems to.

    Whatever would act on a terminal, or hide, is seen.
    """

    BINDINGS: ClassVar[list[BindingType]] = named(widgets.TextArea, "text")

    def edit(self, edit: Edit) -> EditResult:
        """Whatever is typed or pasted comes this way."""
        row, column = edit.top
        before = self.document.get_line(row)[:column][-1:]
        edit.text = _seen(before + edit.text)[len(before) :]
        return super().edit(edit)

    def load_text(self, text: str) -> None:
        """Put `text` in place of what is there."""
        super().load_text(_seen(text))


def _seen(text: str) -> str:
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    return clean_block(lines.replace("\t", "    "))
