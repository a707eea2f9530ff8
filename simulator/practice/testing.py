"""Tests before practice, after it and later: what their marks were, how sure that is, and how far they moved.

Their cases are equally difficult: they ask the same questions in the same phases, in numbers of decisions that differ
by a fifth at most; they are of the same level by `simulator.cases.difficulty` (how much decides, how near another
ending is, how much is beside the point); and the difficulties of their rules by Elo come to sums that differ by 100
points at most from their median. Of the cases that are made the same level goes before Elo; where none is equal after
all, the most equal is taken, and the learner is told so: where the case is listed, and with every change from or to
its test.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final, Self

from simulator.practice.folded import Count, Folded, counted
from simulator.practice.intervals import Marks, change
from simulator.practice.why_played import place_in_test
from simulator.session.practising import (
    STAGES,
    Stage,
)
from simulator.session.record_view import ChangeView, TestView

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from simulator.practice.intervals import Share
    from simulator.practice.why_played import PlaceInTest
    from simulator.session.guide import Judged

KEPT: Final = 6
"""Tests that are kept, the last ones."""
HALVES: Final[Mapping[str, int]] = {"right": 2, "acceptable": 2, "follows": 2, "discuss": 1, "mistake": 0}
"""What decisions earn, in half marks; silent ones are not counted."""


class Sitting(Folded, frozen=True):
    """What is known of the cases of one test: sums over them, all that the mark and its interval need.

    Marks are halves. `squares` sums the squares of the cases' marks, `sizes` those of their numbers of decisions, and
    `products` one times the other. `rules` says how often each rule was asked, `over` whether the last case is there.
    `numbers` are those of the cases that count: each counts once, though it be played twice. `unequal` counts those of
    them for which none was found that is as difficult as the others.
    """

    test: str
    stage: Stage
    day: str
    over: bool
    numbers: tuple[Count, ...]
    cases: Count
    decisions: Count
    marks: Count
    squares: Count
    products: Count
    sizes: Count
    rules: dict[str, Count]
    unequal: Count

    def __post_init__(self) -> None:
        """Raise ValueError for sums that no cases come to."""
        if len(set(self.numbers)) != self.cases or len(self.numbers) != self.cases:
            raise ValueError(f"{self.cases} cases cannot have the numbers {self.numbers}")
        if self.marks > 2 * self.decisions or bool(self.cases) != bool(self.decisions):
            raise ValueError(f"{self.marks} half marks cannot come of {self.decisions} decisions")

    @classmethod
    def new(cls, of: PlaceInTest) -> Self:
        """One of which no case is counted yet."""
        return cls(of.test, of.stage, "", False, (), 0, 0, 0, 0, 0, 0, {}, 0)

    def after(self, decisions: Sequence[Judged], day: str, of: PlaceInTest) -> Sitting:
        """With the decisions of one more of its cases; one whose number it has is passed over."""
        if of.number in self.numbers:
            return self
        scored = [one for one in decisions if one.mark in HALVES]
        marks, size = sum(HALVES[one.mark] for one in scored), len(scored)
        numbers = (*self.numbers, of.number) if size else self.numbers
        return Sitting(
            self.test,
            self.stage,
            day or self.day,
            self.over or len(numbers) >= of.of or (not size and of.number >= of.of),
            numbers,
            self.cases + (size > 0),
            self.decisions + size,
            self.marks + marks,
            self.squares + marks**2,
            self.products + marks * size,
            self.sizes + size**2,
            counted(self.rules, (one.rule for one in scored)),
            self.unequal + (size > 0 and of.unequal),
        )

    @property
    def counted(self) -> Marks:
        """What is known of its cases, in whole marks; there is at least one decision."""
        return Marks(
            self.cases, self.decisions, self.marks / 2, self.squares / 4, self.products / 2, self.sizes
        )

    @property
    def share(self) -> Share:
        """The mean mark with its interval."""
        return self.counted.share()


class Sittings(Folded, frozen=True):
    """The last tests, in the order in which they were begun."""

    tests: tuple[Sitting, ...]

    def after(self, decisions: Sequence[Judged], purpose: Mapping[str, object], day: str) -> Sittings:
        """With one more case; one that could not be judged earns nothing, and may be the last of its test."""
        of = place_in_test(purpose)
        if of is None:
            return self
        known = any(one.test == of.test for one in self.tests)
        tests = self.tests if known else (*self.tests, Sitting.new(of))[-KEPT:]
        return Sittings(tuple(one.after(decisions, day, of) if one.test == of.test else one for one in tests))

    @property
    def finished(self) -> tuple[Sitting, ...]:
        """Those that are over, and of which a decision counts."""
        return tuple(one for one in self.tests if one.over and one.decisions)


def mark_views(tests: Sittings, difficulty: Callable[[str], float]) -> tuple[TestView, ...]:
    """Every finished test; `difficulty` says how difficult a rule is, in points by Elo."""
    return tuple(_view(one, difficulty) for one in tests.finished)


def _view(test: Sitting, difficulty: Callable[[str], float]) -> TestView:
    mark, low, high = test.share
    difficulties = sum(times * difficulty(rule) for rule, times in test.rules.items())
    return TestView(
        stage=test.stage,
        day=test.day,
        cases=test.cases,
        decisions=test.decisions,
        mark=mark,
        low=low,
        high=high,
        difficulty=difficulties / test.decisions,
    )


def change_views(tests: Sittings) -> tuple[ChangeView, ...]:
    """How far the mark moved between the tests of the last round of which there are two; a first test begins one."""
    rounds: list[dict[Stage, Sitting]] = [{}]
    for one in tests.finished:
        if one.stage == "before":
            rounds.append({})
        rounds[-1].pop(one.stage, None)
        rounds[-1][one.stage] = one
    last: Iterable[Sitting] = next((each.values() for each in reversed(rounds) if len(each) > 1), ())
    return tuple(_change(before, after) for before, after in combinations(last, 2))


def _change(before: Sitting, after: Sitting) -> ChangeView:
    moved = change(before.counted, after.counted)
    return ChangeView(before.stage, after.stage, *moved, said=_said(before, after, moved))


def _said(before: Sitting, after: Sitting, moved: Share) -> str:
    unequal = before.unequal + after.unequal
    told = {0: "", 1: " One of the cases is not as difficult as the others."}
    several = f" {unequal} of the cases are not as difficult as the others."
    return f"{_moved(before, after, moved)}{told.get(unequal, several)}"


def _moved(before: Sitting, after: Sitting, moved: Share) -> str:
    between = f"From the test {STAGES[before.stage]} to the one {STAGES[after.stage]}"
    points = round(abs(moved.share) * 100)
    went = f"{between} the mark " + (
        f"went {'up' if moved.share > 0 else 'down'} by {points} points of 100"
        if points
        else "stayed the same"
    )
    if min(before.cases, after.cases) < 2:
        return f"{went}; a test of a single case cannot tell that from chance."
    bounds = f"between {_signed(moved.low)} and {_signed(moved.high)} points"
    if moved.low > 0 or moved.high < 0:
        return f"{went}, which is more than chance would explain: it is likely to be {bounds}."
    return f"{went}, which cannot be told from chance: it may be anything {bounds}."


def _signed(share: float) -> str:
    return f"{round(share * 100):+d}".replace("-", "−") if round(share * 100) else "0"
