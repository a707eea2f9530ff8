"""Where support can be found, and what to do if something real is told."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from simulator.tui.keyed.screens import Screen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.session.view import CareView

SUPPORT = "Where support can be found"
DISCLOSURE = "If something real is told to you"
NO_SUPPORT = (
    "No text has been set here. You may stop at any moment. Speak to a colleague you trust, or to the welfare or "
    "occupational health service of your organisation."
)
NO_DISCLOSURE = "Stop: this is not a case. Follow your organisation's procedure."
WAYS_OUT = "How to leave"
NOT_YET = "These texts are being made ready. Close this screen and open it again in a moment."


class SupportScreen(Screen[None]):
    """The texts that a force sets, or those of its guidance."""

    CSS_PATH = "support.tcss"
    ASIDE: ClassVar[bool] = True
    HELP: ClassVar[str] = (
        "These are the texts of your force, or of the guidance that you train on. They can be read at any moment, "
        "from anywhere, also in the middle of a case."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "back", "Back", id="support.back", tooltip="Go back to where you were"),
    ]

    def __init__(self, care: CareView | None, standing: str, ways_out: Sequence[str]) -> None:
        """`ways_out` say which keys lead out of a case."""
        super().__init__()
        ways = [shown(""), shown(WAYS_OUT, "bold $accent"), *map(shown, ways_out)]
        self._told = Content("\n").join([told(care), *ways])
        self._standing = standing

    def compose(self) -> ComposeResult:
        """Both texts, and the ways out."""
        with VerticalScroll(id="care"):
            yield Static(self._told)
        yield Standing(self._standing)
        yield Footer()

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def told(care: CareView | None) -> Content:
    """Both texts under their heads; what nobody has set is said in general words."""
    if care is None:
        return shown(NOT_YET)
    parts = [
        shown(SUPPORT, "bold $accent"),
        shown(care.support or NO_SUPPORT),
        shown(""),
        shown(DISCLOSURE, "bold $accent"),
        shown(care.disclosure or NO_DISCLOSURE),
    ]
    return Content("\n").join(parts)
