"""A whole case in the debrief: the scorers' points, and each phase counted."""

from __future__ import annotations

from math import floor
from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, TITLE, line, lines, page
from simulator.tui.telling.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.session.debrief_view import DebriefPhaseView, DebriefView
    from simulator.session.summary_view import Mark


def scored(debrief: DebriefView, troubles: Sequence[str] = (), heading: str = "") -> Content:
    """The scorers' results side by side after a heading, and a line for each trouble that there was with them."""
    scores = [shown(heading, TITLE)] if heading else []
    scores += [
        line(score.name, f"{_figure(score.points)} of {_figure(score.possible)}", HEADING)
        for score in debrief.scores
    ]
    told = (shown(f"! {trouble}", "bold $error") for trouble in troubles)
    return lines(Content("   ").join(scores), *told)


def counted(phase: DebriefPhaseView) -> Content:
    """How the decisions of a phase went, by mark."""
    marks = [decision.mark for question in phase.questions for decision in question.decisions]
    return page(phase.title, [marks_counted(marks, "\n")])


def marks_counted(marks: Sequence[Mark], between: str) -> Content:
    """How often each of the marks was given."""
    return Content(between).join(
        shown(f"{sign.symbol} {sign.word}: {marks.count(mark)}", f"${sign.colour}")
        for mark, sign in SIGNS.items()
        if mark in marks
    )


def _figure(points: float) -> str:
    """To one decimal, and never more than it is: what is not all shall not look like all."""
    return f"{floor(points * 10 + 1e-6) / 10:.1f}".removesuffix(".0")
