"""Texts of a case and of a guidance as a face shows them: plain frozen data, every text already cleaned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class AnnotationView:
    """What the learner said about a stretch of a passage: `start` and `end` count characters of its text."""

    start: int
    end: int
    highlighted: bool
    note: str


@dataclass(frozen=True, slots=True)
class BlockView:
    """One paragraph of the case's text."""

    text: str
    note: str | None = None
    """What to say before it, where the case went on from what may not have been the learner's choice."""
    passage: str = ""
    """What `Annotate` calls it; empty where it cannot be annotated."""
    annotations: tuple[AnnotationView, ...] = ()
    """In the order of their starts; they may overlap."""


@dataclass(frozen=True, slots=True)
class ParagraphView:
    """A paragraph of the guidance, whole, with its dated notes."""

    paragraph: str
    document: str
    section: str
    text: str
    notes: tuple[str, ...]
    """Each as `DATE: text`."""


@dataclass(frozen=True, slots=True)
class TensionView:
    """Paragraphs that pull against each other, and how the guidance pack settles it."""

    paragraphs: tuple[str, ...]
    text: str
    settled: str
