"""What is told of a guidance that is read as a book: paragraphs, rules, notes and cases, in sentences."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from simulator.session.sentences import sentences

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from simulator.session.book_view import BookParagraphView, BookView, RuleView, VerdictView
    from simulator.session.case_packs import CaseRef


def contents_of(book: BookView) -> Iterator[str]:
    """The documents, each with its sections and their paragraphs."""
    for document in book.documents:
        yield f"{document.title}, {document.date}."
        of_it = (one for one in book.paragraphs if one.document == document.key)
        for section, paragraphs in groupby(of_it, key=lambda one: one.section):
            keys = [one.paragraph for one in paragraphs]
            yield f"{section}: {keys[0] if len(keys) == 1 else f'{keys[0]} to {keys[-1]}'}."


def paragraph_of(book: BookView, one: BookParagraphView) -> Iterator[str]:
    """A paragraph whole, with what stands beside it."""
    yield f"{one.paragraph}. {one.section}."
    yield one.text
    for note in book.notes:
        if one.paragraph in note.paragraphs:
            yield f"Note of {note.date}: {note.text}"
    for tension in book.tensions:
        if one.paragraph in tension.paragraphs:
            yield _tension(tension.paragraphs, tension.text, tension.settled)
    for advice in book.advice:
        if one.paragraph in advice.paragraphs:
            yield f"Advice: {advice.text}"
    if one.background is not None:
        yield f"No rule rests on it: {one.background}"
    else:
        yield f"Rules that rest on it: {len(one.rules)}."


def found_in(book: BookView, words: str) -> list[str]:
    """The paragraphs in which, or in whose notes, all `words` stand: each with its first sentence that has one."""
    wanted = words.casefold().split()
    return [
        f"{one.paragraph}: {_first_with(one.text, wanted)}"
        for one in book.paragraphs
        if all(word in _searched(book, one) for word in wanted)
    ]


def rules_of(rules: Sequence[RuleView]) -> Iterator[str]:
    """Rules by number: what each is about, and when it decides."""
    for number, rule in enumerate(rules, 1):
        yield f"{number}. {rule.question}. {rule.when}"


def rule_of(rule: RuleView) -> Iterator[str]:
    """A rule whole."""
    yield f"{rule.question}. {rule.asks}"
    yield rule.when
    if rule.silence is not None:
        yield f"The guidance is silent: {rule.silence}"
    yield from map(_verdict, rule.verdicts)


def notes_of(book: BookView) -> Iterator[str]:
    """What has changed since."""
    for note in book.notes:
        yield f"Note of {note.date} to {_listed(note.paragraphs)}: {note.text}"


def tensions_of(book: BookView) -> Iterator[str]:
    """Where paragraphs pull against each other."""
    for tension in book.tensions:
        yield _tension(tension.paragraphs, tension.text, tension.settled)


def silences_of(book: BookView) -> Iterator[str]:
    """Where the guidance gives no answer."""
    for rule in book.silences:
        yield f"{rule.question}. {rule.when} {rule.silence}"


def cases_of(refs: Sequence[CaseRef]) -> Iterator[str]:
    """Cases by number."""
    for number, ref in enumerate(refs, 1):
        title = ref.title or f"A case made from seed {ref.which}"
        yield f"{number}. {title}. From {ref.pack.title}, about {ref.pack.minutes} minutes."


def _verdict(verdict: VerdictView) -> str:
    when = f" {verdict.when}" if verdict.when else ""
    rests_on = f" It rests on {_listed(verdict.paragraphs)}." if verdict.paragraphs else ""
    return f"{verdict.label}: {verdict.verdict_label}{when}, {verdict.basis_label}. {verdict.why}{rests_on}"


def _tension(paragraphs: Sequence[str], text: str, settled: str) -> str:
    return f"{_listed(paragraphs)} pull against each other: {text} Settled here: {settled}"


def _listed(keys: Iterable[str]) -> str:
    *first, last = keys
    return f"{', '.join(first)} and {last}" if first else last


def _searched(book: BookView, one: BookParagraphView) -> str:
    notes = (note.text for note in book.notes if one.paragraph in note.paragraphs)
    return " ".join((one.paragraph, one.section, one.text, *notes)).casefold()


def _first_with(text: str, wanted: Sequence[str]) -> str:
    told = [text[start:end] for start, end in sentences(text)]
    having = (sentence for sentence in told if any(word in sentence.casefold() for word in wanted))
    return next(having, told[0] if told else "")
