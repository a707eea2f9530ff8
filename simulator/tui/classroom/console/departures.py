"""Departures that learners voted for, to be accepted or not; for the facilitator alone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from simulator.errors.text import clean
from simulator.tui.classroom.console.departure_groups import grouped
from simulator.tui.classroom.console.pane import Pane
from simulator.tui.classroom.console.plan import Plan
from simulator.tui.classroom.console.plan_told import Row
from simulator.tui.classroom.console.screen import ConsoleScreen
from simulator.tui.classroom.console.words import Asked
from simulator.tui.classroom.console.writing import settle
from simulator.tui.classroom.folding import below, folded
from simulator.tui.layout import BREAKPOINTS
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, TITLE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult

    from simulator.classroom.class_view import ConsoleView, DepartureView
    from simulator.tui.classroom.console.departure_groups import Group
    from simulator.tui.classroom.console.known import Known
    from simulator.tui.classroom.console.plan_told import Item

NONE = "Nobody has voted for a departure."
HEAD = "Departures: {open} to settle, {settled} settled. a accepts, n does not, with a reason."
ONLY_OPEN = "Those that are settled are left out; f shows them."
ALONE, TOGETHER = "They read it in their debrief.", "Each of them reads it in their debrief."
SIGNS = {
    None: ("?", "to settle", "warning"),
    True: ("✓", "accepted", "success"),
    False: ("✗", "not accepted", "error"),
}
"""How a departure was settled, for the eye: symbol, word, and the theme's colour."""
SHORTEST = 12
"""Cells that a title has, however long what stands after it is."""
NO_RATIONALE = "They gave no reason."
NO_PARAGRAPH = "They relied on no paragraph."
EARLIER = (
    "Settled after the {vote}. They voted otherwise later; how you settled it is kept, and no longer changes."
)


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
        "relied on: first those with a reason and a paragraph, then those with a reason, then the rest. A departure "
        "can be well argued: accept it with a, or not with n, and say why in a few words; the learner reads it in "
        "their debrief. Seats that chose the same and gave no reason are one line, and are settled together. What is "
        "settled can be settled anew; f leaves it out, or shows it again. What you settled after a vote stays at the "
        "end of the list where the seat voted otherwise later; it is no longer to be changed. Escape goes back."
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
        Binding(
            "f",
            "filter",
            "To settle only",
            id="departures.filter",
            tooltip="Leave out what is settled, or show it again",
        ),
        Binding("escape,q,d", "back", "Back", id="departures.back", tooltip="Go back to the class"),
    ]

    def __init__(self, known: Known) -> None:
        super().__init__(known)
        self._groups: dict[Item, Group] = {}
        self._only_open = False

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

    def on_resize(self) -> None:
        """Fit the lines to the width."""
        self.call_after_refresh(self.show)

    def tell(self) -> None:
        """Show them, those to be settled first; the cursor goes on to what follows where its own was settled."""
        self.query_one("#head", Static).update(shown(self._head))
        self._groups = {group.item: group for group in grouped(self._departures)}
        plan = self.query_one(Plan)
        item, at = plan.item, plan.highlighted or 0
        plan.show([Row(each.item, _line(each, plan.room)) for each in self._groups.values()])
        if self._groups and item not in self._groups:
            plan.highlighted = min(at, len(self._groups) - 1)
        self._tell_one()

    @property
    def _departures(self) -> Sequence[DepartureView]:
        """Those that are shown."""
        return to_settle(self.console) if self._only_open else self.console.departures

    @property
    def _head(self) -> str:
        number, left = len(self.console.departures), len(to_settle(self.console))
        if not number:
            return NONE
        head = HEAD.format(open=left, settled=number - left)
        return f"{head} {ONLY_OPEN}" if self._only_open else head

    def on_plan_pointed(self, event: Plan.Pointed) -> None:
        """Tell the one under the cursor."""
        event.stop()
        self._tell_one()
        self.refresh_bindings()

    @property
    def _group(self) -> Group | None:
        """What the cursor is on."""
        item = self.query_one(Plan).item
        return self._groups.get(item) if item is not None else None

    @property
    def _can_be_settled(self) -> bool:
        group = self._group if self._groups else None
        return group is not None and group.one.stands

    def _tell_one(self) -> None:
        group, pane = self._group, self.query_one("#departure", Pane)
        if group is None:
            pane.tell(None, lambda _width: Content())
        else:
            pane.tell(group.item, lambda width: _told(group, width))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """There has to be something to settle, which stands, or to leave out."""
        if action == "settle" and not self._can_be_settled:
            return None
        if action == "filter" and not self.console.departures:
            return None
        return super().check_action(action, parameters)

    def action_filter(self) -> None:
        """Leave out what is settled, or show it again."""
        self._only_open = not self._only_open
        self.tell()
        self.refresh_bindings()

    def action_settle(self, accepted: bool) -> None:
        """Let a reason be written, and settle what the cursor is on with it."""
        group = self._group
        if group is None or not group.one.stands:
            return
        one, together = group.one, len(group.departures) > 1
        does = "Accept" if accepted else "Do not accept"
        what = f"{len(group.departures)} departures" if together else "this departure"
        who = f"{group.who}, {group.ground}" if together else group.who
        text = f"{who}: {one.title} – {one.label}. {one.chosen}. Say why. {TOGETHER if together else ALONE}"
        settle(
            self,
            Asked(f"{does} {what}", text, does, (group.words(accepted),), needed=True),
            group,
            accepted,
        )

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def _line(group: Group, width: int) -> Content:
    one = group.one
    symbol, _, colour = SIGNS[one.accepted]
    who = shown(symbol, f"bold ${colour}").append(shown(f" {group.who}", "bold"))
    ground = group.ground if one.stands else f"{group.ground}; {group.vote}"
    head = who.append(shown(f", {ground}"))
    if head.cell_length > width:
        head = who.append(shown(f"\n  {ground}"))
    label = shown(f" – {clean(one.label)}")
    title = shown(f"  {clean(one.title)}").truncate(max(width - label.cell_length, SHORTEST), ellipsis=True)
    return Content("\n").join([head, title.append(label)])


def _told(group: Group, width: int) -> Content:
    one = group.one
    symbol, word, colour = SIGNS[one.accepted]
    settled = f"{symbol} {word}{f': {one.reason}' if one.reason else ''}"
    earlier = "" if one.stands else f"\n{EARLIER.format(vote=group.vote)}"
    paragraphs = f"They relied on {', '.join(one.cites)}." if one.cites else NO_PARAGRAPH
    parts = [
        shown(f"{clean(one.title)} – {clean(one.label)}", TITLE),
        shown(settled, f"bold ${colour}").append(shown(earlier)),
        shown(f"{group.who} chose", HEADING).append(shown(f"\n{one.chosen}")),
        shown("Their reason", HEADING).append(shown(f"\n{one.rationale or NO_RATIONALE}\n{paragraphs}")),
        shown("What the guidance says of it", HEADING).append(shown(f"\n{one.why}")),
    ]
    if len(group.departures) > 1:
        names = ", ".join(clean(each.name) for each in group.departures)
        parts.append(shown("The seats", HEADING).append(shown(f"\n{names}")))
    return below(folded(part, width) for part in parts)
