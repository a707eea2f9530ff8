"""What the class asks of a seat."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.classroom.class_view import RoomView, SeatView
    from simulator.session.view import View


def asked(view: View) -> tuple[str, ...] | None:
    """What tells the questions that are open from any others; None where none are."""
    step = view.step
    if step is None:
        return None
    return step.phase, step.step, *(question.question for question in step.questions)


def vote_of(room: RoomView, seat: SeatView) -> tuple[str, ...] | None:
    """What tells the vote that is open to a seat from any other; None where none is."""
    questions = asked(seat.view) if seat.view is not None else None
    if room.stage != "voting" or seat.voted or questions is None:
        return None
    return *questions, str(room.round)
