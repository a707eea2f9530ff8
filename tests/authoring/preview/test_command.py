"""`simulator pack preview` where there is no terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.authoring.packs import CASE, changed
from tests.hostile.running import AT_FAULT, WRONG_USAGE, run_here

if TYPE_CHECKING:
    from pathlib import Path

    from tests.hostile.running import Ran


def preview(*words: str) -> Ran:
    """`simulator pack preview` with these words."""
    return run_here(("pack", "preview", *words))


def test_a_case_is_printed_as_a_learner_sees_it(pack: Path) -> None:
    ran = preview(str(pack))
    text = ran.stdout.decode()
    assert (ran.code, ran.stderr) == (0, b"")
    assert text.startswith("A call before registration\n")
    assert "After: Intelligence research on police systems" in text
    assert "Which outcome code is likely" in text
    assert "code_21" not in text
    assert max(map(len, text.splitlines())) <= 78


def test_with_the_key_it_says_what_is_called_for_and_what_the_linter_finds(pack: Path) -> None:
    text = preview(str(pack), "--key", "--once").stdout.decode()
    assert "    Linter: no findings\n" in text
    assert "(code_21)" in text


def test_a_file_alone_is_shown(pack: Path) -> None:
    assert preview(str(pack / CASE)).stdout.startswith(b"A call before registration\n")


def test_an_installed_pack_is_shown_by_its_name() -> None:
    ran = preview("foundations", "--case", "by-telephone")
    assert (ran.code, ran.stderr) == (0, b"")
    assert b"To discuss" in ran.stdout or b"The outcome" in ran.stdout


def test_a_made_case_is_shown_by_its_seed_the_same_each_time(pack: Path) -> None:
    ran = preview(str(pack), "--seed", "7")
    assert (ran.code, ran.stderr) == (0, b"")
    assert ran.stdout == preview(str(pack), "--seed", "7").stdout
    assert ran.stdout != preview(str(pack), "--seed", "8").stdout


def test_a_case_at_fault_is_told_with_its_places_and_nothing_is_printed(pack: Path) -> None:
    changed(pack, CASE, "home: city", "home: town")
    changed(pack, CASE, "consensual: true", "consensal: true")
    ran = preview(str(pack))
    assert (ran.code, ran.stdout) == (AT_FAULT, b"")
    assert [line.split(": ")[0] for line in ran.lines] == [f"{pack / CASE}:12:30", f"{pack / CASE}:15:3"]


@pytest.mark.parametrize("named", ["nowhere", "nowhere/cases/a.yaml", "notes.txt"])
def test_what_is_no_pack_is_refused(tmp_path: Path, named: str) -> None:
    (tmp_path / "notes.txt").write_text("no pack")
    ran = preview(str(tmp_path / named))
    assert (ran.code, ran.stdout) == (AT_FAULT, b"")
    assert ran.lines == [
        f"{tmp_path / named}:1:1: there is no such folder, and no such .yaml file; "
        "give a pack's folder, or a case's file"
    ]


@pytest.mark.parametrize(
    "words",
    [("--case", "no-such"), ("--seed", "many"), ("--seed", "-1"), ("--seed", "1", "--case", "first-case")],
)
def test_what_cannot_be_meant_is_wrong_usage(pack: Path, words: tuple[str, ...]) -> None:
    ran = preview(str(pack), *words)
    assert (ran.code, ran.stdout, len(ran.lines)) == (WRONG_USAGE, b"", 1)


def test_markup_is_printed_as_it_was_written(pack: Path) -> None:
    changed(pack, CASE, "A call before registration", "[@click=app.quit]a call[/]")
    assert preview(str(pack)).stdout.startswith(b"[@click=app.quit]a call[/]\n")
