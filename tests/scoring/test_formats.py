"""The committed schemas and the code say the same."""

from __future__ import annotations

from dataclasses import MISSING, fields
from typing import Any

import jsonschema_rs
import pytest

from simulator.model.questions import BASES, VERDICTS
from simulator.scoring.choice import Choice
from simulator.scoring.formats import schema_of

CHOICE = schema_of("choices")["$defs"]["choice"]
ENTRY = schema_of("score")["$defs"]["entry_fields"]
WRONG: dict[str, Any] = {
    "question": "q",
    "subject": "s",
    "chosen": "x",
    "verdict": "contrary",
    "expected": [],
    "acceptable": [],
    "missed": [],
    "rule": "q.r",
    "basis": "stated",
    "why": "Because.",
    "follows_from": None,
    "citations": [{"paragraph": "P1", "quote": "so"}],
    "flips": [],
}
SCORE: dict[str, Any] = {
    "format": "score/1",
    "case": "c",
    "scorers": [],
    "mistakes": [WRONG],
    "to_discuss": [],
    "silent": [WRONG | {"silence": "Nothing is said."}],
    "missing": [],
}


@pytest.mark.parametrize("name", ["choices", "scoring", "score"])
def test_a_schema_is_itself_valid_and_says_what_it_is_of(name: str) -> None:
    schema = schema_of(name)
    jsonschema_rs.meta.validate(schema)
    assert schema["properties"]["format"] == {"const": f"{name}/1"}


def test_a_choice_holds_just_what_its_schema_allows_and_needs() -> None:
    assert {field.name for field in fields(Choice)} == set(CHOICE["properties"])
    needed = {field.name for field in fields(Choice) if field.default is MISSING}
    assert needed == {*CHOICE["required"], "phase"}


def test_an_entry_has_the_verdicts_and_bases_of_the_rules() -> None:
    assert ENTRY["properties"]["verdict"]["enum"] == [*VERDICTS, None]
    assert ENTRY["properties"]["basis"]["enum"] == list(BASES)
    optional = {"phase", "flips_unknown"}
    assert {*ENTRY["required"], *optional} == set(ENTRY["properties"]) == {*WRONG, *optional}


def test_a_scorer_is_told_of_the_verdicts_of_the_rules() -> None:
    decision = schema_of("scoring")["$defs"]["decision"]
    assert decision["properties"]["verdicts"]["additionalProperties"]["enum"] == list(VERDICTS)
    assert set(decision["required"]) == set(decision["properties"])


def test_the_schema_of_a_score_takes_one_that_is_whole() -> None:
    assert jsonschema_rs.is_valid(schema_of("score"), SCORE)


@pytest.mark.parametrize(
    "spoilt",
    [
        SCORE | {"total": 1},
        SCORE | {"mistakes": [WRONG | {"silence": "no"}]},
        SCORE | {"mistakes": [WRONG | {"verdict": "wrong"}]},
        SCORE | {"mistakes": [WRONG | {"citations": []}]},
        SCORE | {"mistakes": [{key: WRONG[key] for key in WRONG if key != "why"}]},
        SCORE | {"silent": [WRONG]},
        SCORE | {"missing": [{"question": "q"}]},
        SCORE | {"scorers": [{"name": "s", "points": 1}]},
        {key: SCORE[key] for key in SCORE if key != "silent"},
    ],
)
def test_the_schema_of_a_score_refuses_one_that_is_not(spoilt: dict[str, Any]) -> None:
    assert not jsonschema_rs.is_valid(schema_of("score"), spoilt)
