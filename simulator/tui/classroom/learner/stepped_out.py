"""Stepping out: nothing of the class is on the screen, and the facilitator alone knows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from simulator.tui.keyed.screens import Screen
from simulator.tui.widgets.footer import Footer, with_titles
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

STEPPED_OUT = (
    "You have stepped out. The facilitator knows; nobody else does. Nothing is recorded of it.\n\n"
    "Take all the time you need. Come back with Enter; what you had answered is still there."
)
IN_FOOTER = {"app.help": "Help", "app.support": "Support"}


class SteppedOut(Screen[None]):
    """A few sentences, until the learner comes back."""

    CSS_PATH = "stepped_out.tcss"
    ALLOWED: ClassVar[frozenset[str] | None] = frozenset({"help", "support", "quit"})
    HELP: ClassVar[str] = "You have stepped out of the class for as long as you like. Enter comes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "come_back", "Come back", id="stepped-out.back", tooltip="Come back to the class"),
        Binding(
            "q", "app.quit", "Leave", id="stepped-out.quit", tooltip="Leave the class; your seat is kept"
        ),
    ]

    class CameBack(Message):
        """The learner is there again."""

    def __init__(self, standing: str) -> None:
        super().__init__()
        self._standing = standing

    def compose(self) -> ComposeResult:
        """The sentences, the standing line and the keys."""
        yield Static(STEPPED_OUT, id="stepped-out", markup=False)
        yield Standing(self._standing)
        yield Footer()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """With those from anywhere that are left."""
        return with_titles(super().active_bindings, IN_FOOTER)

    def action_come_back(self) -> None:
        """Come back."""
        self.post_message(self.CameBack())
