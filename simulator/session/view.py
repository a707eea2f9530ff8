"""What a face may show of a session: plain frozen data, every text already cleaned.

Nothing in it tells a verdict before the decision is committed for good: with its phase in practice, and with the
whole case in assessment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from simulator.session.commands import Mode

PhaseState = Literal["done", "current", "ahead"]
SessionState = Literal["open", "left", "skipped", "finished"]
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
    others: tuple[RulingView, ...] = ()
    """The options that were neither chosen nor called for nor open, with why they were not."""
    led_to: tuple[str, ...] = ()
    """The later decisions whose errors followed from this one, by question and subject."""
    consequences: tuple[str, ...] = ()
    """What an unwise choice would have led to in procedure, a sentence each."""


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
class EndingView:
    """How the matter ends for one subject: by a question that settles it."""

    question: str
    """Its title."""
    label: str
    """How the subject is called."""
    called_for: tuple[str, ...]
    also_open: tuple[str, ...]
    chosen: tuple[str, ...]
    """Labels of options, as in the other two."""
    mark: Mark


@dataclass(frozen=True, slots=True)
class SubjectRowView:
    """Every decision about one subject: the question's title and how it went, in the order of the debrief."""

    label: str
    marks: tuple[tuple[str, Mark], ...]


@dataclass(frozen=True, slots=True)
class KnownParagraphView:
    """How the decisions went that rest on one paragraph, by number."""

    paragraph: str
    section: str
    right: int
    wrong: int


@dataclass(frozen=True, slots=True)
class SurenessRowView:
    """How the decisions went on which the learner was sure to one level of `SURENESS`, by number."""

    level: int
    right: int
    wrong: int


@dataclass(frozen=True, slots=True)
class ShareView:
    """How common one ending is in real caseloads, from 0 to 1, and how many subjects of this case end so."""

    label: str
    share: float
    here: int


@dataclass(frozen=True, slots=True)
class CaseloadView:
    """How common the endings are in real caseloads, by a published figure."""

    text: str
    source: str
    shares: tuple[ShareView, ...]


@dataclass(frozen=True, slots=True)
class WelfareView:
    """What was done for the welfare of one subject."""

    label: str
    done: tuple[tuple[str, bool], ...]
    """A sentence each, and whether the learner saw to it; the case went on with it either way."""


@dataclass(frozen=True, slots=True)
class SummaryView:
    """The decisions that are told, all together; what the guidance has no words or figures for is left out."""

    endings: tuple[EndingView, ...] = ()
    well: tuple[str, ...] = ()
    """The decisions done well, as `TITLE (LABEL, LABEL)`."""
    badly: tuple[str, ...] = ()
    subjects: tuple[SubjectRowView, ...] = ()
    paragraphs: tuple[KnownParagraphView, ...] = ()
    """In the order of the documents."""
    sureness: tuple[SurenessRowView, ...] = ()
    """All levels, or none where the learner never said how sure they were."""
    caseload: CaseloadView | None = None
    welfare: tuple[WelfareView, ...] = ()


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
    summary: SummaryView = SummaryView()

    def paragraph(self, key: str) -> ParagraphView:
        """The whole paragraph `key`; raises KeyError where no citation names it."""
        for paragraph in self.paragraphs:
            if paragraph.paragraph == key:
                return paragraph
        raise KeyError(key)


@dataclass(frozen=True, slots=True)
class FrameView:
    """A frame in which a rationale may be written: its name, and for each step its name and what it asks."""

    title: str
    steps: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class CareView:
    """What a force says to its learners; each empty where it says nothing."""

    support: str
    """Where support can be found."""
    disclosure: str
    """What to do where a real disclosure surfaces."""


NO_CARE = CareView("", "")


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
    mode: Mode = "assessment"
    feedback: DebriefView | None = None
    """In practice, what is told of the phases that are confirmed; None before the first, and once finished."""
    undoes: str | None = None
    """What `Undo` would take back, in a few words; None where it would do nothing."""
    redoes: str | None = None
    frame: FrameView | None = None
