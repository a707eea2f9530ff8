"""To the case that the class is at, to its debrief, or to the lobby."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.classroom.learner.interrupting import CALLED, Interrupting

if TYPE_CHECKING:
    from collections.abc import Hashable

    from simulator.classroom.class_view import RoomView, SeatView
    from simulator.session.view import View
    from simulator.tui.classroom.learner.class_case import ClassCase
    from simulator.tui.classroom.learner.class_debrief import ClassDebrief
    from simulator.tui.messages import Recorded

CASE_LEFT = "The case ended while you were writing."
CASE_BEGUN = "The facilitator has begun a case; it opens when you go back."
CASE_ENDED = "The case has ended; your debrief opens when you go back."


class GoingAlong(Interrupting):
    """Opens a case when it begins and its debrief when it ends, but not over what is looked at for a moment."""

    _read = 0
    """The number of the last case of which the debrief was read."""
    _seen: View | None = None
    _told_of: Hashable = None
    _news: tuple[Hashable, int] | None = None

    @property
    def _class_debrief(self) -> ClassDebrief | None:
        if self._at_home:
            return None
        from simulator.tui.classroom.learner.class_debrief import ClassDebrief

        return self._open_screen(ClassDebrief)

    def _go_along(self, room: RoomView, seat: SeatView) -> None:
        """To the case, to its debrief, or to the lobby."""
        before, self._seen = self._seen, seat.view
        if seat.view is None or self._read == seat.case:
            return
        if seat.view.debrief is not None:
            self._open_debrief(seat, seat.view)
        elif self._class_case is None or self._class_case.case != seat.case:
            self._open_case(room, seat, seat.view)
        elif before is not None and before.case == seat.view.case:
            self._give_new_feedback(before, seat.view)

    def _open_case(self, room: RoomView, seat: SeatView, view: View) -> None:
        from simulator.tui.classroom.learner.class_case import ClassCase

        if self._can_turn:
            self._replace(ClassCase(view, room, seat, needs_help=self._needs_help))
        else:
            self._call(CASE_BEGUN, about=("begun", seat.case))

    def _open_debrief(self, seat: SeatView, view: View) -> None:
        from simulator.tui.classroom.learner.class_debrief import ClassDebrief

        is_open = self._class_debrief is not None and self._class_debrief.case == seat.case
        if view.debrief is None or is_open:
            return
        if self._can_turn:
            self._replace(ClassDebrief(view, view.debrief, seat.case))
        else:
            self._call(CASE_ENDED, about=("ended", seat.case))

    def _open_debrief_above(self) -> None:
        """The debrief, above whatever is open."""
        from simulator.tui.classroom.learner.class_debrief import ClassDebrief

        seat = self._desk.seat
        if seat is not None and seat.view is not None and seat.view.debrief is not None:
            self.push_screen(ClassDebrief(seat.view, seat.view.debrief, seat.case))

    def _replace(self, screen: ClassCase | ClassDebrief) -> None:
        """Open `screen` above the lobby, in place of whatever was there."""
        below = self._class_case or self._class_debrief
        if below is None:
            self._go_back_to(self._home)
            self.push_screen(screen)
            return
        left = self._still_to_be_read(CASE_LEFT)
        self._go_back_to(below)
        self.switch_screen(screen)
        if left is not None:
            self.push_screen(left)

    @property
    def _can_turn(self) -> bool:
        """Whether the learner is where the class is, or in a box of the case."""
        from simulator.tui.classroom.learner.class_case import ClassCase
        from simulator.tui.classroom.learner.lobby import Lobby
        from simulator.tui.classroom.learner.results import Results
        from simulator.tui.screens.debrief import DebriefScreen

        on_top = self.screen
        if on_top.is_modal and not getattr(on_top, "ASIDE", False):
            return isinstance(self.screen_stack[-2], ClassCase)
        return isinstance(on_top, (Lobby, ClassCase, Results, DebriefScreen))

    def _call(self, sentence: str, *, about: Hashable) -> None:
        """Tell somebody who looks at something else, once."""
        if about != self._told_of:
            self._told_of = about
            self.notify(sentence, timeout=CALLED, markup=False)

    def _tell_elsewhere(self, room: RoomView, seat: SeatView) -> None:
        """Tell somebody who looks at something else what the class is asked or given; the case tells it itself."""
        if self._class_case is None:
            self._news = None
            return
        from simulator.tui.classroom.learner.asking import vote_of
        from simulator.tui.classroom.learner.words import GIVEN, vote_opened

        vote, given = vote_of(room, seat), len(room.injected)
        before, self._news = self._news, (vote, given)
        if before is None or self.screen is self._class_case:
            return
        if vote not in {before[0], None}:
            self.notify(vote_opened(room, room.question), timeout=CALLED, markup=False)
        if given > before[1]:
            self.notify(GIVEN, timeout=CALLED, markup=False)

    async def on_recorded(self, event: Recorded) -> None:
        """Say that it is kept; what came of it is followed."""
        if self._class_case is not None:
            await self._class_case.show_saved(event.view)

    def _debrief_read(self) -> None:
        if self._desk.seat is not None:
            self._read = self._desk.seat.case

    def on_lobby_debrief_wanted(self) -> None:
        """Open it once more."""
        self._read = 0
        self._follow()
