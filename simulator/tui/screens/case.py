"""The case: its file on one side, the decisions on the other; in 80 columns one key apart."""

from __future__ import annotations

from collections import deque
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from simulator.session.commands import Annotate, Answer, Command, Confirm, Redo, Undo
from simulator.tui.boxes import Boxes
from simulator.tui.grid import is_under_way
from simulator.tui.keyed.screens import Screen
from simulator.tui.layout import BREAKPOINTS, both_sides
from simulator.tui.safety import shown
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.chooser import Chooser
from simulator.tui.screens.notes import NotesScreen, noted_in
from simulator.tui.telling.confirming import what_follows
from simulator.tui.telling.done import done
from simulator.tui.telling.with_keys import with_keys
from simulator.tui.wanting import GuidanceWanted
from simulator.tui.widgets.case_file import CaseFile
from simulator.tui.widgets.coach import Coach
from simulator.tui.widgets.decision_detail import DecisionDetail
from simulator.tui.widgets.decisions import Decisions
from simulator.tui.widgets.footer import Footer, with_titles
from simulator.tui.widgets.standing import Standing
from simulator.tui.widgets.stepper import Stepper

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

    from simulator.session.view import StepView, View
    from simulator.tui.file_pieces import More
    from simulator.tui.grid import Cell
    from simulator.tui.keyed.buttons import Button
    from simulator.tui.screens.notes import Noted
    from simulator.tui.widgets.decision_table import DecisionTable
    from simulator.tui.widgets.file_text import Passage

THREE_SIDES = 160
"""Columns from which on the decision under the cursor has a side of its own."""

READING_KEYS = (
    "The down arrow goes by sentences. {case.highlight} highlights one, "
    "{case.note} notes, {case.notes} lists both."
)
GO_TO_A_DECISION = "Go to a decision first: the arrow keys move, {case.reasons} then says why."
GO_TO_A_SENTENCE = "The up and down arrows go to a sentence of the text."
NOT_OF_THE_CASE = "Only the case's own text can be highlighted or noted."
NOTHING_NOTED = (
    "You have highlighted and noted nothing yet: {case.highlight} highlights, {case.note} writes a note."
)
STILL_OPEN = "There is no answer here to take back."
IN_FOOTER = {"app.help": "Help"}


class CaseScreen(Screen[None]):
    """Plays one session: shows its views and posts `Wanted` for each command of the learner."""

    CSS_PATH = "case.tcss"
    AUTO_FOCUS = ""
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f", "other_side", "File/decisions", id="case.side", tooltip="Go between file and decisions"),
        Binding("n", "next_open", "Next open", id="case.next", tooltip="Go to the next open decision"),
        Binding("c", "confirm", "Confirm", id="case.confirm", tooltip="Confirm the answers of this step"),
        Binding("q", "leave", "Leave", id="case.leave", tooltip="Leave at once; your answers are kept"),
        Binding(
            "w", "reasons", "Why", id="case.reasons", tooltip="Say why, by which paragraphs, and how sure"
        ),
        Binding(
            "u", "undo", "Undo", id="case.undo", tooltip="Take back the last thing you did in this phase"
        ),
        Binding("g", "guidance", "Guidance", id="case.guidance", tooltip="Read the guidance"),
        *(
            Binding(key, action, name, id=f"case.{action}", tooltip=tooltip, show=False)
            for key, action, name, tooltip in (
                ("r", "redo", "Redo", "Do again what was undone"),
                ("h", "highlight", "Highlight", "Highlight the sentence under the cursor, or take that back"),
                ("a", "note", "Note", "Write a note to the sentence under the cursor"),
                ("l", "notes", "My notes", "List your highlights and notes, and go to one"),
                ("slash", "search", "Search", "Search the case file"),
                ("v", "feedback", "Feedback so far", "See again how the confirmed phases went"),
                ("x", "coach", "Hints", "Show hints for the first time, or hide them"),
            )
        ),
    ]
    HELP: ClassVar[str] = (
        "Read the case file, then decide. f goes between the file and the decisions. Every cell of a table is one "
        "decision: the arrow keys move, Enter opens it, n goes to the next that is open. "
        "w says why you decided so. u undoes and r does again, until a phase is confirmed. "
        "c confirms a step; with the last step of a phase its answers are final. "
        "g opens the guidance. q leaves, and your answers are kept."
    )

    class Wanted(Message):
        """The learner wants `command` carried out."""

        def __init__(self, command: Command) -> None:
            super().__init__()
            self.command = command

    class Confirming(Message):
        """The learner is asked whether the answers are final."""

    class Leaving(Message):
        """The learner leaves."""

    class Skipping(Message):
        """The learner leaves for good; nothing of it is to be recorded."""

    class FeedbackWanted(Message):
        """The learner wants to see again how the confirmed phases went."""

    def __init__(self, view: View, *, coached: bool = False) -> None:
        super().__init__()
        self.view = view
        self._coached = coached
        self._file_in_front = True
        self._more: More | None = None
        self._said = False
        self._under_way: deque[Command] = deque()
        self._boxes = Boxes(self, self._want, self.say)

    def compose(self) -> ComposeResult:
        """Where one is, the sides, what has just happened, the standing line and the keys."""
        yield Stepper(id="stepper")
        yield Coach(speaking=self._coached)
        with Horizontal(id="sides"):
            yield CaseFile()
            yield self._made_decisions()
            yield DecisionDetail()
        yield Static(id="said")
        yield Standing(self.view.standing)
        yield Footer(compact=True)

    def _made_decisions(self) -> Decisions:
        return Decisions()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """Those of the screen, with what is shown of those that act everywhere."""
        return with_titles(super().active_bindings, IN_FOOTER)

    async def on_mount(self) -> None:
        """Show the view the screen was made with; the file comes first, unless decisions are under way."""
        await self.show(self.view)
        if is_under_way(self.view):
            self._bring_file(False)
        else:
            self.say(READING_KEYS)

    def hear(self) -> None:
        """What was said has been read by now; what went wrong stays until something is done."""
        if self._said and not self.query_one("#said", Static).has_class("-trouble"):
            self.say("")

    async def show(self, view: View) -> None:
        """Show `view`; a phase that has come to light brings the file to the front."""
        self.view = view
        self.query_one(Stepper).show(view)
        await self.query_one(Decisions).show(view.step)
        if self.query_one(CaseFile).show(view, self._more):
            self._bring_file(True)
        self._advise()
        self.refresh_bindings()

    async def show_saved(self, view: View) -> None:
        """Show `view` after something was saved, and say what was done."""
        before, command = self.view, self._under_way.popleft() if self._under_way else None
        await self.show(view)
        self.say(done(command, before, view))

    def say(self, sentence: str) -> None:
        """Show `sentence` on the line for what has just happened."""
        self._said = bool(sentence)
        said = self.query_one("#said", Static)
        said.remove_class("-trouble")
        said.update(shown(with_keys(sentence, self.active_bindings), "$success"), layout=False)

    def say_trouble(self, sentence: str) -> None:
        """Say what went wrong, all of it; the case goes on."""
        if self._under_way:
            self._under_way.popleft()
        said = self.query_one("#said", Static)
        said.add_class("-trouble")
        said.update(shown(f"! {sentence}", "bold $error"))

    def _want(self, command: Command) -> None:
        self._under_way.append(command)
        self.post_message(self.Wanted(command))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """What cannot be done now is grey; what this session never offers is not there."""
        match action:
            case "undo":
                return True if self.view.undoes else None
            case "redo":
                return True if self.view.redoes else None
            case "feedback" if self.view.mode == "assessment":
                return False
            case "feedback":
                return True if self.view.feedback else None
        return True

    # The sides

    def _bring_file(self, in_front: bool) -> None:
        self._file_in_front = in_front
        self._arrange()
        if in_front:
            self.query_one(CaseFile).take_focus()
        else:
            self.query_one(Decisions).take_focus()

    def _arrange(self) -> None:
        both = both_sides(self)
        self.set_class(not both, "-one-side")
        self.set_class(both and self.size.width >= THREE_SIDES, "-three-sides")
        self.query_one(CaseFile).display = both or self._file_in_front
        self.query_one(Decisions).display = both or not self._file_in_front

    def on_resize(self) -> None:
        """Show as many sides as there is room for."""
        self._arrange()

    def on_screen_resume(self) -> None:
        """The layout may have been changed meanwhile."""
        self._arrange()

    def on_descendant_focus(self) -> None:
        """The side that has the focus is the one in front."""
        self._file_in_front = self.query_one(CaseFile).has_focus_within
        self._advise()

    def action_other_side(self) -> None:
        """From the case file to the decisions, or back."""
        self._bring_file(not self._file_in_front)

    def action_next_open(self) -> None:
        """To the next decision that is still open; from the file to the first."""
        from_file = self._file_in_front
        self._bring_file(False)
        self.say(self.query_one(Decisions).to_next_open(first=from_file))

    def on_decisions_at(self, event: Decisions.At) -> None:
        """Tell the decision under the cursor in full."""
        self.query_one(DecisionDetail).show(event.cell, self.view.paragraphs)

    # Hints

    def _advise(self) -> None:
        coach = self.query_one(Coach)
        if coach.display:
            coach.tell(self.view, reading=self._file_in_front)

    def action_coach(self) -> None:
        """Put the hints away, or show them."""
        coach = self.query_one(Coach)
        coach.display = not coach.display
        self._advise()

    # The file

    def action_search(self) -> None:
        """Search the case file."""
        self._file_in_front = True
        self._arrange()
        self.query_one(CaseFile).search()

    def _passage(self) -> Passage | None:
        """The sentence under the cursor, if it is in sight and of the case."""
        file = self.query_one(CaseFile)
        passage = file.passage
        if not file.display or passage is None:
            self._bring_file(True)
            self.say(GO_TO_A_SENTENCE)
            return None
        if not passage.passage:
            self.say(NOT_OF_THE_CASE)
            return None
        return passage

    def action_highlight(self) -> None:
        """Highlight the sentence under the cursor, or take that back."""
        at = self._passage()
        if at is not None:
            self._want(Annotate(at.passage, at.start, at.end, not at.highlighted, at.note))

    def action_note(self) -> None:
        """Let the learner write a note to the sentence under the cursor."""
        at = self._passage()
        if at is not None:
            self._boxes.note(at)

    def action_notes(self) -> None:
        """List highlights and notes, and go to one."""
        noted = noted_in(self.view)
        if noted:
            self.app.push_screen(NotesScreen(noted), self._go_to)
        else:
            self.say(NOTHING_NOTED)

    def _go_to(self, noted: Noted | None) -> None:
        if noted is not None:
            self._bring_file(True)
            self.query_one(CaseFile).go_to(noted.passage, noted.mark.start)

    # The decisions

    def on_decision_table_opened(self, event: DecisionTable.Opened) -> None:
        """Let the learner choose."""
        cell = event.cell
        if not self.is_active:
            return
        self.query_one(Decisions).pass_by(cell)
        self.app.push_screen(Chooser(cell), lambda chosen: self._chosen(cell, chosen))

    def on_decision_table_withdrawn(self, event: DecisionTable.Withdrawn) -> None:
        """Take an answer back, if there is one."""
        if event.cell.subject.answered:
            self._want(Answer(*event.cell.key, ()))
        else:
            self.say(STILL_OPEN)

    def _chosen(self, cell: Cell, chosen: tuple[str, ...] | None) -> None:
        if chosen is not None and chosen != cell.subject.chosen:
            self._want(Answer(*cell.key, chosen))

    def action_reasons(self) -> None:
        """Let the learner give reasons for the decision under the cursor."""
        cell = self.query_one(Decisions).cell
        if cell is None:
            self._bring_file(False)
            self.say(GO_TO_A_DECISION)
            return
        self._boxes.reasons(cell, self.view)

    def action_undo(self) -> None:
        """Take back what was done last."""
        self._want(Undo())

    def action_redo(self) -> None:
        """Do again what was last undone."""
        self._want(Redo())

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The one button does what c does."""
        event.stop()
        self.action_confirm()

    def action_confirm(self) -> None:
        """Commit the step; with the last of a phase ask once before."""
        step = self.view.step
        if step is None:
            return
        if not step.complete:
            self._bring_file(False)
            self.say(f"Not yet: {self.query_one(Decisions).to_next_open(first=True)}")
        elif (question := self._asked_before(step)) is None:
            self._want(Confirm())
        else:
            self.app.push_screen(question, self._confirmed)
            self.app.call_after_refresh(self.post_message, self.Confirming())

    def _asked_before(self, step: StepView) -> Ask | None:
        """What is asked before `step` is confirmed; None where it is confirmed at once."""
        if not step.last:
            return None
        return Ask(f"Confirm: {step.title}", what_follows(step, self.view), yes="Confirm", no="Not yet")

    def _confirmed(self, yes: bool | None) -> None:
        if yes:
            self._want(Confirm())

    # Elsewhere

    def action_guidance(self) -> None:
        """Read the guidance, at the first paragraph that was named for the decision under the cursor."""
        cell = self.query_one(Decisions).cell
        cites = cell.subject.cites if cell is not None and not self._file_in_front else ()
        self.post_message(GuidanceWanted(cites[0] if cites else None))

    def action_feedback(self) -> None:
        """See again how the confirmed phases went."""
        self.post_message(self.FeedbackWanted())

    def action_leave(self) -> None:
        """Leave at once."""
        self.post_message(self.Leaving())

    def action_skip(self) -> None:
        """Leave for good."""
        self.post_message(self.Skipping())
