"""Builds a case backwards from what is wanted: every choice is made among those that leave it possible."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from simulator.cases.chance import Chance
from simulator.cases.wanted.choices import is_framed, next_choice
from simulator.cases.wanted.goals import called_for, stands
from simulator.cases.wanted.narrowing import narrowed
from simulator.cases.wanted.possible import both
from simulator.cases.wanted.ruling_out import Ruling
from simulator.cases.wanted.sketching import Sketch
from simulator.cases.wanted.stock import PLOT, Stock
from simulator.cases.wanted.telling_apart import TellingApart
from simulator.model.conditions import Always

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from simulator.cases.drawing import WeightedValue
    from simulator.cases.pack import ScenarioPack
    from simulator.cases.wanted.goals import Goal
    from simulator.cases.wanted.sketching import Foreseen
    from simulator.cases.wanted.stock import Chosen, Key
    from simulator.cases.wanted.wants import Want
    from simulator.model.conditions import Condition
    from simulator.model.questions import Subjects
    from simulator.rules.engine import Engine

TRIES = ((150, 12), (300, 25), (500, 60), (600, 600))
"""How many choices are looked at in each try, and within it for each way in which a case may go on as a whole.

The next try begins anew, with other chances.
"""

CHEAP = 2
"""After so many tries a plot, or a way to go on, is ruled out by proof, if it can be, before it is gone through."""

Open = tuple[tuple["Goal", ...], ...]
"""For each want the goals that can still be met."""

Made = TypeVar("Made")


class Refuted(Exception):
    """No case of the pack meets all that is wanted: every choice was gone through, or ruled out."""


class NotFound(Exception):
    """None was found within bounds, and none was ruled out."""


class _Spent(Exception):
    """A try has looked at as many choices as it may."""


class _Enough(Exception):
    """As many choices were looked at as may be for one way in which a case goes on."""


@dataclass(slots=True)
class _Try:
    chance: Chance
    left: int
    of_each: int
    apart: TellingApart
    ruling: Ruling | None = None
    here: int = field(default=0)
    exact: bool = field(default=True)

    def step(self, *, within: bool) -> None:
        """Counts a choice that is looked at. Raises _Spent and _Enough."""
        if not self.left:
            raise _Spent
        if within and not self.here:
            raise _Enough
        self.left -= 1
        self.here -= within


class Builder:
    """Builds cases from one pack."""

    def __init__(self, engine: Engine, pack: ScenarioPack) -> None:
        self._guidance = engine.guidance
        self._stock = Stock(pack, engine.guidance.world)
        self._called: dict[tuple[str, str], Condition] = {}

    def build(
        self,
        seed: int | str,
        wants: Sequence[Want],
        draw: Callable[[ScenarioPack], Made | None],
        tries: Sequence[tuple[int, int]] = TRIES,
    ) -> Made:
        """The first thing that `draw` makes of a narrowed pack from which every case should meet the wants.

        `draw` gives None where its case does not. Raises Refuted, and NotFound.
        """
        goals: Open = tuple(tuple(want.goals) for want in wants)
        if not all(goals):
            raise Refuted
        apart = self._apart(goals)
        ruling = Ruling(self._stock, self._called_for, apart)
        for number, (steps, of_each) in enumerate(tries):
            chance = Chance("wanted", self._stock.pack.name, seed, number)
            trying = _Try(chance, steps, of_each, apart, ruling if number >= CHEAP else None)
            try:
                found = self._within({}, goals, trying, draw)
            except _Spent:
                continue
            if found is not None:
                return found
            if trying.exact:
                raise Refuted
        raise NotFound

    def how_many(self, subjects: Subjects) -> tuple[int, int]:
        """The fewest and the most subjects of a group that cases have to begin with."""
        counts: list[int] = []
        for number in range(len(self._stock.pack.plots)):
            judge = Sketch(self._stock, {(PLOT,): number}, self._called_for).foreseen().judges[0]
            where = subjects.where or Always()
            found = [both(each.there, judge.holds(where, each)) for each in judge.elements(subjects.entity)]
            counts += [found.count(True), len(found) - found.count(False)]
        return min(counts), max(counts)

    def _within(
        self, chosen: Chosen, goals: Open, trying: _Try, draw: Callable[[ScenarioPack], Made | None]
    ) -> Made | None:
        """What is made within the choices that are left, gone through in an order that chance gives."""
        choice = next_choice(self._stock, chosen, trying.apart)
        if choice is None:
            return self._made(chosen, trying, draw)
        key, classes = choice
        for value in _in_order(classes, trying.chance):
            found = self._after(chosen, key, value, goals, trying, draw, alone=len(classes) == 1)
            if found is not None:
                return found
        return None

    def _after(
        self,
        chosen: Chosen,
        key: Key,
        value: Any,
        goals: Open,
        trying: _Try,
        draw: Callable[[ScenarioPack], Made | None],
        *,
        alone: bool,
    ) -> Made | None:
        """What is made after one more choice."""
        then = {**chosen, key: value}
        if alone and key != (PLOT,):
            return self._onward(chosen, then, goals, trying, draw)
        trying.step(within=is_framed(chosen, self._stock))
        foreseen = Sketch(self._stock, then, self._called_for).foreseen()
        if foreseen.passable is False:
            return None
        left = tuple(tuple(_open(each, foreseen)) for each in goals)
        if not all(left):
            return None
        if (
            trying.ruling is not None
            and not trying.ruling.is_spent
            and not is_framed(chosen, self._stock)
            and trying.ruling.rules_out(then, left)
        ):
            return None
        if foreseen.passable and _are_met(left, foreseen):
            found = self._made(then, trying, draw)
            if found is not None:
                return found
        return self._onward(chosen, then, left, trying, draw)

    def _onward(
        self,
        before: Chosen,
        chosen: Chosen,
        goals: Open,
        trying: _Try,
        draw: Callable[[ScenarioPack], Made | None],
    ) -> Made | None:
        if self._is_new_frame(before, chosen):
            return self._framed(chosen, goals, trying, draw)
        return self._within(chosen, goals, trying, draw)

    def _is_new_frame(self, before: Chosen, then: Chosen) -> bool:
        """Whether it was the last choice that made it settled how the case goes on."""
        return is_framed(then, self._stock) and not is_framed(before, self._stock)

    def _framed(
        self, chosen: Chosen, goals: Open, trying: _Try, draw: Callable[[ScenarioPack], Made | None]
    ) -> Made | None:
        """What is made once it is chosen how a case goes on: one goal of each want is aimed at, then all together."""
        one = tuple((trying.chance.pick(each),) for each in goals)
        for focused in (one,) if one == goals else (one, goals):
            trying.here = trying.of_each
            try:
                found = self._within(chosen, focused, trying, draw)
            except _Enough:
                trying.exact = False
                continue
            if found is not None:
                return found
        return None

    def _made(self, chosen: Chosen, trying: _Try, draw: Callable[[ScenarioPack], Made | None]) -> Made | None:
        made = draw(narrowed(self._stock, chosen))
        if made is None:
            trying.exact = False
        return made

    def _apart(self, goals: Open) -> TellingApart:
        """What goals, and the ways on, ask of fields."""
        apart, pack = TellingApart(self._guidance.world), self._stock.pack
        apart.add(aim.condition for each in goals for goal in each for aim in goal)
        apart.add(
            self._called_for(move.question, option)
            for move in pack.moves
            if move.question
            for option in move.ways
        )
        ways = [way for move in pack.moves for listed in move.ways.values() for way in listed]
        updates = [update for opening in pack.openings for update in opening.updates]
        updates += [update for way in ways for update in way.updates]
        conditions = [*[way.condition for way in ways], *[update.condition for update in updates]]
        apart.add(each for each in conditions if each is not None)
        for fields in (*[way.needs for way in ways], *[update.where for update in updates]):
            apart.add_match(fields)
        return apart

    def _called_for(self, question: str, option: str) -> Condition:
        if (question, option) not in self._called:
            self._called[question, option] = called_for(self._guidance, question, option)
        return self._called[question, option]


def _in_order(classes: Sequence[Sequence[WeightedValue]], chance: Chance) -> Iterator[Any]:
    """A value of each class, the likelier sooner."""
    left = list(classes)
    while left:
        weights = [sum(weight for _, weight in ways) for ways in left]
        ways = left.pop(chance.weighted(range(len(left)), weights))
        yield chance.weighted([value for value, _ in ways], [weight for _, weight in ways])


def _open(goals: Sequence[Goal], foreseen: Foreseen) -> Iterator[Goal]:
    return (goal for goal in goals if stands(goal, foreseen.judges) is not False)


def _are_met(goals: Open, foreseen: Foreseen) -> bool:
    return all(any(stands(goal, foreseen.judges) for goal in each) for each in goals)
