"""What would be left undone if a case ended now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.classroom.console.departures import to_settle
from simulator.tui.classroom.console.heading import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.classroom.class_view import ConsoleView


def left_undone(console: ConsoleView) -> Iterator[str]:
    """A sentence each; none once the case has ended but those on departures."""
    if console.room.stage == "own":
        short = console.room.seats - console.room.committed
        if short > 0:
            yield f"{counted(short, 'seat')} not come to the end."
    elif console.room.stage != "ended":
        questions = [each for phase in console.phases for each in phase.questions]
        ahead = sum(each.standing == "ahead" for each in questions)
        if ahead:
            yield f"{counted(ahead, 'question')} not opened."
    departures = len(to_settle(console))
    if departures:
        yield f"{counted(departures, 'departure')} not settled."
