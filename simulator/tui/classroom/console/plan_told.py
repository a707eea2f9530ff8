"""The plan of a case in lines: its phases and questions, how each stands, its votes and its minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from textual.content import Content

from simulator.errors.text import clean
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, MUTED, lines

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.classroom.class_view import PlannedPhaseView, PlannedQuestionView
    from simulator.classroom.poll_view import Standing

Item: TypeAlias = tuple[str, ...]
"""What a line is about: `()` the case, `(phase,)` a phase, `(phase, question)` a question."""

THE_CASE: Item = ()
ONE_LINE = 44
"""Cells from which on a question takes one line."""
STANDS = 26
"""Cells that the standing, the votes and the minutes take there."""


class Row(NamedTuple):
    """A line, or two, and what it is about."""

    item: Item
    told: Content


class Sign(NamedTuple):
    """A standing for the eye: symbol, word, and the theme's colour."""

    symbol: str
    word: str
    colour: str


SIGNS: dict[Standing, Sign] = {
    "ahead": Sign("○", "ahead", "text-muted"),
    "open": Sign("●", "open", "warning"),
    "closed": Sign("■", "closed", "secondary"),
    "told": Sign("✓", "told", "success"),
    "skipped": Sign("–", "skipped", "text-muted"),
}


def planned(
    phases: Sequence[PlannedPhaseView], seats: int, width: int, *, played: bool = True
) -> Iterator[Row]:
    """A line for each phase and each question; where nothing is `played`, no standing."""
    for phase in phases:
        yield Row((phase.phase,), _phase(phase, width, played=played))
        for question in phase.questions:
            stands = _stands(question, seats) if played else None
            yield Row((phase.phase, question.question), _question(question, stands, width))


def in_minutes(minutes: float) -> str:
    """A time in whole minutes."""
    return f"{max(round(minutes), 1)} min"


def _phase(phase: PlannedPhaseView, width: int, *, played: bool) -> Content:
    minutes = _minutes(phase.minutes)
    rest = minutes if phase.come or not played else shown("not yet", MUTED).append(minutes)
    return _beside(shown(clean(phase.title), HEADING), rest, width)


def _minutes(minutes: float) -> Content:
    return shown(f"{in_minutes(minutes):>8}", MUTED) if minutes else Content("")


def _stands(question: PlannedQuestionView, seats: int) -> Content:
    sign = SIGNS[question.standing]
    told = shown(f"{sign.symbol} {sign.word}", f"${sign.colour}")
    if question.standing in ("ahead", "skipped") and not question.voted:
        return told
    return told.append(shown(f" {question.voted} of {seats}"))


def _question(question: PlannedQuestionView, stands: Content | None, width: int) -> Content:
    minutes = _minutes(question.minutes)
    title = shown(f"  {clean(question.title)}")
    if stands is None and title.cell_length + minutes.cell_length <= width:
        return _beside(title, minutes, width)
    title = title.truncate(width, ellipsis=True)
    if stands is None:
        return lines(title, Content("  ").append(minutes)) if question.minutes else title
    if width >= ONE_LINE:
        return _beside(
            title, stands.pad_right(max(STANDS - 8 - stands.cell_length, 0)).append(minutes), width
        )
    below = shown("    ").append(stands)
    return lines(title, below.append(minutes) if below.cell_length + minutes.cell_length <= width else below)


def _beside(title: Content, rest: Content, width: int) -> Content:
    """Both in a line, the title cut where there is no room for all of it."""
    room = max(width - rest.cell_length - 1, 1)
    title = title.truncate(room, ellipsis=True)
    return title.pad_right(room + 1 - title.cell_length).append(rest)
