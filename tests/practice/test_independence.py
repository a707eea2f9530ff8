"""Drills: whether an answer about one moved because facts of another changed."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.practice.course import WAITING
from simulator.practice.independence import EXAMPLES, OPEN, Independence, independence_view
from simulator.session.record_view import IndependenceView
from tests.practice.judged import drill, judged

if TYPE_CHECKING:
    from simulator.session.guide import Judged

NONE = Independence(0, 0, 0, (), ())
TITLES = {"worth": "Its worth"}
OPTIONS = {"worth": {"high": "High", "low": "Low"}}


def drilled(first: list[Judged], second: list[Judged], changed: str = "A") -> IndependenceView:
    waiting = NONE.after(first, drill(1), "2024-05-01")
    after = waiting.after(second, drill(2, changed=changed), "2024-05-02")
    return independence_view(after, ("LP7",), TITLES, OPTIONS)


def pair(**more: object) -> list[Judged]:
    """The same question about A and about B; `more` is of B."""
    return [judged(subject="A"), judged(subject="B", **more)]  # type: ignore[arg-type]


def test_an_answer_about_another_that_moved_lowers_the_index() -> None:
    found = drilled(pair(), pair(chosen=("low",), mark="mistake"))
    assert (found.drills, found.compared, found.moved, found.index) == (1, 1, 1, 0.0)
    assert found.paragraphs == ("LP7",)
    assert found.examples == (
        "On 2024-05-02 only facts of A were changed; "
        "the answer to “Its worth” about B moved from “High” to “Low”.",
    )


def test_an_answer_that_stayed_was_independent_even_where_it_was_wrong() -> None:
    wrong = pair(chosen=("low",), mark="mistake")
    assert drilled(wrong, wrong).index == 1.0


def test_an_answer_that_moved_from_wrong_to_right_moved_too() -> None:
    assert drilled(pair(chosen=("low",), mark="mistake"), pair()).moved == 1


def test_the_subject_whose_facts_changed_is_not_compared() -> None:
    moved = [judged(subject="A", chosen=("low",), mark="mistake"), judged(subject="B")]
    found = drilled(pair(), moved)
    assert (found.compared, found.moved) == (1, 0)


def test_the_case_as_a_whole_is_not_compared() -> None:
    whole = judged("keep", subject="case")
    found = drilled([*pair(), whole, judged("keep", "A")], [*pair(), judged("keep", "A"), whole])
    assert found.compared == 1


def test_what_is_no_subject_of_the_same_sort_is_not_compared() -> None:
    sort_of_fact = judged("graded", subject="scratches")
    assert drilled([*pair(), sort_of_fact], [*pair(), sort_of_fact]).compared == 1


def test_of_another_every_question_is_compared() -> None:
    more = judged("keep", subject="B")
    assert drilled([*pair(), more], [*pair(), more]).compared == 2


@pytest.mark.parametrize("more", [{"called_for": ("low",)}, {"also_open": ("low",)}])
def test_where_the_key_moved_nothing_is_compared(more: dict[str, object]) -> None:
    assert drilled(pair(), pair(chosen=("low",), **more)).compared == 0


def test_the_same_question_in_another_phase_is_another_decision() -> None:
    assert drilled(pair(), [judged(subject="A"), judged(subject="B", phase="q")]).compared == 0


def test_the_order_in_which_options_stand_is_nothing() -> None:
    first = pair(chosen=("high", "low"), called_for=("high", "low"))
    assert drilled(first, pair(chosen=("low", "high"), called_for=("low", "high"))).index == 1.0


def test_before_the_first_drill_there_is_no_index() -> None:
    assert independence_view(NONE, (), TITLES, OPTIONS) == IndependenceView(0, 0, 0, None)


def test_a_first_case_alone_is_no_drill() -> None:
    waiting = NONE.after(pair(), drill(1), "")
    assert (waiting.drills, waiting.compared, len(waiting.waiting)) == (0, 0, 1)


def test_a_second_case_without_its_first_is_no_drill() -> None:
    assert NONE.after(pair(), drill(2, changed="A"), "") == NONE


def test_a_second_case_is_compared_once() -> None:
    once = NONE.after(pair(), drill(1), "").after(pair(), drill(2, changed="A"), "")
    assert once.waiting == ()
    assert once.after(pair(), drill(2, changed="A"), "") == once


def test_a_second_case_that_could_not_be_judged_ends_the_drill_without_a_figure() -> None:
    assert NONE.after(pair(), drill(1), "").after([], drill(2, changed="A"), "") == NONE


def test_a_second_case_that_does_not_say_who_changed_tells_nothing() -> None:
    assert NONE.after(pair(), drill(1), "").after(pair(), drill(2), "") == NONE


def test_cases_between_the_two_are_nothing_to_it() -> None:
    waiting = NONE.after(pair(), drill(1), "")
    assert waiting.after(pair(), {"sort": "due"}, "") == waiting
    assert waiting.after(pair(), {}, "") == waiting


def test_some_drills_can_wait_and_one_more_lets_the_oldest_go() -> None:
    waiting = NONE
    names = [f"d{number}" for number in range(OPEN + 1)]
    for name in names:
        waiting = waiting.after(pair(), drill(1, name), "")
    assert [one.drill for one in waiting.waiting] == names[1:]
    assert OPEN > WAITING


def test_where_the_guidance_is_silent_both_times_an_answer_can_move_as_well() -> None:
    silent = {"mark": "silent", "called_for": (), "also_open": ()}
    found = drilled(pair(**silent), pair(chosen=("low",), **silent))
    assert (found.compared, found.moved) == (1, 1)


def test_the_last_examples_are_told_the_latest_first() -> None:
    many = [judged(subject=subject) for subject in "ABCDEFGHI"]
    moved = [judged(subject=subject, chosen=("low",), mark="mistake") for subject in "ABCDEFGHI"]
    found = drilled(many, moved)
    assert (found.moved, len(found.examples)) == (8, EXAMPLES)
    assert "about I moved" in found.examples[0]
    assert "about E moved" in found.examples[-1]


def test_a_sentence_cannot_act_on_a_terminal() -> None:
    first = [judged(subject="A"), judged(subject="\x1b]8;;B")]
    second = [judged(subject="A"), judged(subject="\x1b]8;;B", chosen=("low",))]
    [sentence] = drilled(first, second).examples
    assert "\x1b" not in sentence


def test_more_that_moved_than_were_compared_are_refused() -> None:
    with pytest.raises(ValueError, match="cannot have moved"):
        Independence.from_data({**NONE.as_data(), "moved": 1})
