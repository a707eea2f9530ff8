"""A note to a sentence of the case file."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.session.commands import LONGEST_NOTE
from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.keyed.texts import TextArea
from simulator.tui.safety import shown
from simulator.tui.telling.own_words import NO_NAMES, WIPED, too_long

if TYPE_CHECKING:
    from textual.app import ComposeResult

HINT = "Ctrl+S keeps, Esc goes back. An empty note is taken away."


class NoteScreen(ModalScreen[str | None]):
    """Answers with the note as it is then, empty to take it away, or None where nothing is to change."""

    CSS_PATH = "note.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "keep", "Keep", id="note.keep", tooltip="Keep this note", priority=True),
        Binding("escape", "back", "Back", id="note.back", tooltip="Go back; nothing changes", priority=True),
    ]
    HELP: ClassVar[str] = (
        "Write a note to the sentence that stands above. Ctrl+S keeps it, Escape goes back. "
        "Notes are yours: nobody marks them, and they are wiped when the case ends, unless you press k in the debrief."
    )

    def __init__(self, sentence: str, note: str) -> None:
        super().__init__()
        self._sentence = sentence
        self._note = note

    def compose(self) -> ComposeResult:
        """The sentence, a field for the note, and two buttons."""
        with Vertical(id="dialog"):
            yield Static("A note to this sentence", id="dialog-title", markup=False)
            with VerticalScroll(id="sentence", can_focus=False):
                yield Static(shown(f"“{self._sentence}”"))
            yield Static(f"{NO_NAMES} {WIPED}", id="no-names", markup=False)
            yield TextArea(self._note, id="note", compact=True)
            yield Static(HINT, id="hint", markup=False)
            with Horizontal(id="buttons"):
                yield Button("Keep", id="keep", variant="primary", compact=True)
                yield Button("Back", id="back", compact=True)

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
            self.dismiss(text)

    def action_back(self) -> None:
        """Change nothing."""
        self.dismiss(None)
