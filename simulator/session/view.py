"""What a face may show of a session: plain frozen data, every text already cleaned.

Nothing in it tells a verdict before the decision is committed for good: with its phase in practice, and with the
whole case in assessment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from simulator.session.commands import Mode
from simulator.session.debrief_view import DebriefView
from simulator.session.texts_view import BlockView, ParagraphView

PhaseState = Literal["done", "current", "ahead"]
SessionState = Literal["open", "left", "skipped", "finished"]


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
class PhaseView:
    """A phase: its text as far as it is visible, and its steps that are committed."""

    phase: str
    title: str
    state: PhaseState
    narrative: tuple[BlockView, ...]
    committed: tuple[StepView, ...]


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
