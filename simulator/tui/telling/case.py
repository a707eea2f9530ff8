"""A whole case in the debrief: the scorers' points, each phase counted, and how the case ended."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, MUTED, line, lines, page, section
from simulator.tui.telling.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.session.view import DebriefPhaseView, DebriefView


ENDING, DISCUSSED = "How the case ended", "To discuss"


def scored(debrief: DebriefView, troubles: Sequence[str] = ()) -> Content:
    """The scorers' results side by side, and a line for each trouble that there was with them."""
    scores = [
        line(score.name, f"{_figure(score.points)} of {_figure(score.possible)}", HEADING)
        for score in debrief.scores
    ]
    told = (shown(f"! {trouble}", "bold $error") for trouble in troubles)
    return lines(Content("   ").join(scores), *told)


def counted(phase: DebriefPhaseView) -> Content:
    """How the decisions of a phase went, by mark."""
    marks = [decision.mark for question in phase.questions for decision in question.decisions]
    counts = [
        shown(f"{sign.symbol} {sign.word}: {marks.count(mark)}", f"${sign.colour}")
        for mark, sign in SIGNS.items()
        if mark in marks
    ]
    return page(phase.title, [lines(*counts)])


def ending_of(debrief: DebriefView) -> str:
    """What the last entry of a debrief is called."""
    return ENDING if debrief.closing else DISCUSSED


def ended(debrief: DebriefView) -> Content:
    """How the case ended, and what its author would discuss."""
    blocks = [
        shown(text, style)
        for block in debrief.closing
        for text, style in ((block.note, f"italic {MUTED}"), (block.text, ""))
        if text is not None
    ]
    discussed = map(shown, debrief.discuss)
    return page(ending_of(debrief), [*blocks, *section(DISCUSSED, discussed)] if blocks else list(discussed))


def _figure(points: float) -> str:
    """To one decimal, and never more than it is: what is not all shall not look like all."""
    return f"{floor(points * 10 + 1e-6) / 10:.1f}".removesuffix(".0")
