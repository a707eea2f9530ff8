"""A guidance: its documents, its world of facts, its questions and rules, read and free of faults in form."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from simulator.guidance.tellings import Tellings

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.guidance.mistake_reading import MistakeKind
    from simulator.guidance.nodes import Node
    from simulator.guidance.prose import ProseRule
    from simulator.model.questions import Phase, Question, Rule
    from simulator.model.texts import (
        Advice,
        Care,
        Caseload,
        Frame,
        Note,
        Paragraph,
        Prompt,
        SourceDocument,
        Tension,
        Welfare,
    )
    from simulator.model.world import Row, World


@dataclass(frozen=True, slots=True)
class OwnReading:
    """How answers to the judging questions change the facts, so that later ones are read in their light.

    `graded_by` asks, for each value of `graded_field`, how elements of `entity` with that value stand;
    `grades` maps its options to values of the field `standing`. `attributed_by` asks of each subject which of
    those values are its own through the reference `attributed_field`, which may also be `nobody`.
    """

    entity: str
    graded_by: str
    graded_field: str
    standing: str
    grades: Mapping[str, str]
    attributed_by: str
    attributed_field: str
    nobody: str


@dataclass(frozen=True, slots=True)
class EvidenceStandard:
    """Which grade pieces of evidence on one matter carry together: rows over a small world of their own.

    `carries` names the elements of the facts that are such matters, and their field that has the grade.
    """

    world: World
    entity: str
    rows: tuple[Row, ...]
    carries: tuple[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Guidance:
    """All that a guidance pack declares.

    `sha256` is of the data of all its files. `change_words` are checked against the world, and otherwise as the
    pack has them: `simulator.rules.flips.telling` says what they mean. `nodes` tells where a thing was declared:
    by its sort (`rule`, `question`, `definition`, `paragraph`) and name. `consequences` are what an unwise step would
    have led to, by question, option, and whether the option was chosen or missed.
    """

    name: str
    version: str
    edition: str
    language: str
    title: str
    standing: str
    sha256: str
    documents: tuple[SourceDocument, ...]
    paragraphs: Mapping[str, Paragraph]
    quotes: Mapping[str, str]
    notes: tuple[Note, ...]
    tensions: tuple[Tension, ...]
    advice: tuple[Advice, ...]
    world: World
    phases: tuple[Phase, ...]
    questions: Mapping[str, Question]
    rules: Mapping[str, Rule]
    own_reading: OwnReading | None
    evidence: EvidenceStandard | None
    subject_words: Mapping[str, str | Mapping[str, str]]
    words: Mapping[str, str]
    change_words: Mapping[str, Any]
    nodes: Mapping[tuple[str, str], Node]
    prose: tuple[ProseRule, ...] = ()
    mistakes: tuple[MistakeKind, ...] = ()
    tellings: Tellings = field(default_factory=Tellings)
    consequences: Mapping[tuple[str, str, bool], str] = field(default_factory=dict)
    welfare: tuple[Welfare, ...] = ()
    caseload: Caseload | None = None
    frame: Frame | None = None
    care: Care | None = None
    prompts: tuple[Prompt, ...] = ()

    def rules_of(self, question: str) -> tuple[Rule, ...]:
        """The rules of a question, as the pack lists them."""
        return tuple(rule for rule in self.rules.values() if rule.question == question)

    def rules_citing(self, paragraph: str) -> tuple[str, ...]:
        """Ids of the rules of which some ruling cites a paragraph."""
        return tuple(
            rule.rule
            for rule in self.rules.values()
            if any(paragraph in branch.ruling.citations for cell in rule.options.values() for branch in cell)
        )
