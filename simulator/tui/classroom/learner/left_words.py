"""What somebody was typing when the class went on: it is not kept, and can still be read."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.widgets import Static

from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.screens.question import Question

if TYPE_CHECKING:
    from simulator.tui.boxes import Unkept

TITLE = "What you were writing"
NOT_KEPT = "It is not kept with your answers."
COMES_BACK = "It is not kept with your answers. If the class votes again, it is there again."


class LeftWords(Question[None]):
    """Tells why the box was closed, and the words that were in it."""

    CSS_PATH = "left_words.tcss"
    HELP: ClassVar[str] = (
        "You were writing when the class went on, and your words could not be kept any more. They are shown here once; "
        "Enter goes back to where the class is."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "answer(None)", "Back", id="left-words.back", tooltip="Go to where the class is"),
    ]

    def __init__(self, why: str, unkept: Unkept, *, comes_back: bool) -> None:
        """`comes_back` where they would be there again if the box were opened again."""
        self.why, self.unkept = why, unkept
        words = VerticalScroll(
            Static(shown(unkept.about, "bold")), Static(shown(unkept.words)), id="left-words"
        )
        became = Static(shown(COMES_BACK if comes_back else NOT_KEPT, "$text-muted"), id="became")
        super().__init__(TITLE, {None: "Back (Enter)"}, Static(shown(why), id="text"), words, became)
