"""The line at the top of a case in a class: where the class is, and whether help is wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from simulator.errors.text import clean
from simulator.tui.classroom.learner.words import has_still_to_vote, where
from simulator.tui.safety import shown
from simulator.tui.telling.with_keys import BINDING_ID, with_keys

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from textual.binding import ActiveBinding

    from simulator.classroom.class_view import RoomView, SeatView

HELP_WANTED, ASK_FOR_HELP = "Help is wanted ({app.need-help})", "{app.need-help} asks for help"


class ClassBar(Static):
    """One line; of help it tells at the right, where there is room."""

    DEFAULT_CSS: ClassVar[str] = """
    ClassBar {
        height: 1;
        padding: 0 1;
        background: $panel;
        text-wrap: nowrap;
        text-overflow: ellipsis;
    }
    """

    def __init__(self, room: RoomView, seat: SeatView, *, needs_help: bool) -> None:
        super().__init__(id="class-bar")
        self._about = (room, seat, needs_help)

    def show(self, room: RoomView, seat: SeatView, *, needs_help: bool) -> None:
        """Show where the class is now."""
        self._about = (room, seat, needs_help)
        if self.is_mounted:
            self._draw()

    def on_resize(self) -> None:
        """Use the room there is."""
        self._draw()

    def _draw(self) -> None:
        room, seat, needs_help = self._about
        keys = self.screen.active_bindings
        style = "bold $warning" if has_still_to_vote(room, seat) else "bold"
        told = shown(_possible(where(room, seat), keys), style)
        if room.paused:
            told = told.append(shown(f" {clean(room.paused)}"))
        help_ = with_keys(HELP_WANTED if needs_help else ASK_FOR_HELP, keys)
        beside = shown(help_, "bold $warning" if needs_help else "$text-muted")
        gap = self.content_size.width - told.cell_length - beside.cell_length
        self.update(told.append(" " * gap).append(beside) if gap > 1 else told, layout=False)


def _possible(sentences: Iterable[str], keys: Mapping[str, ActiveBinding]) -> str:
    """The sentences in a line, without those that name a key which does nothing on this screen."""
    bound = {active.binding.id for active in keys.values()}
    return " ".join(with_keys(each, keys) for each in sentences if bound.issuperset(BINDING_ID.findall(each)))
