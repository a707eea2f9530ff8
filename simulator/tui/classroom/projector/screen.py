"""The one screen of a projector: where the class is, what is to be seen of it, and how others join."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message
from textual.widgets import Static

from simulator.errors.text import clean
from simulator.tui.classroom.projector.paging import pages
from simulator.tui.classroom.projector.sheets import said_sheet, sheet_of
from simulator.tui.keyed.screens import Screen
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.content import Content
    from textual.timer import Timer

    from simulator.classroom.class_view import RoomView
    from simulator.classroom.messages import Watching

LOOKING = "The class is being looked for…"
TURNS_AFTER = 12.0
"""Seconds after which a page is turned by itself."""


class ProjectorScreen(Screen[None]):
    """Shows a class without names. Pages are turned by themselves until a key turns one."""

    HELP: ClassVar[str] = "What everybody in the room may see of the class."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "right,space,pagedown,down", "turn(1)", "Next", id="projector.next", tooltip="Show the next page"
        ),
        Binding(
            "left,backspace,pageup,up",
            "turn(-1)",
            "Back",
            id="projector.back",
            tooltip="Show the page before",
        ),
        Binding(
            "t",
            "by_itself",
            "Turn by itself",
            id="projector.by-itself",
            tooltip="Let the pages be turned by themselves, or not",
        ),
        Binding(
            "q", "app.quit", "Leave", id="projector.leave", tooltip="Close the projector; the class goes on"
        ),
    ]

    class Furnished(Message):
        """Everything that a class is shown in is there."""

    def __init__(self, turns_after: float = TURNS_AFTER) -> None:
        super().__init__()
        self._turns_after = turns_after
        self._timer: Timer | None = None
        self._room: RoomView | None = None
        self._code = self._address = ""
        self._said = LOOKING
        self._trouble = ""
        self._pages: list[Content] = []
        self._at = 0
        self._turning = True

    def compose(self) -> ComposeResult:
        """From the top to the keys at the bottom."""
        yield Static(id="where")
        yield Static(id="trouble")
        yield Static(id="sheet")
        yield Static(id="state")
        yield Standing()
        yield Footer()

    def on_mount(self) -> None:
        """Begin to turn pages, unless the person wants nothing to move."""
        self._turning = self._by_itself_at_first
        self._timer = self.set_interval(self._turns_after, self._next)
        self.call_after_refresh(self.post_message, self.Furnished())

    @property
    def _by_itself_at_first(self) -> bool:
        return self.app.animation_level != "none"

    # What is heard

    def welcome(self, first: Watching) -> None:
        """Show the class; the line holds."""
        self._code, self._address = first.code, next(iter(first.addresses), "")
        self._trouble = ""
        self.query_one(Standing).show(first.world.standing)
        self.show(first.room)

    def show(self, room: RoomView) -> None:
        """Show the class as it is now; on what is new from its first page on."""
        if self._room is None or _matter(room) != _matter(self._room):
            self._at = 0
            self._turning = self._by_itself_at_first
            if self._timer is not None:
                self._timer.reset()
        self._room = room
        self._lay_out()

    def say_trouble(self, sentence: str) -> None:
        """Say that the line is broken, above what was last seen."""
        self._trouble = sentence
        self._lay_out()

    def say_last(self, sentence: str) -> None:
        """Say why there is no line any more: nothing is shown as if it still held, but that the class is over."""
        self._trouble = ""
        if self._room is None or self._room.stage != "over":
            self._room, self._said = None, sentence
        self._lay_out()

    # What is shown

    def on_resize(self) -> None:
        """Fill the wall."""
        self._lay_out()

    def _lay_out(self) -> None:
        self.query_one("#where", Static).update(shown(self._where()))
        trouble = self.query_one("#trouble", Static)
        trouble.display = bool(self._trouble)
        trouble.update(shown(f"! {self._trouble}"))
        self.call_after_refresh(self._fill)

    def _fill(self) -> None:
        wall = self.query_one("#sheet", Static).content_size
        if not wall:
            return
        if self._room is None:
            sheet = said_sheet(self._said, wall)
        else:
            sheet = sheet_of(self._room, self._code, self._address, wall)
        self._pages = pages(sheet, wall)
        self._at = min(self._at, len(self._pages) - 1)
        self._show_page()

    def _show_page(self) -> None:
        self.query_one("#sheet", Static).update(self._pages[self._at])
        self.query_one("#state", Static).update(shown(self._state()))
        self.refresh_bindings()

    def _where(self) -> str:
        room = self._room
        if room is None or not room.title:
            return "The class"
        phase = f" – {room.phase}" if room.phase and room.stage not in {"ended", "over"} else ""
        return clean(f"{room.title}{phase}")

    def _state(self) -> str:
        parts = []
        if len(self._pages) > 1:
            turning = ", turning" if self._turning else ""
            parts.append(f"Page {self._at + 1} of {len(self._pages)}{turning}")
        if self._room is not None and self._room.stage not in {"gathering", "over"}:
            parts.append(clean(f"Join at {self._address} with {self._code}"))
        return "   ".join(parts)

    # Pages

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Pages can be turned where there are several."""
        if action in {"turn", "by_itself"}:
            return len(self._pages) > 1
        return super().check_action(action, parameters)

    def action_turn(self, by: int) -> None:
        """To another page, and no further by itself."""
        self._turning = False
        self._turn(by)

    def action_by_itself(self) -> None:
        """Turn by itself, or no more."""
        self._turning = not self._turning
        if self._timer is not None:
            self._timer.reset()
        self._show_page()

    def _next(self) -> None:
        if self._turning and len(self._pages) > 1:
            self._turn(1)

    def _turn(self, by: int) -> None:
        self._at = (self._at + by) % len(self._pages)
        self._show_page()


def _matter(room: RoomView) -> tuple[object, ...]:
    """What a page is about: while it stays the same, one stays on the page."""
    return (
        room.stage,
        room.title,
        room.phase,
        room.question,
        room.round,
        room.paused,
        room.poll is None,
        len(room.injected),
    )
