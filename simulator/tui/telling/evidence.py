"""The evidence that made a grade, and what was not told for not having been asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.safety import shown
from simulator.tui.telling.pieces import HEADING, MUTED, line, lines, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.content import Content

    from simulator.session.debrief_view import DecisionView, MatterView
    from simulator.session.texts_view import BlockView


def evidence_told(decision: DecisionView) -> Iterator[Content]:
    """A section for each matter that was judged, and one for what was missed."""
    for matter in decision.evidence:
        yield from section(f"The evidence: {matter.label}", _matter(matter))
    yield from section("Not asked for, and so not told in time", map(_untold, decision.untold))


def _matter(matter: MatterView) -> Iterator[Content]:
    for piece in matter.pieces:
        yield lines(shown("; ".join(piece.is_evidence), f"italic {MUTED}"), shown(piece.text))
    yield line("Together it carries:", "; ".join([matter.grade, *matter.amounts_to]), HEADING)


def _untold(block: BlockView) -> Content:
    return lines(shown(block.note or "", f"italic {MUTED}"), shown(block.text))
