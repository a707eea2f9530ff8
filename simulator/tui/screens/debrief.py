"""The debrief: one table of all decisions and one pane that explains the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from simulator.session.view import DebriefPhaseView
from simulator.tui.explaining import counted, ended, explained, scored
from simulator.tui.layout import BREAKPOINTS
from simulator.tui.widgets.debrief_table import ENDING, DebriefTable, Entry
from simulator.tui.widgets.standing import Standing
from simulator.tui.widgets.stepper import Stepper

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from simulator.session.view import DebriefView, View

DETAIL_IN_FRONT = "-detail-in-front"


class DebriefScreen(Screen[None]):
    """Shows a finished session. In 80 columns table and explanation are one key apart."""

    CSS_PATH = "debrief.tcss"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f",
            "other_side",
            "Explanation",
            id="debrief.side",
            tooltip="Go between table and explanation",
        ),
        Binding("n", "step(1)", "Next", id="debrief.next", tooltip="Explain the next decision"),
        Binding("p", "step(-1)", "Previous", id="debrief.previous", tooltip="Explain the previous decision"),
        Binding("m", "amiss", "Mistakes", id="debrief.amiss", tooltip="Explain the next decision to look at"),
        Binding("e", "ending", "Ending", id="debrief.ending", tooltip="Go to how the case ended"),
        Binding("escape", "back", "Back", id="debrief.back", tooltip="Back to the table, then to the start"),
        Binding("q", "leave", "Start", id="debrief.leave", tooltip="Go to the opening screen"),
    ]

    class Leaving(Message):
        """The learner has read enough."""

    def __init__(self, view: View, debrief: DebriefView) -> None:
        super().__init__()
        self._view = view
        self._debrief = debrief

    def compose(self) -> ComposeResult:
        """Where one is, the scores, table and explanation."""
        yield Stepper(id="stepper")
        yield Static(scored(self._debrief), id="scores")
        with Horizontal(id="sides"):
            yield DebriefTable(self._debrief)
            with VerticalScroll(id="explanation"):
                yield Static(id="explained")
        yield Standing(self._view.standing)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """The table has the focus."""
        self.query_one(Stepper).show(self._view)
        self.query_one(DebriefTable).focus()

    def _text(self, entry: Entry) -> Content:
        if entry is None:
            return ended(ENDING, self._debrief)
        if isinstance(entry, DebriefPhaseView):
            return counted(entry)
        return explained(*entry, self._debrief)

    def on_debrief_table_pointed(self, event: DebriefTable.Pointed) -> None:
        """Explain what the cursor is on."""
        self.query_one("#explained", Static).update(self._text(event.entry))
        self.query_one("#explanation").scroll_home(animate=False)

    def on_debrief_table_opened(self, _: DebriefTable.Opened) -> None:
        """Bring the explanation to the front."""
        self._bring_detail(True)

    def _bring_detail(self, in_front: bool) -> None:
        self.set_class(in_front, DETAIL_IN_FRONT)
        self.query_one("#explanation" if in_front else "DebriefTable").focus()

    def action_other_side(self) -> None:
        """From the table to the explanation, or back."""
        self._bring_detail(not self.query_one("#explanation").has_focus)

    def action_step(self, by: int) -> None:
        """Go on to the next or previous row."""
        table = self.query_one(DebriefTable)
        table.move_cursor(row=min(max(table.cursor_row + by, 0), table.row_count - 1), animate=False)

    def action_amiss(self) -> None:
        """Go on to the next decision that is worth a look."""
        self.query_one(DebriefTable).to_next_amiss()

    def action_ending(self) -> None:
        """Go to the end of the case."""
        table = self.query_one(DebriefTable)
        table.move_cursor(row=table.row_count - 1, animate=False)
        self._bring_detail(True)

    def action_back(self) -> None:
        """Back to the table; from the table, to the start."""
        if self.query_one("#explanation").has_focus:
            self._bring_detail(False)
        else:
            self.action_leave()

    def action_leave(self) -> None:
        """Close the debrief."""
        self.post_message(self.Leaving())
