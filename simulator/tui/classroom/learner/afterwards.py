"""What remains of a case once it has ended: how departures were settled, and what to practise next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from textual.content import Content

    from simulator.classroom.class_view import PractiseView, SeatView, SettledView

SETTLED = "Your departures, as the facilitator sees them"
PRACTISE = "What to practise next"


def afterwards(seat: SeatView) -> Iterator[Content]:
    """Lines, an empty one before each part; none where nothing remains."""
    yield from _settled(seat.settled)
    yield from _practise(seat.practise)


def has_debrief(seat: SeatView | None) -> bool:
    """Whether there is a debrief to be read."""
    return seat is not None and seat.view is not None and seat.view.debrief is not None


def _settled(settled: Sequence[SettledView]) -> Iterator[Content]:
    if not settled:
        return
    yield shown("")
    yield shown(SETTLED, "bold $accent")
    for one in settled:
        word = "accepted" if one.accepted else "not accepted"
        reason = f": {one.reason}" if one.reason else "."
        yield shown(f"• {one.title} ({one.label}), {word}{reason}")


def _practise(practise: Sequence[PractiseView]) -> Iterator[Content]:
    if practise:
        yield shown("")
        yield shown(PRACTISE, "bold $accent")
    for each in practise:
        yield shown(f"{each.paragraph}  {each.section}. ", "bold").append(shown(each.why))
