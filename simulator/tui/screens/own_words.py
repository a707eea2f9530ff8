"""Leaving the debrief with own words that are not kept: asked once what is to become of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Literal, TypeAlias

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult

TITLE = "You wrote words of your own"
QUESTION = "Are your reasons and notes to be kept with this case? What is wiped cannot be brought back."

Parting: TypeAlias = Literal["keep", "wipe", "stay"]
BUTTONS: dict[Parting, str] = {"keep": "Keep (k)", "wipe": "Wipe (w)", "stay": "Stay (Esc)"}


class OwnWords(ModalScreen[Parting]):
    """Answers what is to be done; nothing is, before it is answered."""

    CSS_PATH = "own_words.tcss"
    HELP: ClassVar[str] = (
        "Your own words are your reasons and notes. k keeps them with this case, w wipes them for good; both go to the "
        "opening screen. Escape stays in the debrief."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("k", "answer('keep')", "Keep", id="own-words.keep", tooltip="Keep your words, and leave"),
        Binding("w", "answer('wipe')", "Wipe", id="own-words.wipe", tooltip="Wipe your words, and leave"),
        Binding("escape", "answer('stay')", "Stay", id="own-words.stay", tooltip="Stay in the debrief"),
        Binding(
            "right",
            "next(1)",
            "Next button",
            id="own-words.next",
            tooltip="Go to the next button",
            show=False,
        ),
        Binding(
            "left",
            "next(-1)",
            "Button before",
            id="own-words.before",
            tooltip="Go to the button before",
            show=False,
        ),
    ]

    def compose(self) -> ComposeResult:
        """The question and three buttons; the first has the focus."""
        with Vertical(id="dialog"):
            yield Static(shown(TITLE, "bold $accent"))
            yield Static(shown(QUESTION), id="text")
            with Horizontal(id="buttons"):
                for answer, title in BUTTONS.items():
                    first = answer == "keep"
                    variant: Literal["primary", "default"] = "primary" if first else "default"
                    yield Button(shown(title), id=answer, variant=variant, compact=True)
        yield Footer()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """A button answers."""
        event.stop()
        self.dismiss(next(answer for answer in BUTTONS if answer == event.button.id))

    def action_answer(self, answer: Parting) -> None:
        """A key answers."""
        self.dismiss(answer)

    def action_next(self, by: int) -> None:
        """To another button."""
        if by > 0:
            self.focus_next()
        else:
            self.focus_previous()
