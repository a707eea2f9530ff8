"""Too many files, too long a case, too many findings: each has an end, and soon."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from tests.authoring.packs import CASE, changed
from tests.hostile.running import assert_refused, run_here

from .asking import findings, lint, play, squeezed

if TYPE_CHECKING:
    from pathlib import Path


def test_ten_thousand_files_are_too_many(pack: Path) -> None:
    for number in range(10_000):
        (pack / f"cases/{number}.yaml").touch()
    [found] = findings(lint(pack))
    assert found.startswith(f"{pack}:1:1: this pack has more than 2000 files or 32 MiB; make two packs of it")
    assert_refused(run_here(["play", "--plain", "--pack", str(pack)]), f"{pack}:1:1: this pack has more than")


def test_thirty_thousand_files_of_any_sort_are_too_many(pack: Path) -> None:
    for number in range(30_000):
        (pack / f"{number}.txt").touch()
    [found] = findings(lint(pack))
    assert found.startswith(f"{pack}:1:1: this folder holds too much for a pack; ")


def test_folders_in_folders_have_an_end(pack: Path) -> None:
    deep = pack / "cases"
    for _ in range(200):
        deep = deep / "deeper"
        deep.mkdir()
    (deep / "a.yaml").write_text("a: [")
    [found] = findings(lint(pack))
    assert found.startswith(f"{deep}/a.yaml:1:5: ")


def test_two_thousand_spoilt_cases_are_all_told(pack: Path) -> None:
    for number in range(1_990):
        (pack / f"cases/{number}.yaml").write_text("a: [")
    assert len(findings(lint(pack))) == 1_990
    said = squeezed(play(pack))
    assert "1.Acallbeforeregistration" in said


def test_a_case_of_a_megabyte_is_read_or_refused(pack: Path) -> None:
    changed(pack, CASE, "evidence: [talk]", "states: []\n" + "#" * (1 << 20))
    [found] = findings(lint(pack))
    assert found.startswith(f"{pack}/{CASE}:1:1: this holds more than 1 MiB; ")
    assert f"{pack}/{CASE}:1:1:thisholdsmorethan1MiB" in squeezed(play(pack))


def test_a_case_of_nearly_a_megabyte_of_words_has_its_findings(pack: Path) -> None:
    block = "      - text: >-\n" + "          Everybody waited in the hall by the clock.\n" * 150
    changed(pack, CASE, "  - phase: assessment\n", block * 130 + "  - phase: assessment\n")
    assert (pack / CASE).stat().st_size > 1_000_000
    ran = lint(pack)
    assert ran.code in (0, 1)
    assert ran.stdout.decode().splitlines()[-1].startswith("tried: ")


def test_fifty_thousand_findings_are_all_told_in_every_form(pack: Path) -> None:
    changed(pack, CASE, "names: {A", "# lint: allow x: y\n" * 50_000 + "names: {A")
    found = findings(lint(pack))
    assert len(found) == 50_000
    assert found[-1].startswith(f"{pack}/{CASE}:50006:1: this excuses x, ")
    assert len(json.loads(lint(pack, form="json").stdout)["findings"]) == 50_000
    assert len(lint(pack, form="github").stdout.splitlines()) == 50_000
    assert len(json.loads(lint(pack, form="sarif").stdout)["runs"][0]["results"]) == 50_000


def test_a_hundred_people_are_as_many_as_can_be_named(pack: Path) -> None:
    names = ", ".join(f"P{number}: Rafi" for number in range(101))
    changed(pack, CASE, "names: {A: Rafi, B: Elin}", f"names: {{{names}}}")
    [found] = findings(lint(pack))
    assert found.startswith(f"{pack}/{CASE}:7:")
