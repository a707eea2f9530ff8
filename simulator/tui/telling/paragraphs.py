"""The paragraphs that decide, whole, with what is quoted of them marked and their dated notes below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.safety import shown
from simulator.tui.telling.pieces import MUTED, TITLE, line, lines, section

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from simulator.session.debrief_view import CitationView, DebriefView

PARAGRAPHS = "In the guidance"


def cited(citations: Sequence[CitationView], debrief: DebriefView) -> Iterable[Content]:
    """A section with each paragraph once, whatever number of quotations there are from it."""
    return section(PARAGRAPHS, _paragraphs(citations, debrief))


def cited_apart(citations: Sequence[CitationView], debrief: DebriefView) -> Content:
    """The same for a pane of its own."""
    return Content("\n\n").join([shown(PARAGRAPHS, TITLE), *_paragraphs(citations, debrief)])


def _paragraphs(citations: Sequence[CitationView], debrief: DebriefView) -> list[Content]:
    quotes: dict[str, list[str]] = {}
    for citation in citations:
        quotes.setdefault(citation.paragraph, []).append(citation.quote)
    return [_paragraph(key, quoted, debrief) for key, quoted in quotes.items()]


def _paragraph(key: str, quotes: Iterable[str], debrief: DebriefView) -> Content:
    paragraph = debrief.paragraph(key)
    text = shown(paragraph.text)
    for quote in (shown(quote).plain for quote in quotes):
        start = text.plain.find(quote)
        if start >= 0:
            text = text.stylize("bold underline $accent", start, start + len(quote))
    notes = [shown(f"Note, {note}", f"italic {MUTED}") for note in paragraph.notes]
    return lines(line(key, paragraph.section), text, *notes)
