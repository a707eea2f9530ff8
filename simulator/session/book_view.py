"""What a face may show of a guidance as a whole: plain frozen data, every text already cleaned."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from simulator.session.texts_view import TensionView


@dataclass(frozen=True, slots=True)
class SourceView:
    """A document of the guidance; `date` as it is printed on it."""

    key: str
    title: str
    date: str


@dataclass(frozen=True, slots=True)
class BookParagraphView:
    """A paragraph word for word, where it stands, and the ids of the rules that cite it.

    `background` says why none does; None where it can be cited.
    """

    paragraph: str
    document: str
    """The key of its document."""
    section: str
    text: str
    background: str | None
    rules: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class NoteView:
    """What has changed since, or what an expert would flag."""

    date: str
    text: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AdviceView:
    """What is advised, and scored by no verdict."""

    text: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class VerdictView:
    """What a rule says of one option: `when` is empty where it says so wherever it decides."""

    label: str
    verdict: str
    verdict_label: str
    basis_label: str
    when: str
    why: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RuleView:
    """A rule: the question that it decides, when it does so in a sentence, and what it then says of each option.

    `silence` says why the guidance gives no answer there; None where it gives one.
    """

    rule: str
    question: str
    """Its title."""
    asks: str
    when: str
    verdicts: tuple[VerdictView, ...]
    silence: str | None
    paragraphs: tuple[str, ...]
    """The paragraphs that it cites, each once."""


@dataclass(frozen=True, slots=True)
class BookView:
    """A guidance as a book: its documents, what stands beside them, and the rules made of them."""

    title: str = ""
    standing: str = ""
    documents: tuple[SourceView, ...] = ()
    paragraphs: tuple[BookParagraphView, ...] = ()
    """In the order of the documents."""
    notes: tuple[NoteView, ...] = ()
    tensions: tuple[TensionView, ...] = ()
    advice: tuple[AdviceView, ...] = ()
    rules: Mapping[str, RuleView] = field(default_factory=dict)
    """By id, in the order of the guidance."""

    @property
    def silences(self) -> tuple[RuleView, ...]:
        """The rules where the guidance gives no answer."""
        return tuple(rule for rule in self.rules.values() if rule.silence is not None)
