"""The debrief: one table of all decisions and one pane with pages on the one under the cursor."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.message import Message
from textual.screen import Screen
from textual.widgets import Footer, Static

from simulator.session.view import DebriefPhaseView
from simulator.tui.layout import BOTH_SIDES, BREAKPOINTS
from simulator.tui.looking import Explanation, Looking
from simulator.tui.telling.case import counted, ended, scored
from simulator.tui.telling.changes import changing
from simulator.tui.telling.decision import explained
from simulator.tui.telling.trace import traced
from simulator.tui.widgets.debrief_table import DebriefTable, Decided, Entry
from simulator.tui.widgets.pages import Page, Pages
from simulator.tui.widgets.standing import Standing
from simulator.tui.widgets.stepper import Stepper

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from simulator.session.view import DebriefView, View
    from simulator.tui.looking import Found, Sought

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
        Binding(
            "1",
            "page(1)",
            "Pages",
            id="debrief.explanation",
            key_display="1-3",
            tooltip="1 explanation, 2 why this rule, 3 what would change it",
        ),
        Binding(
            "2,y",
            "page(2)",
            "Why",
            id="debrief.rules",
            tooltip="Why this rule decides, and no other",
            show=False,
        ),
        Binding(
            "3,x",
            "page(3)",
            "Changes",
            id="debrief.changes",
            tooltip="What would change the decision",
            show=False,
        ),
        Binding("n", "step(1)", "Next", id="debrief.next", tooltip="Explain the next decision"),
        Binding(
            "p",
            "step(-1)",
            "Previous",
            id="debrief.previous",
            tooltip="Explain the previous decision",
            show=False,
        ),
        Binding("m", "amiss", "Mistakes", id="debrief.amiss", tooltip="Explain the next decision to look at"),
        Binding("e", "ending", "Ending", id="debrief.ending", tooltip="Go to how the case ended"),
        Binding("escape", "back", "Back", id="debrief.back", tooltip="Back to the table, then to the start"),
        Binding("q", "leave", "Home", id="debrief.leave", tooltip="Go to the opening screen"),
    ]

    class Seeking(Message):
        """Something has to be looked up; `tell_found` is to be called with it."""

        def __init__(self, sought: Sought) -> None:
            super().__init__()
            self.sought = sought

    class Leaving(Message):
        """The learner has read enough."""

    def __init__(self, view: View, debrief: DebriefView, troubles: Sequence[str] = ()) -> None:
        super().__init__()
        self._troubles = troubles
        self._view = view
        self._debrief = debrief
        self._page = Page.EXPLANATION
        self._looking = Looking(lambda sought: self.post_message(self.Seeking(sought)))

    def compose(self) -> ComposeResult:
        """Where one is, the scores and what was left out of them, table and pages."""
        yield Stepper(id="stepper")
        yield Static(scored(self._debrief, self._troubles), id="scores")
        with Horizontal(id="sides"):
            yield DebriefTable(self._debrief)
            with Vertical(id="detail"):
                yield Pages(id="pages")
                with VerticalScroll(id="explanation"):
                    yield Static(id="explained")
        yield Standing(self._view.standing)
        yield Footer(show_command_palette=False)

    def on_mount(self) -> None:
        """The table has the focus."""
        self.query_one(Stepper).show(self._view)
        self.query_one(DebriefTable).focus()

    # What is told

    def _tell(self, entry: Entry) -> None:
        pages = self.query_one(Pages)
        pages.display = isinstance(entry, Decided)
        pages.open_page = self._page
        self.query_one("#explained", Static).update(self._text(entry))

    def _text(self, entry: Entry) -> Content:
        if entry is None:
            return ended(self._debrief)
        if isinstance(entry, DebriefPhaseView):
            return counted(entry)
        return self._on_page(entry)

    def _on_page(self, decided: Decided) -> Content:
        """The open page about a decision; what it needs is looked up, and told once it is there."""
        phase, question, decision = decided
        sought = Explanation(phase, question.question, decision.subject)
        match self._page:
            case Page.EXPLANATION:
                return explained(question.title, decision, self._debrief, self._looking.known(sought))
            case Page.RULES:
                return traced(question.title, decision, self._looking.explanation(sought))
            case Page.CHANGES:
                found = self._looking.explanation(sought)
                return changing(question.title, decision, found, self._looking.near_misses(found))

    def tell_found(self, sought: Sought, found: Found) -> None:
        """Tell what was looked up; where one has scrolled to stays."""
        self._looking.found(sought, found)
        self._tell(self.query_one(DebriefTable).entry)

    def on_debrief_table_pointed(self, event: DebriefTable.Pointed) -> None:
        """Explain what the cursor is on."""
        self._tell(event.entry)
        self.query_one("#explanation").scroll_home(animate=False)

    def on_debrief_table_opened(self, _: DebriefTable.Opened) -> None:
        """Bring the explanation to the front."""
        self._bring_detail(True)

    # Where one goes

    def on_pages_wanted(self, event: Pages.Wanted) -> None:
        """A click does what the key does."""
        self.action_page(event.page)

    def action_page(self, page: int) -> None:
        """Open a page, in 80 columns in front of the table; of a phase, on its first decision."""
        self._page = Page(page)
        table = self.query_one(DebriefTable)
        if isinstance(table.entry, DebriefPhaseView):
            self.action_step(1)
        self._tell(table.entry)
        self.query_one("#explanation").scroll_home(animate=False)
        if self.size.width < BOTH_SIDES:
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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what is told can be gone to."""
        return action != "ending" or bool(self._debrief.closing or self._debrief.discuss)

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
