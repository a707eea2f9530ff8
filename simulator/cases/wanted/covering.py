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

SEEDS = 8_000
TRIES = ((100, 12), (300, 60), (900, 900))

_CASE = Subjects(CASE, "case")

Point = tuple[int, ...]
"""What a cover has to meet: the place of a rule, or those of two deciding facts."""

Chosen = tuple[int, Point]
"""A case by its seed, and the point that it was built for, if any."""


@dataclass(frozen=True, slots=True)
class Cover:
    """The cases; how many rules win and how many pairs of deciding facts meet in them, and what no case can meet."""

    chosen: tuple[Chosen, ...]
    rules: int
    pairs: int
    apart: tuple[tuple[str, str], ...]
    missed: tuple[str, ...]
    never: tuple[str, ...] = ()

    def cases(self, generator: Generator) -> Iterator[dict[str, Any]]:
        """The cases themselves."""
        points = Points(generator)
        for seed, wanted in self.chosen:
            if not wanted:
                yield generator.case(seed)
            else:
                yield generator.case_for(seed, [points.want(wanted)], "cover", TRIES)

    def told(self) -> Iterator[str]:
        """What there is to say of it."""
        yield (
            f"{len(self.chosen)} cases: {self.rules} rules win, {self.pairs} pairs of deciding facts meet; "
            f"{len(self.apart)} pairs can meet in no case of this pack."
        )
        if self.never:
            yield f"rules that win in no case of this pack: {', '.join(self.never)}."
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
            "chosen": [[seed, list(wanted)] for seed, wanted in self.chosen],
            "rules": self.rules,
            "pairs": self.pairs,
            "apart": [list(pair) for pair in self.apart],
            "missed": list(self.missed),
            "never": list(self.never),
        }

    @staticmethod
    def of_data(data: Mapping[str, Any]) -> Cover:
        """The cover in plain data."""
        return Cover(
            tuple((seed, tuple(wanted)) for seed, wanted in data["chosen"]),
            data["rules"],
            data["pairs"],
            tuple((one, other) for one, other in data["apart"]),
            tuple(data["missed"]),
            tuple(data["never"]),
        )


class Points:
    """What there is to meet: every rule, and every pair of deciding facts."""

    def __init__(self, generator: Generator) -> None:
        self._guidance = generator.guidance
        self._makes = generator.pack.makes
        self.rules = tuple(generator.guidance.rules)
        self._deciding = DecidingFacts(generator.guidance, generator.pack.makes)
        self.facts: Sequence[DecidingFact] = self._deciding.all
        self._places = {fact: place for place, fact in enumerate(self.facts)}
        self.all: tuple[Point, ...] = (
            *((place,) for place in range(len(self.rules))),
            *combinations(range(len(self.facts)), 2),
        )
        self._bits = {point: 1 << number for number, point in enumerate(self.all)}

    def met(self, moments: Sequence[Moment]) -> int:
        """The points that a case meets: a bit for each."""
        won = {decision.rule for moment in moments for decision in moment.decisions}
        found = sum(1 << place for place, rule in enumerate(self.rules) if rule in won)
        for moment in moments:
            places = sorted(self._places[fact] for fact in self._deciding.at(moment.facts))
            for pair in combinations(places, 2):
                found |= self._bits[pair]
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

    def is_ruled_out(self, point: Point) -> bool:
        """Whether two facts are of one field of the case, or of elements alike, of which no case has two."""
        if len(point) == 1:
            return False
        one, other = (self.facts[place] for place in point)
        if one.of != other.of or one.values[0][0] != other.values[0][0]:
            return False
        distinct = len(self._makes.distinct)
        return one.of == CASE or (
            one.of == self._makes.carried
            and len(one.values) > distinct
            and one.values[:distinct] == other.values[:distinct]
        )

    def name(self, point: Point) -> str:
        """What a point is called."""
        names = self.rules if len(point) == 1 else [str(fact) for fact in self.facts]
        return " with ".join(names[place] for place in point)

    def _is_met(self, point: Point, moments: Sequence[Moment]) -> bool:
        return bool(self.met(moments) & self._bits[point])


def cover_of(generator: Generator) -> Cover:
    """A cover of what the cases of a generator can meet."""
    points = Points(generator)
    candidates: dict[Chosen, int] = {
        (seed, ()): points.met(generator.drawn(seed)[1]) for seed in range(1, SEEDS + 1)
    }
    met = 0
    for found in candidates.values():
        met |= found
    apart, missed = [], []
    for number, point in enumerate(points.all):
        if met >> number & 1:
            continue
        built = None if points.is_ruled_out(point) else _built(generator, points, number)
        if built is None:
            apart.append(point)
        elif built == 0:
            missed.append(points.name(point))
        else:
            candidates[number, point] = built
            met |= built
    chosen = tuple(_greedily(candidates, met))
    return _told(points, chosen, met, apart, missed)


def _built(generator: Generator, points: Points, number: int) -> int | None:
    """What a case built for a point meets, in bits; none where none was found, and None where there can be none."""
    try:
        return points.met(generator.drawn_for(number, [points.want(points.all[number])], TRIES)[1])
    except Refuted:
        return None
    except NotFound:
        return 0


def _told(
    points: Points, chosen: tuple[Chosen, ...], met: int, apart: Sequence[Point], missed: Sequence[str]
) -> Cover:
    rules = sum(met >> number & 1 for number, point in enumerate(points.all) if len(point) == 1)
    facts = [str(fact) for fact in points.facts]
    pairs = tuple((facts[each[0]], facts[each[1]]) for each in apart if len(each) == 2)
    never = tuple(points.name(each) for each in apart if len(each) == 1)
    return Cover(chosen, rules, met.bit_count() - rules, pairs, tuple(missed), never)


def _greedily(candidates: Mapping[Chosen, int], wanted: int) -> Iterator[Chosen]:
    """Candidates that meet all that is wanted together: each the one that adds most to those before it."""
    left = wanted
    while left:
        best = max(candidates, key=lambda each: ((candidates[each] & left).bit_count(), -each[0]))
        yield best
        left &= ~candidates[best]
