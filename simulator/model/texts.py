"""The words of a guidance: documents, paragraphs, and what is noted beside them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

PromptWhen = Literal["wrong", "silent", "tension"]


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


@dataclass(frozen=True, slots=True)
class Welfare:
    """What is done for the welfare of a subject for whom an option of a question is called for."""

    question: str
    option: str
    text: str


@dataclass(frozen=True, slots=True)
class Caseload:
    """How common the options of a question are by a published figure.

    `shares` are from 0 to 1; the options that it does not name have the rest together.
    """

    question: str
    text: str
    source: str
    shares: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Frame:
    """A frame in which a rationale may be written: its steps in order, each with a title and what it asks."""

    title: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Care:
    """Where support can be found, and what to do where a real disclosure surfaces."""

    support: str
    disclosure: str


@dataclass(frozen=True, slots=True)
class Prompt:
    """What any case may be discussed by.

    It is for cases that ask the `question`, where that went `wrong`, met a silence of the guidance or a `tension`
    of it; without a question it is for every case, and without a `when` for however the question went.
    """

    text: str
    question: str | None = None
    when: PromptWhen | None = None
