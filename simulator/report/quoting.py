"""Quotations shown where they stand: inside the whole paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from simulator.session.debrief_view import CitationView, DebriefView


class Stretch(NamedTuple):
    """A part of a paragraph, and whether it is quoted."""

    text: str
    quoted: bool


class QuotedParagraph(NamedTuple):
    """A paragraph in stretches, and what is quoted of it; its text is empty where only the quotations are known."""

    paragraph: str
    section: str
    quotes: tuple[str, ...]
    stretches: tuple[Stretch, ...] = ()
    elsewhere: tuple[str, ...] = ()
    """The quotations that are not found in it."""
    notes: tuple[str, ...] = ()


def quoted_paragraphs(citations: Iterable[CitationView], debrief: DebriefView) -> tuple[QuotedParagraph, ...]:
    """The paragraphs that `citations` name, each once and in their order, with all that is quoted of it."""
    quotes: dict[str, list[str]] = {}
    for citation in citations:
        quotes.setdefault(citation.paragraph, []).append(citation.quote)
    return tuple(_paragraph(key, quoted, debrief) for key, quoted in quotes.items())


def _paragraph(key: str, quotes: list[str], debrief: DebriefView) -> QuotedParagraph:
    try:
        whole = debrief.paragraph(key)
    except KeyError:
        return QuotedParagraph(key, "", tuple(quotes), elsewhere=tuple(quotes))
    return QuotedParagraph(
        paragraph=key,
        section=whole.section,
        quotes=tuple(quotes),
        stretches=tuple(stretches(whole.text, quotes)),
        elsewhere=tuple(quote for quote in quotes if quote not in whole.text),
        notes=whole.notes,
    )


def stretches(text: str, quotes: Iterable[str]) -> Iterator[Stretch]:
    """`text` cut where what is quoted begins and ends; put together again they are `text`."""
    at = 0
    for start, end in _merged(text, quotes):
        if at < start:
            yield Stretch(text[at:start], False)
        yield Stretch(text[start:end], True)
        at = end
    if at < len(text):
        yield Stretch(text[at:], False)


def _merged(text: str, quotes: Iterable[str]) -> list[tuple[int, int]]:
    """Where the first of each quotation lies, overlapping ones as one, in their order."""
    spans = sorted((text.find(quote), text.find(quote) + len(quote)) for quote in quotes if quote)
    merged: list[tuple[int, int]] = []
    for start, end in spans:
        if start < 0:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
