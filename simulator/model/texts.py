"""The words of a guidance: documents, paragraphs, and what is noted beside them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """A document of the guidance; `sha256` is of the source's bytes, `date` as it is printed."""

    key: str
    title: str
    date: str
    sha256: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph word for word, white space folded; `background` says why nothing cites it."""

    paragraph: str
    document: str
    section: str
    text: str
    background: str | None


@dataclass(frozen=True, slots=True)
class Note:
    """What has changed since, or what an expert would flag; never part of a quotation."""

    note: str
    paragraphs: tuple[str, ...]
    date: str
    text: str


@dataclass(frozen=True, slots=True)
class Tension:
    """Paragraphs that pull against each other, and how the rules named settle it."""

    tension: str
    paragraphs: tuple[str, ...]
    text: str
    settled: str
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Advice:
    """What is shown and cited, and scored by no verdict."""

    advice: str
    cites: tuple[str, ...]
    text: str
