"""Boxes in which something is decided: they close by themselves when it can be decided no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.classroom.learner.attending import Attending

if TYPE_CHECKING:
    from simulator.classroom.class_view import RoomView, SeatView
    from simulator.tui.classroom.learner.class_case import ClassCase
    from simulator.tui.classroom.learner.left_words import LeftWords

CALLED = 10.0
"""Seconds for which somebody who looks at something else is told what the class does."""


class Interrupting(Attending):
    """Takes nobody's words from them: what was being typed is shown, and is a draft as long as the case lasts."""

    @property
    def _class_case(self) -> ClassCase | None:
        if self._at_home:
            return None
        from simulator.tui.classroom.learner.class_case import ClassCase

        return self._open_screen(ClassCase)

    def _close_what_is_over(self, room: RoomView, seat: SeatView) -> None:
        """Close the box in front where it is about a question that is not open any more, and say why."""
        case = self._class_case
        if case is None or not case.is_over(self.screen, room, seat):
            return
        from simulator.tui.classroom.learner.words import why_closed

        why = why_closed(room, seat)
        left = self._interrupted(why, comes_back=True)
        self.pop_screen()
        case.say(why)
        if left is not None:
            self.push_screen(left)
        self.notify(why, timeout=CALLED, markup=False)

    def _interrupted(self, why: str, *, comes_back: bool) -> LeftWords | None:
        """What shows the words that are being typed in front; None where none are."""
        case = self._class_case
        unkept = case.interrupt(self.screen) if case is not None else None
        if unkept is None:
            return None
        from simulator.tui.classroom.learner.left_words import LeftWords

        return LeftWords(why, unkept, comes_back=comes_back)

    def _still_to_be_read(self, why: str) -> LeftWords | None:
        """The same for a case that is left: also where they are being shown already."""
        from simulator.tui.classroom.learner.left_words import LeftWords

        shown = self._open_screen(LeftWords)
        if shown is not None:
            return LeftWords(shown.why, shown.unkept, comes_back=False)
        return self._interrupted(why, comes_back=False)
