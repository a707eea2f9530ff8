"""Findings as SARIF, read by the tool of those who wrote the standard."""

from __future__ import annotations

import json
import os
import subprocess
from copy import deepcopy
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from tests.authoring.packs import begun
from tests.hostile.running import run_here

from .installing import INTO, modules, multitool

SCHEMA = "@microsoft/sarif-multitool-linux/sarif-2.1.0.json"
ADVICE = {"SARIF2005"}
"""A tool may say its version and its home page. That the advice is given shows that the log was read."""


def sarif(*packs: Path) -> Any:
    """The log of packs."""
    return json.loads(run_here(["pack", "lint", "--format", "sarif", *map(str, packs)]).stdout)


def complaints(log: Any, folder: Path) -> set[str]:
    """The rules by which the tool finds fault with a log."""
    (folder / "log.sarif").write_text(json.dumps(log))
    own = {
        "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1",
        "DOTNET_BUNDLE_EXTRACT_BASE_DIR": str(INTO / "dotnet"),
    }
    words = ["validate", "log.sarif", "--output", "told.sarif", "--log", "ForceOverwrite"]
    subprocess.run(
        [*multitool(), *words], cwd=folder, env={**os.environ, **own}, capture_output=True, check=True
    )
    [run] = json.loads((folder / "told.sarif").read_text())["runs"]
    return {result["ruleId"] for result in run["results"]}


def test_the_log_of_a_sound_pack_is_valid(tmp_path: Path) -> None:
    assert complaints(sarif(begun(tmp_path / "tried")), tmp_path) == ADVICE


def test_the_log_of_faulty_packs_is_valid(faulty_pack: Path, tmp_path: Path) -> None:
    log = sarif(faulty_pack, begun(tmp_path / "tried"))
    assert [len(run["results"]) > 8 for run in log["runs"]] == [True, False]
    assert complaints(log, tmp_path) == ADVICE


@pytest.mark.parametrize("part", ["message", "locations"])
def test_the_tool_finds_a_spoilt_log_out(part: str, faulty_pack: Path, tmp_path: Path) -> None:
    log = sarif(faulty_pack)
    log["runs"][0]["results"][0][part] = "spoilt"
    assert complaints(log, tmp_path) - ADVICE


def test_the_log_is_as_the_schema_of_the_standard_says(faulty_pack: Path) -> None:
    schema = jsonschema_rs.validator_for(json.loads((modules() / SCHEMA).read_bytes()))
    log = sarif(faulty_pack)
    schema.validate(log)
    for part in ("message", "ruleIndex", "locations", "level", "suppressions"):
        spoilt = deepcopy(log)
        spoilt["runs"][0]["results"][0][part] = "spoilt"
        assert not schema.is_valid(spoilt)


def test_a_file_named_from_here_is_told_from_here(
    faulty_pack: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(faulty_pack.parent)
    log = sarif(Path("tried"))
    places = [result["locations"][0]["physicalLocation"] for result in log["runs"][0]["results"]]
    assert "tried/pack.yaml" in [place["artifactLocation"]["uri"] for place in places]
    assert complaints(log, tmp_path) == ADVICE


def test_what_is_excused_is_a_suppressed_result_with_its_reason(faulty_pack: Path) -> None:
    [run] = sarif(faulty_pack)["runs"]
    [excused] = [result for result in run["results"] if "suppressions" in result]
    assert excused["ruleId"] == "not-as-expected"
    assert excused["suppressions"] == [{"kind": "inSource", "justification": "we, 100% :: differ"}]
