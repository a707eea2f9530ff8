"""What a case says of a rule: one review of all its decisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.practice.cards import Grade, reviewed
from simulator.practice.reviews import grade_of, reviews_of
from tests.practice.made import START, after, judged

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.session.summary_view import Mark


@pytest.mark.parametrize(
    ("decided", "grade"),
    [
        ([("right", None)], "good"),
        ([("right", 2)], "good"),
        ([("right", 3)], "easy"),
        ([("right", 1)], "hard"),
        ([("acceptable", 3)], "easy"),
        ([("mistake", None)], "again"),
        ([("mistake", 3)], "again"),
        ([("right", 3), ("right", 3)], "easy"),
        ([("right", 3), ("right", 2)], "good"),
        ([("right", 3), ("right", None)], "good"),
        ([("right", 3), ("right", 1)], "hard"),
        ([("right", 3), ("mistake", 1)], "again"),
        ([("right", 1), ("mistake", 3)], "again"),
    ],
)
def test_a_review_is_graded_by_marks_and_sureness(
    decided: Sequence[tuple[Mark, int | None]], grade: Grade
) -> None:
    assert grade_of([judged("log.found", mark=mark, sureness=sure) for mark, sure in decided]) == grade


@pytest.mark.parametrize("mark", ["silent", "follows", "discuss"])
def test_what_tells_nothing_of_what_is_known_is_no_review(mark: Mark) -> None:
    assert reviews_of([judged("log.found", mark=mark, sureness=3)]) == {}


@pytest.mark.parametrize("mark", ["silent", "follows", "discuss"])
def test_what_tells_nothing_does_not_spoil_a_review(mark: Mark) -> None:
    found = reviews_of([judged("log.found", sureness=3), judged("log.found", mark=mark, sureness=1)])
    assert found["log.found"].grade == "easy"
    assert found["log.found"].outcomes == (True,)


def test_a_review_keeps_the_highest_sureness_of_a_mistake_and_what_was_chosen_instead() -> None:
    found = reviews_of(
        [
            judged("close.old", mark="mistake", sureness=1, chosen="keep"),
            judged("close.old", mark="mistake", sureness=2, chosen="return", subject="ring"),
            judged("close.old", mark="right", sureness=3, subject="hat"),
        ]
    )
    assert found["close.old"].sureness == 2
    assert found["close.old"].instead == ("keep", "return")


def test_each_rule_is_reviewed_once_whatever_the_number_of_its_decisions() -> None:
    found = reviews_of([judged("close.old"), judged("log.found"), judged("close.old", subject="ring")])
    assert list(found) == ["close.old", "log.found"]
    assert found["close.old"].outcomes == (True, True)


@given(
    st.lists(st.tuples(st.sampled_from(["again", "hard", "good", "easy"]), st.floats(0, 90)), max_size=12),
    st.floats(0, 200),
)
def test_the_better_a_review_the_later_a_rule_comes_due(
    history: Sequence[tuple[Grade, float]], later: float
) -> None:
    card, day = None, 0.0
    for grade, days in history:
        day += days
        card = reviewed(card, grade, after(day))
    grades: tuple[Grade, ...] = ("again", "hard", "good", "easy")
    dues = [reviewed(card, grade, after(day + later)).due for grade in grades]
    assert dues == sorted(dues)


def test_nothing_of_a_schedule_is_left_to_chance() -> None:
    cards = {reviewed(reviewed(None, "good", START), "good", after(3)) for _ in range(20)}
    assert len(cards) == 1
