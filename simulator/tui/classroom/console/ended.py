"""After a case: what the class got wrong, what was saved, and how to go on."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from simulator.errors.text import clean
from simulator.tui.classroom.console.departures import DeparturesScreen, to_settle
from simulator.tui.classroom.console.discuss import DiscussScreen
from simulator.tui.classroom.console.entries import Entries, Entry
from simulator.tui.classroom.console.heading import counted
from simulator.tui.classroom.console.join import JoinScreen
from simulator.tui.classroom.console.learners import LearnersScreen
from simulator.tui.classroom.console.next_step import named
from simulator.tui.classroom.console.pane import Pane
from simulator.tui.classroom.console.saved import saved_told
from simulator.tui.classroom.console.screen import ConsoleScreen
from simulator.tui.classroom.console.wanting import CaseWanted, EndWanted, KeyWanted, ReportWanted
from simulator.tui.classroom.console.wrong import told_of
from simulator.tui.classroom.folding import folded, hung
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult

    from simulator.tui.classroom.console.known import Known

MOST = 8
"""Lines of each list."""
RIGHT = "Nothing that stands out."
WRONG = "What this class got wrong, the most frequent first"
DIFFER = "Where opinions still differ"


class EndedScreen(ConsoleScreen[None]):
    """Between two cases, and after the last."""

    CSS_PATH = "ended.tcss"
    HELP: ClassVar[str] = (
        "The case has ended, and everybody reads their own debrief. Here is what the class got wrong and where it "
        "differed. Settle the departures that are left (d), save the report (s), and go on with another case, or end "
        "the class."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "case", "Next case", id="ended.case", tooltip="Choose a case to go on with"),
        Binding("d", "departures", "Departures", id="ended.departures", tooltip="Accept departures or not"),
        Binding("s", "report", "Save the report", id="ended.report", tooltip="Save the report of the class"),
        Binding("l", "learners", "Learners", id="ended.learners", tooltip="Everybody in the class"),
        Binding(
            "w",
            "discuss",
            "Where they differ",
            id="ended.discuss",
            tooltip="Where opinions differed",
            show=False,
        ),
        Binding(
            "k",
            "key",
            "The key",
            id="ended.key",
            tooltip="The whole case with what the guidance says",
            show=False,
        ),
        Binding("j", "join", "How to join", id="ended.join", tooltip="The address and the code", show=False),
        Binding("q", "end", "End the class", id="ended.end", tooltip="End the class; asks once"),
        Binding("q", "close", "Close", id="ended.close", tooltip="Close the console, once the class is over"),
    ]

    def body(self) -> ComposeResult:
        """What has ended, how it went, and what can be done."""
        yield Static(id="head")
        yield Entries()
        yield Pane(id="went")

    def on_mount(self) -> None:
        """What can be done can be chosen at once."""
        super().on_mount()
        self.query_one(Entries).focus()

    @property
    def _over(self) -> bool:
        return self.console.room.stage == "over"

    def tell(self) -> None:
        """Show how it went."""
        room = self.console.room
        head = (
            "The class is over." if self._over else f"Case {self.console.case} has ended: {clean(room.title)}"
        )
        self.query_one("#head", Static).update(shown(head, "bold $accent"))
        if self._over:
            self.query_one(Entries).show(Entry.REPORT)
        else:
            made = [Entry.MADE] if self.console.wrong else []
            self.query_one(Entries).show(Entry.CASE, *made, Entry.REPORT, Entry.END)
        self.query_one("#went", Pane).tell(self.console.case, lambda width: _went(self.known, width))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """No case follows once the class is over; before, the console is not closed."""
        if action in {"end", "close"}:
            return self._over == (action == "close")
        if self._over and action in {"case", "key", "join"}:
            return None
        return super().check_action(action, parameters)

    def action_case(self) -> None:
        """Choose a case."""
        self.post_message(CaseWanted())

    def action_report(self) -> None:
        """Save the report."""
        self.post_message(ReportWanted())

    def action_end(self) -> None:
        """End the class."""
        self.post_message(EndWanted())

    def action_close(self) -> None:
        """Close the console."""
        self.app.exit()

    def action_key(self) -> None:
        """The whole case."""
        self.post_message(KeyWanted())

    def action_departures(self) -> None:
        """What departs."""
        self.app.push_screen(DeparturesScreen(self.known))

    def action_discuss(self) -> None:
        """Where opinions differed."""
        self.app.push_screen(DiscussScreen(self.known))

    def action_learners(self) -> None:
        """Everybody."""
        self.app.push_screen(LearnersScreen(self.known))

    def action_join(self) -> None:
        """How to join."""
        self.app.push_screen(JoinScreen(self.known))


def _went(known: Known, width: int) -> Content:
    return Content("\n\n").join(_parts(known, width))


def _parts(known: Known, width: int) -> Iterator[Content]:
    console = known.console
    if known.saved:
        yield saved_told(known.saved, width)
    left = len(to_settle(console))
    if left:
        yield shown(f"{counted(left, 'departure')} still to settle: press d.", "bold $warning")
    yield _listed(WRONG, [told_of(each) for each in console.wrong], width)
    yield _listed(DIFFER, [clean(named(each)) for each in console.discuss], width)


def _listed(heading: str, items: Sequence[str], width: int) -> Content:
    told = folded(shown(heading, HEADING), width)
    for each in items[:MOST]:
        told += hung(shown("• "), shown(each), width)
    if not items:
        told.append(shown(RIGHT))
    if len(items) > MOST:
        told.append(shown(f"and {len(items) - MOST} more"))
    return Content("\n").join(told)
