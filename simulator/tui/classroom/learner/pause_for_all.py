"""A pause for everybody: the class discusses, and its screens show what."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Static

from simulator.tui.keyed.screens import Screen
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer, with_titles
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import ActiveBinding, BindingType

DISCUSSING, PAUSED = "The class is discussing:", "The class is paused for a discussion."
GOES_ON = "It goes on when the facilitator does. Nothing that you wrote is lost."
IN_FOOTER = {
    "app.help": "Help",
    "app.support": "Support",
    "app.need-help": "Help wanted",
    "app.leave": "Step out",
}


class PauseForAll(Screen[None]):
    """What is discussed, until the facilitator goes on; meanwhile it can be put aside to read the case."""

    CSS_PATH = "pause_for_all.tcss"
    ALLOWED: ClassVar[frozenset[str] | None] = frozenset({"help", "support", "leave", "quit"})
    HELP: ClassVar[str] = (
        "The facilitator has paused every screen for a discussion. It goes on by itself, at the very place where you "
        "were. In a case p puts this aside, to read the case meanwhile; p there comes back to it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "p",
            "read",
            "Read the case",
            id="pause-for-all.read",
            tooltip="Read the case during the discussion",
        ),
    ]

    class CaseWanted(Message):
        """The learner wants to read the case meanwhile."""

    def __init__(self, prompt: str, standing: str, *, in_case: bool) -> None:
        """`in_case` where there is a case to be read."""
        super().__init__()
        self._in_case = in_case
        self._prompt = prompt
        self._standing = standing

    def compose(self) -> ComposeResult:
        """What is discussed, the standing line and the keys."""
        yield Static(id="discussing")
        yield Standing(self._standing)
        yield Footer()

    def on_mount(self) -> None:
        """Tell what is discussed."""
        self._tell()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """With those from anywhere that are left."""
        return with_titles(super().active_bindings, IN_FOOTER)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There may be no case to be read."""
        return action != "read" or self._in_case

    def action_read(self) -> None:
        """Read the case meanwhile."""
        self.post_message(self.CaseWanted())

    def discuss(self, prompt: str, *, in_case: bool) -> None:
        """Have `prompt` discussed."""
        changed, self._prompt = prompt != self._prompt, prompt
        if in_case != self._in_case:
            self._in_case = in_case
            self.refresh_bindings()
        if changed and self.is_mounted:
            self._tell()

    def _tell(self) -> None:
        prompt = self._prompt.strip()
        told = shown(DISCUSSING if prompt else PAUSED, "bold $accent")
        if prompt:
            told = told.append("\n\n").append(shown(prompt, "bold"))
        self.query_one("#discussing", Static).update(
            told.append("\n\n").append(shown(GOES_ON, "$text-muted"))
        )
