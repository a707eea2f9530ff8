"""A debrief arranged for paper: what the templates write, in its order, and nothing that they would compute."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from simulator.report.quoting import quoted_paragraphs
from simulator.report.signs import MODES, SIGNS, SURENESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeAlias

    from simulator.report.quoting import QuotedParagraph
    from simulator.report.signs import Sign
    from simulator.session.view import (
        DebriefPhaseView,
        DebriefView,
        DecisionView,
        ExplanationView,
        RulingView,
        SubjectRowView,
        View,
    )

    Explanations: TypeAlias = Mapping[tuple[str, str, str], ExplanationView]
    """By phase, question and subject."""

MOST_WAYS = 5
"""Changes of the facts that are told for one option."""


@dataclass(frozen=True, slots=True)
class Ways:
    """The changes of the facts that would have made an option right."""

    told: tuple[str, ...]
    more: int
    """How many more there are, as small."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option, with what would have made it right where that was looked for."""

    ruling: RulingView
    ways: Ways | None


def never(options: Iterable[Option]) -> list[str]:
    """The labels of the options to which no possible change of the facts leads."""
    return [each.ruling.label for each in options if each.ways is not None and not each.ways.told]


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision by its number in the report."""

    number: int
    decision: DecisionView
    sign: Sign
    chosen: tuple[Option, ...]
    called_for: tuple[RulingView, ...]
    """What is called for and was not chosen."""
    also_open: tuple[Option, ...]
    others: tuple[Option, ...]
    paragraphs: tuple[QuotedParagraph, ...]
    sureness: str | None

    @property
    def needed(self) -> str:
        """What the choice would have been under other facts."""
        return "right" if self.decision.mark in ("mistake", "follows") else "called for"


@dataclass(frozen=True, slots=True)
class Question:
    """The decisions of one question."""

    title: str
    decisions: tuple[Decision, ...]


@dataclass(frozen=True, slots=True)
class Phase:
    """The questions of one phase."""

    title: str
    questions: tuple[Question, ...]


@dataclass(frozen=True, slots=True)
class SubjectRow:
    """How the decisions about one subject went: the titles under each sign."""

    label: str
    signs: tuple[tuple[Sign, str], ...]
    by_sign: tuple[tuple[Sign, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Counted:
    """How many decisions went right, and how many did not, of those that have something in common."""

    name: str
    about: str
    right: int
    wrong: int

    @property
    def all(self) -> int:
        """The number of both."""
        return self.right + self.wrong


@dataclass(frozen=True, slots=True)
class Note:
    """A note of the learner, and the stretch of the case's text that it stands at."""

    passage: str
    note: str


@dataclass(frozen=True, slots=True)
class Report:
    """All that a saved debrief tells."""

    view: View
    debrief: DebriefView
    mode: str
    own_words: bool
    phases: tuple[Phase, ...]
    subjects: tuple[SubjectRow, ...]
    paragraphs: tuple[Counted, ...]
    sureness: tuple[Counted, ...]
    notes: tuple[Note, ...]


def report_of(view: View, debrief: DebriefView, explanations: Explanations, own_words: bool) -> Report:
    """`debrief` arranged; without `own_words` nothing that the learner wrote is in it."""
    numbers = count(1)
    summary = debrief.summary
    return Report(
        view=view,
        debrief=debrief,
        mode=MODES[view.mode],
        own_words=own_words,
        phases=tuple(_phase(phase, debrief, explanations, numbers) for phase in debrief.phases),
        subjects=tuple(map(_subject, summary.subjects)),
        paragraphs=tuple(
            Counted(one.paragraph, one.section, one.right, one.wrong) for one in summary.paragraphs
        ),
        sureness=tuple(Counted(SURENESS[one.level], "", one.right, one.wrong) for one in summary.sureness),
        notes=tuple(_notes(view)) if own_words else (),
    )


def _phase(
    phase: DebriefPhaseView, debrief: DebriefView, explanations: Explanations, numbers: Iterator[int]
) -> Phase:
    return Phase(
        phase.title,
        tuple(
            Question(
                question.title,
                tuple(
                    _decision(
                        next(numbers),
                        decision,
                        debrief,
                        explanations.get((phase.phase, question.question, decision.subject)),
                    )
                    for decision in question.decisions
                ),
            )
            for question in phase.questions
        ),
    )


def _decision(
    number: int, decision: DecisionView, debrief: DebriefView, explained: ExplanationView | None
) -> Decision:
    ways = {flips.option: _ways(flips.sentences) for flips in explained.flips} if explained else {}
    chosen = {ruling.option for ruling in decision.chosen}

    def options(rulings: Iterable[RulingView]) -> tuple[Option, ...]:
        return tuple(Option(ruling, ways.get(ruling.option)) for ruling in rulings)

    return Decision(
        number=number,
        decision=decision,
        sign=SIGNS[decision.mark],
        chosen=options(decision.chosen),
        called_for=tuple(ruling for ruling in decision.called_for if ruling.option not in chosen),
        also_open=options(ruling for ruling in decision.also_open if ruling.option not in chosen),
        others=options(decision.others),
        paragraphs=quoted_paragraphs(decision.citations, debrief),
        sureness=SURENESS.get(decision.sureness or 0),
    )


def _ways(sentences: tuple[str, ...]) -> Ways:
    return Ways(sentences[:MOST_WAYS], max(0, len(sentences) - MOST_WAYS))


def _subject(row: SubjectRowView) -> SubjectRow:
    by_sign = {
        sign: tuple(title for title, mark in row.marks if mark == each)
        for each, sign in SIGNS.items()
        if any(mark == each for _, mark in row.marks)
    }
    return SubjectRow(row.label, tuple((SIGNS[mark], title) for title, mark in row.marks), tuple(by_sign.items()))


def _notes(view: View) -> Iterator[Note]:
    for phase in view.phases:
        for block in phase.narrative:
            for one in block.annotations:
                if one.note:
                    yield Note(block.text[one.start : one.end], one.note)
