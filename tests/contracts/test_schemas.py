"""Every format has a committed schema, and what the program prints keeps to it."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jsonschema_rs import Draft202012Validator

from simulator.cli.workshop import Workshop

ROOT = Path(__file__).parents[2]
PACK = ROOT / "plugins" / "simulator_guidance_derbyshire_2016"
FACTS = {
    "format": "case-facts/1",
    "id": "two-friends",
    "people": [
        {"id": "A", "age": 14, "home": "city", "acts": ["took_own", "shared_own"]},
        {"id": "B", "age": 15, "home": "county", "acts": ["kept_other"]},
    ],
    "factors": [{"kind": "bullying", "grade": "suspected", "by": "B", "against": ["A"]}],
}


def schema(path: str) -> Any:
    """A committed schema."""
    return json.loads((ROOT / path).read_text(encoding="utf-8"))


def printed(*words: str, given: str = "") -> list[Any]:
    """The JSON lines that a command prints."""
    done = subprocess.run(
        [sys.executable, "-m", "simulator", *words], input=given, capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_the_committed_schema_of_facts_is_the_one_that_the_guidance_declares() -> None:
    engine = Workshop(strangers=False).engine("derbyshire-2016")
    committed = json.loads((PACK / "schemas" / "case-facts.json").read_text(encoding="utf-8"))
    made = json.dumps(engine.facts_schema, indent=1, ensure_ascii=False) + "\n"
    assert committed == engine.facts_schema, f"write this to {PACK}/schemas/case-facts.json:\n{made}"


def test_answers_keep_to_the_schema_of_assessments() -> None:
    [answer] = printed("assess", "-", given=json.dumps(FACTS) + "\n")
    Draft202012Validator(schema("simulator/rules/schemas/assessment.json")).validate(answer)
    assert any(decision["silent"] and decision["silence"] for decision in answer["decisions"])


def test_the_guidance_keeps_to_its_schema() -> None:
    [guidance] = printed("guidance", "--format", "json")
    Draft202012Validator(schema("simulator/guidance/schemas/guidance.json")).validate(guidance)
    assert len(guidance["paragraphs"]) == 44


def test_a_generated_case_is_assessed_phase_by_phase() -> None:
    cases = printed("generate", "--seed", "5", "--count", "2")
    given = "".join(json.dumps(case) + "\n" for case in cases)
    answers = printed("assess", "-", given=given)
    assert [answer["phase"] for answer in answers] == ["report", "assessment", "outcome"] * 2
    validator = Draft202012Validator(schema("simulator/rules/schemas/assessment.json"))
    for answer in answers:
        validator.validate(answer)


@pytest.mark.parametrize(
    "path", sorted(str(path.relative_to(ROOT)) for path in ROOT.glob("simulator/**/*.json"))
)
def test_every_committed_schema_is_one(path: str) -> None:
    found = schema(path)
    Draft202012Validator(found)
    assert found["$schema"] == "https://json-schema.org/draft/2020-12/schema"


def test_near_misses_keep_to_their_schema() -> None:
    [near] = printed("prove", "--near-misses", "notify.aggravated", "--format", "json")
    assert near["pairs"] == []
    [near] = printed("prove", "--near-misses", "outcome.no-investigation", "--format", "json")
    Draft202012Validator(schema("simulator/rules/schemas/near-misses.json")).validate(near)
    assert {pair["one"]["rule"] for pair in near["pairs"]} == {"outcome.no-investigation"}
