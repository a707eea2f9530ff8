"""A small set of cases in which every rule wins that a pack's cases reach, and every pair of deciding facts meets.

The cases of the first seeds are candidates; for each pair that meets in none of them a case is built backwards from
it. A pair for which that is refuted can meet in no case of the pack: the world forbids it, or no plot brings it about.
Of all candidates the one that adds most is taken, again and again.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from itertools import combinations
from typing import TYPE_CHECKING, Any

from simulator.cases.wanted.building import NotFound, Refuted
from simulator.cases.wanted.deciding_facts import DecidingFact, DecidingFacts
from simulator.cases.wanted.goals import Aim, of_rule
from simulator.cases.wanted.wants import Want
from simulator.model.conditions import All
from simulator.model.questions import Subjects
from simulator.model.world import CASE

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from simulator.cases.generating import Generator
    from simulator.cases.moving import Moment

SEEDS = 4_000

_CASE = Subjects(CASE, "case")

Point = tuple[int, ...]
"""What a cover has to meet: the place of a rule, or those of two deciding facts."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The cases, each by its seed and the point that it was built for, if any; and what no case can meet.

    `pairs` is how many pairs of deciding facts meet in them.
    """

    chosen: tuple[tuple[int, Point], ...]
    rules: int
    pairs: int
    apart: tuple[tuple[str, str], ...]
    missed: tuple[str, ...]

    def cases(self, generator: Generator) -> Iterator[dict[str, Any]]:
        """The cases themselves."""
        points = Points(generator)
        for seed, point in self.chosen:
            if not point:
                yield generator.case(seed)
            else:
                called = "-".join(str(part) for part in point)
                yield generator.case_for(seed, [points.want(point)], f"cover-{called}")

    def told(self) -> Iterator[str]:
        """What there is to say of it."""
        yield (
            f"{len(self.chosen)} cases: {self.rules} rules win, {self.pairs} pairs of deciding facts meet; "
            f"{len(self.apart)} pairs can meet in no case of this pack."
        )
        together: dict[str, list[str]] = {}
        for one, other in self.apart:
            together.setdefault(one, []).append(other)
        for one, others in together.items():
            yield f"never with {one}: {'; '.join(others)}."
        for each in self.missed:
            yield f"not met, and not ruled out: {each}."

    def as_data(self) -> dict[str, Any]:
        """The cover as plain data."""
        return {
            "chosen": [[seed, list(point)] for seed, point in self.chosen],
            "rules": self.rules,
            "pairs": self.pairs,
            "apart": [list(pair) for pair in self.apart],
            "missed": list(self.missed),
        }

    @staticmethod
    def of_data(data: Mapping[str, Any]) -> Cover:
        """The cover in plain data."""
        return Cover(
            tuple((seed, tuple(point)) for seed, point in data["chosen"]),
            data["rules"],
            data["pairs"],
            tuple((one, other) for one, other in data["apart"]),
            tuple(data["missed"]),
        )


class Points:
    """What there is to meet: every rule, and every pair of deciding facts."""

    def __init__(self, generator: Generator) -> None:
        self._guidance = generator.guidance
        self.rules = tuple(generator.guidance.rules)
        self._deciding = DecidingFacts(generator.guidance, generator.pack.makes)
        self.facts: Sequence[DecidingFact] = self._deciding.all
        self._places = {fact: place for place, fact in enumerate(self.facts)}
        self.all: tuple[Point, ...] = (
            *((place,) for place in range(len(self.rules))),
            *combinations(range(len(self.facts)), 2),
        )

    def met(self, moments: Sequence[Moment]) -> set[Point]:
        """The points that a case meets."""
        found: set[Point] = set()
        won = {decision.rule for moment in moments for decision in moment.decisions}
        found |= {(place,) for place, rule in enumerate(self.rules) if rule in won}
        for moment in moments:
            places = sorted(self._places[fact] for fact in self._deciding.at(moment.facts))
            found |= set(combinations(places, 2))
        return found

    def want(self, point: Point) -> Want:
        """That a point is met."""
        met = partial(self._is_met, point)
        if len(point) == 1:
            rule = self._guidance.rules[self.rules[point[0]]]
            return Want(self.name(point), list(of_rule(self._guidance, rule)), met)
        both = All(tuple(self._deciding.condition(self.facts[place]) for place in point))
        goals = [(Aim(number, _CASE, both),) for number in range(len(self._guidance.phases))]
        return Want(self.name(point), goals, met)

    def name(self, point: Point) -> str:
        """What a point is called."""
        names = self.rules if len(point) == 1 else [str(fact) for fact in self.facts]
        return " with ".join(names[place] for place in point)

    def _is_met(self, point: Point, moments: Sequence[Moment]) -> bool:
        return point in self.met(moments)


def cover_of(generator: Generator) -> Cover:
    """A cover of what the cases of a generator can meet."""
    points = Points(generator)
    candidates: dict[tuple[int, Point], set[Point]] = {}
    met: set[Point] = set()
    for seed in range(1, SEEDS + 1):
        found = points.met(generator.drawn(seed)[1])
        if not found <= met:
            candidates[seed, ()] = found
            met |= found
    apart, missed = [], []
    for number, point in enumerate(each for each in points.all if each not in met):
        if point in met:
            continue
        try:
            found = points.met(generator.drawn_for(number, [points.want(point)])[1])
        except Refuted:
            apart.append(point)
        except NotFound:
            missed.append(points.name(point))
        else:
            candidates[number, point] = found
            met |= found
    chosen = tuple(_greedily(candidates, met))
    rules = sum(len(point) == 1 for point in met)
    facts = [str(fact) for fact in points.facts]
    pairs = tuple((facts[each[0]], facts[each[1]]) for each in apart if len(each) == 2)
    never = [f"{points.name(each)}, which can never win" for each in apart if len(each) == 1]
    return Cover(chosen, rules, len(met) - rules, pairs, (*missed, *never))


def _greedily(
    candidates: Mapping[tuple[int, Point], set[Point]], wanted: set[Point]
) -> Iterator[tuple[int, Point]]:
    """Candidates that meet all that is wanted together: each the one that adds most to those before it."""
    left, waiting = set(wanted), dict(candidates)
    while left:
        best = max(waiting, key=lambda each: (len(waiting[each] & left), -each[0]))
        yield best
        left -= waiting.pop(best)
