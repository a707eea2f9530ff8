"""Somebody with ten minutes a day gets ten minutes' worth of what is most due, and comes to how the matter ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.practice.kept import kept_of
from tests.practice.bundled import case_of, desk_at, questions_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.practice.course import Course
    from tests.practice.bundled import Desk

JUDGING = {"factor_grade", "attributed_factors"}


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    yield from desk_at(tmp_path)


def day(desk: Desk, *wrong: str, slow: float = 0) -> set[str]:
    """The questions of a day's ten minutes, of which those `wrong` are answered wrongly; `slow` are minutes more."""
    runner = desk.practice.begin_due(10)
    asked = questions_of(case_of(desk.store, runner))
    desk.clock.go_on(minutes=slow)
    desk.play(runner, lambda question, _: question in wrong)
    desk.clock.go_on(days=1)
    return asked


def course(desk: Desk) -> Course:
    return kept_of(desk.store, "derbyshire-2016").course


def test_how_the_matter_ends_is_asked_from_the_first_day_on(desk: Desk) -> None:
    for number in range(5):
        assert "outcome" in day(desk, *(["response", "label"] if number % 2 else ["outcome"]))


def test_who_reads_the_facts_well_is_not_asked_every_day_how_they_read_them(desk: Desk) -> None:
    assert day(desk, "outcome") >= JUDGING
    asked = [day(desk, "outcome") for _ in range(6)]
    assert any("outcome" in each and not each & JUDGING for each in asked)


def test_who_misreads_the_facts_is_asked_until_that_is_right(desk: Desk) -> None:
    for _ in range(4):
        assert day(desk, *JUDGING) >= JUDGING


def test_the_pace_is_known_from_short_cases_too_and_the_length_of_whole_ones_is_not(desk: Desk) -> None:
    before = course(desk)
    day(desk, slow=30)
    after = course(desk)
    assert after.decision > before.decision
    assert after.decisions == before.decisions


def test_who_is_slow_gets_ten_minutes_worth_soon(desk: Desk) -> None:
    decisions = []
    for _ in range(6):
        day(desk, "outcome", slow=10)
        [*_, last] = desk.store.ended()
        assert last.finished is not None
        decisions.append(len(last.finished["data"]["judged"]))
    assert decisions[-1] < 0.75 * decisions[0]
