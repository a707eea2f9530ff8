"""Asking once before something that cannot be taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult


class Ask(ModalScreen[bool]):
    """Answers True for yes; the buttons name what is done, and the keys are y, n and Escape."""

    CSS_PATH = "ask.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "Yes", id="ask.yes", tooltip="Do it"),
        Binding("n,escape", "answer(False)", "No", id="ask.no", tooltip="Go back; nothing changes"),
        Binding(
            "left,right",
            "other",
            "Other button",
            id="ask.other",
            tooltip="Go to the other button",
            show=False,
        ),
    ]

    HELP: ClassVar[str] = "A question that is asked once: y does what is named, n and Escape go back."

    def __init__(self, title: str, text: str, *, yes: str, no: str) -> None:
        super().__init__()
        self._title = title
        self._text = text
        self._yes = yes
        self._no = no

    def compose(self) -> ComposeResult:
        """The question and two buttons."""
        with Vertical(id="dialog"):
            yield Static(shown(self._title, "bold $accent"))
            yield Static(shown(self._text), id="text")
            with Horizontal(id="buttons"):
                yield Button(shown(f"{self._yes} (y)"), id="yes", variant="primary", compact=True)
                yield Button(shown(f"{self._no} (n)"), id="no", compact=True)
        yield Footer()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """A button answers."""
        event.stop()
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:
        """A key answers."""
        self.dismiss(yes)

    def action_other(self) -> None:
        """Go to the other of the two buttons."""
        self.focus_next()
