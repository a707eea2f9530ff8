"""A note to a sentence of the case file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.session.commands import LONGEST_NOTE
from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.keyed.texts import TextArea
from simulator.tui.safety import shown
from simulator.tui.telling.own_words import NO_NAMES, NOTES_KEPT, WIPED, too_long
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult

HINT = "Ctrl+S keeps, Esc goes back. An empty note is taken away."
DRAFT = "As you left it, not kept yet. Ctrl+S keeps, Esc goes back."


class Note(NamedTuple):
    """A note as it is typed; `kept` where it is to be saved."""

    text: str
    kept: bool


class NoteScreen(ModalScreen[Note | None]):
    """Answers with the note as it is then, empty to take it away; None where nothing is to change.

    `draft` is what was typed before and not kept.
    """

    CSS_PATH = "note.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="note.keep", tooltip="Keep this note", priority=True),
        Binding("escape", "back", "Back", id="note.back", tooltip="Go back; nothing is saved", priority=True),
    ]
    HELP: ClassVar[str] = (
        "Write a note to the sentence that stands above. Ctrl+S keeps it, Escape goes back; "
        "what you typed is then there again until you leave the case. "
        "Nobody marks notes; the line above the field says how long they are kept."
    )

    def __init__(self, sentence: str, note: str, draft: str | None = None, *, in_class: bool = False) -> None:
        super().__init__()
        self._draft = draft
        self._becomes = NOTES_KEPT if in_class else WIPED
        self._sentence = sentence
        self._note = note

    def compose(self) -> ComposeResult:
        """The sentence, a field for the note, and two buttons."""
        with Vertical(id="dialog"):
            yield Static("A note to this sentence", id="dialog-title", markup=False)
            with VerticalScroll(id="sentence", can_focus=False):
                yield Static(shown(f"“{self._sentence}”"))
            yield Static(f"{NO_NAMES} {self._becomes}", id="no-names", markup=False)
            yield TextArea(self._note if self._draft is None else self._draft, id="note", compact=True)
            yield Static(HINT if self._draft is None else DRAFT, id="hint", markup=False)
            with Horizontal(id="buttons"):
                yield Button("Keep", id="keep", variant="primary", compact=True)
                yield Button("Back", id="back", compact=True)
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Go on where the note ends."""
        area = self.query_one(TextArea)
        area.focus()
        area.move_cursor(area.document.end)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons do what the keys do."""
        event.stop()
        if event.button.id == "keep":
            self.action_keep()
        else:
            self.action_back()

    def action_keep(self) -> None:
        """Keep what is there."""
        text = self.query_one(TextArea).text.strip()
        if len(text) > LONGEST_NOTE:
            sentence = too_long(len(text), LONGEST_NOTE)
            self.query_one("#no-names", Static).update(shown(sentence, "bold $error"))
        else:
            self.dismiss(Note(text, kept=True))

    @property
    def typed(self) -> Note:
        """What is there, and not kept."""
        return Note(self.query_one(TextArea).text.strip(), kept=False)

    def action_back(self) -> None:
        """Save nothing."""
        self.dismiss(self.typed)
