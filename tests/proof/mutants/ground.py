"""The ground on which two readings of a question are compared: every point that either tells apart."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce
from operator import or_
from typing import TYPE_CHECKING

from simulator.model.conditions import Always, AnyOf, Condition
from simulator.model.questions import Rule
from simulator.rules.exactness import Exactness, _decide, _Inlined, _Points
from simulator.rules.inlining import inlined
from simulator.rules.predicates import question_conditions
from simulator.rules.space import Region, Space
from tests.proof.mutants.formulas import Formulas

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Ruling
    from simulator.rules.compiled import CompiledWorld

MOST_GROUNDS = 40
POINTS_OF_A_REGION = 3


class Reading:
    """The rules of one question as a guidance has them, in terms of fields alone. Raises BeyondProof."""

    def __init__(self, guidance: Guidance, question: str) -> None:
        self.question = question
        asked = guidance.questions[question].asked_when
        self.asked = Always() if asked is None else inlined(guidance.world, asked)
        self.rules = {rule.rule: _Inlined(guidance, rule) for rule in guidance.rules_of(question)}

    def decides_like(self, other: Reading) -> bool:
        """Whether the same conditions, in the same order, decide, whatever is then said."""
        return self._deciding() == other._deciding()

    def _deciding(self) -> object:
        rules = {name: (each.when, each.yields_to, dict(each.cells)) for name, each in self.rules.items()}
        return self.asked, rules

    def wins(self, points: _Points) -> Mapping[str, int]:
        """The points at which each rule decides, where the rules are exact."""
        everywhere = points.where(self.asked)
        applies = {
            name: points.where(each.when) & everywhere
            for name, each in self.rules.items()
            if each.when is not None
        }
        rest = everywhere & ~reduce(or_, applies.values(), 0)
        return {
            name: rest
            if each.when is None
            else applies[name] & ~reduce(or_, (applies.get(other, 0) for other in each.yields_to), 0)
            for name, each in self.rules.items()
        }

    def ruled(self, points: _Points, rule: str, option: str, where: int) -> Mapping[Ruling, int]:
        """Of the points at which a rule decides, those of each ruling on an option."""
        ruled: dict[Ruling, int] = {}
        inlined_rule = self.rules[rule]
        cell = inlined_rule.rule.options[option]
        for branch, condition in zip(cell, inlined_rule.cells[option], strict=True):
            here = where if condition is None else where & points.where(condition)
            ruled[branch.ruling] = ruled.get(branch.ruling, 0) | here
            where &= ~here
        return ruled


class Ground:
    """All points of the space that two readings of a question need between them.

    Regions at whose points the same predicates hold are gone through once.
    """

    def __init__(self, space: Space, original: Reading) -> None:
        formulas = Formulas(space.predicates)
        alike: dict[object, list[_FormulaPoints]] = {}
        for region in space.regions():
            points = _FormulaPoints(space, region, formulas)
            alike.setdefault(points.key, []).append(points)
        self._alike = list(alike.values())
        self._original = original
        self._wins = [original.wins(each[0]) for each in self._alike]

    def prove(self, mutant: Reading) -> Exactness:
        """The proof of a mutant of the question, over these points instead of those of its own space.

        It ends with the first breach.
        """
        found = Exactness(mutant.question)
        rules = list(mutant.rules.values())
        for points, *_ in self._alike:
            _decide(found, rules, points, points.where(mutant.asked))
            if found.breaches:
                break
        return found

    def differences(self, mutant: Reading) -> Iterator[tuple[Region, int]]:
        """Points at which the two readings do not answer alike: a few of every region that has some."""
        said = self._said_otherwise(mutant)
        for alike, wins in zip(self._alike, self._wins, strict=True):
            where = self._differing(alike[0], wins, mutant, said)
            for mask in alike[0].several(where, POINTS_OF_A_REGION):
                yield from ((points.region, mask) for points in alike)

    def _said_otherwise(self, mutant: Reading) -> Mapping[str, Sequence[str]]:
        """The rules that both have and do not mean alike in all their cells, with the options of those cells."""
        found = {}
        for name, ours in self._original.rules.items():
            theirs = mutant.rules.get(name)
            if theirs is not None:
                found[name] = [
                    option
                    for option, cell in ours.rule.options.items()
                    if cell != theirs.rule.options[option] or ours.cells[option] != theirs.cells[option]
                ]
        return {name: options for name, options in found.items() if options}

    def _differing(
        self, points: _Points, wins: Mapping[str, int], mutant: Reading, said: Mapping[str, Sequence[str]]
    ) -> int:
        theirs = mutant.wins(points)
        where = 0
        for name in {**wins, **theirs}:
            ours, other = wins.get(name, 0), theirs.get(name, 0)
            where |= ours ^ other
            both = ours & other
            if both and self._original.rules[name].rule.silence != mutant.rules[name].rule.silence:
                where |= both
            for option in said.get(name, ()) if both else ():
                one = self._original.ruled(points, name, option, both)
                two = mutant.ruled(points, name, option, both)
                where |= reduce(or_, (one.get(each, 0) ^ two.get(each, 0) for each in {*one, *two}))
        return where


class _FormulaPoints(_Points):
    """Points at which conditions are decided by formulas over numbers, made once for all regions."""

    def __init__(self, space: Space, region: Region, formulas: Formulas) -> None:
        super().__init__(space, region)
        self._formulas = formulas
        self._bits = [self._statements[each] for each in space.predicates.statements]
        self._bits += [self.all if region.truths[each] else 0 for each in space.predicates.fixed]
        self.key = (self.all, tuple(self._bits))

    def where(self, condition: Condition) -> int:
        return self._formulas.of(condition)(self._bits, self.all)


class Grounds:
    """The grounds of a guidance's questions, kept as long as they serve further mutants."""

    def __init__(self, guidance: Guidance, compiled: CompiledWorld) -> None:
        self._guidance = guidance
        self._compiled = compiled
        self._readings = {name: Reading(guidance, name) for name in guidance.questions}
        self._kept: dict[object, Ground] = {}

    def of(self, mutant: Guidance, question: str) -> Ground:
        """The ground for a mutant of a question in the same world. Raises BeyondProof."""
        space = Space(
            _joint(self._guidance, mutant, question), self._compiled, self._guidance.questions[question]
        )
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
                del self._kept[list(self._kept)[len(self._guidance.questions)]]
            self._kept[key] = Ground(space, self._readings[question])
        return self._kept[key]

    def reading(self, question: str) -> Reading:
        """A question as the guidance itself has it."""
        return self._readings[question]


def _joint(guidance: Guidance, mutant: Guidance, question: str) -> Guidance:
    """A guidance of one rule that rests on every condition of both."""
    conditions: list[Condition] = [
        inlined(each.world, condition)
        for each in (guidance, mutant)
        for condition in question_conditions(each, each.questions[question])
    ]
    rule = Rule(question, question, AnyOf(tuple(conditions)), (), None, {})
    return replace(guidance, rules={question: rule})
