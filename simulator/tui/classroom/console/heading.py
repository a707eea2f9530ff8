"""Where the class is, in two lines: its seats and its case, the vote and its clock, and who may need help."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.errors.text import clean
from simulator.tui.classroom.console.plan_told import in_minutes
from simulator.tui.safety import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.classroom.class_view import ConsoleView
    from simulator.tui.classroom.console.known import Known

GAP = " · "


def heading(known: Known, width: int) -> Content:
    """Two lines, each cut where there is no room for all of it."""
    lines = [Content(GAP).join(_case(known)), Content(GAP).join([*_vote(known), *needed(known.console)])]
    return Content("\n").join(each.truncate(max(width, 1), ellipsis=True) for each in lines)


def _case(known: Known) -> Iterator[Content]:
    room = known.console.room
    if room.paused is not None:
        yield shown("‖ PAUSED", "bold $warning")
    yield shown(counted(room.seats, "seat"), "bold")
    yield shown(f"code {clean(known.code)}", "bold $accent")
    pace = " (own pace)" if known.console.pace == "own" else ""
    yield shown(f"Case {known.console.case}{pace}: {clean(room.title)}")


def _vote(known: Known) -> Iterator[Content]:
    console = known.console
    room = console.room
    if console.pace == "own":
        yield shown(f"{room.committed} of {room.seats} have come to the end", "bold")
    elif console.current is None:
        yield shown("No question is open", "bold")
    else:
        yield shown(f"Vote {room.round}: {room.committed} of {room.seats}", "bold")
        yield shown("shown to all" if console.shown else "hidden")
        yield shown(_clock(known))


def _clock(known: Known) -> str:
    current = known.console.current
    planned = next(
        (
            question.minutes
            for phase in known.console.phases
            for question in phase.questions
            if (phase.phase, question.question) == current
        ),
        0.0,
    )
    gone = known.minutes_open or 0
    return f"{gone} of {in_minutes(planned)}" if planned else f"{gone} min"


def needed(console: ConsoleView) -> Iterator[Content]:
    """How many may need help, and how many have stepped out."""
    out = sum(each.stepped_out for each in console.people)
    stuck = sum(bool(each.stuck) and not each.stepped_out for each in console.people)
    if out:
        yield shown(f"! {out} stepped out", "bold $warning")
    if stuck:
        yield shown(f"? {stuck} may need help", "bold $warning")


def counted(number: int, what: str) -> str:
    """`1 seat`, `2 seats`."""
    return f"{number} {what}{'' if number == 1 else 's'}"
