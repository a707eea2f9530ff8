"""What comes after the decisions: questions for the discussion, how the case ended, and what was done for welfare."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, MUTED, line, lines, page

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from simulator.session.debrief_view import DebriefView
    from simulator.session.summary_view import WelfareView

DISCUSSED, ENDING, WELFARE = "To discuss", "How the case ended", "What was done for their welfare"
SEEN_TO, CASE_WENT_ON = "You saw to it:", "Called for; the case went on with it:"


def discussed(debrief: DebriefView) -> Content:
    """What could be discussed, a question each."""
    return page(DISCUSSED, [shown(f"• {prompt}") for prompt in debrief.discuss])


def ended(debrief: DebriefView) -> Content:
    """How the case ended."""
    blocks = (
        shown(text, style)
        for block in debrief.closing
        for text, style in ((block.note, f"italic {MUTED}"), (block.text, ""))
        if text is not None
    )
    return page(ENDING, blocks)


def cared(debrief: DebriefView) -> Content:
    """What was done for the welfare of each."""
    return page(WELFARE, map(_cared_for, debrief.summary.welfare))


def _cared_for(welfare: WelfareView) -> Content:
    return lines(shown(welfare.label, HEADING), *_done(welfare))


def _done(welfare: WelfareView) -> Iterator[Content]:
    for sentence, saw_to_it in welfare.done:
        symbol, head, colour = ("✓", SEEN_TO, "success") if saw_to_it else ("○", CASE_WENT_ON, "warning")
        yield line(f"{symbol} {head}", sentence, f"bold ${colour}")
