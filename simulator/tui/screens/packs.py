"""The packs of cases: which one to take a case from, with the content note of the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static
from textual.widgets.option_list import Option

from simulator.tui.keyed.lists import OptionList
from simulator.tui.keyed.screens import Screen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.layout import BREAKPOINTS
from simulator.tui.safety import shown
from simulator.tui.telling.packs import described, intensity_of, length_of
from simulator.tui.widgets.footer import Footer
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.session.case_packs import CasePack
    from simulator.session.commands import Mode

HEADS: dict[Mode, str] = {
    "practice": "Practise: what was right, and why, is told after each part of a case.",
    "assessment": "Assess: what was right, and why, is told at the end of a case.",
}
HINT = "Enter goes to the cases of the pack under the cursor. Esc goes back."


class PackChoice(Screen["CasePack | None"]):
    """Answers with a pack, or None."""

    CSS_PATH = "packs.tcss"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    HELP: ClassVar[str] = (
        "Cases come in packs. Each pack says how long a case takes, how hard it can be to read (intensity 1 to 3), "
        "and what is in its cases, so that you can choose before you begin. Nothing is begun on this screen."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "back", "Back", id="packs.back", tooltip="Go back; nothing is begun"),
    ]

    def __init__(self, packs: Sequence[CasePack], mode: Mode, standing: str, at: str | None = None) -> None:
        """`at` is the name of the pack on which the cursor is to be."""
        super().__init__()
        self._packs = packs
        self._mode: Mode = mode
        self._standing = standing
        self._at = next((place for place, pack in enumerate(packs) if pack.name == at), 0)

    def compose(self) -> ComposeResult:
        """The packs, and beside them what is said of one."""
        yield Static(HEADS[self._mode], id="head", markup=False)
        with Horizontal(id="sides"):
            yield OptionList(*(Option(_prompt(pack)) for pack in self._packs), id="packs", markup=False)
            with VerticalScroll(id="note-side", can_focus=False):
                yield Static(id="note", markup=False)
        yield Static(HINT, id="hint", markup=False)
        yield Standing(self._standing)
        yield Footer()

    def on_mount(self) -> None:
        """The cursor is where it was."""
        packs = self.query_one("#packs", OptionList)
        packs.highlighted = self._at
        packs.focus()

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Show the note of the pack under the cursor."""
        event.stop()
        self.query_one("#note", Static).update(_told(self._packs[event.option_index]))
        self.query_one("#note-side").scroll_home(animate=False)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take the pack under the cursor."""
        event.stop()
        self.dismiss(self._packs[event.option_index])

    def action_back(self) -> None:
        """Begin nothing."""
        self.dismiss(None)


def _prompt(pack: CasePack) -> Content:
    return shown(described(pack))


def _told(pack: CasePack) -> Content:
    lines = [
        shown(pack.title, "bold $accent"),
        shown(length_of(pack)),
        *([shown(intensity_of(pack))] if pack.intensity else []),
        shown(""),
        shown("Before you begin", "bold"),
        shown(pack.content_note),
    ]
    return Content("\n").join(lines)
