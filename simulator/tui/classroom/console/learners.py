"""Everybody in the class, those who may need the facilitator first; for the facilitator alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from rich.text import Text
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from simulator.tui.classroom.console.heading import GAP, counted, needed
from simulator.tui.classroom.console.screen import ConsoleScreen
from simulator.tui.fitting import fitted
from simulator.tui.keyed.tables import DataTable
from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.classroom.class_view import PersonView

NAME, TEAM, IS_HERE, ANSWERS, KNOWN = "Name", "Team", "Here", "Answers", "What you should know"
HERE, AWAY = "● here", "○ away"
STEPPED_OUT = "! has stepped out"
AROUND = 2 * 5 + 2
"""Cells that the space around those of five columns takes, and the scroll bar."""


class LearnersScreen(ConsoleScreen[None]):
    """A row for each learner."""

    CSS_PATH = "learners.tcss"
    ASIDE: ClassVar[bool] = True
    HELP: ClassVar[str] = (
        "Everybody in the class. First those who gave the private sign that they step out, then those who may need "
        "help, with why; then those who are still to vote. Nobody else sees this, and none of it is kept. "
        "Escape goes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,l", "back", "Back", id="learners.back", tooltip="Go back to the class"),
    ]
    _drawn: tuple[int, tuple[PersonView, ...]] | None = None

    def body(self) -> ComposeResult:
        """How many, and the table."""
        yield Static(id="head")
        yield DataTable[Text](id="learners", cursor_type="row", cell_padding=1, zebra_stripes=True)

    def on_mount(self) -> None:
        """The table can be walked through at once."""
        super().on_mount()
        self.query_one(DataTable).focus()

    def on_resize(self) -> None:
        """Fit the columns to the width."""
        self.tell()

    def tell(self) -> None:
        """Show everybody as they are now."""
        people = self.console.people
        here = sum(each.connected for each in people)
        parts = [shown(f"{counted(len(people), 'learner')}, {here} here", "bold")]
        if self.console.room.stage == "voting":
            parts.append(shown(f"{sum(not each.voted for each in people)} still to vote"))
        head = Content(GAP).join([*parts, *needed(self.console)])
        self.query_one("#head", Static).update(head)
        if self.size.width and self._drawn != (self.size.width, people):
            self._drawn = self.size.width, people
            self._fill(sorted(people, key=_order))

    def _fill(self, people: Sequence[PersonView]) -> None:
        table = self.query_one(DataTable)
        row, offset = table.cursor_row, table.scroll_y
        widths = _widths(self.size.width, teams=any(each.team for each in people))
        table.clear(columns=True)
        for head, width in widths.items():
            table.add_column(head, width=width)
        for person in people:
            cells = _cells(person)
            table.add_row(*(fitted(cells[head], width, 2) for head, width in widths.items()), height=None)
        table.move_cursor(row=row, animate=False, scroll=False)
        table.scroll_to(y=offset, animate=False)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _order(person: PersonView) -> tuple[object, ...]:
    return not person.stepped_out, not person.stuck, person.voted, person.name.casefold(), person.person


def _cells(person: PersonView) -> dict[str, str]:
    answers = "✓ voted" if person.voted else f"{person.answered} of {person.due}" if person.due else "–"
    known = [STEPPED_OUT] if person.stepped_out else []
    known += [f"? {person.stuck}"] if person.stuck else []
    return {
        NAME: person.name,
        TEAM: person.team or "–",
        IS_HERE: HERE if person.connected else AWAY,
        ANSWERS: answers,
        KNOWN: "; ".join(known),
    }


def _widths(width: int, *, teams: bool) -> dict[str, int]:
    """Those of the columns, from the left; without `teams` the names have the room of theirs as well."""
    rest = max(width - AROUND - 6 - 9, 30)
    name, team = rest * 3 // 10, rest * 2 // 10
    first = {NAME: name, TEAM: team} if teams else {NAME: name + team + 2}
    return {**first, IS_HERE: 6, ANSWERS: 9, KNOWN: rest - name - team}
