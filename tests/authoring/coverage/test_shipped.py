"""The packs that ship, together: every rule that a case can reach, and nearly every fault in the rules."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from typing import Any

from jsonschema_rs import Draft202012Validator

from tests.hostile.running import ROOT

LEAST_ADEQUACY = 0.95


@cache
def measured(*words: str) -> dict[str, Any]:
    """What `pack coverage` says of the written cases of all packs, as a person would ask for it."""
    command = [sys.executable, "-m", "simulator", "--no-plugins", "pack", "coverage", "--seeds", "0"]
    done = subprocess.run(
        [*command, "--format", "json", *words], capture_output=True, text=True, check=True, timeout=900
    )
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_the_written_cases_reach_every_rule_that_a_case_can_reach() -> None:
    assert measured()["rules"]["missing"] == []
    assert sum(cases > 0 for cases in measured()["rules"]["won"].values()) == 81


def test_the_written_cases_would_notice_nearly_every_fault_in_the_rules() -> None:
    mutants = measured()["mutants"]
    assert mutants["detected"] / mutants["detectable"] >= LEAST_ADEQUACY
    assert mutants["detectable"] > 4_000


def test_every_option_and_paragraph_that_can_be_called_for_is() -> None:
    for sort in ("options", "paragraphs"):
        assert [each for each in measured()[sort]["missing"] if each["reachable"]] == []


def test_what_is_printed_keeps_to_its_schema() -> None:
    schema = json.loads((ROOT / "simulator" / "authoring" / "schemas" / "coverage.json").read_text("utf-8"))
    assert list(Draft202012Validator(schema).iter_errors(measured())) == []
