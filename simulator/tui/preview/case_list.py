"""The written cases of a pack, to go to another one."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.widgets.option_list import Option

from simulator.tui.keyed.lists import OptionList
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import MUTED, TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from simulator.authoring.preview.view import Which
    from simulator.packs.contents import ListedCase

HINT = "Enter shows the case under the cursor. Esc goes back."


class CasesOfPack(ModalScreen[str | None]):
    """Answers with the file of a case, or None."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,l,q", "back", "Back", id="preview-cases.back", tooltip="Go back to the case"),
    ]

    def __init__(self, pack: str, cases: Sequence[ListedCase], which: Which) -> None:
        super().__init__()
        self._pack = pack
        self._cases = cases
        self._which = which

    def compose(self) -> ComposeResult:
        """The pack's name above its cases."""
        with Vertical(id="dialog"):
            yield Static(shown(f"{self._pack}: {len(self._cases)} cases", TITLE))
            yield OptionList(*(Option(_told(case)) for case in self._cases), id="cases", markup=False)
            yield Static(HINT, id="hint", markup=False)

    def on_mount(self) -> None:
        """The cursor is on the case that is shown."""
        files = [case.file for case in self._cases]
        cases = self.query_one("#cases", OptionList)
        cases.highlighted = files.index(self._which) if self._which in files else 0
        cases.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Show what was chosen."""
        event.stop()
        self.dismiss(self._cases[event.option_index].file)

    def action_back(self) -> None:
        """Stay where one is."""
        self.dismiss(None)


def _told(case: ListedCase) -> Content:
    return shown(case.title).append(shown(f"  {case.case}", MUTED))
