"""How to join, to be looked at while a case goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.tui.classroom.console.joining import HowToJoin, QRCode
from simulator.tui.classroom.console.screen import ConsoleScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult

ROWS_BELOW = 4
"""Rows below the QR code."""
NO_ROOM = "The QR code has no room in a terminal of this size."


class JoinScreen(ConsoleScreen[None]):
    """The address, the code and the QR code."""

    CSS_PATH = "join.tcss"
    ASIDE: ClassVar[bool] = True
    HELP: ClassVar[str] = (
        "How learners and the projector join the class, for those who come late. Escape goes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,j", "back", "Back", id="join.back", tooltip="Go back to the class"),
    ]

    def body(self) -> ComposeResult:
        """Words and QR code."""
        with Horizontal(id="sides"):
            with Vertical(id="words"):
                yield HowToJoin(self.known)
                yield Static(NO_ROOM, id="no-room", markup=False)
            yield QRCode(self.known)

    def on_resize(self) -> None:
        """Show the QR code where it has room."""
        width, height = self.size
        code = self.query_one(QRCode)
        code.fit(width, height - ROWS_BELOW)
        self.query_one("#no-room").display = not code.display

    def tell(self) -> None:
        """Nothing of it changes."""

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()
