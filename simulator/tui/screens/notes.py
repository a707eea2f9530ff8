"""Everything that the learner has highlighted or noted in the case file, to go to."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.widgets.option_list import Option

from simulator.errors.text import clean
from simulator.tui.file_layout import NOTED, quoted
from simulator.tui.keyed.lists import OptionList
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.safety import shown
from simulator.tui.widgets.file_text import HIGHLIGHTED
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from simulator.session.texts_view import AnnotationView
    from simulator.session.view import View

HINT = "Enter goes to the passage, Esc goes back."


class Noted(NamedTuple):
    """Something the learner said about a passage, and the passage's text."""

    passage: str
    mark: AnnotationView
    text: str


def noted_in(view: View) -> tuple[Noted, ...]:
    """All highlights and notes, in the order of the text."""
    return tuple(_noted(view))


def _noted(view: View) -> Iterator[Noted]:
    for phase in view.phases:
        for block in phase.narrative:
            yield from (Noted(block.passage, mark, block.text) for mark in block.annotations)


class NotesScreen(ModalScreen[Noted | None]):
    """Answers with the passage to go to, or None."""

    CSS_PATH = "notes.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,l,q", "back", "Back", id="notes.back", tooltip="Go back to the case"),
    ]
    HELP: ClassVar[str] = "Your highlights and notes in the order of the text. Enter goes to the passage."

    def __init__(self, noted: Sequence[Noted]) -> None:
        super().__init__()
        self._noted = noted

    def compose(self) -> ComposeResult:
        """A line for each."""
        with Vertical(id="dialog"):
            yield Static(f"Your highlights and notes: {len(self._noted)}", id="dialog-title", markup=False)
            yield OptionList(*(Option(_line(each)) for each in self._noted), compact=True)
            yield Static(HINT, id="hint", markup=False)
        yield Footer(compact=True)

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Go there."""
        event.stop()
        self.dismiss(self._noted[event.option_index])

    def action_back(self) -> None:
        """Change nothing."""
        self.dismiss(None)


def _line(noted: Noted) -> Content:
    mark = noted.mark
    signs = f"{HIGHLIGHTED if mark.highlighted else ' '}{NOTED if mark.note else ' '} "
    quote = shown(f"{signs}“{quoted(noted.text, mark)}”", "bold")
    return quote.append(shown(f"  {clean(mark.note)}")) if mark.note else quote
