"""What a session needs to know of a guidance; `engine_guide` answers it from the rules."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping, Sequence

    from simulator.scoring.choice import Choice
    from simulator.session.debrief_view import DebriefView, ExplanationView, NearMissView
    from simulator.session.summary_view import Mark
    from simulator.session.texts_view import ParagraphView
    from simulator.session.view import FrameView


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as it is put: `options` maps each option's id to its label, in order."""

    question: str
    title: str
    asks: str
    several: bool
    excluding: str | None
    options: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Due:
    """A question that a step of a phase asks about a subject, and what the guidance calls for there."""

    step: str
    question: str
    subject: str
    called_for: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Judged:
    """One decision of a learner, held against the guidance; ids alone, and no word of anybody's.

    `decides` are the paragraphs on which it rests, `kinds` the kinds of mistake that it is, as the guidance declares
    them.
    """

    phase: str
    question: str
    subject: str
    rule: str
    chosen: tuple[str, ...]
    called_for: tuple[str, ...]
    also_open: tuple[str, ...]
    mark: Mark
    sureness: int | None
    cites: tuple[str, ...]
    decides: tuple[str, ...]
    kinds: tuple[str, ...]

    def as_data(self) -> dict[str, Any]:
        """As plain JSON data."""
        data = {name: getattr(self, name) for name in self.__slots__}
        return {name: list(value) if isinstance(value, tuple) else value for name, value in data.items()}


class Guide(Protocol):
    """A guidance as a session sees it. Every method is pure; unknown ids raise KeyError."""

    @property
    def name(self) -> str:
        """The guidance pack's name, as `case_begun` records it."""

    @property
    def rules_sha256(self) -> str:
        """What the rules were when the session began."""

    @property
    def standing(self) -> str:
        """The line that every screen and print shows."""

    @property
    def paragraphs(self) -> Mapping[str, ParagraphView]:
        """Every paragraph, by its key, in the order of the documents."""

    def check(self, case: Mapping[str, Any]) -> None:
        """Raise InputFault where `case` is no `case/1` of this guidance."""

    def asked(self, question: str) -> Asked:
        """The question `question`."""

    def due(self, case: Mapping[str, Any], phase: str) -> Sequence[Due]:
        """What `phase` of `case` asks, in order."""

    def phase_title(self, phase: str) -> str:
        """The title of a phase."""

    def step_title(self, phase: str, step: str) -> str:
        """The title of a step of a phase."""

    def subject_label(self, case: Mapping[str, Any], question: str, subject: str) -> str:
        """How `subject` is called: a name, the case, or a word of the guidance."""

    def went_on(self, question: str, option: str) -> str:
        """The sentence that says that the case went on from `option`, which nobody had chosen."""

    @property
    def frame(self) -> FrameView | None:
        """A frame in which a rationale may be written, if the guidance has one."""

    def debrief(
        self, case: Mapping[str, Any], choices: Sequence[Choice], phases: Collection[str] | None = None
    ) -> DebriefView:
        """Everything there is to tell about `choices`, once all of them are final; `closing` is empty.

        With `phases` the choices are those of these first phases, and what is told at the end alone is left out.
        """

    def judged(self, case: Mapping[str, Any], choices: Sequence[Choice]) -> Sequence[Judged]:
        """Every decision of all phases, once all choices are final; those without a choice are left out."""

    def explain(
        self, case: Mapping[str, Any], phase: str, question: str, subject: str, chosen: Sequence[str]
    ) -> ExplanationView:
        """Why a decision is as it is, and what would change it."""

    def near_misses(self, rule: str) -> Sequence[NearMissView]:
        """A few pairs of cases that differ in one fact, of which `rule` decides one; of some rules there are none."""
