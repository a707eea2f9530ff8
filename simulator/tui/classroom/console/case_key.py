"""All that the facilitator sees of a case beforehand: its text, its questions, the key, prompts and timings."""

from __future__ import annotations

from math import inf
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from simulator.classroom.class_view import PlannedPhaseView, PlannedQuestionView
from simulator.tui.classroom.console.pane import Pane
from simulator.tui.classroom.console.plan import Plan
from simulator.tui.classroom.console.plan_told import THE_CASE, Row, planned
from simulator.tui.classroom.console.screen import ConsoleScreen
from simulator.tui.classroom.console.told import case_told, phase_told, question_told
from simulator.tui.layout import BREAKPOINTS
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content
    from textual.events import Key

    from simulator.classroom.class_view import KeyView
    from simulator.tui.classroom.console.known import Known
    from simulator.tui.classroom.console.plan_told import Item

BEFORE = "Only you see this. Enter begins the case, Esc goes back."
DURING = "Only you see this. Esc goes back to the class."


class KeyScreen(ConsoleScreen[bool]):
    """Answers True where the case is to be begun; where it goes on already there is only the way back."""

    CSS_PATH = "case_key.tcss"
    ASIDE: ClassVar[bool] = True
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    HELP: ClassVar[str] = (
        "The whole case, for you alone: the text of each phase, each question with what the guidance says and where, "
        "what can be discussed, and how long it may take. Up and Down go from part to part; Tab goes to the text, to "
        "scroll it. Before a case Enter begins it for the class; Escape goes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "begin", "Begin the case", id="key.begin", tooltip="Begin this case with the class"),
        Binding("escape,q,k", "back", "Back", id="key.back", tooltip="Go back"),
    ]

    def __init__(
        self, known: Known, key: KeyView, title: str, note: str = "", *, why: str = "", begins: bool = False
    ) -> None:
        """`why` says why this case is offered, where that is to be said."""
        super().__init__(known)
        self._key = key
        self._title = key.title or title
        self._note = note
        self._why = why
        self._begins = begins
        self._shown_at = inf
        """When it first stood on the screen, by the clock that stamps keys."""
        self._phases = _phases(key) if begins else known.console.phases

    def body(self) -> ComposeResult:
        """The plan, and beside it the part under the cursor."""
        why = [shown(self._why, "$foreground")] if self._why else []
        yield Static(lines(shown(BEFORE if self._begins else DURING), *why), id="head")
        with Horizontal(id="sides"):
            yield Plan()
            yield Pane(id="part")

    def on_mount(self) -> None:
        """The case as a whole comes first."""
        super().on_mount()
        self.query_one(Plan).focus()
        self.call_after_refresh(self._now_shown)

    def _now_shown(self) -> None:
        self._shown_at = Message().time

    def on_key(self, event: Key) -> None:
        """Nothing is begun by a key that was pressed before there was anything to see."""
        if self._begins and event.time < self._shown_at and event.key == "enter":
            event.stop()

    def on_resize(self) -> None:
        """Fit the plan to the width."""
        self.call_after_refresh(self.tell)

    def tell(self) -> None:
        """Show the plan; nothing of it changes but its width."""
        plan = self.query_one(Plan)
        whole = Row(THE_CASE, shown("The case", "bold $primary"))
        plan.show([whole, *planned(self._phases, 0, plan.room, played=False)])

    def on_plan_pointed(self, event: Plan.Pointed) -> None:
        """Tell the part under the cursor."""
        item = event.item
        self.query_one("#part", Pane).tell(item, lambda width: self._told(item, width))

    def _told(self, item: Item, width: int) -> Content:
        if item == THE_CASE:
            return case_told(self._key, self._title, self._note, width)
        phase = next(each for each in self._phases if each.phase == item[0])
        if len(item) == 1:
            return phase_told(phase, (), width, played=False)
        question = next(each for each in phase.questions if each.question == item[1])
        verdicts = (each for each in self._key.verdicts if (each.phase, each.question) == item)
        return question_told(question, next(verdicts, None), width)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A case that goes on cannot be begun."""
        return self._begins if action == "begin" else super().check_action(action, parameters)

    def action_begin(self) -> None:
        """Begin it."""
        self.dismiss(True)

    def action_back(self) -> None:
        """Go back."""
        self.dismiss(False)


def _phases(key: KeyView) -> Sequence[PlannedPhaseView]:
    """The plan of a case that is not begun; where none is told, as much of one as its key tells."""
    found: dict[str, list[PlannedQuestionView]] = {}
    for each in key.verdicts:
        question = PlannedQuestionView(each.question, each.title, "ahead", 0, 0.0, 0.0)
        found.setdefault(each.phase, []).append(question)
    return key.phases or [
        PlannedPhaseView(phase, phase, False, 0.0, (), tuple(questions)) for phase, questions in found.items()
    ]
