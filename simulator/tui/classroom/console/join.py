"""How to join, to be looked at while a case goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from simulator.tui.classroom.console.gathering import ROWS_BELOW
from simulator.tui.classroom.console.joining import HowToJoin, QRCode
from simulator.tui.classroom.console.screen import ConsoleScreen

if TYPE_CHECKING:
    from textual.app import ComposeResult


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
            yield QRCode(self.known)

    def on_resize(self) -> None:
        """Show the QR code where it has room."""
        width, height = self.size
        self.query_one(QRCode).fit(width, height - ROWS_BELOW)

    def tell(self) -> None:
        """Nothing of it changes."""

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()
