"""Cases for tests that are equally difficult: what is looked for, and the most equal of what there is."""

from __future__ import annotations

from collections import Counter
from statistics import median
from typing import TYPE_CHECKING, Final, NamedTuple, TypeAlias

from simulator.practice.course import blueprint_of
from simulator.practice.leaving_out import decisions_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence
    from typing import Any

    from simulator.practice.course import Tested
    from simulator.session.guide import Guide

    Case: TypeAlias = Mapping[str, Any]
    Levels: TypeAlias = Callable[[Sequence[Case]], Sequence[str]]

TOLERANCE: Final = 100.0
"""Points by Elo, over all rules of a case, up to which two cases are equally difficult."""
CLOSE: Final = 0.2
"""The share by which the numbers of their decisions may differ."""
NEAREST: Final = 12
"""Cases of which the level is looked at, the nearest by Elo: it takes some hundredths of a second each."""


class Equal(NamedTuple):
    """A case, its level, whether that is the one that was looked for, and by how many points by Elo it is off."""

    case: Case
    level: str
    same_level: bool
    apart: float

    @property
    def enough(self) -> bool:
        """Whether it is equally difficult, as `simulator.practice.testing` has it."""
        return self.same_level and self.apart <= TOLERANCE

    @property
    def order(self) -> tuple[bool, float]:
        """The more equal is the less: first by level, then by Elo."""
        return not self.same_level, self.apart


def most_equal(
    guide: Guide,
    pools: Iterable[Iterable[Case]],
    tests: Sequence[Tested],
    difficulty: Callable[[str], float],
    levels: Levels,
) -> Equal | None:
    """The most equal of all pools; the next one is looked at where no case so far is equal enough."""
    best: Equal | None = None
    for pool in pools:
        found = equal_case(guide, pool, tests, difficulty, levels)
        best = min(filter(None, (best, found)), key=lambda one: one.order, default=None)
        if best is not None and best.enough:
            break
    return best


def equal_case(
    guide: Guide,
    candidates: Iterable[Case],
    tests: Sequence[Tested],
    difficulty: Callable[[str], float],
    levels: Levels,
) -> Equal | None:
    """The candidate that is nearest in difficulty to the cases of tests so far.

    It asks the same questions as they do; None where no candidate does. The first case of all is a middling one of
    those that ask what most of them ask, and of the level that most of these have. `levels` says how hard cases are.
    """
    found = _nearest(guide, list(candidates), tests, difficulty)[:NEAREST]
    if not found:
        return None
    told = levels([case for case, _ in found])
    wanted = tests[0].level if tests else Counter(told).most_common(1)[0][0]
    equal = [
        Equal(case, level, level == wanted, apart) for (case, apart), level in zip(found, told, strict=True)
    ]
    best = min(equal, key=lambda one: one.order)
    return best if tests else best._replace(apart=0.0)


def _nearest(
    guide: Guide, candidates: Sequence[Case], tests: Sequence[Tested], difficulty: Callable[[str], float]
) -> list[tuple[Case, float]]:
    """Those that ask the same, the nearest by Elo first, and how far each is off."""
    if not candidates:
        return []
    asked = _asking_the_same(guide, candidates, tests)
    points = [(case, _points(case["exercises"]["rules"], difficulty)) for case in asked]
    of_tests = [_points(one.rules, difficulty) for one in tests]
    goal = median(of_tests or (each for _, each in points)) if of_tests or points else 0.0
    return sorted(((case, abs(each - goal)) for case, each in points), key=lambda one: one[1])


def _asking_the_same(guide: Guide, candidates: Sequence[Case], tests: Sequence[Tested]) -> list[Case]:
    blueprints = [blueprint_of(case) for case in candidates]
    wanted = tests[0].blueprint if tests else Counter(blueprints).most_common(1)[0][0]
    same = [case for case, blueprint in zip(candidates, blueprints, strict=True) if blueprint == wanted]
    if not tests:
        return same
    asked = median(one.decisions for one in tests)
    return [case for case in same if _is_close(sum(decisions_in(guide, case).values()), asked)]


def _is_close(decisions: int, asked: float) -> bool:
    return abs(decisions - asked) <= CLOSE * asked


def _points(rules: Iterable[str], difficulty: Callable[[str], float]) -> float:
    return sum(map(difficulty, rules))
