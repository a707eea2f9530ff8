"""Skill and difficulty by Elo, one step a decision."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.elo import LEAST_STEP, Rating, chance
from simulator.practice.elo import played as game
from simulator.practice.memory import Memory
from tests.practice.made import judged, memory_of, played

if TYPE_CHECKING:
    from collections.abc import Sequence

ratings = st.builds(Rating, st.floats(-2000, 2000), st.integers(0, 10_000))


@pytest.mark.parametrize(
    ("skill", "difficulty", "likely"), [(0, 0, 0.5), (400, 0, 10 / 11), (0, 400, 1 / 11), (100, 0, 0.640)]
)
def test_a_hundred_points_are_odds_of_nearly_two_to_one(
    skill: float, difficulty: float, likely: float
) -> None:
    assert chance(skill, difficulty) == pytest.approx(likely, abs=0.001)


@given(ratings, ratings)
def test_a_right_decision_raises_skill_and_lowers_difficulty(skill: Rating, difficulty: Rating) -> None:
    better, easier = game(skill, difficulty, right=True)
    worse, harder = game(skill, difficulty, right=False)
    assert worse.points <= skill.points <= better.points
    assert easier.points <= difficulty.points <= harder.points
    assert better.games == skill.games + 1
    assert easier.games == difficulty.games + 1


@given(st.integers(0, 5000))
def test_steps_fall_with_the_count_of_decisions_and_those_of_skill_never_end(games: int) -> None:
    def step(of: int) -> tuple[float, float]:
        skill, rule = game(Rating(0.0, of), Rating(0.0, of), right=True)
        return skill.points, -rule.points

    assert step(games + 1)[1] < step(games)[1]
    assert step(games)[0] >= LEAST_STEP / 2


def test_every_decision_that_counts_is_one_game_and_no_other() -> None:
    decided = [
        judged("close.old", subject="ring"),
        judged("close.old", mark="mistake", subject="hat"),
        judged("close.old", mark="silent", subject="bag"),
        judged("close.old", mark="follows", subject="coat"),
    ]
    memory = Memory().after(played(*decided))
    assert memory.skill.games == 2
    assert memory.known["close.old"].difficulty.games == 2


def test_what_is_often_wrong_comes_out_harder_than_what_is_often_right() -> None:
    cases = [
        played(
            judged("worth.gold", mark="mistake" if number % 4 else "right"),
            judged("worth.paper", mark="right" if number % 4 else "mistake"),
            day=number,
        )
        for number in range(24)
    ]
    memory = memory_of(cases)
    hard, easy = memory.difficulty("worth.gold"), memory.difficulty("worth.paper")
    assert hard is not None
    assert easy is not None
    assert hard > 50
    assert easy < -50
    assert memory.difficulty("worth.rest") is None


@given(st.lists(st.booleans(), min_size=1, max_size=400))
def test_ratings_stay_within_bounds_that_a_reader_understands(outcomes: Sequence[bool]) -> None:
    skill, rule = Rating(), Rating()
    for right in outcomes:
        skill, rule = game(skill, rule, right=right)
    assert abs(skill.points) < 2000
    assert abs(rule.points) < 2000
