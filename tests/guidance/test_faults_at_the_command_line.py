"""Broken guidance packs as a person meets them: by folder, at the command line."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.guidance.broken import Edit, broken_copy

if TYPE_CHECKING:
    from pathlib import Path

FACTS = """\
format: case-facts/1
id: two-friends
people:
  - {id: A, age: 14, home: city, acts: [took_own, shared_own]}
  - {id: B, age: 14, home: county, acts: [kept_other]}
"""
RENAMED = Edit("pack.yaml", "name: derbyshire-2016", "name: my-own-copy")
NOTIFY, PARENTS = "rules/notify.yaml", "rules/parents.yaml"

BROKEN = {
    "a verdict without a citation": (
        Edit(PARENTS, "cites: [IG16],", "cites: [],"),
        "cites nothing",
    ),
    "an unknown paragraph": (Edit(PARENTS, "cites: [IG16],", "cites: [IG77],"), "'IG77'"),
    "an inexact quotation": (
        Edit("quotes.yaml", '"It is guidance and not doctrine"', '"It is doctrine"'),
        "no exact part of IG2",
    ),
    "an unknown definition": (
        Edit(PARENTS, "when: otherwise", "when: availabel"),
        "'availabel'",
    ),
    "a quantifier over nothing": (
        Edit(NOTIFY, "{any: [suspected, unconsensual]}", "{some: persons, where: child}"),
        "'persons' is no entity",
    ),
    "a quantifier over a reference where an entity is meant": (
        Edit(NOTIFY, "{any: [suspected, unconsensual]}", "{every: {its: against}, where: child}"),
        "entity",
    ),
    "a circle": (Edit("world.yaml", "when: {not: child}, words", "when: {not: adult}, words"), "circle"),
    "a number of elements": (
        Edit(NOTIFY, "{any: [suspected, unconsensual]}", "{fewer_than: 3, of: people, where: child}"),
        "notify",
    ),
    "a misshapen rule": (Edit(PARENTS, "    when: otherwise\n", ""), "`when` is missing"),
    "a file that is no YAML": (Edit(PARENTS, "when: otherwise", "when: ["), "list"),
    "a key that stands twice": (
        Edit(PARENTS, "when: otherwise", "when: otherwise\n    when: otherwise"),
        "when",
    ),
    "a section that is none": (Edit(PARENTS, "rules:\n", "rulez:\n"), "unknown key `rulez`"),
}


def _assess(folder: Path, *edits: Edit) -> subprocess.CompletedProcess[str]:
    facts = folder / "facts.yaml"
    facts.write_text(FACTS, "utf-8")
    pack = broken_copy(folder, *edits)
    words = ["assess", "--guidance", str(pack), str(facts)]
    return subprocess.run(
        [sys.executable, "-m", "simulator", *words],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "SIMULATOR_CACHE": str(folder / "cache")},
    )


def test_a_renamed_copy_of_the_pack_answers(tmp_path: Path) -> None:
    ended = _assess(tmp_path, RENAMED)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert '"guidance": "my-own-copy"' in ended.stdout


def test_a_copy_of_the_pack_that_keeps_its_name_is_used_where_its_folder_is_named(tmp_path: Path) -> None:
    edit = Edit(
        "rules/parents.yaml", "Asking the unit first still keeps", "Asking the unit first surely keeps"
    )
    ended = _assess(tmp_path, edit)
    assert (ended.returncode, ended.stderr) == (0, "")
    assert "Asking the unit first surely keeps" in ended.stdout


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_pack_is_told_on_standard_error_and_exits_1(name: str, tmp_path: Path) -> None:
    edit, said = BROKEN[name]
    ended = _assess(tmp_path, RENAMED, edit)
    assert (ended.returncode, ended.stdout) == (1, ""), ended.stderr
    lines = ended.stderr.splitlines()
    assert lines
    place = re.escape(str(tmp_path / "pack")) + r"/[a-z_/]+\.yaml:\d+:\d+: [^;]+; .+"
    assert [line for line in lines if not re.fullmatch(place, line)] == []
    places = (edit.file, "questions.yaml")
    assert any(said in line and any(place in line for place in places) for line in lines), ended.stderr


def test_an_overlap_is_told_and_told_again_on_the_next_run(tmp_path: Path) -> None:
    edit = Edit(NOTIFY, "    yields_to: [notify.aggravated]\n", "")
    first = _assess(tmp_path, RENAMED, edit)
    assert (first.returncode, "both apply" in first.stderr) == (1, True)
    words = ["assess", "--guidance", str(tmp_path / "pack"), str(tmp_path / "facts.yaml")]
    again = subprocess.run(
        [sys.executable, "-m", "simulator", *words],
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
        env={**os.environ, "SIMULATOR_CACHE": str(tmp_path / "cache")},
    )
    assert (again.returncode, again.stderr) == (first.returncode, first.stderr)


def test_controls_in_a_broken_pack_reach_no_terminal(tmp_path: Path) -> None:
    edit = Edit(PARENTS, "when: otherwise", 'when: "\\e[31m\\u202edefined"')
    ended = _assess(tmp_path, RENAMED, edit)
    assert ended.returncode == 1
    assert "parents.yaml:22" in ended.stderr
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", ended.stderr)
