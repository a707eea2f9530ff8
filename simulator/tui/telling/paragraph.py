"""The pages of a guidance that is read as a book: a paragraph with all that is noted on it, and what stands beside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from simulator.tui.safety import shown
from simulator.tui.searching import marked
from simulator.tui.telling.pieces import HEADING, MUTED, TITLE, line, lines, section

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.session.book_view import (
        AdviceView,
        BookParagraphView,
        BookView,
        NoteView,
        RuleView,
        SourceView,
    )
    from simulator.session.texts_view import TensionView

NOTES = "Dated notes"
TENSIONS = "Tensions"
SILENCES = "Where the guidance is silent"
ADVICE = "Advice"
NO_NOTES = "No note, tension or silent point belongs to this paragraph."


def titled(source: SourceView) -> str:
    """A document's title and date."""
    return f"{source.title} ({source.date})"


def paragraph_told(book: BookView, one: BookParagraphView, needle: str) -> Content:
    """A paragraph word for word, and what belongs to it; `needle` is marked in it."""
    beside = list(_beside(book, one, needle)) or [shown(NO_NOTES, f"italic {MUTED}")]
    return _parts([_head(book, one, needle), marked(one.text, needle), *beside])


def _head(book: BookView, one: BookParagraphView, needle: str) -> Content:
    source = next((each for each in book.documents if each.key == one.document), None)
    head = [marked(f"{one.paragraph}  {one.section}".rstrip(), needle, TITLE)]
    return lines(*([shown(titled(source), MUTED)] if source else []), *head)


def _beside(book: BookView, one: BookParagraphView, needle: str) -> Iterator[Content]:
    key = one.paragraph
    yield from section(NOTES, [_note(each, needle) for each in book.notes if key in each.paragraphs])
    yield from section(TENSIONS, [_tension(each, needle) for each in book.tensions if key in each.paragraphs])
    silent = [book.rules[rule] for rule in one.rules if book.rules[rule].silence is not None]
    yield from section(SILENCES, [_silence(each, needle) for each in silent])
    yield from section(ADVICE, [_advice(each, needle) for each in book.advice if key in each.paragraphs])
    if one.background is not None:
        yield line("No rule rests on it.", one.background, HEADING)


def notes_told(book: BookView, needle: str) -> Content:
    """Every dated note."""
    return _listed(NOTES, (lines(_on(each.paragraphs), _note(each, needle)) for each in book.notes))


def tensions_told(book: BookView, needle: str) -> Content:
    """Every tension, and how it is settled."""
    return _listed(TENSIONS, (_tension(each, needle) for each in book.tensions))


def silences_told(book: BookView, needle: str) -> Content:
    """Every rule where the guidance gives no answer."""
    return _listed(SILENCES, (_silence(each, needle) for each in book.silences))


def advice_told(book: BookView, needle: str) -> Content:
    """All advice."""
    return _listed(ADVICE, (lines(_on(each.paragraphs), _advice(each, needle)) for each in book.advice))


def _listed(title: str, parts: Iterable[Content]) -> Content:
    return _parts([shown(title, TITLE), *parts])


def _parts(parts: Iterable[Content]) -> Content:
    return Content("\n\n").join(parts)


def _on(paragraphs: Sequence[str]) -> Content:
    return shown(f"On {', '.join(paragraphs)}", "bold")


def _note(note: NoteView, needle: str) -> Content:
    return marked(f"{note.date}: {note.text}", needle)


def _tension(tension: TensionView, needle: str) -> Content:
    return lines(
        shown(f"Between {', '.join(tension.paragraphs)}", "bold"),
        marked(tension.text, needle),
        Content(" ").join([shown("Settled here:", "bold"), marked(tension.settled, needle)]),
    )


def _silence(rule: RuleView, needle: str) -> Content:
    return lines(
        shown(f"{rule.question} ({rule.rule})", "bold"),
        shown(rule.when, MUTED),
        marked(rule.silence or "", needle),
    )


def _advice(advice: AdviceView, needle: str) -> Content:
    return marked(advice.text, needle)
