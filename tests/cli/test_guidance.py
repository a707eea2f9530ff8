"""`simulator guidance` names for each paragraph the first case of each scenario pack that exercises it."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from simulator.cli import exercising
from simulator.cli.main import main
from simulator.cli.workshop import Workshop
from simulator.packs.finding import pack_in

if TYPE_CHECKING:
    from pathlib import Path

Printed = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _few_seeds(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(exercising, "SEEDS", 60)
    monkeypatch.setenv("SIMULATOR_CACHE", str(tmp_path))


def paragraphs(capsys: Printed, *words: str) -> dict[str, Any]:
    assert main(["guidance", *words, "--format", "json"]) == 0
    told = json.loads(capsys.readouterr().out)["paragraphs"]
    return {paragraph["paragraph"]: paragraph for paragraph in told}


def test_a_case_that_is_named_exercises_the_paragraph_and_none_before_it_does(capsys: Printed) -> None:
    generator = Workshop().generator()
    first: dict[str, int] = {}
    for case in generator.cases(1, 60):
        for name in case["exercises"]["paragraphs"]:
            first.setdefault(name, case["seed"])
    told = paragraphs(capsys)
    made = {name: case["seed"] for name, entry in told.items() for case in entry["cases"] if "seed" in case}
    assert made == first


def test_a_written_case_that_is_named_exercises_the_paragraph_and_none_before_it_does(
    capsys: Printed,
) -> None:
    workshop = Workshop()
    (pack,) = (pack for pack in workshop.found.of_kind("scenario") if pack.name == "near-misses")
    first: dict[str, str] = {}
    for each in pack.cases:
        for name in workshop.written(pack, each.case).data["exercises"]["paragraphs"]:
            first.setdefault(name, each.case)
    told = paragraphs(capsys)
    written = {
        name: case["case"]
        for name, entry in told.items()
        for case in entry["cases"]
        if case["pack"] == "near-misses"
    }
    assert written == first


def test_a_paragraph_that_is_background_is_exercised_by_no_case(capsys: Printed) -> None:
    background = [entry for entry in paragraphs(capsys).values() if entry["background"] is not None]
    assert background
    assert not [entry for entry in background if entry["cases"]]


def test_the_text_gives_the_command_that_makes_the_case(capsys: Printed) -> None:
    (case,) = (case for case in paragraphs(capsys, "IG22")["IG22"]["cases"] if case["pack"] == "core")
    assert main(["guidance", "IG22"]) == 0
    command = f"simulator generate --pack core --seed {case['seed']}"
    told = capsys.readouterr().out
    assert f"    Exercised by `{command}`\n" in told
    assert "    Exercised by `simulator play --plain --pack near-misses --case " in told
    assert main(command.split()[1:]) == 0
    assert "IG22" in json.loads(capsys.readouterr().out)["exercises"]["paragraphs"]


def test_the_cases_are_looked_for_once(capsys: Printed, monkeypatch: pytest.MonkeyPatch) -> None:
    before = paragraphs(capsys, "IG21")
    monkeypatch.setattr(Workshop, "generator", lambda *_: pytest.fail("they were looked for again"))
    assert paragraphs(capsys, "IG21") == before


def test_a_scenario_pack_at_fault_is_told_and_left_out(
    capsys: Printed, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (core,) = (pack for pack in Workshop().found.of_kind("scenario") if pack.name == "core")
    folder = tmp_path / "broken"
    folder.mkdir()
    for path in core.folder.rglob("*.yaml"):
        text = path.read_text("utf-8").replace("to: outcome", "to: verdict")
        (folder / path.name).write_text(text, "utf-8")
    monkeypatch.setattr(Workshop, "scenario_packs", lambda _: [pack_in(folder)])
    assert main(["guidance", "IG21", "--format", "json"]) == 0
    told = capsys.readouterr()
    assert json.loads(told.out)["paragraphs"][0]["cases"] == []
    assert told.err.startswith("core is left out: ")
    assert "'verdict' is no phase of a paper" in told.err
