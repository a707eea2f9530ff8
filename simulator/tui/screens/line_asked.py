"""A window that asks for one line, and does something with it."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.inputs import Input
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult

Answer = TypeVar("Answer")


class Asked(NamedTuple):
    """The words of the window: its title, what it means, what is asked for, how it is answered, the first button."""

    title: str
    means: str
    asks: str
    hint: str
    does: str


class LineAsked(ModalScreen[Answer | None]):
    """Is dismissed with None where nothing is to be done. Heirs bind a key to the action `back`."""

    CSS_PATH = "line_asked.tcss"

    def __init__(self, asked: Asked, line: str = "", longest: int = 0) -> None:
        """`line` stands there from the start; `longest` are its characters at most, 0 for any number."""
        super().__init__()
        self._asked = asked
        self._first = line
        self._longest = longest

    def compose(self) -> ComposeResult:
        """What it means, the line, and two buttons."""
        with Vertical(id="dialog"):
            yield Static(shown(self._asked.title, "bold $accent"))
            yield Static(shown(self._asked.means))
            yield Static(shown(self._asked.asks), id="asks")
            yield Input(self._first, max_length=self._longest, compact=True, select_on_focus=False)
            yield Static(shown(self._asked.hint, "$text-muted"), id="said")
            with Horizontal(id="buttons"):
                yield Button(self._asked.does, id="do", variant="primary", compact=True)
                yield Button("Back", id="back", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        """It can be typed at once."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter does it."""
        event.stop()
        self.do(event.value)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons do what Enter and Escape do."""
        event.stop()
        if event.button.id == "do":
            self.do(self.query_one(Input).value)
        else:
            self.action_back()

    @abstractmethod
    def do(self, line: str) -> None:
        """Do what is to be done with the line, or `refuse` it."""

    def say(self, sentence: str) -> None:
        """Say what is being done."""
        self.query_one("#said", Static).update(shown(sentence, "bold"))

    def refuse(self, sentence: str) -> None:
        """Say why it is not done; the line can be changed."""
        self.query_one("#said", Static).update(shown(f"! {sentence}", "bold $error"))
        self.query_one(Input).focus()

    def action_back(self) -> None:
        """Do nothing."""
        self.dismiss(None)
