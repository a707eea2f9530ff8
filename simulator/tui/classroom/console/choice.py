"""A list to choose one line from, and the paces at which a class can go through a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, NamedTuple

from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.widgets import Static
from textual.widgets.option_list import Option

from simulator.tui.keyed.lists import OptionList
from simulator.tui.keyed.screens import ModalScreen
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.classroom.conduct import Pace

HINT = "Enter takes the line under the cursor. Esc goes back."


class Chosen(NamedTuple):
    """At whose pace, and whether learners at their own are told after each phase."""

    pace: Pace
    tell: bool


PACES: dict[Chosen, tuple[str, str]] = {
    Chosen("class", False): (
        "Together",
        "You open each question, everybody votes, you discuss, and you tell what the guidance says.",
    ),
    Chosen("own", True): (
        "At their own pace, told after each phase",
        "Everybody goes through the case alone, as in practice.",
    ),
    Chosen("own", False): (
        "At their own pace, told at the end",
        "Everybody goes through the case alone, as in an assessment.",
    ),
}


class Choice(ModalScreen[int | None]):
    """Answers with the number of a line, from 0, or None."""

    CSS_PATH = "choice.tcss"
    HELP: ClassVar[str] = "Up and Down move, Enter takes the line under the cursor, Escape goes back."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "back", "Back", id="choice.back", tooltip="Go back; nothing is begun"),
    ]

    def __init__(self, title: str, lines: Sequence[tuple[str, str]]) -> None:
        """Each line is a name and some words on it."""
        super().__init__()
        self._title = title
        self._lines = lines

    def compose(self) -> ComposeResult:
        """A title and the lines."""
        with Vertical(id="dialog"):
            yield Static(shown(self._title, "bold $accent"))
            yield OptionList(*map(_option, self._lines), id="choices", markup=False)
            yield Static(HINT, id="hint", markup=False)
        yield Footer()

    def on_mount(self) -> None:
        """The first line is under the cursor."""
        choices = self.query_one("#choices", OptionList)
        choices.highlighted = 0
        choices.focus()

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Take it."""
        event.stop()
        self.dismiss(event.option_index)

    def action_back(self) -> None:
        """Take none."""
        self.dismiss(None)


def _option(line: tuple[str, str]) -> Option:
    name, words = line
    told = shown(name, "bold")
    return Option(told.append(shown(f"\n{words}")) if words else told)
