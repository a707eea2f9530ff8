"""Saving the record: in which folder."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType

from simulator.tui.keyed.inputs import Input
from simulator.tui.screens.line_asked import Asked, LineAsked
from simulator.tui.wanting import RecordSaveWanted

if TYPE_CHECKING:
    from simulator.session.record_view import RecordView

ASKED = Asked(
    "Save your record",
    "Your record is saved as a page for a browser (HTML), which prints well, and as a new folder of tables (CSV) for a "
    "spreadsheet. Whoever can open these files can read your record.",
    "In this folder:",
    "Enter saves, Esc goes back. Nothing that is there already is written over.",
    "Save",
)
SAVING = "It is being saved…"


class SaveRecord(LineAsked[tuple[str, str]]):
    """Posts `RecordSaveWanted` until it is dismissed: with where page and tables lie; None where nothing was saved."""

    HELP: ClassVar[str] = (
        "This saves your record as a page for a browser and as tables for a spreadsheet. Type the folder in which "
        "they are to lie. Escape goes back, and nothing is saved."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "save", "Save", id="save-record.save", tooltip="Save it there"),
        Binding("escape", "back", "Back", id="save-record.back", tooltip="Go back; nothing is saved"),
    ]

    def __init__(self, record: RecordView, folder: str) -> None:
        super().__init__(ASKED, folder)
        self._record = record

    def do(self, line: str) -> None:
        """Ask for it to be saved; the answer comes by `refuse`, or by being dismissed."""
        self.say(SAVING)
        self.post_message(RecordSaveWanted(self._record, line))

    def action_save(self) -> None:
        """Save it in the folder that stands there."""
        self.do(self.query_one(Input).value)
