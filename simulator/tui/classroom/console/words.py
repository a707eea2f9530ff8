"""A box in which the facilitator writes a few words: a prompt, a piece of information, a reason."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.classroom.conduct import LONGEST_WORDS
from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.keyed.texts import TextArea
from simulator.tui.safety import shown
from simulator.tui.telling.own_words import too_long
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

EMPTY = "! Write a few words first; Esc goes back."


class Asked(NamedTuple):
    """What the box asks for: its title, a text above the words, and the name of what is then done.

    `drafts` are texts to begin with, the first of which stands there; where `needed` the words may not be empty.
    """

    title: str
    text: str
    does: str
    drafts: Sequence[str] = ("",)
    needed: bool = False


class Written(NamedTuple):
    """What was written; `kept` where it is to be used."""

    text: str
    kept: bool


class Words(TextArea):
    """Enter sends; a line break can be pasted."""

    HELP: ClassVar[str] = "Type here; Enter takes what is written."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "screen.keep",
            "Take it",
            id="words.enter",
            tooltip="Take what is written",
            priority=True,
            show=False,
        ),
    ]


class WordsScreen(ModalScreen[Written]):
    """Answers with the words."""

    CSS_PATH = "words.tcss"
    HELP: ClassVar[str] = (
        "Write what is asked for above, or leave what stands there. Enter takes it, Escape goes back; what you typed "
        "is then there again when you open the box the next time. Ctrl+T writes another prompt, where there "
        "is one: about the question, and once nothing is left to be asked, those of the pack."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+s",
            "keep",
            "Take it",
            id="words.keep",
            tooltip="Take what is written",
            priority=True,
            show=False,
        ),
        Binding(
            "ctrl+t",
            "another",
            "Another prompt",
            id="words.another",
            tooltip="Write another prompt",
            priority=True,
        ),
        Binding("escape", "back", "Back", id="words.back", tooltip="Go back; nothing is done", priority=True),
    ]

    def __init__(self, asked: Asked, draft: str | None = None) -> None:
        """`draft` is what was written before and not used."""
        super().__init__()
        self._asked = asked
        self._draft = asked.drafts[0] if draft is None else draft
        self._at = 0

    def compose(self) -> ComposeResult:
        """What is asked for, a field, and two buttons."""
        with Vertical(id="dialog"):
            yield Static(shown(self._asked.title, "bold $accent"))
            with VerticalScroll(id="about", can_focus=False):
                yield Static(shown(self._asked.text))
            yield Words(self._draft, id="words", compact=True)
            yield Static(id="hint")
            with Horizontal(id="buttons"):
                yield Button(shown(f"{self._asked.does} (Enter)"), id="keep", variant="primary", compact=True)
                yield Button("Back (Esc)", id="back", compact=True)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Go on where the words end."""
        area = self.query_one(Words)
        area.focus()
        area.move_cursor(area.document.end)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """There is not always another prompt."""
        return action != "another" or len(self._asked.drafts) > 1

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons do what the keys do."""
        event.stop()
        if event.button.id == "keep":
            self.action_keep()
        else:
            self.action_back()

    @property
    def _text(self) -> str:
        return self.query_one(Words).text.strip()

    def on_text_area_changed(self) -> None:
        """What was wrong with the words before may be so no longer."""
        self._say("")

    def action_keep(self) -> None:
        """Use what is written, if it can be; with what was typed just before it."""
        self.query_one(Words).call_later(self._keep)

    def _keep(self) -> None:
        text = self._text
        if len(text) > LONGEST_WORDS:
            self._say(too_long(len(text), LONGEST_WORDS))
        elif self._asked.needed and not text:
            self._say(EMPTY)
        else:
            self.dismiss(Written(text, kept=True))

    def _say(self, sentence: str) -> None:
        self.query_one("#hint", Static).update(shown(sentence, "bold $error"))

    def action_another(self) -> None:
        """Write the next of the texts to begin with."""
        self._at = (self._at + 1) % len(self._asked.drafts)
        area = self.query_one(Words)
        area.load_text(self._asked.drafts[self._at])
        area.move_cursor(area.document.end)

    def action_back(self) -> None:
        """Do nothing."""
        self.dismiss(Written(self._text, kept=False))
