"""Why a rule decides, and why none of the others does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.looking import Trouble
from simulator.tui.safety import shown
from simulator.tui.telling.pieces import section
from simulator.tui.telling.summary import LOOKING, muted, titled

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content

    from simulator.session.debrief_view import DecisionView
    from simulator.tui.looking import Explained

OTHERS = "The other rules"


def traced(question: str, decision: DecisionView, explained: Explained) -> Content:
    """The rule that decides first, and then each of the others; `question` is the question's title."""
    return titled(question, decision, _trace(explained))


def _trace(explained: Explained) -> Iterable[Content]:
    if explained is None:
        yield muted(LOOKING)
    elif isinstance(explained, Trouble):
        yield shown(explained.sentence, "$error")
    else:
        deciding, *others = explained.trace
        yield shown(deciding, "bold")
        yield from section(OTHERS, map(shown, others))
