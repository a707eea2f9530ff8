"""A tiny engine for tests: a library's lost property, whose items are of high, middling or low worth.

Facts name the worth of each item. `worth` is the judging question; everything else follows from it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, cast

from simulator.model.questions import Option, Question, Quote, Reads, Rule, Ruling, Subjects, Verdict
from simulator.rules.decisions import Decision, Ruled
from simulator.scoring.choice import Choice

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

WORDS: dict[str, Verdict] = {"E": "expected", "A": "acceptable", "D": "departure", "C": "contrary"}
OPTIONS = {
    "worth": "high middling low",
    "store": "safe counter shelf",
    "tell": "owner desk press nobody",
    "carry": "van foot",
    "reward": "small big",
}
PHASES = {"found": ("worth", "store", "tell"), "closed": ("store", "carry", "reward")}


@dataclass(frozen=True)
class Found:
    """The facts: the worth of each item."""

    worth: Mapping[str, str]
    id: str = "monday"


@dataclass(frozen=True)
class FakeGuidance:
    questions: Mapping[str, Question]
    paragraphs: Mapping[str, str]
    change_words: Mapping[str, str] = field(default_factory=dict)


def _question(question: str) -> Question:
    return Question(
        question=question,
        title=question,
        asks=question,
        subjects=Subjects("case", "case"),
        several=question == "tell",
        excluding="nobody" if question == "tell" else None,
        options=tuple(Option(option, option) for option in OPTIONS[question].split()),
        asked_when=None,
        reads=Reads(),
        phases=tuple(phase for phase, questions in PHASES.items() if question in questions),
    )


@dataclass(frozen=True)
class FakeEngine:
    judging: tuple[str, ...] = ("worth",)
    guidance: FakeGuidance = field(
        default_factory=lambda: FakeGuidance(
            {question: _question(question) for question in OPTIONS}, {"LP1": "one", "LP2": "two"}
        )
    )

    def assess(self, facts: Found, phase: str | None = None) -> list[Decision]:
        asked = OPTIONS if phase is None else PHASES[phase]
        return [decision for question in asked for decision in _decide(question, facts)]

    def reread(self, facts: Found, answers: Mapping[tuple[str, str], Sequence[str]]) -> Found:
        return Found({**facts.worth, **{item: chosen[0] for (_, item), chosen in answers.items()}}, facts.id)


def _decide(question: str, facts: Found) -> Iterator[Decision]:
    high = [item for item, worth in facts.worth.items() if worth == "high"]
    if question == "worth":
        table = {"high": "E A C", "middling": "D E D", "low": "C D E"}
        yield from (_decision(question, item, table[worth]) for item, worth in facts.worth.items())
    elif question == "store":
        yield _decision(question, "case", "E D C" if high else "C A E")
    elif question == "tell":
        yield _decision(question, "case", "E E D C" if high else "E C C D")
    elif question == "carry":
        yield _decision(question, "case", "E C" if len(high) > 1 else "C E")
    elif not high:
        yield from (_decision(question, item, "A D", silence="Nothing is said.") for item in facts.worth)


def _decision(question: str, subject: str, verdicts: str, *, silence: str | None = None) -> Decision:
    marks = zip(OPTIONS[question].split(), verdicts.split(), strict=True)
    options = {option: _ruling(question, option, WORDS[letter]) for option, letter in marks}
    rule = Rule(f"{question}.row", question, None, (), silence, {})
    return Decision(subject, Ruled(_question(question), rule, options))


def _ruling(question: str, option: str, verdict: Verdict) -> Ruling:
    why = f"{option} is {verdict}."
    return Ruling(verdict, "inferred", ("LP1",), f"{question}.row", why, (Quote("LP1", "one"),))


ENGINE = cast("Engine", FakeEngine())


def found(**worth: str) -> Facts:
    """Facts of items by name."""
    return cast("Facts", Found(worth))


def chose(key: str, *chosen: str, phase: str | None = None, excused: bool = False) -> Choice:
    """A choice for `question/subject`, or `question` of the case."""
    question, _, subject = key.partition("/")
    choice = Choice(phase, question, subject or "case", chosen)
    return replace(choice, rationale="On its merits.", cites=("LP2",)) if excused else choice
