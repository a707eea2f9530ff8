"""Finds flips: for an option of a decision, all the smallest changes of the facts that make it expected."""

from __future__ import annotations

from functools import partial
from itertools import islice, product
from threading import Lock
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary

from simulator.model.world import CASE
from simulator.rules.flips.circumstances import Circumstances
from simulator.rules.flips.classes import FAR, FieldClasses, classes_of_field
from simulator.rules.flips.flip import Change, Flip
from simulator.rules.flips.models import Model, ModelMaker
from simulator.rules.flips.ordering import nearest_only, ordered
from simulator.rules.flips.parts import Variant, changes_to, costs_of
from simulator.rules.flips.search import Attempt, Problem, Solution, smallest
from simulator.rules.flips.telling import Teller

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from simulator.model.conditions import Condition
    from simulator.model.questions import Question, Ruling
    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts
    from simulator.rules.flips.leaf_parts import LeafPart
    from simulator.rules.flips.referring_parts import ReferringPart

KEPT = 4
"""How many facts are remembered at once."""
MOST_FLIPS = 10_000
"""How many flips are given: cases have far fewer, but facts of hundreds of people can have any number."""
Found = list[tuple[tuple[Change, ...], "Ruling"]]


def flips_of(
    engine: Engine,
    facts: Facts,
    question: str,
    subject: str,
    option: str,
    names: Mapping[str, str] | None = None,
) -> tuple[Flip, ...]:
    """All the smallest changes of the facts under which an option would be expected of a question's subject.

    Empty where the option is expected as it is, and where no possible facts that changes lead to make it so;
    no more than MOST_FLIPS, which only facts of very many people have.
    `names` are shown in place of ids. Raises
    LookupError for an unknown question, subject or option, and BeyondProof for rules of a form of which
    nothing can be proved.
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


class Finder:
    """Finds flips by the rules of one engine; what was made for a question or for facts is kept."""

    def __init__(self) -> None:
        self._questions: dict[str, _Asked] = {}
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
                self._questions[question] = _Asked(engine, asked)
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


class _Asked:
    """One question, with its models at the states of the case between which anything tells."""

    def __init__(self, engine: Engine, question: Question) -> None:
        self._question = question
        self._maker = ModelMaker(engine.guidance, engine.compiled, question)
        self._classes = _case_classes(engine, self._maker)
        self._models: dict[object, Model] = {}

    def found(self, circumstances: Circumstances, subject: str, option: str) -> Found:
        """The changes, each with what is ruled of the option after them."""
        given = circumstances.case
        costs = costs_of(given, self._classes)
        states: dict[int, tuple[Problem, tuple[int, ...]]] = {}

        def attempts(numbers: tuple[int, ...], before: int) -> list[Attempt]:
            model = self._model(numbers, subject)
            goals = model.goals(option)
            problem = circumstances.problem(model.tables, self._element(subject)) if goals else None
            made = [Attempt(problem, goal, before) for goal in goals] if problem is not None else []
            states.update({id(each): (problem, numbers) for each in made if problem is not None})
            return made

        groups = []
        for numbers in product(*(range(len(each)) for each in costs)):
            before = sum(each[number] for each, number in zip(costs, numbers, strict=True))
            if before < FAR:
                groups.append((before, partial(attempts, numbers, before)))
        every = (
            (ordered((*case, *rest)), attempt.goal.ruling)
            for attempt, solutions in smallest(groups)
            for solution in solutions
            for case in changes_to(given, self._classes, states[id(attempt)][1])
            for rest in _variants(states[id(attempt)][0], solution)
        )
        found = nearest_only(list(islice(every, MOST_FLIPS)))
        return sorted(found, key=lambda each: [change.fact for change in each[0]])

    def _element(self, subject: str) -> str:
        return subject if self._question.subjects.kind == "elements" else ""

    def _model(self, numbers: tuple[int, ...], subject: str) -> Model:
        value = subject if self._question.subjects.kind == "values" else ""
        key = (numbers, value)
        if key not in self._models:
            chosen = zip(self._classes.items(), numbers, strict=True)
            values = {name: each.values()[number] for (name, each), number in chosen}
            self._models[key] = self._maker.model(values, value)
        return self._models[key]


def _case_classes(engine: Engine, maker: ModelMaker) -> dict[str, FieldClasses]:
    tests: dict[str, list[Condition]] = {}
    for compare in maker.case_conditions():
        tests.setdefault(compare.field, []).append(compare)
    fields = engine.guidance.world.case_fields
    return {name: classes_of_field(fields[name], tuple(tests[name]), ()) for name in fields if name in tests}


def _variants(problem: Problem, solution: Solution) -> Iterator[Variant]:
    """The changes that a solution stands for."""
    parts: list[ReferringPart | LeafPart] = [*problem.referring, *(leaf for leaf, _ in problem.leaves)]
    ways = [
        [variant for made in option.made for variant in part.variants(made)]
        for part, option in zip(parts, solution, strict=True)
    ]
    for chosen in product(*ways):
        yield tuple(change for variant in chosen for change in variant)
