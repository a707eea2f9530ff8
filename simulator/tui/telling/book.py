"""What there is to read in a guidance, in order: each paragraph, and then what stands beside them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from simulator.tui.searching import holds
from simulator.tui.telling import paragraph as telling

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from textual.content import Content

    from simulator.session.book_view import BookParagraphView, BookView, RuleView
    from simulator.session.case_packs import CaseRef

BESIDE = "Beside the documents"


@dataclass(frozen=True, slots=True)
class Entry:
    """One page: a `paragraph`, or None where all notes, tensions, silent points or advice are on it.

    `headings` stand before it; `told` gives the page, with what is searched for marked in it.
    """

    key: str
    """What it is called: a paragraph's key, or a title."""
    text: str
    headings: tuple[str, ...]
    searched: tuple[str, ...]
    rules: tuple[RuleView, ...]
    told: Callable[[str], Content]
    paragraph: BookParagraphView | None = None


def entries_of(book: BookView) -> tuple[Entry, ...]:
    """Every paragraph in the order of the documents, and a page for each sort of thing that there is beside them."""
    return (*_paragraphs(book), *_beside(book))


def found_in(entries: Sequence[Entry], needle: str) -> list[int]:
    """The numbers of the entries in which what is `sought` stands."""
    return [
        number for number, entry in enumerate(entries) if any(holds(text, needle) for text in entry.searched)
    ]


def _paragraphs(book: BookView) -> Iterator[Entry]:
    titles = {each.key: telling.titled(each) for each in book.documents}
    document = section = ""
    for one in book.paragraphs:
        headings: list[str] = []
        if one.document != document:
            document, section = one.document, ""
            headings.append(titles.get(document, document))
        if one.section != section:
            section = one.section
            headings.append(section)
        notes = (f"{note.date}: {note.text}" for note in book.notes if one.paragraph in note.paragraphs)
        yield Entry(
            one.paragraph,
            one.text,
            tuple(headings),
            (one.paragraph, one.section, one.text, *notes),
            tuple(book.rules[rule] for rule in one.rules),
            partial(telling.paragraph_told, book, one),
            one,
        )


def _beside(book: BookView) -> Iterator[Entry]:
    silent = book.silences
    tensions = [text for each in book.tensions for text in (each.text, each.settled)]
    pages = [
        _page(telling.NOTES, len(book.notes), (), partial(telling.notes_told, book)),
        _page(telling.TENSIONS, len(book.tensions), tensions, partial(telling.tensions_told, book)),
        _page(
            telling.SILENCES,
            len(silent),
            [rule.silence or "" for rule in silent],
            partial(telling.silences_told, book),
            silent,
        ),
        _page(
            telling.ADVICE,
            len(book.advice),
            [each.text for each in book.advice],
            partial(telling.advice_told, book),
        ),
    ]
    for number, page in enumerate(page for page in pages if page is not None):
        yield page if number else _under(BESIDE, page)


def _page(
    title: str,
    number: int,
    searched: Iterable[str],
    told: Callable[[str], Content],
    rules: tuple[RuleView, ...] = (),
) -> Entry | None:
    if not number:
        return None
    return Entry(title, f"({number})", (), tuple(searched), rules, told)


def _under(heading: str, page: Entry) -> Entry:
    return Entry(page.key, page.text, (heading,), page.searched, page.rules, page.told)


def case_line(case: CaseRef) -> tuple[str, str]:
    """A case that exercises something: what it is called, and a few words on its pack."""
    title = case.title or "A new case made for it"
    intensity = f", intensity {case.pack.intensity} of 3" if case.pack.intensity else ""
    return title, f"{case.pack.title}, about {case.pack.minutes} min{intensity}"
