"""How a class voted, and what the guidance says of it: plain frozen data, every text already cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.session.debrief_view import CitationView, RulingView
from simulator.session.texts_view import ParagraphView
from simulator.session.view import OptionView

FEWEST = 5
"""Votes below which no distribution is shown to the class: of fewer it could be told whose they are."""


@dataclass(frozen=True, slots=True)
class VotesView:
    """How often each option of the question was voted for, about one subject, in the options' order."""

    subject: str
    label: str
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class RoundView:
    """One vote of the class; `number` counts from 1.

    `subjects` is empty where fewer than `FEWEST` seats have voted, but never for the facilitator.
    """

    number: int
    voted: int
    subjects: tuple[VotesView, ...]


@dataclass(frozen=True, slots=True)
class PollView:
    """All votes of the class on one question."""

    phase: str
    question: str
    title: str
    asks: str
    several: bool
    options: tuple[OptionView, ...]
    rounds: tuple[RoundView, ...]


@dataclass(frozen=True, slots=True)
class SubjectVerdictView:
    """What the guidance says about one subject of a question; `options` are in the question's order."""

    subject: str
    label: str
    options: tuple[RulingView, ...]
    silence: str | None
    """Why the guidance gives no answer; None where it gives one."""
    citations: tuple[CitationView, ...]
    """Of what is called for, the most telling first."""


@dataclass(frozen=True, slots=True)
class VerdictView:
    """What the guidance says about a question of a case, for every subject."""

    phase: str
    question: str
    title: str
    subjects: tuple[SubjectVerdictView, ...]
    paragraphs: tuple[ParagraphView, ...]
    """The paragraphs that are cited, whole."""


Standing = Literal["ahead", "open", "closed", "told", "skipped"]
"""How a question stands in a class: `closed` after a vote, `told` once its verdict is."""
