"""Lines to type in, each of whose keys has an id and a tooltip."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import widgets

from simulator.errors.text import clean
from simulator.tui.keyed.naming import named

if TYPE_CHECKING:
    from textual.binding import BindingType
    from textual.events import Paste


class Input(widgets.Input, inherit_bindings=False):
    """The toolkit's, with keys that can be told and changed; in it stands only what takes the room that it seems to.

    Of several lines that are pasted it takes the first.
    """

    BINDINGS: ClassVar[list[BindingType]] = named(widgets.Input, "line")

    def _on_paste(self, event: Paste) -> None:
        """The toolkit's own goes on from here."""
        line = event.text.replace("\r", "\n").split("\n", 1)[0]
        event.text = clean(line.replace("\t", " "))

    def validate_value(self, value: str) -> str:
        """Whatever would act on a terminal, or hide, is seen."""
        return clean(value)
