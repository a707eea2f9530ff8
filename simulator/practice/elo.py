"""Difficulty by Elo: each decision is a game of the learner against a rule.

The steps fall with the count of games, as R. Pelánek has them in "Applications of the Elo rating system in adaptive
educational systems" (Computers & Education 98, 2016), in points: 400 of them are a ratio of ten to one.
"""

from __future__ import annotations

from dataclasses import dataclass

PER_TENFOLD = 400.0
FIRST_STEP = 174.0
"""Points that the first game moves at most: about one unit of log odds."""
SLOWING = 20.0
"""Games after which a step is half as large."""
LEAST_STEP = 10.0
"""A learner goes on learning: skill never stops moving."""


@dataclass(frozen=True, slots=True)
class Rating:
    """The points of a learner or a rule after `games`; about 0 is middling."""

    points: float = 0.0
    games: int = 0


def chance(skill: float, difficulty: float) -> float:
    """How likely a learner of this skill decides right by a rule of this difficulty, from 0 to 1."""
    odds_against: float = 10.0 ** ((difficulty - skill) / PER_TENFOLD)
    return 1.0 / (1.0 + odds_against)


def played(skill: Rating, difficulty: Rating, *, right: bool) -> tuple[Rating, Rating]:
    """The ratings of the learner and of the rule after one decision."""
    surprise = float(right) - chance(skill.points, difficulty.points)
    learner = max(LEAST_STEP, _step(skill.games)) * surprise
    rule = -_step(difficulty.games) * surprise
    return _moved(skill, learner), _moved(difficulty, rule)


def _step(games: int) -> float:
    return FIRST_STEP / (1.0 + games / SLOWING)


def _moved(rating: Rating, by: float) -> Rating:
    return Rating(rating.points + by, rating.games + 1)
