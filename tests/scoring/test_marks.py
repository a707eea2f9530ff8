"""The mark of one decision, by tables and by its laws; the points of questions."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.model.questions import VERDICTS, Verdict
from simulator.scoring.marks import mark_of, points_by_question, wrong_options

E, A, D, C = VERDICTS
ONE: dict[str, Verdict] = {"e": E, "a": A, "d": D, "c": C}
SEVERAL: dict[str, Verdict] = {"e1": E, "e2": E, "a": A, "d": D, "c": C}
NONE_EXPECTED: dict[str, Verdict] = {"a": A, "d": D, "c": C}


@pytest.mark.parametrize(
    ("option", "excused", "mark"),
    [
        ("e", False, 1),
        ("a", False, 1),
        ("d", False, 0),
        ("d", True, 0.5),
        ("c", False, 0),
        ("c", True, 0),
    ],
)
def test_one_choice_is_marked_by_its_verdict_and_excuse(option: str, excused: bool, mark: float) -> None:
    assert mark_of(ONE, [option], several=False, excused=excused) == mark


@pytest.mark.parametrize(
    ("chosen", "excused", "mark"),
    [
        ("e1 e2", False, 1),
        ("e1", False, 0.5),
        ("e1 e2 a", False, 1),
        ("a", False, 0),
        ("e1 e2 c", False, 0.5),
        ("e1 e2 d", False, 0.5),
        ("e1 e2 d", True, 1),
        ("e1 d", True, 0.5),
        ("e1 e2 c d", False, 0),
        ("e1 e2 c d", True, 0.5),
        ("e1 c d", False, 0),
        ("c", True, 0),
    ],
)
def test_several_choices_share_what_is_expected_and_lose_for_each_wrong_one(
    chosen: str, excused: bool, mark: float
) -> None:
    assert mark_of(SEVERAL, chosen.split(), several=True, excused=excused) == mark


@pytest.mark.parametrize(
    ("chosen", "excused", "mark"),
    [("a", False, 1), ("d", False, 0), ("d", True, 1), ("a c", True, 0), ("c", False, 0)],
)
def test_where_nothing_is_expected_several_choices_are_full_unless_one_is_wrong(
    chosen: str, excused: bool, mark: float
) -> None:
    assert mark_of(NONE_EXPECTED, chosen.split(), several=True, excused=excused) == mark


def test_a_single_wrong_option_costs_one_nth_exactly() -> None:
    verdicts: dict[str, Verdict] = {"e": E, "c1": C, "c2": C, "d": D}
    assert mark_of(verdicts, ["e", "c1"], several=True, excused=False) == 2 / 3


def test_wrong_options_stand_in_the_order_of_the_question() -> None:
    assert wrong_options(SEVERAL, ["c", "e1", "d"], excused=False) == ("d", "c")


@st.composite
def decisions(draw: st.DrawFn) -> tuple[dict[str, Verdict], list[str], bool]:
    verdicts = draw(st.dictionaries(st.text("abcdefgh", min_size=1), st.sampled_from(VERDICTS), min_size=1))
    chosen = draw(st.lists(st.sampled_from(sorted(verdicts)), min_size=1, unique=True))
    return verdicts, chosen, draw(st.booleans())


@given(decisions())
def test_a_mark_of_several_lies_between_nothing_and_one(
    case: tuple[dict[str, Verdict], list[str], bool],
) -> None:
    verdicts, chosen, excused = case
    assert 0 <= mark_of(verdicts, chosen, several=True, excused=excused) <= 1


@given(decisions())
def test_adding_a_wrong_option_never_raises_a_mark(case: tuple[dict[str, Verdict], list[str], bool]) -> None:
    verdicts, chosen, excused = case
    before = mark_of(verdicts, chosen, several=True, excused=excused)
    for option in wrong_options(verdicts, verdicts.keys() - set(chosen), excused=excused):
        assert mark_of(verdicts, [*chosen, option], several=True, excused=excused) <= before


@given(decisions(), st.randoms())
def test_the_order_of_options_and_of_choices_does_not_matter(
    case: tuple[dict[str, Verdict], list[str], bool], random: Any
) -> None:
    verdicts, chosen, excused = case
    shuffled, mixed = list(verdicts.items()), list(chosen)
    random.shuffle(shuffled)
    random.shuffle(mixed)
    before = mark_of(verdicts, chosen, several=True, excused=excused)
    assert mark_of(dict(shuffled), mixed, several=True, excused=excused) == before


@given(decisions())
def test_an_excuse_never_lowers_a_mark(case: tuple[dict[str, Verdict], list[str], bool]) -> None:
    verdicts, chosen, _ = case
    for several in (True, False):
        without, excused = (
            mark_of(verdicts, chosen[: None if several else 1], several=several, excused=excused)
            for excused in (False, True)
        )
        assert without <= excused


def decision(question: str, mark: float, *, phase: str | None = None, silent: bool = False) -> dict[str, Any]:
    return {"phase": phase, "question": question, "mark": mark, "silent": silent}


def test_a_question_is_the_mean_over_its_subjects_and_the_points_are_their_sum() -> None:
    result = points_by_question([decision("q", 1), decision("r", 1), decision("q", 0), decision("q", 0.5)])
    assert (result["points"], result["possible"]) == (1.5, 2.0)
    assert result["detail"] == {
        "questions": [
            {"phase": None, "question": "q", "points": 0.5},
            {"phase": None, "question": "r", "points": 1.0},
        ]
    }


def test_a_question_asked_in_two_phases_is_two_questions() -> None:
    result = points_by_question([decision("q", 1, phase="first"), decision("q", 0, phase="second")])
    assert (result["points"], result["possible"]) == (1.0, 2.0)


def test_silent_decisions_count_nowhere() -> None:
    result = points_by_question(
        [decision("q", 1), decision("q", 0, silent=True), decision("r", 0, silent=True)]
    )
    assert (result["points"], result["possible"]) == (1.0, 1.0)


def test_questions_that_are_not_named_are_left_out() -> None:
    result = points_by_question([decision("q", 1), decision("r", 1)], {"r"})
    assert (result["points"], result["possible"]) == (1.0, 1.0)
    assert [each["question"] for each in result["detail"]["questions"]] == ["r"]


def test_nothing_due_is_no_points_of_none() -> None:
    assert points_by_question([]) == {"points": 0.0, "possible": 0.0, "detail": {"questions": []}}
