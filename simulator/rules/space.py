"""The space over which a question is decided: every combination of its predicates that facts could have.

A condition is inlined down to comparisons, and statements that *some* element meets something. Facts make any
set of such statements true by holding the right elements, so what facts can make true are the unions of what
single elements make true. They are found for each state of the case's own fields and each way in which the
subject itself can be. A combination that no facts have after all only makes the space larger: what is proved
over it holds over all facts, and what breaks it is shown by facts that are built and decided.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.model.world import CASE
from simulator.rules.inlining import BeyondProof, inlined
from simulator.rules.population import Maker, Population
from simulator.rules.predicates import Predicates, question_conditions, tested
from simulator.rules.representatives import representatives

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.guidance.guidance import Guidance
    from simulator.model.conditions import Condition
    from simulator.model.questions import Question
    from simulator.rules.compiled import CompiledWorld

MOST_COMBINATIONS = 200_000


@dataclass(frozen=True, slots=True)
class Region:
    """The points at one state of the case and for one kind of subject.

    `truths` are the predicates that do not vary within it, `start` the statements that the subject itself
    makes true; `masks` its points, each a set of statements made true; `makers` what facts may hold to make
    them true, referring to `stand_in` where they refer to the subject.
    """

    case: Any
    subject: Any
    truths: Mapping[Condition, bool]
    start: int
    masks: tuple[int, ...]
    makers: tuple[Maker, ...]
    stand_in: Any


class Space:
    """The space of one question. Raises BeyondProof where it cannot be gone through."""

    def __init__(self, guidance: Guidance, compiled: CompiledWorld, question: Question) -> None:
        self._world = guidance.world
        self._compiled = compiled
        self._question = question
        self.predicates = Predicates(guidance.world, question, question_conditions(guidance, question))
        self._unions: dict[frozenset[int], frozenset[int]] = {}

    def regions(self) -> Iterator[Region]:
        """The parts of the space; together they hold every point."""
        for case in representatives(self._world, CASE, self.predicates.comparisons, self._case):
            population = Population(self._world, self._compiled, self.predicates, case)
            for entity, subject in self._subjects(case, population):
                truths = {part: tested(part)(case, subject, None) for part in self.predicates.fixed}
                stand_in, makers = population.makers(entity, subject)
                start = population.own_mask(entity, subject) if entity in population.plain else 0
                reach = self._union(frozenset(maker.mask for maker in makers))
                masks = tuple(sorted({start | mask for mask in reach}))
                yield Region(case, subject, truths, start, masks, makers, stand_in)

    def _case(self, **values: object) -> Any:
        case = self._compiled.classes[CASE]()
        case.id = CASE
        for name, value in values.items():
            setattr(case, name, value)
        for entity in self._world.entities:
            setattr(case, entity, [])
        return case

    def _subjects(self, case: Any, population: Population) -> Iterator[tuple[str, Any]]:
        subjects = self._question.subjects
        if subjects.kind == "case":
            yield CASE, case
        elif subjects.kind == "values":
            yield from ((subjects.enumeration, value) for value in subjects.values)
        else:
            where = None if subjects.where is None else inlined(self._world, subjects.where)
            for element in population.plain[subjects.entity]:
                if where is None or tested(where)(case, element, None):
                    yield subjects.entity, element

    def _union(self, masks: frozenset[int]) -> frozenset[int]:
        """Every union of some of the masks."""
        if masks not in self._unions:
            reach = {0}
            for mask in masks:
                reach |= {each | mask for each in reach}
                if len(reach) > MOST_COMBINATIONS:
                    number = len(self.predicates.statements)
                    raise BeyondProof(
                        f"{number} statements about some element have up to 2^{number} combinations, of which more "
                        f"than {MOST_COMBINATIONS:,} are possible"
                    )
            self._unions[masks] = frozenset(reach)
        return self._unions[masks]
