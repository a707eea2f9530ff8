"""A line to search a text in while one types."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from simulator.tui.keyed.inputs import Input

if TYPE_CHECKING:
    from textual.app import ComposeResult

HOW = "Enter: next  Esc: close"


class SearchLine(Horizontal):
    """Hidden until it is opened; posts what is sought, and that the next or previous place is wanted."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "close", "Close search", id="search.close", tooltip="Close the search"),
        Binding(
            "down", "step(1)", "Next match", id="search.next", tooltip="Go to the next match", show=False
        ),
        Binding(
            "up",
            "step(-1)",
            "Previous match",
            id="search.previous",
            tooltip="Go to the previous match",
            show=False,
        ),
    ]
    HELP: ClassVar[str] = (
        "Searches the text while you type, capital letters or not. Enter or the down arrow goes to the next match, "
        "the up arrow to the one before, Escape closes the search."
    )

    @dataclass
    class Sought(Message):
        """`text` is sought; the empty text is sought nowhere."""

        text: str

    @dataclass
    class Step(Message):
        """The next match is wanted, or the previous one."""

        by: int

    class Closed(Message):
        """The search is over."""

    def __init__(self) -> None:
        super().__init__(id="search")
        self.display = False

    def compose(self) -> ComposeResult:
        """A sign, what is sought, and where in how many places one is."""
        yield Static("/", id="search-sign", markup=False)
        yield Input(id="sought", compact=True, placeholder="search the text", select_on_focus=True)
        yield Static(HOW, id="search-count", markup=False)

    def open(self) -> None:
        """Show it, and take what is typed."""
        self.display = True
        self.query_one(Input).focus()
        self.post_message(self.Sought(self.query_one(Input).value))

    def tell(self, at: int, of: int) -> None:
        """Say which of how many matches the learner is at."""
        said = f"match {at} of {of}" if of else "no match"
        if not self.query_one(Input).value:
            said = HOW
        self.query_one("#search-count", Static).update(said, layout=False)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Search while one types."""
        event.stop()
        if self.display:
            self.post_message(self.Sought(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter goes on."""
        event.stop()
        self.post_message(self.Step(1))

    def action_step(self, by: int) -> None:
        """To the next match, or back."""
        self.post_message(self.Step(by))

    def action_close(self) -> None:
        """Close the search; the cursor stays at the match."""
        self.display = False
        self.post_message(self.Closed())
