"""What one case says of each rule that decided in it: one review for each, of all its decisions together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from simulator.practice.cards import Grade
    from simulator.session.guide import Judged

RIGHT = frozenset({"right", "acceptable"})
COUNTED = RIGHT | {"mistake"}
"""Marks that tell what a learner knows: not what the guidance leaves open, nor what follows from an earlier error."""
SURE = 2
"""An error made with at least this sureness is a confident one."""


@dataclass(frozen=True, slots=True)
class Review:
    """How the decisions of one rule went: `outcomes` of each in order, whether it was right.

    `sureness` is the highest that was given to a mistake, `instead` what was chosen there and not called for.
    """

    grade: Grade
    outcomes: tuple[bool, ...]
    sureness: int | None
    instead: tuple[str, ...]


def reviews_of(decisions: Iterable[Judged]) -> Mapping[str, Review]:
    """A review for each rule that decided, in the order in which they first did."""
    by_rule: dict[str, list[Judged]] = {}
    for one in decisions:
        if one.mark in COUNTED and isinstance(one.rule, str):
            by_rule.setdefault(one.rule, []).append(one)
    return {rule: _review(ones) for rule, ones in by_rule.items()}


def grade_of(decisions: Sequence[Judged]) -> Grade:
    """The grade of a review, from decisions that count."""
    if any(one.mark == "mistake" for one in decisions):
        return "again"
    given = {one.sureness for one in decisions}
    if 1 in given:
        return "hard"
    return "easy" if given == {3} else "good"


def _review(decisions: Sequence[Judged]) -> Review:
    wrong = [one for one in decisions if one.mark == "mistake"]
    instead = [
        option
        for one in wrong
        for option in one.chosen
        if option not in one.called_for and option not in one.also_open
    ]
    given = [one.sureness for one in wrong if one.sureness in (1, 2, 3)]
    return Review(
        grade_of(decisions),
        tuple(one.mark != "mistake" for one in decisions),
        max((each for each in given if each is not None), default=None),
        tuple(dict.fromkeys(map(str, instead))),
    )
