"""The case: its file on one side, the decisions on the other; in 80 columns one key apart."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer

from simulator.session.commands import Answer, Cite, Command, Confirm, Rationale, Sureness
from simulator.tui.layout import BOTH_SIDES, BREAKPOINTS
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.chooser import Chooser
from simulator.tui.screens.reasons import Reasons, ReasonsScreen
from simulator.tui.widgets.case_file import CaseFile
from simulator.tui.widgets.decisions import Decisions
from simulator.tui.widgets.standing import Standing
from simulator.tui.widgets.stepper import Stepper

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.widgets import Button

    from simulator.session.view import StepView, View
    from simulator.tui.grid import Cell
    from simulator.tui.widgets.decision_table import DecisionTable


class CaseScreen(Screen[None]):
    """Plays one session: shows its views and posts `Wanted` for each command of the learner."""

    CSS_PATH = "case.tcss"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "f", "other_side", "File/decisions", id="case.side", tooltip="Go between case file and decisions"
        ),
        Binding(
            "c", "confirm", "Confirm", id="case.confirm", tooltip="Commit this step; asks once before it does"
        ),
        Binding(
            "w", "reasons", "Why", id="case.reasons", tooltip="Say why, cite paragraphs, say how sure you are"
        ),
        Binding(
            "n", "next_open", "Next open", id="case.next", tooltip="Go to the next decision that is open"
        ),
        Binding("q", "leave", "Leave", id="case.leave", tooltip="Leave at once; your answers are kept"),
    ]

    class Wanted(Message):
        """The learner wants `command` carried out."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    class Leaving(Message):
        """The learner leaves."""

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view
        self._file_in_front = True

    def compose(self) -> ComposeResult:
        """Where one is, the two sides, the standing line and the keys."""
        yield Stepper(id="stepper")
        with Horizontal(id="sides"):
            yield CaseFile()
            yield Decisions()
        yield Standing(self.view.standing)
        yield Footer(show_command_palette=False)

    async def on_mount(self) -> None:
        """Show the view the screen was made with; the file comes first."""
        await self.show(self.view)

    async def show(self, view: View) -> None:
        """Show `view`; a phase that has come to light brings the file to the front."""
        self.view = view
        self.query_one(Stepper).show(view)
        if view.step is not None:
            await self.query_one(Decisions).show(view.step)
        if await self.query_one(CaseFile).show(view):
            self._bring_file(True)

    def _bring_file(self, in_front: bool) -> None:
        self._file_in_front = in_front
        self._arrange()
        if in_front:
            self.query_one(CaseFile).take_focus()
        else:
            self.query_one(Decisions).take_focus()

    def _arrange(self) -> None:
        both = self.size.width >= BOTH_SIDES
        self.query_one(CaseFile).display = both or self._file_in_front
        self.query_one(Decisions).display = both or not self._file_in_front

    def on_resize(self) -> None:
        """Show both sides where there is room for them."""
        self._arrange()

    def on_descendant_focus(self) -> None:
        """The side that has the focus is the one in front."""
        self._file_in_front = self.query_one(CaseFile).has_focus

    async def show_saved(self, view: View) -> None:
        """Show `view` after something was saved."""
        await self.show(view)
        self.query_one(Decisions).say("Saved.")

    def say_trouble(self, sentence: str) -> None:
        """Say what went wrong; the case goes on."""
        self.query_one(Decisions).say(sentence, trouble=True)

    def on_decision_table_opened(self, event: DecisionTable.Opened) -> None:
        """Let the learner choose."""
        cell = event.cell
        self.app.push_screen(Chooser(cell), lambda chosen: self._chosen(cell, chosen))

    def _chosen(self, cell: Cell, chosen: tuple[str, ...] | None) -> None:
        if chosen is not None and chosen != cell.subject.chosen:
            self.post_message(self.Wanted(Answer(*cell.key, chosen)))

    def action_reasons(self) -> None:
        """Let the learner give reasons for the decision under the cursor."""
        cell = self.query_one(Decisions).cell
        if cell is None:
            self.query_one(Decisions).say("Go to a decision first: f goes to the decisions.")
            return
        reasons = ReasonsScreen(cell, self.view.paragraphs)
        self.app.push_screen(reasons, lambda given: self._reasoned(cell, given))

    def _reasoned(self, cell: Cell, given: Reasons | None) -> None:
        if given is None:
            return
        said = cell.subject
        if given.rationale != said.rationale:
            self.post_message(self.Wanted(Rationale(*cell.key, given.rationale)))
        if given.cites != said.cites:
            self.post_message(self.Wanted(Cite(*cell.key, given.cites)))
        if given.sureness is not None and given.sureness != said.sureness:
            self.post_message(self.Wanted(Sureness(*cell.key, given.sureness)))

    def action_other_side(self) -> None:
        """From the case file to the decisions, or back."""
        self._bring_file(not self._file_in_front)

    def action_next_open(self) -> None:
        """To the next decision that is still open."""
        self._bring_file(False)
        self.query_one(Decisions).to_next_open()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The one button does what c does."""
        event.stop()
        self.action_confirm()

    def action_confirm(self) -> None:
        """Ask once, and then commit the step."""
        step = self.view.step
        if step is None:
            return
        if not step.complete:
            self._bring_file(False)
            self.query_one(Decisions).to_next_open("Not yet: ")
            return
        question = Ask(
            f"Confirm: {step.title}",
            f"These answers are final from then on. {_follows(step, self.view)}",
            yes="Confirm",
            no="Not yet",
        )
        self.app.push_screen(question, self._confirmed)

    def _confirmed(self, yes: bool | None) -> None:
        if yes:
            self.post_message(self.Wanted(Confirm()))

    def action_leave(self) -> None:
        """Leave at once."""
        self.post_message(self.Leaving())


def _follows(step: StepView, view: View) -> str:
    if not step.last:
        return "The next questions follow."
    if step.phase == view.phases[-1].phase:
        return "The debrief follows."
    return "The next part of the case follows."
