"""Proof that of every question, at every point of its space, exactly one rule decides."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import reduce
from operator import and_, or_
from typing import TYPE_CHECKING

from simulator.guidance.rule_reading import dominators
from simulator.model.conditions import All, Always, AnyOf, Condition, Not, Some
from simulator.rules.inlining import inlined
from simulator.rules.space import Region, Space

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Question, Rule
    from simulator.rules.compiled import CompiledWorld


Point = tuple[Region, int]
"""A region of a question's space, and the mask of one of its points."""


@dataclass(frozen=True)
class Breach:
    """A point at which not exactly one rule decides: none, or the two named."""

    question: str
    rules: tuple[str, ...]
    region: Region
    mask: int


@dataclass
class Exactness:
    """What was found over the space of one question: its points, breaches (one of each kind), and what wins.

    `wins` holds for each rule some points at which it wins, `branches` the same for each branch of its cells:
    (rule, option, number). `never_holds` are the statements of its conditions that no possible facts meet.
    """

    question: str
    points: int = 0
    breaches: dict[tuple[str, ...], list[Breach]] = field(default_factory=dict)
    wins: dict[str, list[Point]] = field(default_factory=dict)
    branches: dict[tuple[str, str, int], list[Point]] = field(default_factory=dict)
    never_holds: list[Condition] = field(default_factory=list)


MOST_BREACHES = 50
MOST_POINTS = 24
POINTS_OF_A_REGION = 3


def prove_question(guidance: Guidance, compiled: CompiledWorld, question: Question) -> Exactness:
    """Goes through the whole space of a question. Raises BeyondProof."""
    found = Exactness(question.question)
    space = Space(guidance, compiled, question)
    rules = [_Inlined(guidance, rule) for rule in guidance.rules_of(question.question)]
    asked = inlined(guidance.world, question.asked_when) if question.asked_when is not None else Always()
    met = 0
    for region in space.regions():
        met = reduce(or_, region.masks, met)
        points = _Points(space, region)
        everywhere = points.where(asked)
        found.points += everywhere.bit_count()
        _decide(found, rules, points, everywhere)
    statements = enumerate(space.predicates.statements)
    found.never_holds = [statement for bit, statement in statements if not met >> bit & 1]
    return found


class _Inlined:
    """A rule with its conditions inlined, and the rules to which it yields."""

    def __init__(self, guidance: Guidance, rule: Rule) -> None:
        self.rule = rule
        self.when = None if rule.when is None else inlined(guidance.world, rule.when)
        self.yields_to = dominators(guidance.rules, rule.rule)
        self.cells: Mapping[str, Sequence[Condition | None]] = {
            option: [None if each.when is None else inlined(guidance.world, each.when) for each in cell]
            for option, cell in rule.options.items()
        }


class _Points:
    """The points of a region as bits of numbers, so that a condition is decided at all of them at once."""

    def __init__(self, space: Space, region: Region) -> None:
        self.region = region
        self.all = (1 << len(region.masks)) - 1
        self._statements: dict[Condition, int] = {}
        for bit, statement in enumerate(space.predicates.statements):
            held = "".join("1" if mask >> bit & 1 else "0" for mask in reversed(region.masks))
            self._statements[statement] = int(held, 2)
        self._kept: dict[Condition, int] = {}

    def where(self, condition: Condition) -> int:
        """The points at which a condition holds."""
        kept = self._kept.get(condition)
        if kept is None:
            kept = self._kept[condition] = self._where(condition)
        return kept

    def _where(self, condition: Condition) -> int:
        match condition:
            case Always():
                return self.all
            case All(parts):
                return reduce(and_, (self.where(part) for part in parts), self.all)
            case AnyOf(parts):
                return reduce(or_, (self.where(part) for part in parts), 0)
            case Not(part):
                return self.all & ~self.where(part)
            case Some():
                return self._statements[condition]
            case _:
                return self.all if self.region.truths[condition] else 0

    def first(self, points: int) -> int:
        """The mask of the first of some points."""
        return self.region.masks[(points & -points).bit_length() - 1]

    def several(self, points: int, most: int) -> Iterator[int]:
        """The masks of some points."""
        while points and most:
            yield self.first(points)
            points &= points - 1
            most -= 1


def _decide(found: Exactness, rules: Sequence[_Inlined], points: _Points, everywhere: int) -> None:
    applies = {
        each.rule.rule: points.where(each.when) & everywhere for each in rules if each.when is not None
    }
    rest = everywhere & ~reduce(or_, applies.values(), 0)
    for each in rules:
        name = each.rule.rule
        if each.when is None:
            wins, rest = rest, 0
        else:
            wins = applies[name] & ~reduce(or_, (applies.get(other, 0) for other in each.yields_to), 0)
        if wins:
            _note_wins(found, each, points, wins)
    _note_breach(found, (), points, rest)
    _overlaps(found, [each for each in rules if each.when is not None], applies, points)


def _overlaps(
    found: Exactness, rules: Sequence[_Inlined], applies: Mapping[str, int], points: _Points
) -> None:
    for index, one in enumerate(rules):
        for other in rules[index + 1 :]:
            names = (one.rule.rule, other.rule.rule)
            if names[1] in one.yields_to or names[0] in other.yields_to:
                continue
            both = applies[names[0]] & applies[names[1]]
            # Where a third rule wins over one of the two, the overlap decides nothing.
            for name in (*one.yields_to, *other.yields_to):
                if name in one.yields_to and name in other.yields_to:
                    both &= ~applies.get(name, 0)
            _note_breach(found, names, points, both)


def _note_breach(found: Exactness, rules: tuple[str, ...], points: _Points, where: int) -> None:
    kept = found.breaches.setdefault(rules, []) if where else []
    for mask in points.several(where, MOST_BREACHES - len(kept)):
        kept.append(Breach(found.question, rules, points.region, mask))


def _note_wins(found: Exactness, each: _Inlined, points: _Points, wins: int) -> None:
    name = each.rule.rule
    _keep(found.wins.setdefault(name, []), points, wins)
    for option, conditions in each.cells.items():
        left = wins
        for number, condition in enumerate(conditions):
            here = left if condition is None else left & points.where(condition)
            left &= ~here
            if here:
                _keep(found.branches.setdefault((name, option, number), []), points, here)


def _keep(kept: list[Point], points: _Points, where: int) -> None:
    """Keeps some points, of several regions, so that facts are found at one of them."""
    most = min(POINTS_OF_A_REGION, MOST_POINTS - len(kept))
    kept.extend((points.region, mask) for mask in points.several(where, most))
