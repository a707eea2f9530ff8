"""What a facilitator does in a case, step by step; what everybody feels for good is asked for once."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from simulator.classroom.conduct import (
    CloseVote,
    EndCase,
    GoBack,
    OpenQuestion,
    Pause,
    RevealPhase,
    RevealVerdict,
    ShowVotes,
    SkipQuestion,
    VoteAgain,
)
from simulator.tui.classroom.console.departures import to_settle
from simulator.tui.classroom.console.heading import counted
from simulator.tui.classroom.console.left import left_undone
from simulator.tui.classroom.console.next_step import next_step, split_of, waited_for
from simulator.tui.classroom.console.screen import ConsoleScreen
from simulator.tui.classroom.console.wanting import Wanted
from simulator.tui.classroom.console.writing import inform, pause
from simulator.tui.screens.ask import Ask

if TYPE_CHECKING:
    from simulator.classroom.class_view import PlannedPhaseView, PlannedQuestionView
    from simulator.tui.classroom.console.known import Known
    from simulator.tui.classroom.console.next_step import NextStep
    from simulator.tui.classroom.console.orders import Order

IN_A_MOMENT = "One moment: the last step is still being carried out."
SETTLED = 3.0
"""Seconds after which a step that was done, and changed nothing, can be done again."""
JUST_CHANGED = "The next step has just changed. Read it, and press Enter again."
UNREAD = 1.0
"""Seconds for which a next step that the class has brought about, a vote say, is taken to be unread."""


class Steps(ConsoleScreen[None]):
    """Posts `Wanted` for each step."""

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._stepped: NextStep | None = None
        self._told: NextStep | None = None
        self._unread_until = 0.0

    @property
    @abstractmethod
    def under_cursor(self) -> tuple[PlannedPhaseView, PlannedQuestionView] | None:
        """The question under the cursor, and its phase."""

    @property
    def come(self) -> str:
        """The phase that came to light last."""
        return next((phase.phase for phase in reversed(self.console.phases) if phase.come), "")

    def _want(self, order: Order) -> None:
        step = next_step(self.known)
        if type(step.order) is type(order):
            self._stepped = step
        self.post_message(Wanted(order))

    def _ask(self, title: str, text: str, yes: str, order: Order, no: str = "No") -> None:
        """Ask once, and then do it."""
        question = Ask(title, text, yes=yes, no=no)
        self.app.push_screen(question, lambda sure: self._want(order) if sure else None)

    # The next step

    def step_on(self) -> NextStep:
        """The next step as it is now; another one than that which was done last can be done."""
        step = next_step(self.known)
        if step != self._stepped:
            self._stepped = None
        told, self._told = self._told, step
        if told is not None and (told.how, told.order) != (step.how, step.order):
            ours = self.known.under_way is not None
            self._unread_until = 0.0 if ours else self.known.now + UNREAD
        return step

    def answered(self, *, refused: bool) -> None:
        """The last order was carried out or refused; one that was refused can be tried again."""
        if refused:
            self._stepped = None
        else:
            self.set_timer(SETTLED, self._settle)

    def _settle(self) -> None:
        self._stepped = None

    def action_next(self) -> None:
        """Do what the line says; nothing is done twice for one press too many."""
        step = self.step_on()
        if step == self._stepped:
            self.say(IN_A_MOMENT)
        elif self.known.now < self._unread_until:
            self.say(JUST_CHANGED)
        elif step.how == "wait" and isinstance(step.order, CloseVote):
            self._ask_to_close()
        elif step.how == "discuss":
            self.action_pause()
        elif isinstance(step.order, RevealVerdict):
            self.action_verdict()
        elif isinstance(step.order, EndCase):
            self.action_end_case()
        else:
            self._want(step.order)

    def _ask_to_close(self) -> None:
        waiting = waited_for(self.console)
        ready = {
            each.seat for each in self.console.people if each.seat in waiting and each.answered == each.due
        }
        have = "has" if len(ready) == 1 else "have"
        answered = f", {len(ready)} of them {have} answered and not voted" if ready else ""
        text = (
            f"{counted(len(waiting), 'seat')} can still vote{answered}. The vote is closed: whoever has not "
            "voted has no vote in this one."
        )
        self._ask("Go on without the rest?", text, "Go on", CloseVote(), no="Wait")

    # Steps by their own keys

    def action_open(self) -> None:
        """Open the question under the cursor."""
        if self.under_cursor is not None:
            phase, question = self.under_cursor
            self._want(OpenQuestion(phase.phase, question.question))

    def action_phase(self) -> None:
        """Let the next phase come to light; it is asked first where questions of this one would be passed over."""
        questions = next((phase.questions for phase in self.console.phases if phase.phase == self.come), ())
        left = [each.title for each in questions if each.standing in {"ahead", "open"}]
        if not left:
            self._want(RevealPhase())
            return
        text = (
            f"{counted(len(left), 'question')} of this phase would be passed over. They can be opened later."
        )
        self._ask("On to the next phase?", text, "Go on", RevealPhase())

    def action_votes(self) -> None:
        """Show the votes, or hide them."""
        self._want(ShowVotes(not self.console.shown))

    def action_again(self) -> None:
        """Let the class vote again."""
        self._want(VoteAgain())

    def action_pause(self) -> None:
        """Pause the class with a prompt, or go on."""
        if self.console.room.paused is not None:
            self._want(Pause(None))
        else:
            pause(self, split_of(self.console))

    def action_inject(self) -> None:
        """Write a piece of information for everybody."""
        inform(self)

    def action_verdict(self) -> None:
        """Ask once, and then tell what the guidance says."""
        room = self.console.room
        votes = f"{room.committed} of {room.seats} have voted. "
        text = f"{votes}Everybody will see the votes, and what the guidance says of “{room.question}”."
        self._ask("Tell the verdict?", text, "Tell", RevealVerdict())

    def action_skip(self) -> None:
        """Skip the question under the cursor; it is asked first where somebody may be at it."""
        if self.under_cursor is None:
            return
        question = self.under_cursor[1]
        if question.standing == "ahead":
            self._want(SkipQuestion(question.question))
        else:
            text = f"“{question.title}” is closed without a verdict. It can be opened again later."
            self._ask("Skip the question?", text, "Skip", SkipQuestion(question.question))

    def action_back(self) -> None:
        """Take the last step back."""
        text = f"This takes back {self.console.back}."
        self._ask("Go back?", text, "Go back", GoBack())

    def action_end_case(self) -> None:
        """Ask once, and then end the case."""
        later = ["Departures can still be settled afterwards."] if to_settle(self.console) else []
        ends = "Everybody gets their own debrief. This cannot be taken back."
        text = " ".join([*left_undone(self.console), *later, ends])
        self._ask("End the case?", text, "End", EndCase())
