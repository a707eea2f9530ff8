"""Before the first case: how to join, who has come, and the way to a case."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical

from simulator.errors.text import clean
from simulator.tui.classroom.console.entries import Entries, Entry
from simulator.tui.classroom.console.heading import counted
from simulator.tui.classroom.console.join import JoinScreen
from simulator.tui.classroom.console.joining import HowToJoin, QRCode
from simulator.tui.classroom.console.learners import LearnersScreen
from simulator.tui.classroom.console.pane import Pane
from simulator.tui.classroom.console.screen import ConsoleScreen
from simulator.tui.classroom.console.wanting import CaseWanted, EndWanted
from simulator.tui.classroom.folding import folded
from simulator.tui.layout import BREAKPOINTS
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.app import ComposeResult
    from textual.content import Content

    from simulator.classroom.class_view import PersonView

ROWS_BELOW = 7
"""Rows below the QR code: the entry, a few names, and the foot of the screen."""
NOBODY = "Nobody has joined yet."


class GatheringScreen(ConsoleScreen[None]):
    """Waits for the class; posts `CaseWanted` where one is to be chosen."""

    CSS_PATH = "gathering.tcss"
    HORIZONTAL_BREAKPOINTS = BREAKPOINTS
    HELP: ClassVar[str] = (
        "The class is gathering. Give learners the address and the code, or let them point a camera at the QR code; "
        "where it has no room here, j shows it. The projector has a code of its own. Names show as people come, the "
        "last first; l lists everybody. When you are ready, Enter chooses a case; you see all of it before anybody "
        "else does. Latecomers can join at any time."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "case", "Choose a case", id="gathering.case", tooltip="Choose a case to begin with"),
        Binding("l", "learners", "Learners", id="gathering.learners", tooltip="Everybody in the class"),
        Binding("j", "join", "QR code", id="gathering.join", tooltip="How to join, with the QR code"),
        Binding("q", "end", "End the class", id="gathering.end", tooltip="End the class; asks once"),
    ]

    def body(self) -> ComposeResult:
        """How to join, beside it the QR code, and below them what can be done and the names."""
        with Horizontal(id="sides"):
            with Vertical(id="words"):
                yield HowToJoin(self.known)
            yield QRCode(self.known)
        yield Entries()
        yield Pane(id="names")

    def on_mount(self) -> None:
        """A case can be chosen at once."""
        super().on_mount()
        self.query_one(Entries).focus()

    def on_resize(self) -> None:
        """Show the QR code where it has room."""
        width, height = self.size
        self.query_one(QRCode).fit(width, height - ROWS_BELOW)

    def tell(self) -> None:
        """Show who has come."""
        self.query_one(Entries).show(Entry.CASE)
        people, seats = self.console.people, self.console.room.seats
        pane = self.query_one("#names", Pane)
        pane.tell("names", lambda width: _names(people, seats, width, pane.size.height))

    def action_case(self) -> None:
        """Choose a case."""
        self.post_message(CaseWanted())

    def action_learners(self) -> None:
        """Show everybody."""
        self.app.push_screen(LearnersScreen(self.known))

    def action_join(self) -> None:
        """Show the QR code."""
        self.app.push_screen(JoinScreen(self.known))

    def action_end(self) -> None:
        """End the class."""
        self.post_message(EndWanted())


def _names(people: tuple[PersonView, ...], seats: int, width: int, height: int) -> Content:
    if not people:
        return shown(NOBODY, "$text-muted")
    taken = f"{counted(seats, 'seat')} {'is' if seats == 1 else 'are'} taken:"
    return lines(
        shown(taken, "bold"), *_fitted([_name(each) for each in reversed(people)], width, height - 1)
    )


def _fitted(names: Sequence[str], width: int, height: int) -> list[Content]:
    """As many of the names as have room, at least one, and how many more there are."""

    def told(number: int) -> list[Content]:
        more = len(names) - number
        return folded(shown(", ".join(names[:number]) + (f" and {more} more" if more else "")), width)

    if len(told(len(names))) <= height:
        return told(len(names))
    too_many = bisect_left(range(1, len(names) + 1), True, key=lambda number: len(told(number)) > height)
    return told(max(too_many, 1))


def _name(person: PersonView) -> str:
    team = f" ({clean(person.team)})" if person.team else ""
    return f"{clean(person.name)}{team}{'' if person.connected else ' – away'}"
