"""Saving the record: in which folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widgets import Static

from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.inputs import Input
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.safety import shown
from simulator.tui.wanting import RecordSaveWanted
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.session.record_view import RecordView

MEANS = (
    "Your record is saved as a page for a browser (HTML), which prints well, and as a new folder of tables (CSV) for a "
    "spreadsheet. Whoever can open these files can read your record."
)
HINT = "Enter saves, Esc goes back. Nothing that is there already is written over."
SAVING = "It is being saved…"


class SaveRecord(ModalScreen[tuple[str, str] | None]):
    """Posts `RecordSaveWanted` until it is dismissed: with where page and tables lie; None where nothing was saved."""

    CSS_PATH = "save_record.tcss"
    HELP: ClassVar[str] = (
        "This saves your record as a page for a browser and as tables for a spreadsheet. Type the folder in which "
        "they are to lie. Escape goes back, and nothing is saved."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="save-record.save", tooltip="Save it there"),
        Binding("escape", "back", "Back", id="save-record.back", tooltip="Go back; nothing is saved"),
    ]

    def __init__(self, record: RecordView, folder: str) -> None:
        super().__init__()
        self._record = record
        self._folder = folder

    def compose(self) -> ComposeResult:
        """What is saved, where to, and two buttons."""
        with Vertical(id="dialog"):
            yield Static(shown("Save your record", "bold $accent"))
            yield Static(shown(MEANS))
            yield Static(shown("In this folder:"), id="where")
            yield Input(self._folder, id="folder", compact=True, select_on_focus=False)
            yield Static(shown(HINT, "$text-muted"), id="said")
            with Horizontal(id="buttons"):
                yield Button("Save", id="save", variant="primary", compact=True)
                yield Button("Back", id="back", compact=True)
        yield Footer()

    def on_mount(self) -> None:
        """The folder can be changed at once."""
        self.query_one(Input).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter saves."""
        event.stop()
        self.action_save()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The buttons do what the keys do."""
        event.stop()
        if event.button.id == "save":
            self.action_save()
        else:
            self.action_back()

    def action_save(self) -> None:
        """Ask for it to be saved; the answer comes by `refuse`, or by being dismissed."""
        self.query_one("#said", Static).update(shown(SAVING, "bold"))
        self.post_message(RecordSaveWanted(self._record, self.query_one(Input).value))

    def refuse(self, sentence: str) -> None:
        """Say why it was not saved."""
        self.query_one("#said", Static).update(shown(f"! {sentence}", "bold $error"))
        self.query_one(Input).focus()

    def action_back(self) -> None:
        """Save nothing."""
        self.dismiss(None)
