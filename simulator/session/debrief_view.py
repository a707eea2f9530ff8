"""What the debrief tells of each decision, and further for who asks: plain frozen data, every text already cleaned."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.session.summary_view import NO_SUMMARY, Mark, SummaryView
from simulator.session.texts_view import BlockView, ParagraphView, TensionView


@dataclass(frozen=True, slots=True)
class RulingView:
    """What the guidance says of one option, and why."""

    option: str
    label: str
    verdict: str
    verdict_label: str
    basis: str
    basis_label: str
    why: str
    excused: bool
    """A departure with a rationale that cites: to be discussed, and no mistake."""


@dataclass(frozen=True, slots=True)
class CitationView:
    """A quotation and the whole paragraph that it stands in."""

    paragraph: str
    quote: str


@dataclass(frozen=True, slots=True)
class PieceView:
    """A block of the case's text, and what it is as evidence of one matter, in a few words for each piece."""

    text: str
    is_evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class MatterView:
    """One matter that evidence bears on: what is told of it, the grade that this carries, and what it amounts to."""

    label: str
    grade: str
    amounts_to: tuple[str, ...]
    pieces: tuple[PieceView, ...]


@dataclass(frozen=True, slots=True)
class DecisionView:
    """One decision of the learner, explained."""

    subject: str
    label: str
    mark: Mark
    chosen: tuple[RulingView, ...]
    called_for: tuple[RulingView, ...]
    """The options that the guidance calls for, chosen or not."""
    also_open: tuple[RulingView, ...]
    """The options within the discretion that the guidance leaves."""
    missed: tuple[str, ...]
    """Labels of options called for and not chosen, of a question of several."""
    silence: str | None
    """Why the guidance gives no answer; None where it gives one."""
    follows_from: str | None
    """The sentence that names the earlier answer from which this error follows."""
    citations: tuple[CitationView, ...]
    tensions: tuple[TensionView, ...]
    rationale: str
    sureness: int | None
    cites: tuple[str, ...]
    evidence: tuple[MatterView, ...] = ()
    """Where a grade was judged: the evidence that made it."""
    untold: tuple[BlockView, ...] = ()
    """What the learner was not told when it mattered, for not having asked; each with what would have brought it."""
    others: tuple[RulingView, ...] = ()
    """The options that were neither chosen nor called for nor open, with why they were not."""
    led_to: tuple[str, ...] = ()
    """The later decisions whose errors followed from this one, by question and subject."""
    consequences: tuple[str, ...] = ()
    """What an unwise choice would have led to in procedure, a sentence each."""
    decides: tuple[str, ...] = ()
    """The paragraphs on which it rests, whatever was chosen."""


@dataclass(frozen=True, slots=True)
class FlipsView:
    """What would have made an option of a decision right."""

    option: str
    label: str
    chosen: bool
    """Whether it is what the learner chose."""
    sentences: tuple[str, ...]
    """The smallest changes of the facts, a sentence each; empty where none does: nobody and nothing is ever added."""


@dataclass(frozen=True, slots=True)
class ExplanationView:
    """A decision explained further than `DecisionView` does, for who asks."""

    rule: str
    """The rule that decides, by which near misses can be asked for."""
    trace: tuple[str, ...]
    """Why that rule decides and each of its branches is taken, then for each other rule why it does not, with
    what each cites."""
    flips: tuple[FlipsView, ...]
    """For every option that is not called for; what the learner chose comes first."""


@dataclass(frozen=True, slots=True)
class NearMissView:
    """Two possible cases that differ in one fact and in what is called for."""

    question: str
    """Its title."""
    subject: str
    label: str
    """How the subject is called."""
    facts: tuple[str, ...]
    """The one case, in short lines."""
    called_for: str
    """What is called for there: labels of options."""
    sentence: str
    """What one fact would change."""


@dataclass(frozen=True, slots=True)
class DebriefQuestionView:
    """One question of a phase, with the decision about each subject."""

    question: str
    title: str
    several: bool
    decisions: tuple[DecisionView, ...]


@dataclass(frozen=True, slots=True)
class DebriefPhaseView:
    """One phase in the debrief."""

    phase: str
    title: str
    questions: tuple[DebriefQuestionView, ...]


@dataclass(frozen=True, slots=True)
class ScoreView:
    """What one scorer gives."""

    name: str
    points: float
    possible: float


@dataclass(frozen=True, slots=True)
class DebriefView:
    """What is told once the last phase is confirmed; in practice, of each phase once it is confirmed."""

    phases: tuple[DebriefPhaseView, ...]
    scores: tuple[ScoreView, ...]
    paragraphs: tuple[ParagraphView, ...]
    """The paragraphs that any citation names, whole."""
    closing: tuple[BlockView, ...]
    """How the case ended."""
    discuss: tuple[str, ...] = ()
    """Questions for the discussion."""
    summary: SummaryView = NO_SUMMARY

    def paragraph(self, key: str) -> ParagraphView:
        """The whole paragraph `key`; raises KeyError where no citation names it."""
        for paragraph in self.paragraphs:
            if paragraph.paragraph == key:
                return paragraph
        raise KeyError(key)
