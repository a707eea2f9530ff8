"""A pause: nothing of the case is on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.tui.keyed.screens import Screen
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from textual.app import ComposeResult

PAUSED = "Paused. Take all the time you need. Ctrl+B, Enter or Escape goes on where you were."


class PauseScreen(Screen[None]):
    """One sentence, until a key goes on."""

    CSS_PATH = "pause.tcss"
    ASIDE: ClassVar[bool] = True
    ALLOWED: ClassVar[frozenset[str] | None] = frozenset({"pause", "quit", "leave", "skip"})
    HELP: ClassVar[str] = "The screen is blank for as long as you like."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter,escape", "go_on", "Go on", id="pause.go-on", tooltip="Go on where you were"),
    ]

    def __init__(self, standing: str) -> None:
        super().__init__()
        self._standing = standing

    def compose(self) -> ComposeResult:
        """The sentence and the standing line."""
        yield Static(PAUSED, id="paused", markup=False)
        yield Standing(self._standing)

    def action_go_on(self) -> None:
        """Go on."""
        self.dismiss()
