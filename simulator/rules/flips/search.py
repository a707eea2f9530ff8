"""The search: the fewest changes of the parts of facts that together reach a goal, in every way there is.

For a goal each part must not make true what is to be avoided, and some part each of what must be. Taken alone
that is a small sum over the parts, and a lower bound: parts that refer to others also ask something of them.
So a goal is tried with its bound, and, if that was too low, later with the next bound that can be right.
"""

from __future__ import annotations

from heapq import heappop, heappush
from typing import TYPE_CHECKING

from simulator.rules.flips.classes import FAR
from simulator.rules.flips.needs import DEAD, Needs
from simulator.rules.flips.options import Option

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from simulator.rules.flips.goals import Goal
    from simulator.rules.flips.problem import Problem

MOST_STEPS = 1_000_000
"""How much one search may try: that takes a second, and what cases need is a hundredth of it."""
Solution = tuple[Option, ...]
"""The options of the parts, in the problem's order, that together reach a goal."""
Key = tuple[int, int]
"""What is still needed, and what was told those parts that are not settled yet."""
Layer = dict[Key, tuple[int, list[tuple[Key, Option]]]]
"""For each state the fewest changes that reach it, and the states and options from which it is reached so."""
Chain = tuple[Option, "Chain"] | None
"""Options, each with those of the parts that come after."""


class BeyondSearch(Exception):
    """Facts in which too much can change together for all the smallest changes to be found."""


class Effort:
    """Counts the steps of a search, up to MOST_STEPS."""

    def __init__(self) -> None:
        self._left = MOST_STEPS

    def spend(self, steps: int) -> None:
        """Raises BeyondSearch where there were too many."""
        self._left -= steps
        if self._left < 0:
            raise BeyondSearch("too much can change in these facts for all the smallest changes to be found")


class Attempt:
    """One goal over one problem, for which `before` changes are made already."""

    def __init__(self, problem: Problem, goal: Goal, before: int) -> None:
        self.goal = goal
        self._problem = problem
        self._before = before
        parts = [each.narrowed(goal.avoid, goal.must) for each in problem.relaxed(goal.avoid)]
        self._costs: list[Mapping[int, int]] = [each.costs for each in parts]
        self._fewest = [each.fewest for each in parts]
        union = 0
        for each in parts:
            union |= each.union
        self.bound = FAR if goal.must & ~union else before + sum(self._fewest)
        self._rest: list[dict[int, int]] | None = None

    def tried(self, effort: Effort) -> Iterator[Solution] | None:
        """The solutions with as many changes as the bound; where there are none a higher bound is set."""
        if self._rest is None:
            self._rest = self._lower_bounds()
            least = self._before + self._rest[0][self.goal.must]
            if least > self.bound:
                self.bound = least
                return None
        bound = self.bound - self._before
        slack = bound - sum(self._fewest)
        run = _Run(self._problem, self.goal, self._rest, bound, effort)
        found, following = run.solutions([fewest + slack for fewest in self._fewest])
        self.bound = min(FAR, self._before + following)
        return found

    def _lower_bounds(self) -> list[dict[int, int]]:
        """For the parts from each number on the changes that they take at least, by what they must still do."""
        states = [{self.goal.must}]
        for costs in self._costs:
            states.append({must & ~mask for must in states[-1] for mask in costs})
        rest = [{must: FAR if must else 0 for must in states[-1]}]
        for costs, those in zip(reversed(self._costs), reversed(states[:-1]), strict=True):
            after = rest[-1]
            rest.append(
                {must: min(cost + after[must & ~mask] for mask, cost in costs.items()) for must in those}
            )
        rest.reverse()
        return rest


class _Run:
    """One try of a goal with a bound: part by part the states that can still lead to it, each but once."""

    def __init__(
        self,
        problem: Problem,
        goal: Goal,
        rest: Sequence[Mapping[int, int]],
        bound: int,
        effort: Effort,
    ) -> None:
        self._problem = problem
        self._effort = effort
        self._goal = goal
        self._needs = Needs(goal)
        self._rest = rest
        self._bound = bound
        self._next = FAR
        self._layers: list[Layer] = [{(self._needs.start, 0): (0, [])}]

    def solutions(self, most: Sequence[int]) -> tuple[Iterator[Solution] | None, int]:
        """The solutions, or none and the next bound to try; `most` are the changes that each part can take."""
        for part, limit in zip(self._problem.referring, most, strict=False):
            if limit < part.dearest:
                self._next = self._bound + 1
            self._extend({0: self._fitting(part.options(limit))}, 0)
        for leaf, place in self._problem.leaves:
            bits = 0 if place is None else place.all << place.shift
            shift = 0 if place is None else place.shift
            asked = {told & bits for _, told in self._layers[-1]}
            self._extend({told: self._fitting(leaf.reach.options(told >> shift)) for told in asked}, bits)
        ends = [key for key in self._layers[-1] if self._needs.met(key[0])]
        return (self._traced(ends), FAR) if ends else (None, self._next)

    def _fitting(self, options: Sequence[Option]) -> list[Option]:
        avoid = self._goal.avoid
        return [option for option in options if not option.mask & avoid]

    def _extend(self, options: Mapping[int, Sequence[Option]], bits: int) -> None:
        """Adds the states after a part with such options; `bits` are those in which it was told something."""
        rest = self._rest[len(self._layers)]
        layer: Layer = {}
        must = self._goal.must
        for key, (cost, _) in self._layers[-1].items():
            state, told = key
            self._effort.spend(len(options[told & bits]))
            for option in options[told & bits]:
                after = self._needs.after(state, option.mask)
                spent = cost + option.cost
                whole = FAR if after == DEAD else spent + rest[after & must]
                if whole > self._bound:
                    self._next = min(self._next, whole)
                    continue
                reached = (after, (told | option.told) & ~bits)
                known = layer.get(reached)
                if known is None or spent < known[0]:
                    layer[reached] = (spent, [(key, option)])
                elif spent == known[0]:
                    known[1].append((key, option))
        self._layers.append(layer)

    def _traced(self, ends: Sequence[Key]) -> Iterator[Solution]:
        """The ways that lead to some last states, found one by one."""
        waiting: list[tuple[int, Key, Chain]] = [(len(self._layers) - 1, key, None) for key in reversed(ends)]
        while waiting:
            number, key, chain = waiting.pop()
            if number == 0:
                yield tuple(_unrolled(chain))
                continue
            for before, option in reversed(self._layers[number][key][1]):
                waiting.append((number - 1, before, (option, chain)))


def _unrolled(chain: Chain) -> Iterator[Option]:
    while chain is not None:
        option, chain = chain
        yield option


def smallest(
    groups: Iterable[tuple[int, Callable[[], Sequence[Attempt]]]],
) -> list[tuple[Attempt, Iterator[Solution]]]:
    """The attempts that succeed with the fewest changes that any needs, each with all its solutions.

    The attempts come in groups, each with a bound below which none of it can succeed, and made when needed.
    Empty where none succeeds: nothing that the facts can become reaches any goal. Raises BeyondSearch.
    """
    effort = Effort()
    waiting: list[tuple[int, int, Attempt | Callable[[], Sequence[Attempt]]]] = []
    count = 0
    for bound, group in groups:
        heappush(waiting, (bound, count, group))
        count += 1
    found: list[tuple[Attempt, Iterator[Solution]]] = []
    best = FAR - 1
    while waiting and waiting[0][0] <= best:
        bound, number, each = heappop(waiting)
        if not isinstance(each, Attempt):
            for attempt in each():
                heappush(waiting, (attempt.bound, count, attempt))
                count += 1
            continue
        solutions = each.tried(effort)
        if solutions is not None:
            best = bound
            found.append((each, solutions))
        else:
            heappush(waiting, (each.bound, number, each))
    return found
