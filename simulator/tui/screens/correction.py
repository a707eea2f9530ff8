"""A correction of the record: why a case is to count in no figure, or to count again."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.inputs import Input
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.safety import shown
from simulator.tui.telling.own_words import NO_NAMES
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult

OUT, IN = "Leave out of all figures", "Count again in all figures"
OUT_MEANS = "Nothing of the case is wiped: your record keeps it, and this correction with its reason."
IN_MEANS = "Your record keeps this correction with its reason, as it keeps the one before."
WHY = "Say in a few words why, so that it can be understood later."
HINT = "Enter does it, Esc goes back."
LONGEST_REASON = 200


class CorrectionScreen(ModalScreen[str | None]):
    """Answers with the reason, or None where nothing is to change."""

    CSS_PATH = "correction.tcss"
    HELP: ClassVar[str] = (
        "A correction needs a reason, for example: a colleague played this case. Enter makes the correction; Escape "
        "goes back, and nothing changes. It can be taken back by another correction."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="correction.back", tooltip="Go back; nothing changes"),
    ]

    def __init__(self, title: str, *, counts: bool) -> None:
        """`title` is that of the case; `counts` where it is to count again."""
        super().__init__()
        self._title = title
        self._counts = counts

    def compose(self) -> ComposeResult:
        """What it means, a line for the reason, and two buttons."""
        with Vertical(id="dialog"):
            yield Static(shown(f"{IN if self._counts else OUT}: {self._title}", "bold $accent"))
            yield Static(shown(IN_MEANS if self._counts else OUT_MEANS))
            yield Static(shown(f"{WHY} {NO_NAMES}"), id="why")
            yield Input(max_length=LONGEST_REASON, compact=True, id="reason")
            yield Static(HINT, id="hint", markup=False)
            with Horizontal(id="buttons"):
                yield Button(
                    "Count" if self._counts else "Leave out", id="do", variant="primary", compact=True
                )
                yield Button("Back", id="back", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        """The reason can be typed at once."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter does it."""
        event.stop()
        self._do()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons do what Enter and Escape do."""
        event.stop()
        if event.button.id == "do":
            self._do()
        else:
            self.action_back()

    def _do(self) -> None:
        reason = self.query_one(Input).value.strip()
        if reason:
            self.dismiss(reason)
        else:
            self.query_one("#hint", Static).update(shown(f"! {WHY}", "bold $error"))
            self.query_one(Input).focus()

    def action_back(self) -> None:
        """Change nothing."""
        self.dismiss(None)
