"""The ground on which two readings of a question are compared: every point that either tells apart."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.model.conditions import AnyOf, Condition
from simulator.model.questions import Rule
from simulator.rules.inlining import inlined
from simulator.rules.mutants.formulas import Formulas
from simulator.rules.mutants.reading import Reading, answers, differing, in_fields, said_of
from simulator.rules.predicates import question_conditions
from simulator.rules.space import Region, Space

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.guidance.guidance import Guidance
    from simulator.rules.compiled import CompiledWorld
    from simulator.rules.mutants.reading import Telling

MOST_GROUNDS = 40
POINTS_OF_A_REGION = 3


class GroundPoints:
    """The points of many regions, one region's after the other's, as bits of numbers.

    `bits` has one such number for each predicate of the space, the statements first.
    """

    def __init__(self, space: Space) -> None:
        self._regions: dict[object, list[Region]] = {}
        self._starts: list[int] = []
        held: list[list[str]] = [[] for _ in (*space.predicates.statements, *space.predicates.fixed)]
        points = 0
        for region in space.regions():
            key = region.masks, tuple(region.truths[each] for each in space.predicates.fixed)
            if key not in self._regions:
                self._regions[key] = []
                self._starts.append(points)
                points += len(region.masks)
                for texts, text in zip(held, _held(space, region), strict=True):
                    texts.append(text)
            self._regions[key].append(region)
        self.all = (1 << points) - 1
        self.bits = [int("".join(reversed(texts)) or "0", 2) for texts in held]
        self._alike = list(self._regions.values())
        self._formulas = Formulas(space.predicates)

    def where(self, condition: Condition) -> int:
        """The points at which a condition holds."""
        return self._formulas.of(condition)(self.bits, self.all)

    def first_of_each(self, points: int) -> Iterator[tuple[Region, int]]:
        """A few of some points, as they are in every region that has them."""
        ends = [*self._starts[1:], self.all.bit_length()]
        for alike, start, end in zip(self._alike, self._starts, ends, strict=True):
            here = points >> start & (1 << end - start) - 1
            for mask in _several(alike[0], here, POINTS_OF_A_REGION):
                yield from ((region, mask) for region in alike)


def _held(space: Space, region: Region) -> Iterator[str]:
    """For each predicate a digit for each point of a region, the last point first."""
    for bit in range(len(space.predicates.statements)):
        yield "".join("1" if mask >> bit & 1 else "0" for mask in reversed(region.masks))
    for each in space.predicates.fixed:
        yield ("1" if region.truths[each] else "0") * len(region.masks)


def _several(region: Region, points: int, most: int) -> Iterator[int]:
    """The masks of some points of a region."""
    while points and most:
        yield region.masks[(points & -points).bit_length() - 1]
        points &= points - 1
        most -= 1


class Ground:
    """All points of the space that two readings of a question need between them.

    Regions at whose points the same predicates hold are gone through once.
    """

    def __init__(self, space: Space, original: Reading, telling: Telling) -> None:
        self.points = GroundPoints(space)
        self._telling = telling
        self._answers = answers(original, self.points, telling)

    def differences(self, mutant: Reading) -> Iterator[tuple[Region, int]]:
        """Points at which the two readings do not answer alike: a few of every region that has some."""
        where = differing(self._answers, answers(mutant, self.points, self._telling))
        return self.points.first_of_each(where) if where else iter(())


class Grounds:
    """The grounds of a guidance's questions, kept as long as they serve further mutants."""

    def __init__(self, guidance: Guidance, compiled: CompiledWorld, telling: Telling = said_of) -> None:
        self._guidance = guidance
        self._telling = telling
        self._compiled = compiled
        self._readings = {name: in_fields(guidance, name) for name in guidance.questions}
        self._own: dict[str, tuple[frozenset[Condition], Ground]] = {}
        self._kept: dict[object, Ground] = {}

    def of(self, mutant: Guidance, question: str) -> Ground:
        """The ground for a mutant of a question in the same world. Raises BeyondProof."""
        if question not in self._own:
            space = self._space(self._guidance, question)
            leaves = frozenset((*space.predicates.statements, *space.predicates.fixed))
            self._own[question] = leaves, Ground(space, self._readings[question], self._telling)
        leaves, own = self._own[question]
        if leaves.issuperset(in_fields(mutant, question).leaves()):
            return own
        return self._joint(mutant, question)

    def _joint(self, mutant: Guidance, question: str) -> Ground:
        space = self._space(_joined(self._guidance, mutant, question), question)
        asked = space.predicates
        key = (
            question,
            frozenset(asked.statements),
            frozenset(asked.fixed),
            frozenset(asked.comparisons.items()),
            frozenset((field, frozenset(each)) for field, each in asked.referred.items()),
        )
        if key not in self._kept:
            if len(self._kept) >= MOST_GROUNDS:
                del self._kept[next(iter(self._kept))]
            self._kept[key] = Ground(space, self._readings[question], self._telling)
        return self._kept[key]

    def _space(self, guidance: Guidance, question: str) -> Space:
        return Space(guidance, self._compiled, self._guidance.questions[question])

    def reading(self, question: str) -> Reading:
        """A question as the guidance itself has it."""
        return self._readings[question]


def _joined(guidance: Guidance, mutant: Guidance, question: str) -> Guidance:
    """A guidance of one rule that rests on every condition of both."""
    conditions: list[Condition] = [
        inlined(each.world, condition)
        for each in (guidance, mutant)
        for condition in question_conditions(each, each.questions[question])
    ]
    rule = Rule(question, question, AnyOf(tuple(conditions)), (), None, {})
    return replace(guidance, rules={question: rule})
