"""Finds flips: for an option of a decision, all the smallest changes of the facts that make it expected."""

from __future__ import annotations

from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from simulator.model.world import CASE
from simulator.rules.flips.asking import Asked, Found
from simulator.rules.flips.circumstances import Circumstances
from simulator.rules.flips.flip import Flip
from simulator.rules.flips.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question
    from simulator.rules.compiled import CompiledWorld
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

KEPT = 4
"""How many facts are remembered at once."""


def flips_of(
    engine: Engine,
    facts: Facts,
    question: str,
    subject: str,
    option: str,
    names: Mapping[str, str] | None = None,
) -> tuple[Flip, ...]:
    """All the smallest changes of the facts under which an option would be expected of a question's subject.

    Empty where the option is expected as it is, and where no possible facts that changes lead to make it so.
    No more than `asking.MOST_FLIPS`, which only facts of very many people have. `names` are shown in place of
    ids. Raises LookupError for an unknown question, subject or option, BeyondProof for rules of a form of which
    nothing can be proved, and BeyondSearch for facts in which too much can change together.
    """
    found = _finder(engine).found(engine, facts, question, subject, option)
    label = engine.guidance.questions[question].label(option)
    teller = Teller(engine.guidance.world, engine.guidance.change_words, names or {})
    flips = []
    for changes, ruling in found:
        paragraph = ruling.citations[0]
        text = teller.sentence(facts.data, changes, label, paragraph)
        flips.append(Flip(changes, ruling.rule, paragraph, text))
    return tuple(flips)


def outcome_flips(
    engine: Engine, facts: Facts, question: str, subject: str, names: Mapping[str, str] | None = None
) -> dict[str, tuple[Flip, ...]]:
    """For each option that is not expected as it is, its flips, in the question's order."""
    decision = engine.decide(question, subject, facts)
    expected = decision.with_verdict("expected") if decision is not None else ()
    return {
        each.option: flips_of(engine, facts, question, subject, each.option, names)
        for each in engine.guidance.questions[question].options
        if each.option not in expected
    }


def check_flips(guidance: Guidance, compiled: CompiledWorld, question: Question) -> None:
    """Raises BeyondProof where flips of a question could not be found, whatever the facts."""
    Asked(guidance, compiled, question).make_models()


class Finder:
    """Finds flips by the rules of one engine; what was made for a question or for facts is kept."""

    def __init__(self) -> None:
        self._questions: dict[str, Asked] = {}
        self._kept: dict[int, Circumstances] = {}
        self._lock = Lock()

    def found(self, engine: Engine, facts: Facts, question: str, subject: str, option: str) -> Found:
        """The changes, each with what is ruled of the option after them."""
        asked = engine.guidance.questions[question]
        _check(asked, facts, subject, option)
        decision = engine.decide(question, subject, facts)
        if decision is not None and decision.options[option].verdict == "expected":
            return []
        if not _ever_expected(engine, question, option):
            return []
        with self._lock:
            if question not in self._questions:
                self._questions[question] = Asked(engine.guidance, engine.compiled, asked)
            return self._questions[question].found(self._circumstances(facts), subject, option)

    def _circumstances(self, facts: Facts) -> Circumstances:
        kept = self._kept.get(id(facts))
        if kept is None or kept.facts is not facts:
            while len(self._kept) >= KEPT:
                del self._kept[next(iter(self._kept))]
            kept = self._kept[id(facts)] = Circumstances(facts)
        return kept


_finders: WeakKeyDictionary[Engine, Finder] = WeakKeyDictionary()


def _finder(engine: Engine) -> Finder:
    if engine not in _finders:
        _finders[engine] = Finder()
    return _finders[engine]


def _check(question: Question, facts: Facts, subject: str, option: str) -> None:
    if all(each.option != option for each in question.options):
        raise LookupError(f"{question.question} has no option {option}")
    subjects = question.subjects
    known: Collection[str] = (CASE,)
    if subjects.kind == "values":
        known = subjects.values
    elif subjects.kind == "elements":
        known = {str(each["id"]) for each in facts.data.get(subjects.entity, ())}
    if subject not in known:
        raise LookupError(f"{question.question} has no subject {subject}")


def _ever_expected(engine: Engine, question: str, option: str) -> bool:
    cells = (rule.options[option] for rule in engine.guidance.rules_of(question))
    return any(branch.ruling.verdict == "expected" for cell in cells for branch in cell)
