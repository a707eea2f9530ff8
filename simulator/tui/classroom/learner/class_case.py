"""The case in a class: questions are opened by the facilitator, and confirming them is a vote."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from simulator.tui.boxes import Boxes
from simulator.tui.classroom.learner.asking import asked, vote_of
from simulator.tui.classroom.learner.class_bar import ClassBar
from simulator.tui.classroom.learner.class_decisions import ClassDecisions
from simulator.tui.classroom.learner.messages import Followed
from simulator.tui.classroom.learner.own_vote import own_vote
from simulator.tui.classroom.learner.words import (
    EVERY_MADE,
    GIVEN,
    WAITS,
    before_vote,
    fixed,
    kept,
    vote_gone,
    vote_opened,
)
from simulator.tui.file_pieces import More, phases_told
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.chooser import Chooser
from simulator.tui.screens.reasons import ReasonsScreen
from simulator.tui.styles import SCREENS
from simulator.tui.widgets.decisions import Decisions

if TYPE_CHECKING:
    from typing import Any

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding
    from textual.screen import Screen

    from simulator.classroom.class_view import RoomView, SeatView
    from simulator.session.view import StepView, View
    from simulator.tui.boxes import Unkept
    from simulator.tui.widgets.decision_table import DecisionTable

BOXES = (Chooser, ReasonsScreen, Ask)
"""Those in which a question is answered."""


class ClassCase(CaseScreen):
    """Plays the case of a seat; `follow` has to be called whenever the class or the seat has changed."""

    CSS_PATH = str(SCREENS / "case.tcss")
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "q",
            "leave",
            "Leave",
            id="case.leave",
            tooltip="Step out for as long as you like; the facilitator alone knows",
        ),
        Binding(
            "v", "results", "Votes", id="case.results", tooltip="See how the class voted, and what it was told",
            show=False,
        ),
        Binding(
            "p", "discussion", "Discussion", id="case.discussion", tooltip="Go back to what the class is discussing",
            show=False,
        ),
        Binding(
            "v", "feedback", "Feedback so far", id="case.feedback",
            tooltip="See again how the confirmed phases went", show=False,
        ),
    ]  # fmt: skip
    HELP: ClassVar[str] = (
        "The line at the top tells where the class is. Read the case file until the facilitator opens a question; then "
        "decide: the arrow keys move, Enter opens a decision, n goes to the next that is open, w says why you decided "
        "so. c votes, and your answers are fixed until the class votes again. f goes between the file and the "
        "decisions, v to what the class was shown, p back to a discussion. g opens the guidance. q steps "
        "out for as long as you like."
    )

    @dataclass
    class Following(Message):
        """The class or the seat has changed."""

        room: RoomView
        seat: SeatView
        needs_help: bool

        def can_replace(self, message: Message) -> bool:
            """Of several that wait, the last is enough."""
            return isinstance(message, ClassCase.Following)

    class DiscussionWanted(Message):
        """The learner wants to see again what the class is discussing."""

    class ResultsWanted(Message):
        """The learner wants to see what the class was shown of the question."""

    def __init__(self, view: View, room: RoomView, seat: SeatView, *, needs_help: bool = False) -> None:
        """`view` is that of the seat."""
        super().__init__(view)
        self._boxes = Boxes(self, self._want, self.say, in_class=True)
        self._last_said = ""
        self._opening = ""
        self._title = _title(room, view)
        self.case = seat.case
        self._room = room
        self._seat = seat
        self._needs_help = needs_help
        self._vote = vote_of(room, seat)
        self._more = _more(room)
        self._answering: tuple[str, ...] | None = None

    def compose(self) -> ComposeResult:
        """Where the class is, and then the case."""
        yield ClassBar(self._room, self._seat, needs_help=self._needs_help)
        yield from super().compose()

    def _made_decisions(self) -> Decisions:
        return Decisions() if self._own_pace else ClassDecisions("Vote (c)", EVERY_MADE)

    @property
    def _own_pace(self) -> bool:
        return self._room.stage == "own"

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """As in any case; to confirm is to vote, except at one's own pace."""
        bindings = super().active_bindings
        if self._own_pace:
            return bindings
        return {
            key: each._replace(binding=replace(each.binding, description="Vote"))
            if each.binding.id == "case.confirm"
            else each
            for key, each in bindings.items()
        }

    async def show(self, view: View) -> None:
        """Show `view`."""
        await super().show(view)
        self._tell_own_vote()
        self._offer_vote()

    def _tell_own_vote(self) -> None:
        """Once the vote is closed, what the seat has chosen stands where the decisions were."""
        for decisions in self.query(ClassDecisions):
            decisions.tell_own(own_vote(self._room, self._seat))

    def _offer_vote(self) -> None:
        """There is a button only while there is something to vote on."""
        self.query_one("#confirm").display = self.view.step is not None and not self._fixed

    # What the class does

    def follow(self, room: RoomView, seat: SeatView, *, needs_help: bool) -> None:
        """Show the class and the seat as they are now."""
        self.post_message(self.Following(room, seat, needs_help))

    async def on_class_case_following(self, event: Following) -> None:
        """Nothing is taken from what is written in a box above this screen."""
        event.stop()
        news = event.room is not self._room or event.seat is not self._seat
        view, given = event.seat.view, len(event.room.injected) > len(self._room.injected)
        changed = event.seat is not self._seat or _more(event.room) != self._more
        self._room, self._seat, self._needs_help = event.room, event.seat, event.needs_help
        self._more = _more(event.room)
        if changed and view is not None:
            reads_on = phases_told(view) > phases_told(self.view)
            await self.show(view)
        else:
            reads_on = False
        self._tell_own_vote()
        self._offer_vote()
        self.query_one(ClassBar).show(self._room, self._seat, needs_help=self._needs_help)
        self.refresh_bindings()
        self._tell_opened(reads_on=reads_on)
        if given:
            self.say(GIVEN)
        if news and self.app.screen is not self:
            self.app.post_message(Followed())  # a box may have been opened since the app has followed

    def _tell_opened(self, *, reads_on: bool) -> None:
        """Bring a question that was opened to the front, unless there is more of the file to be read first."""
        vote = vote_of(self._room, self._seat)
        if vote is None and self._room.stage == "voting" and not self._seat.voted:
            return  # the seat was heard of first: where the class is by now is yet to come
        before, self._vote = self._vote, vote
        if vote is not None and vote != before:
            self._title = _title(self._room, self.view)
            self._opening = vote_opened(self._room, self._title)
            if not reads_on:
                self._bring_file(False)
            self.say(self._opening)
        elif vote is None and before is not None and self._last_said in {"", self._opening}:
            self.say(vote_gone(self._room, self._title))

    def say(self, sentence: str) -> None:
        """As in any case."""
        super().say(sentence)
        self._last_said = sentence

    # Boxes above the case

    def is_over(self, box: object, room: RoomView, seat: SeatView) -> bool:
        """Whether `box` is one in which a question is answered that is not open any more."""
        if not isinstance(box, BOXES) or seat.view is None:
            return False
        return bool(fixed(room, seat)) or asked(seat.view) != self._answering

    def interrupt(self, box: Screen[Any]) -> Unkept | None:
        """What is typed in `box`, which is closed without an answer, if it is not kept."""
        return self._boxes.interrupt(box)

    # What the learner does

    async def show_saved(self, view: View) -> None:
        """Say what was done; the view comes of itself."""
        command = self._under_way.popleft() if self._under_way else None
        self.say(kept(command, view, own_pace=self._own_pace))

    @property
    def _fixed(self) -> str:
        if self.view.step is None:
            return ""
        return WAITS if self._room.paused is not None else fixed(self._room, self._seat)

    def on_decision_table_opened(self, event: DecisionTable.Opened) -> None:
        """Answers that are fixed are not chosen anew."""
        self._refuse_fixed(event)

    def on_decision_table_withdrawn(self, event: DecisionTable.Withdrawn) -> None:
        """Nor are they taken back."""
        self._refuse_fixed(event)

    def _refuse_fixed(self, event: Message) -> None:
        if not self._may_answer():
            event.prevent_default()

    def _may_answer(self) -> bool:
        """Whether answers can be given now; where they cannot, why is said."""
        self._answering = asked(self.view)
        if self._fixed:
            self.say(self._fixed)
        return not self._fixed

    def action_reasons(self) -> None:
        """Let the learner give reasons, until they have voted."""
        if self._may_answer():
            super().action_reasons()

    def action_next_open(self) -> None:
        """To the next decision that is still open, until the learner has voted."""
        if self._may_answer():
            super().action_next_open()

    def action_confirm(self) -> None:
        """Vote; at one's own pace, commit the step."""
        if self._may_answer():
            super().action_confirm()

    def _asked_before(self, step: StepView) -> Ask | None:
        if self._own_pace:
            return super()._asked_before(step)
        title = self._room.question or step.title
        return Ask(f"Vote: {title}", before_vote(self._seat), yes="Vote", no="Not yet")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """As in any case; what the class was shown has its key before the feedback."""
        shown = self._room.poll is not None or self._room.verdict is not None
        match action:
            case "results":
                return shown
            case "discussion":
                return self._room.paused is not None
            case "feedback":
                return self._own_pace and not shown and super().check_action(action, parameters)
            case "undo" | "redo" if self._fixed:
                return None
            case "coach":
                return False
        return super().check_action(action, parameters)

    def action_discussion(self) -> None:
        """See again what the class is discussing."""
        self.post_message(self.DiscussionWanted())

    def action_results(self) -> None:
        """See what the class was shown of the question."""
        self.post_message(self.ResultsWanted())


def _title(room: RoomView, view: View) -> str:
    """That of the question that is open; empty where none is."""
    return room.question or (view.step.title if view.step is not None else "")


def _more(room: RoomView) -> More:
    return More(room.content_note, room.injected)
