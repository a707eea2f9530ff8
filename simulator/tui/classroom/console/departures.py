"""Departures that learners voted for, to be accepted or not; for the facilitator alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Static

from simulator.classroom.conduct import Settle
from simulator.errors.text import clean
from simulator.tui.classroom.console.pane import Pane
from simulator.tui.classroom.console.plan import Plan
from simulator.tui.classroom.console.plan_told import Row
from simulator.tui.classroom.console.screen import ConsoleScreen
from simulator.tui.classroom.console.words import Asked
from simulator.tui.classroom.console.writing import write
from simulator.tui.classroom.folding import below, folded
from simulator.tui.layout import BREAKPOINTS
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, TITLE

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content

    from simulator.classroom.class_view import ConsoleView, DepartureView

NONE = "Nobody has voted for a departure."
HEAD = "Departures: {open} to settle, {settled} settled. a accepts, n does not; each with a reason."
SIGNS = {
    None: ("?", "to settle", "warning"),
    True: ("✓", "accepted", "success"),
    False: ("✗", "not accepted", "error"),
}
"""How a departure was settled, for the eye: symbol, word, and the theme's colour."""
NO_RATIONALE = "They gave no reason."
NO_PARAGRAPH = "They relied on no paragraph."


def to_settle(console: ConsoleView) -> list[DepartureView]:
    """The departures that are still to be settled."""
    return [each for each in console.departures if each.accepted is None]


class DeparturesScreen(ConsoleScreen[None]):
    """Posts `Wanted` with how each is settled."""

    CSS_PATH = "departures.tcss"
    ASIDE: ClassVar[bool] = True
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    HELP: ClassVar[str] = (
        "Where learners voted for what departs from the guidance, with their reasons and the paragraphs that they "
        "relied on. A departure can be well argued: accept it with a, or not with n, and say why in a few words; the "
        "learner reads it in their debrief. What is settled can be settled anew. Escape goes back."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "a",
            "settle(True)",
            "Accept",
            id="departures.accept",
            tooltip="Accept the departure, with a reason",
        ),
        Binding(
            "n",
            "settle(False)",
            "Do not accept",
            id="departures.refuse",
            tooltip="Do not accept, with a reason",
        ),
        Binding("escape,q,d", "back", "Back", id="departures.back", tooltip="Go back to the class"),
    ]

    def body(self) -> ComposeResult:
        """The departures, and beside them the one under the cursor."""
        yield Static(id="head")
        with Horizontal(id="sides"):
            yield Plan()
            yield Pane(id="departure")

    def on_mount(self) -> None:
        """They can be walked through at once."""
        super().on_mount()
        self.query_one(Plan).focus()

    def tell(self) -> None:
        """Show them, those to be settled first."""
        left = to_settle(self.console)
        settled = [each for each in self.console.departures if each.accepted is not None]
        head = HEAD.format(open=len(left), settled=len(settled)) if left or settled else NONE
        self.query_one("#head", Static).update(shown(head))
        self.query_one(Plan).show([Row(_item(each), _line(each)) for each in (*left, *settled)])
        self._tell_one()

    def on_plan_pointed(self, event: Plan.Pointed) -> None:
        """Tell the one under the cursor."""
        event.stop()
        self._tell_one()
        self.refresh_bindings()

    @property
    def _one(self) -> DepartureView | None:
        """The departure under the cursor."""
        item = self.query_one(Plan).item
        return next((each for each in self.console.departures if _item(each) == item), None)

    def _tell_one(self) -> None:
        one = self._one
        if one is not None:
            self.query_one("#departure", Pane).tell(_item(one), lambda width: _told(one, width))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There has to be one to settle."""
        if action == "settle" and not self.console.departures:
            return None
        return super().check_action(action, parameters)

    def action_settle(self, accepted: bool) -> None:
        """Let a reason be written, and settle it."""
        one = self._one
        if one is None:
            return
        does = "Accept" if accepted else "Do not accept"
        text = f"{one.name}: {one.title} – {one.label}. {one.chosen}. Say why; they read it in their debrief."
        asked = Asked(f"{does} this departure", text, does, (one.reason,), needed=True)
        write(
            self,
            asked,
            lambda reason: Settle(one.seat, one.phase, one.question, one.subject, accepted, reason),
        )

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _item(one: DepartureView) -> tuple[str, ...]:
    return one.seat, one.phase, one.question, one.subject


def _line(one: DepartureView) -> Content:
    symbol, word, colour = SIGNS[one.accepted]
    head = shown(f"{symbol} {word}", f"${colour}").append(shown(f"  {clean(one.name)}", "bold"))
    return head.append(shown(f"\n  {clean(one.title)} – {clean(one.label)}"))


def _told(one: DepartureView, width: int) -> Content:
    symbol, word, colour = SIGNS[one.accepted]
    settled = f"{symbol} {word}{f': {one.reason}' if one.reason else ''}"
    paragraphs = f"They relied on {', '.join(one.cites)}." if one.cites else NO_PARAGRAPH
    parts = [
        shown(f"{clean(one.title)} – {clean(one.label)}", TITLE),
        shown(settled, f"bold ${colour}"),
        shown(f"{clean(one.name)} chose", HEADING).append(shown(f"\n{one.chosen}")),
        shown("Their reason", HEADING).append(shown(f"\n{one.rationale or NO_RATIONALE}\n{paragraphs}")),
        shown("What the guidance says of it", HEADING).append(shown(f"\n{one.why}")),
    ]
    return below(folded(part, width) for part in parts)
