"""What can be done between two cases."""

from __future__ import annotations

from enum import Enum
from typing import TYPE_CHECKING, ClassVar

from textual.widgets.option_list import Option

from simulator.tui.classroom.console.wanting import CaseWanted, EndWanted, MadeWanted, ReportWanted
from simulator.tui.keyed.lists import OptionList
from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.message import Message


class Entry(Enum):
    """What can be done: its name, a few words on it, and what asks for it."""

    CASE = ("Choose a case", "You see all of it before it begins.", CaseWanted)
    MADE = ("A case for this class", "For what it got wrong; you see it before it begins.", MadeWanted)
    REPORT = ("Save the report", "One page that prints well, and tables.", ReportWanted)
    END = ("End the class", "Asks once; nobody can join it any more.", EndWanted)


class Entries(OptionList):
    """A line for each; taking one posts what asks for it."""

    HELP: ClassVar[str] = "Up and Down move through what can be done now, and Enter does it."

    def __init__(self) -> None:
        super().__init__(id="entries", markup=False)
        self._entries: Sequence[Entry] = ()

    def show(self, *entries: Entry) -> None:
        """Offer `entries`; the cursor stays on what it is on."""
        if entries == self._entries:
            return
        at = self._entries[self.highlighted] if self.highlighted is not None else None
        self._entries = entries
        self.clear_options()
        widest = max((len(each.value[0]) for each in entries), default=0)
        for each in entries:
            name, words, _ = each.value
            self.add_option(Option(shown(f"{name:{widest}}", "bold").append(shown(f"  {words}"))))
        self.highlighted = entries.index(at) if at in entries else 0

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Ask for it."""
        event.stop()
        wanted: type[Message] = self._entries[event.option_index].value[2]
        self.post_message(wanted())
