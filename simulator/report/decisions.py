"""The decisions of a debrief arranged for paper: by number, each with all that is known of every option."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING

from simulator.report.quoting import quoted_paragraphs
from simulator.report.signs import SIGNS, SURENESS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from typing import TypeAlias

    from simulator.report.quoting import QuotedParagraph
    from simulator.report.signs import Sign
    from simulator.session.debrief_view import (
        DebriefPhaseView,
        DebriefQuestionView,
        DebriefView,
        DecisionView,
        ExplanationView,
        RulingView,
    )

    Explanations: TypeAlias = Mapping[tuple[str, str, str], ExplanationView]
    """By phase, question and subject."""

MOST_WAYS = 5
"""Changes of the facts that are told for an option that was chosen."""
MOST_OTHER_WAYS = 3
"""Changes of the facts that are told for an option that was not."""


@dataclass(frozen=True, slots=True)
class Option:
    """An option, and what would have made it right: `ways` is None where that was not looked for."""

    ruling: RulingView
    ways: tuple[str, ...] | None
    more: int = 0
    """How many ways there are beside those told, as small."""

    @property
    def never(self) -> bool:
        """Whether no change of the people and things of the case leads to it."""
        return self.ways == ()


@dataclass(frozen=True, slots=True)
class Cited:
    """A paragraph that is cited, or the number of the decision at which it stands with the same quotations."""

    paragraph: QuotedParagraph
    whole_at: int | None


@dataclass(frozen=True, slots=True)
class Decision:
    """A decision by its number in the report."""

    number: int
    view: DecisionView
    sign: Sign
    chosen: tuple[Option, ...]
    called_for: tuple[Option, ...]
    """What is called for and was not chosen."""
    also_open: tuple[Option, ...]
    others: tuple[Option, ...]
    cited: tuple[Cited, ...]
    sureness: str | None

    @property
    def needed(self) -> str:
        """What the choice would have been under other facts."""
        return "right" if self.view.mark in ("mistake", "follows") else "called for"


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


def phases_of(debrief: DebriefView, explanations: Explanations) -> tuple[Phase, ...]:
    """All decisions of `debrief`, numbered from 1."""
    arranger = _Arranger(debrief, explanations)
    return tuple(map(arranger.phase, debrief.phases))


class _Arranger:
    def __init__(self, debrief: DebriefView, explanations: Explanations) -> None:
        self._debrief = debrief
        self._explanations = explanations
        self._numbers = count(1)

    def phase(self, phase: DebriefPhaseView) -> Phase:
        return Phase(phase.title, tuple(self._question(phase.phase, each) for each in phase.questions))

    def _question(self, phase: str, question: DebriefQuestionView) -> Question:
        whole: dict[QuotedParagraph, int] = {}
        decisions = tuple(
            self._decision(each, self._explanations.get((phase, question.question, each.subject)), whole)
            for each in question.decisions
        )
        return Question(question.title, decisions)

    def _decision(
        self, decision: DecisionView, explained: ExplanationView | None, whole: dict[QuotedParagraph, int]
    ) -> Decision:
        number = next(self._numbers)
        chosen = {ruling.option for ruling in decision.chosen}
        ways = {flips.option: flips.sentences for flips in explained.flips} if explained else {}
        paragraphs = quoted_paragraphs(decision.citations, self._debrief)
        cited = tuple(Cited(each, whole.get(each)) for each in paragraphs)
        for each in paragraphs:
            whole.setdefault(each, number)
        return Decision(
            number=number,
            view=decision,
            sign=SIGNS[decision.mark],
            chosen=_options(decision.chosen, ways, MOST_WAYS),
            called_for=_options(_but(chosen, decision.called_for), ways),
            also_open=_options(_but(chosen, decision.also_open), ways),
            others=_options(decision.others, ways),
            cited=cited,
            sureness=SURENESS.get(decision.sureness or 0),
        )


def _but(chosen: set[str], rulings: Iterable[RulingView]) -> list[RulingView]:
    return [ruling for ruling in rulings if ruling.option not in chosen]


def _options(
    rulings: Iterable[RulingView], ways: Mapping[str, tuple[str, ...]], most: int = MOST_OTHER_WAYS
) -> tuple[Option, ...]:
    return tuple(_option(ruling, ways.get(ruling.option), most) for ruling in rulings)


def _option(ruling: RulingView, ways: tuple[str, ...] | None, most: int) -> Option:
    if ways is None:
        return Option(ruling, None)
    return Option(ruling, ways[:most], max(0, len(ways) - most))
