"""The lobby: where a learner is before a case and after it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from simulator.tui.classroom.learner.afterwards import afterwards, has_debrief
from simulator.tui.classroom.learner.words import seat_told, waiting
from simulator.tui.keyed.screens import Screen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.telling.with_keys import with_keys
from simulator.tui.wanting import GuidanceWanted
from simulator.tui.widgets.footer import Footer, with_titles
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

    from simulator.classroom.class_view import RoomView, SeatView

HEAD = "A class"
CONTENT_NOTE = (
    "The cases are fictional and told soberly, and they can still be hard to read. You can step out at any moment with "
    "one key ({app.leave}); the facilitator alone knows of it, and nothing of it is recorded."
)
JOINING = "Joining the class…"
ASK_FOR_HELP = "{app.need-help} tells the facilitator, and nobody else, that you would like help."
READ_AGAIN = "{lobby.debrief} opens your debrief of the last case again."
LEAVES = "{lobby.quit} leaves; nothing more is asked of you."
HELP_WANTED = "The facilitator knows that you would like help; {app.need-help} takes that back."
IN_FOOTER = {
    "app.help": "Help",
    "app.support": "Support",
    "app.settings": "Settings",
    "app.leave": "Step out",
}


class Lobby(Screen[None]):
    """Who one is, what one waits for, and what to practise next."""

    AUTO_FOCUS = ""
    HELP: ClassVar[str] = (
        "You wait here for the facilitator; a case opens by itself. g opens the guidance, d what you were told of the "
        "last case. q leaves the class; your seat is kept, and joining again brings you back to it."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("g", "guidance", "Guidance", id="lobby.guidance", tooltip="Read the guidance"),
        Binding("d", "debrief", "Debrief", id="lobby.debrief", tooltip="Read again how the last case went"),
        Binding("v", "results", "Votes", id="lobby.results", tooltip="See how the class voted"),
        Binding("q", "app.quit", "Leave", id="lobby.quit", tooltip="Leave the class; your seat is kept"),
    ]

    class DebriefWanted(Message):
        """The learner wants to read the debrief again."""

    class ResultsWanted(Message):
        """The learner wants to see what the class is shown of a question."""

    def __init__(self, place: str = "") -> None:
        """`place` is where the class is."""
        super().__init__()
        self._place = place
        self._room: RoomView | None = None
        self._seat: SeatView | None = None
        self._needs_help = False
        self._standing = Standing()

    def compose(self) -> ComposeResult:
        """The first frame."""
        with VerticalScroll(id="lobby", can_focus=False):
            yield Static(id="lobby-told")
        yield Static(id="lobby-said")
        yield self._standing
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Tell what is known by now."""
        self._tell()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """With some of those from anywhere, as the line of keys is to show them."""
        return with_titles(super().active_bindings, IN_FOOTER)

    def know(self, standing: str) -> None:
        """Show the standing line."""
        self._standing.show(standing)

    def show(self, room: RoomView, seat: SeatView, *, needs_help: bool) -> None:
        """Show where the class is now."""
        self._room, self._seat, self._needs_help = room, seat, needs_help
        if self.is_mounted:
            self._tell()
            self.refresh_bindings()

    def _tell(self) -> None:
        self.query_one("#lobby-told", Static).update(Content("\n").join(self._told()))

    def _told(self) -> Iterator[Content]:
        yield shown(f"{HEAD}: {self._place}" if self._place else HEAD, "bold $accent")
        yield shown("")
        room, seat = self._room, self._seat
        if room is None or seat is None:
            yield shown(JOINING)
            return
        yield shown(" ".join(seat_told(seat, room)))
        yield shown("")
        yield shown(waiting(room, seat), "bold")
        if room.stage == "over":
            yield shown(self._keyed(f"{READ_AGAIN} {LEAVES}" if has_debrief(seat) else LEAVES))
            yield from afterwards(seat)
            return
        yield from afterwards(seat)
        yield shown("")
        yield shown(self._keyed(HELP_WANTED if self._needs_help else ASK_FOR_HELP))
        if not seat.case:
            yield shown("")
            yield shown(self._keyed(CONTENT_NOTE))

    def _keyed(self, sentence: str) -> str:
        return with_keys(sentence, self.active_bindings)

    def go_on(self) -> None:
        """Nothing waits here but the learner."""

    def say(self, sentence: str = "", *, troubles: Sequence[str] = ()) -> None:
        """Show `sentence` at the bottom, and what went wrong."""
        lines = [shown(sentence, "$success")] if sentence else []
        lines.extend(shown(f"! {trouble}", "bold $error") for trouble in troubles)
        self.query_one("#lobby-said", Static).update(Content("\n").join(lines))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """Only what there is can be read again."""
        room, seat = self._room, self._seat
        match action:
            case "guidance":
                return seat is not None
            case "debrief":
                return has_debrief(seat)
            case "results":
                return room is not None and (room.poll is not None or room.verdict is not None)
            case _:
                return True

    def action_guidance(self) -> None:
        """Read the guidance, at the first paragraph that is to be practised."""
        practise = self._seat.practise if self._seat is not None else ()
        self.post_message(GuidanceWanted(practise[0].paragraph if practise else None))

    def action_debrief(self) -> None:
        """Read the debrief again."""
        self.post_message(self.DebriefWanted())

    def action_results(self) -> None:
        """See what the class is shown."""
        self.post_message(self.ResultsWanted())
