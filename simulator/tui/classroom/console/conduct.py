"""The main screen of the console: the plan on one side, the current question on the other, and the next step below."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from simulator.tui.classroom.console.departures import DeparturesScreen
from simulator.tui.classroom.console.discuss import DiscussScreen
from simulator.tui.classroom.console.heading import heading
from simulator.tui.classroom.console.join import JoinScreen
from simulator.tui.classroom.console.learners import LearnersScreen
from simulator.tui.classroom.console.pane import Pane
from simulator.tui.classroom.console.plan import Plan
from simulator.tui.classroom.console.plan_told import planned
from simulator.tui.classroom.console.steps import Steps
from simulator.tui.classroom.console.told import guidance_told, phase_told, poll_told, question_told
from simulator.tui.classroom.console.wanting import EndWanted, KeyWanted
from simulator.tui.layout import BROAD
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import with_titles

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

    from simulator.classroom.class_view import PlannedPhaseView, PlannedQuestionView
    from simulator.tui.classroom.console.known import Known

IN_BROAD_FOOTER = {
    "conduct.departures": "Departures",
    "conduct.discuss": "Differ",
    "conduct.key": "Key",
    "conduct.join": "Join",
    "conduct.inject": "Inform",
    "conduct.skip": "Skip",
    "conduct.back": "Back",
    "conduct.end_case": "End case",
    "console.help": "Help",
}
TICK = 10.0
"""Seconds after which the clock is told anew."""


class ConductScreen(Steps):
    """Conducts a case: posts `Wanted` for each step, and asks before those that are felt by everybody for good."""

    CSS_PATH = "conduct.tcss"
    HORIZONTAL_BREAKPOINTS = BROAD
    HELP: ClassVar[str] = (
        "You conduct the class from here. The line at the bottom names the natural next step, and Enter does it; "
        "with Enter alone you come through a whole case. The plan is on the left: up and down look ahead, and beside "
        "it is told what the cursor is on, c goes back to the current question. The votes, and what the guidance says, "
        "are seen by you alone until you show or tell them. Every key below does one step at any time; b takes the "
        "last one back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "next", "Next", id="conduct.next", tooltip="Do the next step, as the line above says"
        ),
        Binding(
            "o", "open", "Open", id="conduct.open", tooltip="Open the question under the cursor for a vote"
        ),
        Binding(
            "h",
            "votes",
            "Votes",
            id="conduct.votes",
            tooltip="Show everybody how the class voted, or hide it",
        ),
        Binding(
            "p", "pause", "Pause", id="conduct.pause", tooltip="Pause every screen for a discussion, or go on"
        ),
        Binding(
            "v",
            "again",
            "Vote again",
            id="conduct.again",
            tooltip="Let the class vote again; the votes so far are kept",
        ),
        Binding(
            "r",
            "verdict",
            "Verdict",
            id="conduct.verdict",
            tooltip="Tell everybody what the guidance says; asks once",
        ),
        *(
            Binding(key, action, name, id=f"conduct.{action}", tooltip=tooltip, show=footer)
            for key, action, name, tooltip, footer in (
                ("l", "learners", "Learners", "Everybody in the class, and who may need you", True),
                ("d", "departures", "Departures", "Accept departures or not", False),
                ("w", "discuss", "Where they differ", "What to discuss next", False),
                ("k", "key", "The key", "The whole case with what the guidance says", False),
                ("j", "join", "How to join", "The address, the code and the QR code", False),
                ("c", "current", "Current question", "Go to the current question in the plan", False),
                ("i", "inject", "Inform", "Give everybody a further piece of information", False),
                ("n", "phase", "Next phase", "Let the next phase come to light", False),
                ("x", "skip", "Skip", "Skip the question under the cursor, without a verdict", False),
                ("b", "back", "Go back", "Take the last step back; says which, and asks once", False),
                ("e", "end_case", "End the case", "End the case; asks once", False),
                ("q", "end", "End the class", "End the class; asks once", False),
            )
        ),
    ]

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._followed: tuple[int, str, tuple[str, str] | None] = (0, "", None)

    def body(self) -> ComposeResult:
        """Where the class is, the plan, the question, and the guidance."""
        yield Static(id="head")
        with Horizontal(id="sides"):
            yield Plan()
            yield Pane(id="question")
            yield Pane(id="guidance")

    def foot(self) -> ComposeResult:
        """The next step."""
        yield Static(id="next")

    def on_mount(self) -> None:
        """The plan can be walked through at once."""
        super().on_mount()
        self.query_one(Plan).focus()
        self.set_interval(TICK, self._tell_head)

    def on_resize(self) -> None:
        """Fit everything to the width."""
        self.call_after_refresh(self.show)

    # What is told

    def tell(self) -> None:
        """Show the class as it is now; what has become current comes under the cursor."""
        self._tell_head()
        plan = self.query_one(Plan)
        plan.show(list(planned(self.console.phases, self.console.room.seats, plan.room)))
        self._follow()
        self._tell_item()
        step = self.step_on()
        parts = (("Next: ", "bold $accent"), (step.words, "bold"), (f"  ({step.does})", "bold $accent"))
        told = Content("").join(shown(text, style) for text, style in parts)
        self.query_one("#next", Static).update(told)

    def _tell_head(self) -> None:
        head = self.query_one("#head", Static)
        head.update(heading(self.known, head.content_size.width or self.size.width - 2))

    def _follow(self) -> None:
        """The cursor goes along with the class; where a question was only skipped it stays."""
        follows = (self.console.case, self.come, self.console.current)
        before, self._followed = self._followed, follows
        if follows != before and (self.console.current is not None or follows[:2] != before[:2]):
            self.action_current()

    def on_plan_pointed(self, event: Plan.Pointed) -> None:
        """Tell what the cursor is on."""
        event.stop()
        self._tell_item()
        self.refresh_bindings()

    def _tell_item(self) -> None:
        broad = self.has_class("-broad")
        pane, beside = self.query_one("#question", Pane), self.query_one("#guidance", Pane)
        item, found = self.query_one(Plan).item, self.under_cursor
        beside.display = broad and found is not None
        if found is not None:
            pane.tell(item, lambda width: self._question(*found, width, alone=not broad))
            beside.tell(item, lambda width: self._guidance(*found, width))
        else:
            pane.tell(item, self._phase)

    def _question(
        self, phase: PlannedPhaseView, question: PlannedQuestionView, width: int, *, alone: bool
    ) -> Content:
        """With `alone` what the guidance says stands below the votes."""
        at = (phase.phase, question.question)
        poll = self.console.poll
        if poll is None or (poll.phase, poll.question) != at:
            verdict = self.known.verdict(*at) if alone else None
            return question_told(question, verdict, width, alone=alone)
        told = poll_told(poll, self.known.verdict(*at), width)
        return Content("\n\n").join([told, self._guidance(phase, question, width)]) if alone else told

    def _guidance(self, phase: PlannedPhaseView, question: PlannedQuestionView, width: int) -> Content:
        verdict = self.known.verdict(phase.phase, question.question)
        return guidance_told(verdict, width, told=question.standing == "told")

    def _phase(self, width: int) -> Content:
        item = self.query_one(Plan).item or ("",)
        for phase in self.console.phases:
            if phase.phase == item[0]:
                given = self.console.room.injected if phase.phase == self.come else ()
                return phase_told(phase, given, width, played=True)
        return Content()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """With more of them at the foot of the screen, where there is room."""
        bindings = super().active_bindings
        return with_titles(bindings, IN_BROAD_FOOTER) if self.has_class("-broad") else bindings

    @property
    def under_cursor(self) -> tuple[PlannedPhaseView, PlannedQuestionView] | None:
        """The question under the cursor, and its phase."""
        item = self.query_one(Plan).item
        for phase in self.console.phases:
            for question in phase.questions:
                if (phase.phase, question.question) == item:
                    return phase, question
        return None

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """What cannot be done now is grey."""
        console, stage = self.console, self.console.room.stage
        here = self.under_cursor if self.ready and action in {"open", "skip"} else None
        match action:
            case "open":
                can = here is not None and (here[0].come or stage == "own") and here[1].standing != "open"
            case "skip":
                can = here is not None and here[0].phase == self.come and stage != "own"
                can = can and here is not None and here[1].standing not in {"told", "skipped"}
            case "votes":
                can = console.current is not None
            case "again":
                can = stage in {"voting", "closed"} and console.room.committed > 0
            case "verdict":
                can = console.current is not None and stage != "told"
            case "phase":
                can = stage != "own" and any(each.questions and not each.come for each in console.phases)
            case "back":
                can = console.back is not None
            case _:
                return super().check_action(action, parameters)
        return True if can else None

    # What is looked at

    def action_current(self) -> None:
        """To the current question; where there is none, to the phase that the class reads."""
        plan = self.query_one(Plan)
        if not plan.go_to(self.console.current):
            plan.go_to((self.come,))

    def action_end(self) -> None:
        """End the class."""
        self.post_message(EndWanted())

    def action_learners(self) -> None:
        """Everybody."""
        self.app.push_screen(LearnersScreen(self.known))

    def action_departures(self) -> None:
        """What departs."""
        self.app.push_screen(DeparturesScreen(self.known))

    def action_discuss(self) -> None:
        """Where opinions differ."""
        self.app.push_screen(DiscussScreen(self.known))

    def action_key(self) -> None:
        """The whole case."""
        self.post_message(KeyWanted())

    def action_join(self) -> None:
        """How to join."""
        self.app.push_screen(JoinScreen(self.known))
