"""Being where the class is: which screen is open follows from what the facilitator does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.classroom.learner.going_along import GoingAlong

if TYPE_CHECKING:
    from collections.abc import Hashable

    from textual.await_complete import AwaitComplete

    from simulator.classroom.class_view import RoomView, SeatView


class Following(GoingAlong):
    """Takes nothing away that somebody looks at for a moment: what waits for that opens when it is closed."""

    _shown_at: Hashable = None
    _put_aside: str | None = None
    """What the class discusses while this learner reads the case; None where the discussion is in front."""

    def pop_screen(self) -> AwaitComplete:
        """What has waited for a screen to be closed can be opened now."""
        popped = super().pop_screen()
        self.call_later(self._follow)
        return popped

    def on_followed(self) -> None:
        """Be where the class is by now."""
        self._follow()

    def _follow(self) -> None:
        if self._room is not None:
            self._fit(self.size)
        if self._held or self._parts() or self._enters():
            return
        room, seat = self._desk.room, self._desk.seat
        if room is None or seat is None:
            return
        self._home.show(room, seat, needs_help=self._needs_help)
        case = self._class_case
        if case is not None and case.case == seat.case and seat.view is not None:
            case.follow(room, seat, needs_help=self._needs_help)
            self._close_what_is_over(room, seat)
        if not self._pauses(room, seat):
            self._go_along(room, seat)
            self._show_results(room, seat)
            self._tell_elsewhere(room, seat)
            self._tell_over()

    @property
    def _held(self) -> bool:
        """Whether something is open on which nothing of the class is shown."""
        if self._at_home:
            return False
        from simulator.tui.screens.pause import PauseScreen
        from simulator.tui.screens.too_small import TooSmall

        holds = (PauseScreen, TooSmall)
        return self._stepped_out is not None or any(isinstance(each, holds) for each in self.screen_stack)

    # Into the class and out of it

    def _parts(self) -> bool:
        """Whether the line is closed: then a debrief can still be read to its end."""
        from simulator.tui.classroom.learner.farewell import Farewell

        farewell, hung_up = self._open_screen(Farewell), self._hung_up
        if hung_up is None:
            if farewell is not None and self.screen is farewell:
                self.pop_screen()
            return farewell is not None
        if farewell is None and self._class_debrief is None:
            seat = self._desk.seat
            self.push_screen(Farewell(hung_up.sentence, self._standing, seat, final=hung_up.final))
        elif farewell is None:
            self._tell_over()
            self._call(hung_up.sentence, about=hung_up.sentence)
        return True

    def on_farewell_debrief_wanted(self) -> None:
        """Open it above the last screen."""
        self._open_debrief_above()

    def _tell_over(self) -> None:
        """Tell who reads the debrief that nothing comes after it."""
        room, debrief = self._desk.room, self._class_debrief
        if room is not None and room.stage == "over" and debrief is not None:
            debrief.tell_over(practise=self._desk.seat is not None and bool(self._desk.seat.practise))

    def _enters(self) -> bool:
        """Whether somebody has not come in yet."""
        from simulator.tui.classroom.learner.join import JoinScreen

        if self._refusal:
            self._tell_refusal()
        join = self._open_screen(JoinScreen)
        if join is not None and self._joined and self.screen is join:
            self.pop_screen()
        return join is not None or not self._joined

    # Pauses

    def _pauses(self, room: RoomView, seat: SeatView) -> bool:
        """Whether a pause of the class is in front, or is still open below something."""
        from simulator.tui.classroom.learner.pause_for_all import PauseForAll

        pause, in_case = self._open_screen(PauseForAll), seat.view is not None and seat.view.debrief is None
        if pause is None and room.paused is not None and in_case and room.paused == self._put_aside:
            return False
        self._put_aside = None
        if pause is None and room.paused is not None:
            self.push_screen(PauseForAll(room.paused, self._standing, in_case=in_case))
        elif pause is not None and room.paused is not None:
            pause.discuss(room.paused, in_case=in_case)
        elif pause is not None and self.screen is pause:
            self.pop_screen()
        return pause is not None or room.paused is not None

    def on_pause_for_all_case_wanted(self) -> None:
        """Put the discussion aside, and the votes below it: the case is wanted."""
        from simulator.tui.classroom.learner.pause_for_all import PauseForAll
        from simulator.tui.classroom.learner.results import Results

        room = self._desk.room
        if room is None or not isinstance(self.screen, PauseForAll):
            return
        self._put_aside = room.paused
        self.pop_screen()
        if isinstance(self.screen, Results):
            self.pop_screen()

    def on_class_case_discussion_wanted(self) -> None:
        """Have the discussion in front again."""
        self._put_aside = None
        self._follow()

    # What the class is shown

    def _show_results(self, room: RoomView, seat: SeatView) -> None:
        """Open what the class is shown of a question, or close it: the next vote is open."""
        from simulator.tui.classroom.learner.results import Results, is_shown, round_of

        results = self._open_screen(Results)
        at = (round_of(room), room.poll is not None, room.verdict is not None) if is_shown(room) else None
        if results is None:
            if at is not None and at != self._shown_at and self._wants_results(room, seat):
                self._shown_at = at
                self._open_results()
        elif at is None or (room.stage == "voting" and round_of(room) != results.opened_at):
            if self.screen is results:
                self.pop_screen()
        else:
            results.follow(room, seat, needs_help=self._needs_help)
        if results is not None or at is None:
            self._shown_at = at

    def _wants_results(self, room: RoomView, seat: SeatView) -> bool:
        """Whether they open by themselves: not for who has still to vote, nor over a debrief or in a discussion."""
        from simulator.tui.screens.debrief import DebriefScreen

        waits = room.paused is not None or (room.stage == "voting" and not seat.voted)
        return not waits and self._can_turn and self._open_screen(DebriefScreen) is None

    def _open_results(self) -> None:
        from simulator.tui.classroom.learner.results import Results

        room, seat = self._desk.room, self._desk.seat
        if room is not None and seat is not None:
            self.push_screen(Results(room, seat, self._standing, needs_help=self._needs_help))

    def on_class_case_results_wanted(self) -> None:
        """Bring back what the class was shown."""
        self._open_results()

    def on_lobby_results_wanted(self) -> None:
        """From the lobby as well."""
        self._open_results()
