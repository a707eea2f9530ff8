"""What a page says before it goes further into a decision: how it went, and what is called for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown
from simulator.tui.telling.pieces import line, lines, page
from simulator.tui.telling.signs import SIGNS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual.content import Content

    from simulator.session.debrief_view import DecisionView, RulingView

LOOKING = "Looking…"


def titled(question: str, decision: DecisionView, parts: Iterable[Content]) -> Content:
    """A page on a decision, told shortly first; `question` is the question's title."""
    return page(f"{question} – {decision.label}", [_summary(decision), *parts])


def _summary(decision: DecisionView) -> Content:
    sign = SIGNS[decision.mark]
    chosen = line(f"{sign.symbol} You chose:", _labels(decision.chosen), f"bold ${sign.colour}")
    if set(decision.chosen) == set(decision.called_for):
        return chosen
    return lines(chosen, line("  Called for:", _labels(decision.called_for)))


def _labels(rulings: Iterable[RulingView]) -> str:
    return "; ".join(ruling.label for ruling in rulings) or "nothing"


def muted(text: str) -> Content:
    """A remark."""
    return shown(text, "italic $text-muted")
