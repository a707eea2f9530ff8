"""What a face may show of a session: plain frozen data, every text already cleaned.

Nothing in it tells a verdict before the session is finished; then `View.debrief` tells all.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PhaseState = Literal["done", "current", "ahead"]
SessionState = Literal["open", "left", "finished"]
Mark = Literal["right", "acceptable", "discuss", "mistake", "follows", "silent"]
"""How one decision went: `discuss` is an excused departure, `follows` an error that follows from an
earlier one and costs nothing, `silent` a decision on which the guidance gives no answer."""


@dataclass(frozen=True, slots=True)
class OptionView:
    """One option of a question, as `Answer.chosen` names it and as a person reads it."""

    option: str
    label: str


@dataclass(frozen=True, slots=True)
class SubjectView:
    """What has been answered so far about one subject of a question."""

    subject: str
    label: str
    chosen: tuple[str, ...]
    """Option ids, in the order of the question's options; empty where nothing is chosen yet."""
    chosen_labels: tuple[str, ...]
    rationale: str
    sureness: int | None
    cites: tuple[str, ...]

    @property
    def answered(self) -> bool:
        return bool(self.chosen)


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question of a step, with all the subjects it is asked about."""

    question: str
    title: str
    asks: str
    several: bool
    excluding: str | None
    """The option that excludes all others, if the question has one."""
    options: tuple[OptionView, ...]
    subjects: tuple[SubjectView, ...]

    @property
    def complete(self) -> bool:
        return all(subject.answered for subject in self.subjects)


@dataclass(frozen=True, slots=True)
class StepView:
    """Questions that are committed together."""

    phase: str
    step: str
    title: str
    number: int
    """Which step of its phase it is, from 1."""
    count: int
    """How many steps its phase has."""
    questions: tuple[QuestionView, ...]

    @property
    def complete(self) -> bool:
        return all(question.complete for question in self.questions)

    @property
    def last(self) -> bool:
        """Whether confirming it confirms its phase."""
        return self.number == self.count


@dataclass(frozen=True, slots=True)
class BlockView:
    """One paragraph of the case's text."""

    text: str
    note: str | None = None
    """A sentence to show before it, where the case went on from a choice that was not the learner's."""


@dataclass(frozen=True, slots=True)
class PhaseView:
    """A phase: its text as far as it is visible, and its steps that are committed."""

    phase: str
    title: str
    state: PhaseState
    narrative: tuple[BlockView, ...]
    committed: tuple[StepView, ...]


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
class TensionView:
    """Paragraphs that pull against each other, and how the guidance pack settles it."""

    paragraphs: tuple[str, ...]
    text: str
    settled: str


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


@dataclass(frozen=True, slots=True)
class FlipsView:
    """What would have made an option of a decision right."""

    option: str
    label: str
    chosen: bool
    """Whether it is what the learner chose."""
    sentences: tuple[str, ...]
    """The smallest changes of the facts, a sentence each; empty where no possible facts make it right."""


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
    """Everything that is told once the last phase is confirmed."""

    phases: tuple[DebriefPhaseView, ...]
    scores: tuple[ScoreView, ...]
    paragraphs: tuple[ParagraphView, ...]
    """The paragraphs that any citation names, whole."""
    closing: tuple[BlockView, ...]
    """How the case ended."""
    discuss: tuple[str, ...] = ()
    """Questions of the case's author for the discussion."""

    def paragraph(self, key: str) -> ParagraphView:
        """The whole paragraph `key`; raises KeyError where no citation names it."""
        for paragraph in self.paragraphs:
            if paragraph.paragraph == key:
                return paragraph
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class View:
    """All of a session that a face may show."""

    state: SessionState
    standing: str
    """The one line that every screen and print shows."""
    guidance: str
    case: str
    """The case's id."""
    seed: int | None
    title: str
    content_note: str
    phases: tuple[PhaseView, ...]
    step: StepView | None
    """The step to answer now; None when the session is finished."""
    paragraphs: tuple[ParagraphView, ...]
    """Every paragraph of the guidance, as `Cite` may name it."""
    debrief: DebriefView | None
