"""One question with what is expected of it, searched over the facts as they are given."""

from __future__ import annotations

from functools import partial
from itertools import islice, product
from typing import TYPE_CHECKING

from simulator.rules.flips.classes import FAR, FieldClasses, classes_of_field
from simulator.rules.flips.models import Model, ModelMaker
from simulator.rules.flips.ordering import nearest_only, ordered
from simulator.rules.flips.parts import Variant, changes_to, costs_of
from simulator.rules.flips.search import Attempt, Solution, smallest

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.guidance.guidance import Guidance
    from simulator.model.conditions import Condition
    from simulator.model.questions import Question, Ruling
    from simulator.rules.compiled import CompiledWorld
    from simulator.rules.flips.circumstances import Circumstances
    from simulator.rules.flips.flip import Change
    from simulator.rules.flips.parts import LeafPart
    from simulator.rules.flips.problem import Problem
    from simulator.rules.flips.referring_part import ReferringPart

MOST_FLIPS = 10_000
"""How many flips are given: cases have far fewer, but facts of hundreds of people can have any number."""
Found = list[tuple[tuple["Change", ...], "Ruling"]]
"""Changes, each time with what is ruled of the option after them."""


class Asked:
    """One question, with its models at the states of the case between which anything tells."""

    def __init__(self, guidance: Guidance, compiled: CompiledWorld, question: Question) -> None:
        self._question = question
        self._maker = ModelMaker(guidance, compiled, question)
        self._classes = _case_classes(guidance, self._maker)
        self._models: dict[object, Model] = {}

    def make_models(self) -> None:
        """Makes the models at every state of the case and for every value that is asked about."""
        for numbers in product(*(range(len(each.values())) for each in self._classes.values())):
            for value in self._question.subjects.values or ("",):
                self._model(numbers, value)

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


def _case_classes(guidance: Guidance, maker: ModelMaker) -> dict[str, FieldClasses]:
    tests: dict[str, list[Condition]] = {}
    for compare in maker.case_conditions():
        tests.setdefault(compare.field, []).append(compare)
    fields = guidance.world.case_fields
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
