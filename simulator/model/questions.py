"""What is asked, and the rules that decide it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.model.conditions import Condition

Verdict = Literal["expected", "acceptable", "departure", "contrary"]
Basis = Literal["stated", "inferred"]
VERDICTS: tuple[Verdict, ...] = ("expected", "acceptable", "departure", "contrary")
BASES: tuple[Basis, ...] = ("stated", "inferred")
RIGHT: frozenset[Verdict] = frozenset({"expected", "acceptable"})


@dataclass(frozen=True, slots=True)
class Option:
    """One of the answers that a question offers."""

    option: str
    label: str


@dataclass(frozen=True, slots=True)
class Subjects:
    """About whom or what a question is asked: the case, each element that meets `where`, or each value."""

    name: str
    kind: Literal["case", "elements", "values"]
    entity: str = ""
    where: Condition | None = None
    values: tuple[str, ...] = ()
    enumeration: str = ""


@dataclass(frozen=True, slots=True)
class Reads:
    """The fields on which a decision may depend: of the case, the subject's own, others', and entities'."""

    case: frozenset[str] = frozenset()
    own: frozenset[str] = frozenset()
    others: frozenset[str] = frozenset()
    entities: Mapping[str, frozenset[str]] | None = None


@dataclass(frozen=True, slots=True)
class Question:
    """A question; `excluding` is the option of a question of several that excludes the others.

    One that `settles` says how the matter ends for its subject.
    """

    question: str
    title: str
    asks: str
    subjects: Subjects
    several: bool
    excluding: str | None
    options: tuple[Option, ...]
    asked_when: Condition | None
    reads: Reads
    phases: tuple[str, ...] = ()
    settles: bool = False

    def label(self, option: str) -> str:
        """The words shown for an option."""
        return next(each.label for each in self.options if each.option == option)


@dataclass(frozen=True, slots=True)
class Quote:
    """An exact part of a paragraph."""

    paragraph: str
    quote: str


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule says of one option, why, and on what it rests."""

    verdict: Verdict
    basis: Basis
    citations: tuple[str, ...]
    rule: str
    why: str
    quotes: tuple[Quote, ...]


@dataclass(frozen=True, slots=True)
class Branch:
    """A ruling, and where within its rule it applies; `None`: wherever no branch before it does."""

    when: Condition | None
    ruling: Ruling


@dataclass(frozen=True, slots=True)
class Rule:
    """A row of a question's table. `when` is None where it applies wherever no other rule does."""

    rule: str
    question: str
    when: Condition | None
    yields_to: tuple[str, ...]
    silence: str | None
    options: Mapping[str, tuple[Branch, ...]]


@dataclass(frozen=True, slots=True)
class Step:
    """Questions that are answered and committed together."""

    step: str
    title: str
    questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Phase:
    """A part of a case, with its steps in order."""

    phase: str
    title: str
    steps: tuple[Step, ...]

    @property
    def questions(self) -> tuple[str, ...]:
        """The questions of all steps, in order."""
        return tuple(question for step in self.steps for question in step.questions)
