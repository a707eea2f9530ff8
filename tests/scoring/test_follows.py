"""One error is one error: what is right on the learner's own judging answers counts as right."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.scoring.marked import mark_choices

from .lost_property import ENGINE, chose, found

if TYPE_CHECKING:
    from simulator.scoring.choice import Choice
    from simulator.scoring.parts import Key, Parts


def causes(parts: Parts, *choices: Choice) -> dict[str, tuple[float, Key | None]]:
    """The mark and the cause of every decision answered, the judging ones left out."""
    return {
        f"{one.phase or ''}/{one.decision.question}": (one.mark, one.follows_from)
        for one in mark_choices(ENGINE, parts, choices)
        if one.choice and one.decision.question != "worth"
    }


ONE_HIGH = [(None, found(ring="high", hat="low"))]
NONE_HIGH = [(None, found(ring="low", hat="low"))]


@pytest.mark.parametrize(
    "option", [pytest.param("shelf", id="right"), pytest.param("counter", id="acceptable")]
)
def test_a_choice_that_is_no_mistake_on_the_learners_own_grade_counts_as_right(option: str) -> None:
    assert causes(ONE_HIGH, chose("worth/ring", "low"), chose("store", option)) == {
        "/store": (1, ("worth", "ring"))
    }


def test_a_choice_that_is_wrong_on_the_learners_own_grade_too_follows_from_nothing() -> None:
    assert causes(NONE_HIGH, chose("worth/hat", "middling"), chose("store", "safe")) == {"/store": (0, None)}


def test_without_a_misjudgement_a_wrong_choice_follows_from_nothing() -> None:
    assert causes(ONE_HIGH, chose("worth/ring", "high"), chose("store", "shelf")) == {"/store": (0, None)}


def test_a_choice_that_is_right_in_truth_stays_right_whatever_was_misjudged() -> None:
    assert causes(ONE_HIGH, chose("worth/ring", "low"), chose("store", "safe")) == {"/store": (1, None)}


def test_the_cause_is_the_first_misjudgement_that_alone_explains_the_choice() -> None:
    choices = [chose("worth/hat", "high"), chose("worth/ring", "middling"), chose("store", "safe")]
    assert causes(NONE_HIGH, *choices) == {"/store": (1, ("worth", "hat"))}


def test_where_only_several_misjudgements_together_explain_it_the_first_is_named() -> None:
    choices = [chose("carry", "van"), chose("worth/hat", "high"), chose("worth/ring", "high")]
    assert causes(NONE_HIGH, *choices) == {"/carry": (1, ("worth", "ring"))}


def test_a_wrong_answer_is_named_before_an_acceptable_one() -> None:
    parts = [(None, found(ring="high", hat="high"))]
    choices = [chose("worth/ring", "middling"), chose("worth/hat", "low"), chose("carry", "foot")]
    assert causes(parts, *choices) == {"/carry": (1, ("worth", "hat"))}


def test_an_acceptable_answer_explains_where_nothing_else_does() -> None:
    choices = [chose("worth/ring", "middling"), chose("store", "shelf")]
    assert causes(ONE_HIGH, *choices) == {"/store": (1, ("worth", "ring"))}


def test_a_question_of_several_follows_only_where_all_of_it_is_right_on_the_own_grades() -> None:
    misjudged = chose("worth/hat", "high")
    assert causes(NONE_HIGH, misjudged, chose("tell", "owner", "desk")) == {"/tell": (1, ("worth", "hat"))}
    assert causes(NONE_HIGH, misjudged, chose("tell", "desk")) == {"/tell": (0, None)}


def test_a_judging_answer_never_follows_from_another() -> None:
    choices = [chose("worth/ring", "low"), chose("worth/hat", "high")]
    assert [one.follows_from for one in mark_choices(ENGINE, NONE_HIGH, choices)] == [None, None]


def test_an_excused_departure_that_is_right_on_the_own_grade_counts_in_full() -> None:
    choices = [chose("worth/ring", "low"), chose("store", "counter", excused=True)]
    assert causes(ONE_HIGH, *choices) == {"/store": (1, ("worth", "ring"))}


def test_a_misjudged_grade_explains_a_later_phase_while_its_truth_is_the_same() -> None:
    parts = [("found", found(ring="high")), ("closed", found(ring="high"))]
    choices = [chose("worth/ring", "low", phase="found"), chose("store", "shelf", phase="closed")]
    assert causes(parts, *choices) == {"closed/store": (1, ("worth", "ring"))}


def test_a_misjudged_grade_explains_nothing_in_a_phase_in_which_its_truth_has_changed() -> None:
    parts = [("found", found(ring="middling", hat="high")), ("closed", found(ring="low", hat="high"))]
    choices = [
        chose("worth/ring", "high", phase="found"),
        chose("worth/hat", "high", phase="found"),
        chose("carry", "van", phase="closed"),
    ]
    assert causes(parts, *choices) == {"closed/carry": (0, None)}


def test_a_later_phases_judgement_explains_nothing_in_an_earlier_one() -> None:
    parts = [("closed", found(ring="high")), ("found", found(ring="high"))]
    choices = [chose("store", "shelf", phase="closed"), chose("worth/ring", "low", phase="found")]
    assert causes(parts, *choices) == {"closed/store": (0, None)}
