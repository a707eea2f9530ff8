"""Near misses: small cases, and the one fact that makes another answer of each."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from simulator.model.world import CASE
from simulator.tui.looking import Trouble
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, line, lines
from simulator.tui.telling.summary import LOOKING, muted

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from textual.content import Content

    from simulator.session.debrief_view import NearMissView
    from simulator.tui.looking import Nearby

TITLE = "Cases one fact apart"
ABOUT = "Small made-up cases that the same rule decides; whoever is named there is not in this one."
NONE = "None was found for the rule that decides here."


def nearby(near: Nearby) -> Content:
    """All of them under one heading."""
    heading = shown(TITLE, HEADING)
    if near is None:
        return lines(heading, muted(LOOKING))
    if isinstance(near, Trouble):
        return lines(heading, shown(near.sentence, "$error"))
    if not near:
        return lines(heading, muted(NONE))
    return lines(heading, muted(ABOUT), *_cases(near))


def _cases(near: Sequence[NearMissView]) -> Iterable[Content]:
    """Each case once, with every change that was found in it."""
    for (facts, subject, label, called_for), each in groupby(
        near, lambda one: (one.facts, one.subject, one.label, one.called_for)
    ):
        yield shown("")
        yield from map(shown, facts)
        about = "" if subject == CASE else f" ({label})"
        yield line(f"Called for there{about}:", f"{called_for}.")
        yield from (shown(f"• {one.sentence}") for one in each)
