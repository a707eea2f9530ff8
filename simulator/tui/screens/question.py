"""A question that has to be answered before one goes on: what is asked, and a row of buttons that answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, TypeVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.app import ComposeResult
    from textual.widget import Widget

Answer = TypeVar("Answer")


class Question(ModalScreen[Answer]):
    """Is dismissed with one of `answers`, each of which stands there with the words on its button.

    The first button has the focus. Heirs bind a key to `answer(...)` for each answer.
    """

    CSS_PATH = "question.tcss"
    AUTO_FOCUS = "Button"
    HELP: ClassVar[str] = "A question: Left and Right go between the answers, and Enter gives one."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right", "go(1)", "Next button", id="question.next", tooltip="Go to the next button", show=False
        ),
        Binding(
            "left",
            "go(-1)",
            "Button before",
            id="question.before",
            tooltip="Go to the button before",
            show=False,
        ),
    ]

    def __init__(self, title: str, answers: Mapping[Answer, str], *body: Widget) -> None:
        super().__init__()
        self._title = title
        self._answers = answers
        self._body = body

    def compose(self) -> ComposeResult:
        """The title, what is asked, and the buttons."""
        with Vertical(id="dialog"):
            yield Static(shown(self._title, "bold $accent"))
            yield from self._body
            with Horizontal(id="buttons"):
                yield from self._made()
        yield Footer()

    def _made(self) -> Iterator[Button]:
        first, *others = self._answers.values()
        yield Button(shown(first), variant="primary", compact=True)
        for words in others:
            yield Button(shown(words), compact=True)

    @property
    def _buttons(self) -> list[Widget]:
        return list(self.query(Button))

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """A button answers."""
        event.stop()
        self.dismiss(list(self._answers)[self._buttons.index(event.button)])

    def action_answer(self, answer: Answer) -> None:
        """A key answers."""
        self.dismiss(answer)

    def action_go(self, by: int) -> None:
        """From the last button to the first, and the other way round; from anything else, to the first."""
        buttons = self._buttons
        at = buttons.index(self.focused) + by if self.focused in buttons else 0
        buttons[at % len(buttons)].focus()
