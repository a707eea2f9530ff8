"""Choices scored and every mistake explained, over a tiny guidance."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import jsonschema_rs
import pytest

from simulator.rules.flips.flip import Change, Flip
from simulator.scoring.formats import schema_of
from simulator.scoring.marks import points_by_question
from simulator.scoring.score import score

from .lost_property import ENGINE, chose, found

if TYPE_CHECKING:
    from simulator.scoring.choice import Choice
    from simulator.scoring.parts import Parts

HIGH: Parts = [(None, found(ring="high", hat="low"))]
LOW: Parts = [(None, found(ring="low", hat="low"))]
CASE: Parts = [("found", found(ring="high")), ("closed", found(ring="low"))]
WHY = {
    "basis": "inferred",
    "follows_from": None,
    "citations": [{"paragraph": "LP1", "quote": "one"}],
    "flips": [
        {
            "changes": [{"fact": "worth", "from": "high", "to": "low"}],
            "text": "Had it been of less worth.",
            "paragraph": "LP2",
        }
    ],
}


@pytest.fixture(autouse=True)
def _worth_flips_everything(monkeypatch: pytest.MonkeyPatch) -> None:
    """The search for flips has tests of its own, with an engine whose rules can be searched."""
    flip = Flip((Change("worth", "high", "low"),), "store.row", "LP2", "Had it been of less worth.")
    monkeypatch.setattr("simulator.scoring.flipping.flips_of", lambda *_: (flip,))


def scored(parts: Parts, *choices: Choice) -> dict[str, Any]:
    """The score; it, and what the scorers are given, are always as the schemas say."""

    def run(scoring: dict[str, Any]) -> list[dict[str, Any]]:
        jsonschema_rs.validate(schema_of("scoring"), scoring)
        return [{"name": "all", **points_by_question(scoring["decisions"])}]

    result = score(ENGINE, parts, choices, run)
    jsonschema_rs.validate(schema_of("score"), result)
    return result


def points(result: dict[str, Any]) -> tuple[float, float]:
    """Points and possible points of the only scorer."""
    return result["scorers"][0]["points"], result["scorers"][0]["possible"]


def test_a_wrong_option_is_explained_with_what_was_called_for() -> None:
    result = scored(HIGH, chose("store", "shelf"))
    assert result["mistakes"] == [
        {
            "question": "store",
            "subject": "case",
            "chosen": "shelf",
            "verdict": "contrary",
            "expected": ["safe"],
            "acceptable": [],
            "missed": [],
            "rule": "store.row",
            "why": "shelf is contrary.",
            **WHY,
        }
    ]
    assert points(result) == (0, 1)


def test_what_is_right_leaves_no_entry() -> None:
    result = scored(LOW, chose("store", "counter"))
    assert points(result) == (1, 1)
    assert not any(result[key] for key in ("mistakes", "to_discuss", "silent", "missing"))


def test_of_several_each_wrong_option_is_an_entry_and_what_was_missed_is_one_more() -> None:
    mistakes = scored(HIGH, chose("tell", "press", "desk"))["mistakes"]
    assert [(each["chosen"], each["verdict"], each["missed"]) for each in mistakes] == [
        ("press", "departure", []),
        (None, None, ["owner"]),
    ]
    assert mistakes[1]["why"] == "owner is expected."


def test_an_excused_departure_is_no_mistake_but_to_be_discussed_at_half_marks() -> None:
    result = scored(HIGH, chose("store", "counter", excused=True))
    assert (result["mistakes"], points(result)) == ([], (0.5, 1))
    assert [(each["chosen"], each["verdict"]) for each in result["to_discuss"]] == [("counter", "departure")]


def test_a_departure_without_an_excuse_is_a_mistake() -> None:
    result = scored(HIGH, chose("store", "counter"))
    assert ([each["chosen"] for each in result["mistakes"]], result["to_discuss"]) == (["counter"], [])


def test_a_contrary_option_is_a_mistake_with_an_excuse_too() -> None:
    assert scored(HIGH, chose("store", "shelf", excused=True))["mistakes"]


def test_a_silent_answer_is_shown_with_the_models_inference_and_counts_nowhere() -> None:
    result = scored(LOW, chose("reward/ring", "big"), chose("store", "shelf"))
    assert [(each["chosen"], each["verdict"], each["silence"]) for each in result["silent"]] == [
        ("big", "departure", "Nothing is said.")
    ]
    assert (result["mistakes"], result["to_discuss"], points(result)) == ([], [], (1, 1))


def test_a_mistake_that_follows_from_a_misjudgement_is_shown_and_costs_nothing_more() -> None:
    result = scored(HIGH, chose("worth/ring", "low"), chose("worth/hat", "low"), chose("store", "shelf"))
    assert [(each["question"], each["follows_from"]) for each in result["mistakes"]] == [
        ("worth", None),
        ("store", {"question": "worth", "subject": "ring"}),
    ]
    assert points(result) == (1.5, 2)


def test_with_facts_alone_the_questions_due_are_those_answered_about_all_their_subjects() -> None:
    result = scored(HIGH, chose("worth/ring", "high"))
    assert result["missing"] == [{"question": "worth", "subject": "hat"}]
    assert points(result) == (0.5, 1)


def test_with_a_case_every_question_of_the_phases_named_is_due() -> None:
    result = scored(CASE, chose("worth/ring", "high", phase="found"))
    assert result["missing"] == [
        {"phase": "found", "question": "store", "subject": "case"},
        {"phase": "found", "question": "tell", "subject": "case"},
    ]
    assert points(result) == (1, 3)


def test_with_a_case_a_question_of_two_phases_is_two_and_its_entries_name_the_phase() -> None:
    result = scored(CASE, chose("store", "shelf", phase="found"), chose("store", "safe", phase="closed"))
    assert [(each["phase"], each["chosen"]) for each in result["mistakes"]] == [
        ("found", "shelf"),
        ("closed", "safe"),
    ]
    assert points(result) == (0, 5)
    assert {each["phase"] for each in result["missing"]} == {"found", "closed"}


def test_no_choices_at_all_is_nothing_of_nothing() -> None:
    assert points(scored(CASE)) == (0, 0)


def test_a_choice_that_is_not_asked_is_a_fault_of_the_caller() -> None:
    with pytest.raises(ValueError, match="not asked here"):
        scored(HIGH, chose("reward/ring", "big"))


def test_scorers_are_given_every_decision_due_as_plain_data() -> None:
    seen: list[dict[str, Any]] = []

    def run(scoring: dict[str, Any]) -> list[dict[str, Any]]:
        seen.append(scoring)
        return []

    score(ENGINE, HIGH, [chose("worth/ring", "low")], run, case="case-7")
    assert seen[0]["format"] == "scoring/1"
    assert seen[0]["case"] == "case-7"
    assert seen[0]["decisions"][0] == {
        "phase": None,
        "question": "worth",
        "subject": "ring",
        "several": False,
        "silent": False,
        "chosen": ["low"],
        "verdicts": {"high": "expected", "middling": "acceptable", "low": "contrary"},
        "mark": 0.0,
        "follows_from": None,
    }
    assert seen[0]["decisions"][1]["chosen"] is None


def test_the_order_of_the_choices_does_not_matter() -> None:
    choices = [chose("worth/ring", "low"), chose("tell", "press", "desk"), chose("store", "shelf")]
    assert scored(HIGH, *choices) == scored(HIGH, *reversed(choices))
