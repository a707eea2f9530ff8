"""The cases of a pack: its content note in full, its written cases, and the way to a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.widgets.option_list import Option

from simulator.tui.keyed.lists import OptionList
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.telling.packs import described
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from simulator.session.case_packs import CasePack

NEW = ""
"""What stands for a case that is yet to be made."""
AT_FIRST = 40
"""How many are offered in the first paint: more than a screen shows, of a long list."""
HINT = "Enter starts the case under the cursor. Esc goes back."


class CaseList(ModalScreen[str | None]):
    """Answers with the id of a written case, `NEW`, or None."""

    CSS_PATH = "case_list.tcss"
    HELP: ClassVar[str] = (
        "These are the written cases of the pack. Enter begins the one under the cursor; A new case makes one that "
        "nobody has seen. Read the note above first: it says what these cases can be hard to read for."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="case-list.back", tooltip="Go back; no case is started"),
    ]

    def __init__(self, pack: CasePack, at: str | None = None) -> None:
        """`at` is where the cursor is to be: on the id of a case, or on `NEW`."""
        super().__init__()
        self._pack = pack
        self._at = at
        self._offers = [*([NEW] if pack.makes else []), *(each.case for each in pack.cases)]

    def compose(self) -> ComposeResult:
        """The note above the cases."""
        with Vertical(id="dialog"):
            yield Static(shown(described(self._pack), "bold $accent"))
            with VerticalScroll(id="pack-note"):
                yield Static(shown(self._pack.content_note))
            yield OptionList(*self._prompts(0, AT_FIRST), id="cases", markup=False)
            yield Static(HINT, id="hint", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """The cases can be walked through at once; the cursor is on the first written one, or where it was."""
        cases = self.query_one("#cases", OptionList)
        known = self._at in self._offers
        place = self._offers.index(str(self._at)) if known else int(self._pack.makes)
        cases.highlighted = place if place < AT_FIRST else None
        cases.focus()
        if len(self._offers) > AT_FIRST:
            self.call_after_refresh(self._complete, place)

    def _complete(self, place: int) -> None:
        """Add the cases below those that were painted first."""
        cases = self.query_one("#cases", OptionList)
        cases.add_options(self._prompts(AT_FIRST, len(self._offers)))
        if cases.highlighted is None:
            cases.highlighted = place

    def _prompts(self, first: int, end: int) -> list[Option]:
        titles = {case.case: case.title for case in self._pack.cases}
        return [
            Option(_new_case() if offer == NEW else shown(titles[offer])) for offer in self._offers[first:end]
        ]

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Start what was chosen."""
        event.stop()
        self.dismiss(self._offers[event.option_index])

    def action_back(self) -> None:
        """Start nothing."""
        self.dismiss(None)


def _new_case() -> Content:
    return shown("A new case", "bold").append(shown(", made for you from a seed"))
