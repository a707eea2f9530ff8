"""Packs of written cases at the command line: their order, one case by its id, settings, and what a pack draws on."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from simulator.cli.training import training_of
from simulator.cli.workshop import Workshop
from tests.authoring.packs import begun, changed
from tests.hostile.running import run_here

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.session.training import Training
    from tests.hostile.running import Ran

MANIFEST, CASE = "pack.yaml", "cases/first-case.yaml"


@pytest.fixture
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the settings of this test are looked for; its sessions are kept beside."""
    monkeypatch.setenv("SIMULATOR_SETTINGS", str(tmp_path / "settings.yaml"))
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "store.sqlite"))
    return tmp_path / "settings.yaml"


@pytest.fixture
def mine(tmp_path: Path, settings: Path) -> Path:
    """A pack of the person's own, which the settings name."""
    folder = begun(tmp_path / "mine")
    settings.write_text("format: settings/1\npacks: [mine]\n")
    return folder


def training(*, strangers: bool = True) -> Training:
    made = training_of(Workshop(strangers=strangers))
    made.store.close()
    return made


def play(*words: str, lines: str = "leave\n") -> Ran:
    return run_here(("play", "--plain", *words), lines.encode())


# The packs there are


@pytest.mark.usefixtures("settings")
def test_written_packs_come_first_and_of_them_the_gentlest() -> None:
    packs = training(strangers=False).packs
    assert [pack.name for pack in packs][-1] == "core"
    assert packs[0].name == "foundations"
    written = [pack for pack in packs if pack.cases]
    assert len(written) == len(packs) - 1
    assert [pack.intensity for pack in written] == sorted(pack.intensity for pack in written)
    assert all(pack.makes for pack in packs)


@pytest.mark.usefixtures("mine")
def test_a_pack_of_the_settings_is_listed() -> None:
    mine = next(pack for pack in training().packs if pack.name == "mine")
    assert [case.case for case in mine.cases] == ["first-case"]
    listed = run_here(("plugins", "--format", "json"), b"")
    [found] = [each for each in json.loads(listed.stdout)["plugins"] if each["name"] == "mine"]
    assert found["status"] == "active"


@pytest.mark.usefixtures("mine")
def test_without_plugins_packs_of_the_settings_are_left_out() -> None:
    assert "mine" not in [pack.name for pack in training(strangers=False).packs]


def test_a_broken_settings_file_is_named_and_everything_else_works(settings: Path) -> None:
    settings.write_text("format: settings/1\npakcs: [mine]\n")
    made = training()
    assert made.packs[0].name == "foundations"
    [trouble] = [each for each in made.troubles if "settings" in each]
    assert f"{settings}:2:1" in trouble
    listed = run_here(("plugins",), b"")
    assert f"{settings}:2:1" in listed.stdout.decode()
    assert listed.code == 0


def test_a_folder_of_the_settings_that_is_not_there_is_named(settings: Path) -> None:
    settings.write_text("format: settings/1\npacks: [gone]\n")
    made = training()
    assert any("gone is left out" in each for each in made.troubles)
    assert made.packs


def test_a_pack_for_an_edition_that_is_not_installed_is_left_out_at_its_place(mine: Path) -> None:
    changed(mine, MANIFEST, 'edition: "2016-07"', 'edition: "2031-01"')
    made = training()
    assert "mine" not in [pack.name for pack in made.packs]
    [trouble] = [each for each in made.troubles if "mine is left out" in each]
    assert "the edition '2031-01' of derbyshire-2016 is not installed" in trouble
    assert f"{mine / MANIFEST}:" in trouble


def test_a_case_file_that_is_none_is_named_and_the_pack_goes_on(mine: Path) -> None:
    (mine / "cases" / "notes.yaml").write_text("format: notes/1\n")
    made = training()
    assert "mine" in [pack.name for pack in made.packs]
    [trouble] = [each for each in made.troubles if "a case of mine is left out" in each]
    assert f"{mine / 'cases' / 'notes.yaml'}:1:1" in trouble


def test_two_packs_of_one_name_are_told_apart(mine: Path, tmp_path: Path, settings: Path) -> None:
    begun(tmp_path / "second" / "mine")
    settings.write_text("format: settings/1\npacks: [mine, second/mine]\n")
    made = training()
    assert [pack.name for pack in made.packs].count("mine") == 1
    assert any("another pack has this name already" in each for each in made.troubles)


# One case


def test_a_case_is_begun_by_its_id(mine: Path) -> None:
    ran = play("--pack", str(mine), "--case", "first-case")
    assert ran.code == 0
    assert "A call before registration (case mine.first-case)" in ran.stdout.decode()


@pytest.mark.usefixtures("mine")
def test_a_case_of_a_pack_is_begun_by_both_names() -> None:
    assert "(case mine.first-case)" in play("--pack", "mine", "--case", "first-case").stdout.decode()


def test_a_case_that_is_not_there_is_answered_by_those_that_are(mine: Path) -> None:
    ran = play("--pack", str(mine), "--case", "frist-case")
    assert (ran.code, ran.stdout.count(b"Question")) == (2, 0)
    assert "no written case 'frist-case'" in ran.stderr.decode()
    assert "first-case" in ran.stderr.decode()


def test_a_case_that_is_at_fault_is_told_at_its_place(mine: Path) -> None:
    changed(mine, CASE, "home: city", "home: moon")
    ran = play("--pack", str(mine), "--case", "first-case")
    assert ran.code == 1
    assert f"{mine / CASE}:12:30: " in ran.stderr.decode()
    assert "moon" in ran.stderr.decode()
    assert "Traceback" not in ran.stderr.decode()


def test_a_case_at_fault_in_the_list_leaves_the_others(mine: Path) -> None:
    text = (mine / CASE).read_text()
    (mine / "cases" / "second.yaml").write_text(text.replace("case: first-case", "case: second"))
    changed(mine, CASE, "home: city", "home: moon")
    ran = play("--pack", str(mine), lines="1\n2\nleave\n")
    said = " ".join(ran.stdout.decode().split())
    assert "This case is left out:" in said
    assert "(case mine.second)" in said
    assert ran.code == 0


def test_an_id_and_a_seed_exclude_each_other(mine: Path) -> None:
    ran = play("--pack", str(mine), "--case", "first-case", "--seed", "3")
    assert ran.code == 2
    assert "exclude each other" in ran.stderr.decode()


# What a pack draws on


def test_a_pack_makes_cases_from_what_it_draws_on(mine: Path) -> None:
    ran = run_here(("generate", "--pack", str(mine), "--seed", "3"), b"")
    case = json.loads(ran.stdout)
    assert (case["id"], case["pack"]["name"]) == ("mine-3", "mine")
    assert "at school in plain words" in case["content_note"]


def test_a_pack_that_draws_on_none_makes_none(mine: Path) -> None:
    changed(mine, MANIFEST, "  draws_on: core\n", "")
    ran = run_here(("generate", "--pack", str(mine)), b"")
    assert ran.code == 2
    assert "the pack mine makes no cases; it holds 1 written" in ran.stderr.decode()
    [pack] = [pack for pack in training().packs if pack.name == "mine"]
    assert not pack.makes


@pytest.mark.parametrize(
    ("other", "what"), [("gone", "is not installed"), ("routes", "has no stock of its own")]
)
def test_a_pack_that_cannot_draw_is_told_at_its_place(mine: Path, other: str, what: str) -> None:
    changed(mine, MANIFEST, "draws_on: core", f"draws_on: {other}")
    ran = run_here(("generate", "--pack", str(mine)), b"")
    assert ran.code == 1
    assert f"the pack '{other}' that this one draws on {what}" in ran.stderr.decode()
    assert f"{mine / MANIFEST}:" in ran.stderr.decode()
