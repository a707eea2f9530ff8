"""The last screen: why the hub closed the line, and what remains to be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from simulator.tui.classroom.learner.afterwards import afterwards, has_debrief
from simulator.tui.keyed.screens import Screen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.telling.with_keys import with_keys
from simulator.tui.widgets.footer import Footer, with_titles
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

    from simulator.classroom.class_view import SeatView

READ_AGAIN = "{farewell.debrief} opens your debrief of the last case again."
LEAVES = "{farewell.quit} leaves; nothing more is asked of you."
IN_FOOTER = {"app.help": "Help", "app.support": "Support"}


class Farewell(Screen[None]):
    """Where it is not `final`, the class can be joined again; where it is, what the seat has to read stays there."""

    CSS_PATH = "farewell.tcss"
    AUTO_FOCUS = "#farewell"
    ALLOWED: ClassVar[frozenset[str] | None] = frozenset({"help", "support", "quit"})
    HELP: ClassVar[str] = (
        "You are no longer in the class; the sentence here says why. r, where it is shown, joins it again; d opens "
        "your debrief once more; q leaves."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "again", "Join again", id="farewell.again", tooltip="Come back to your seat"),
        Binding(
            "d", "debrief", "Debrief", id="farewell.debrief", tooltip="Read again how the last case went"
        ),
        Binding("q,enter,escape", "app.quit", "Leave", id="farewell.quit", tooltip="Close the simulator"),
    ]

    class JoinAgain(Message):
        """The learner wants back."""

    class DebriefWanted(Message):
        """The learner wants to read the debrief again."""

    def __init__(self, sentence: str, standing: str, seat: SeatView | None = None, *, final: bool) -> None:
        super().__init__()
        self._seat = seat
        self._sentence = sentence
        self._standing = standing
        self._final = final

    def compose(self) -> ComposeResult:
        """The sentence and what remains, the standing line and the keys."""
        with VerticalScroll(id="farewell"):
            yield Static(Content("\n").join(self._told()))
        yield Standing(self._standing)
        yield Footer()

    def _told(self) -> Iterator[Content]:
        yield shown(self._sentence, "bold")
        if self._final and self._seat is not None:
            keys = self.active_bindings
            yield shown(with_keys(f"{READ_AGAIN} {LEAVES}" if has_debrief(self._seat) else LEAVES, keys))
            yield from afterwards(self._seat)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """With those from anywhere that are left."""
        return with_titles(super().active_bindings, IN_FOOTER)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Where it is over, it cannot be joined again, and what is to be read is read."""
        match action:
            case "again":
                return not self._final
            case "debrief":
                return self._final and has_debrief(self._seat)
            case _:
                return True

    def action_again(self) -> None:
        """Come back."""
        self.post_message(self.JoinAgain())

    def action_debrief(self) -> None:
        """Read the debrief again."""
        self.post_message(self.DebriefWanted())
