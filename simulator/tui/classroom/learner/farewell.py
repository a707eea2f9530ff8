"""The last screen: why the hub closed the line."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from simulator.tui.keyed.screens import Screen
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer, with_titles
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

IN_FOOTER = {"app.help": "Help", "app.support": "Support"}


class Farewell(Screen[None]):
    """One sentence; where it is not `final`, the class can be joined again."""

    CSS_PATH = "farewell.tcss"
    ALLOWED: ClassVar[frozenset[str] | None] = frozenset({"help", "support", "quit"})
    HELP: ClassVar[str] = (
        "You are no longer in the class; the sentence here says why. r, where it is shown, joins it again; q leaves."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "again", "Join again", id="farewell.again", tooltip="Come back to your seat"),
        Binding("q,enter,escape", "app.quit", "Leave", id="farewell.quit", tooltip="Close the simulator"),
    ]

    class JoinAgain(Message):
        """The learner wants back."""

    def __init__(self, sentence: str, standing: str, *, final: bool) -> None:
        super().__init__()
        self._sentence = sentence
        self._standing = standing
        self._final = final

    def compose(self) -> ComposeResult:
        """The sentence, the standing line and the keys."""
        yield Static(shown(self._sentence, "bold"), id="farewell")
        yield Standing(self._standing)
        yield Footer()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """With those from anywhere that are left."""
        return with_titles(super().active_bindings, IN_FOOTER)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Where it is over, it cannot be joined again."""
        return action != "again" or not self._final

    def action_again(self) -> None:
        """Come back."""
        self.post_message(self.JoinAgain())
