"""What the class is shown of a question: how it voted, and what the guidance says."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Static

from simulator.tui.classroom.learner.class_bar import ClassBar
from simulator.tui.classroom.verdict import verdict_told
from simulator.tui.classroom.votes import votes_told
from simulator.tui.keyed.screens import Screen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.wanting import GuidanceWanted
from simulator.tui.widgets.footer import Footer, with_titles
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

    from simulator.classroom.class_view import RoomView, SeatView
    from simulator.classroom.poll_view import PollView

WIDEST = 100
"""Cells of a line."""
SAYS, VOTED = "What the guidance says", "How the class voted"
IN_FOOTER = {"app.help": "Help", "app.support": "Support"}


def is_shown(room: RoomView) -> bool:
    """Whether the class is shown anything of a question."""
    return room.poll is not None or room.verdict is not None


class Results(Screen[None]):
    """Shows it as it is when it opens; `follow` has to be called when it changes."""

    CSS_PATH = "results.tcss"
    AUTO_FOCUS = "#results"
    HELP: ClassVar[str] = (
        "How the class voted on a question, without names; your own choice is marked. Once the class was told, it "
        "begins with what the guidance says. Up and Down scroll, Escape or v goes back; v in the case opens it again."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,v,q", "back", "Back", id="results.back", tooltip="Go back to where you were"),
        Binding(
            "g", "guidance", "Guidance", id="results.guidance", tooltip="Read the guidance at the paragraph"
        ),
    ]

    def __init__(self, room: RoomView, seat: SeatView, standing: str, *, needs_help: bool) -> None:
        super().__init__()
        self.opened_at = round_of(room)
        self._room = room
        self._seat = seat
        self._standing = standing
        self._bar = ClassBar(room, seat, needs_help=needs_help)
        self._told = Static(id="results-told")

    def compose(self) -> ComposeResult:
        """Where the class is, and what it is shown."""
        yield self._bar
        with VerticalScroll(id="results"):
            yield self._told
        yield Standing(self._standing)
        yield Footer()

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """With some of those from anywhere, as the line of keys is to show them."""
        return with_titles(super().active_bindings, IN_FOOTER)

    def on_resize(self) -> None:
        """Fold everything into the new width."""
        self._tell()

    def follow(self, room: RoomView, seat: SeatView, *, needs_help: bool) -> None:
        """Show what the class is shown now."""
        shown_now, shown_before = (
            (of.poll, of.verdict, own.chosen) for of, own in ((room, seat), (self._room, self._seat))
        )
        self._room, self._seat = room, seat
        self._bar.show(room, seat, needs_help=needs_help)
        if shown_now != shown_before and self.is_mounted:
            self._tell()

    def _tell(self) -> None:
        width = min(self.query_one("#results").scrollable_content_region.width, WIDEST)
        if width > 0:
            self._told.update(Content("\n").join(self._parts(width)))

    def _parts(self, width: int) -> Iterator[Content]:
        room = self._room
        yield shown(room.question, "bold $accent")
        yield shown(room.asks)
        if room.verdict is not None:
            yield from (shown(""), shown(SAYS, "bold $accent"), verdict_told(room.verdict, width))
        if room.poll is not None:
            votes = votes_told(room.poll, width, key=room.verdict, own=own_choices(self._seat, room.poll))
            yield from (shown(""), shown(VOTED, "bold $accent"), votes)

    def action_guidance(self) -> None:
        """Read the guidance, at the first paragraph that what is called for rests on."""
        subjects = self._room.verdict.subjects if self._room.verdict is not None else ()
        paragraphs = (citation.paragraph for subject in subjects for citation in subject.citations)
        self.post_message(GuidanceWanted(next(paragraphs, None)))

    def action_back(self) -> None:
        """Go back."""
        self.dismiss()


def own_choices(seat: SeatView, poll: PollView) -> Mapping[str, tuple[str, ...]]:
    """What the seat has chosen of the question that was voted on, by subject; nothing where it is at another."""
    chosen = seat.chosen
    if chosen is None or (chosen.phase, chosen.question) != (poll.phase, poll.question):
        return {}
    return chosen.options


def round_of(room: RoomView) -> tuple[str, str, int]:
    """Which vote the class is at."""
    return room.phase, room.question, room.round
