"""What was chosen against what was called for."""

from __future__ import annotations

from dataclasses import replace

from simulator.practice.confusion import Confusions, confusion_view
from simulator.session.record_view import ConfusionView
from tests.practice.judged import judged

LABELS = {"high": "High", "low": "Low", "none": "None"}


def table(*decisions: object, labels: dict[str, str] = LABELS) -> ConfusionView | None:
    return confusion_view(Confusions({}, {}).after(decisions), "worth", "Its worth", labels)  # type: ignore[arg-type]


def test_rows_are_called_for_and_columns_chosen_in_the_order_of_the_question() -> None:
    found = table(
        judged(called_for=("low",), chosen=("high",), mark="mistake"),
        judged(called_for=("low",), chosen=("low",)),
        judged(called_for=("low",), chosen=("low",)),
        judged(called_for=("high",), chosen=("high",)),
    )
    assert found == ConfusionView(
        "worth", "Its worth", ("High", "Low"), ("High", "Low"), ((1, 0), (1, 2)), ((0, 0), (0, 0))
    )


def test_only_what_came_up_is_in_the_table() -> None:
    found = table(judged(called_for=("low",), chosen=("none",), mark="mistake"))
    assert found == ConfusionView("worth", "Its worth", ("Low",), ("None",), ((1,),), ((0,),))


def test_where_one_of_several_would_do_the_one_that_was_chosen_counts_alone_and_once() -> None:
    either = judged(called_for=("high", "low"), chosen=("low",))
    found = table(replace(either, chosen=("high",)), either, either, either)
    assert found is not None
    assert (found.called_for, found.chosen) == (("High", "Low"), ("High", "Low"))
    assert found.counts == ((1, 0), (0, 3))
    assert found.open == ((0, 0), (0, 0))


def test_where_several_are_called_for_together_a_right_answer_is_no_confusion() -> None:
    found = table(judged(called_for=("high", "low"), chosen=("low", "high")))
    assert found is not None
    assert found.counts == ((1, 0), (0, 1))


def test_what_was_missed_counts_against_what_was_chosen_instead() -> None:
    found = table(judged(called_for=("high", "low"), chosen=("low", "none"), mark="mistake"))
    assert found is not None
    assert (found.chosen, found.counts) == (("Low", "None"), ((0, 1), (1, 0)))
    less = table(judged(called_for=("high", "low"), chosen=("low",), mark="mistake"))
    assert less is not None
    assert less.counts == ((1,), (1,))


def test_what_was_chosen_besides_stands_beside_all_that_was_called_for() -> None:
    found = table(judged(called_for=("high", "low"), chosen=("high", "low", "none"), mark="mistake"))
    assert found is not None
    assert found.counts == ((1, 0, 1), (0, 1, 1))
    assert found.open == ((0, 0, 0), (0, 0, 0))


def test_silent_decisions_and_errors_that_only_follow_are_no_confusion() -> None:
    assert table(judged(mark="silent"), judged(mark="follows", chosen=("low",))) is None


def test_what_the_guidance_leaves_open_and_what_is_to_be_discussed_is_told_apart() -> None:
    found = table(judged(mark="acceptable", chosen=("low",)), judged(mark="discuss", chosen=("none",)))
    assert found is not None
    assert (found.chosen, found.counts, found.open) == (("Low", "None"), ((1, 1),), ((1, 1),))


def test_an_open_choice_beside_a_wrong_one_is_no_confusion_and_the_wrong_one_is() -> None:
    found = table(judged(chosen=("low", "none"), also_open=("low",), mark="mistake"))
    assert found is not None
    assert (found.counts, found.open) == (((1, 1),), ((1, 0),))


def test_a_decision_without_a_choice_or_a_call_has_no_pair() -> None:
    assert table(judged(chosen=(), mark="mistake"), judged(called_for=())) is None


def test_an_option_that_the_question_does_not_have_any_more_comes_last_by_its_id() -> None:
    found = table(judged(called_for=("gone",), chosen=("low",), mark="mistake"), judged())
    assert found is not None
    assert (found.called_for, found.chosen) == (("High", "gone"), ("High", "Low"))


def test_other_questions_stand_apart() -> None:
    assert table(judged("owner")) is None


def test_labels_cannot_act_on_a_terminal() -> None:
    found = table(judged(), labels={"high": "\x1b[31mHigh"})
    assert found is not None
    assert "\x1b" not in found.called_for[0]
