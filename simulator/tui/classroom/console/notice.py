"""One sentence: while the class is being opened, and once there is no line any more."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from simulator.tui.classroom.console.saved import saved_told
from simulator.tui.keyed.screens import Screen
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

OPENING = "The class is being opened…"


class NoticeScreen(Screen[None]):
    """The first screen and the last."""

    CSS_PATH = "notice.tcss"
    HELP: ClassVar[str] = "There is nothing to do here but to close the console: press q."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("q,enter,escape", "app.quit", "Close", id="notice.quit", tooltip="Close the console"),
    ]

    def compose(self) -> ComposeResult:
        """The sentence, the standing line and the keys."""
        yield Static(shown(OPENING), id="notice")
        yield Standing()
        yield Footer()

    def tell(self, sentence: str, standing: str, saved: Sequence[str]) -> None:
        """Say `sentence`, and what was saved."""
        notice = self.query_one("#notice", Static)
        parts = [shown(sentence, "bold"), *([saved_told(saved, notice.content_size.width)] if saved else [])]
        notice.update(Content("\n\n").join(parts))
        self.query_one(Standing).show(standing)
