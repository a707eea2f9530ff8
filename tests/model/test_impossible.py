"""Facts at fault are refused at their very line, and whatever is not impossible is answered."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from .command import assess, assessments
from .unusual_facts import POSSIBLE
from .wrong_facts import IMPOSSIBLE, MISSHAPEN, TWO

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path

WRONG = IMPOSSIBLE | MISSHAPEN
FAULT = re.compile(r"(?P<file>.+\.yaml):(?P<line>\d+):(?P<column>\d+): (?P<what>[^;]+.*); (?P<remedy>.+)")
MARK = "# <-"


def _file(name: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", name.lower()) + ".yaml"


def _write(folder: Path, texts: dict[str, str]) -> list[str]:
    for name, text in texts.items():
        (folder / _file(name)).write_text(text, encoding="utf-8")
    return [_file(name) for name in texts]


@pytest.fixture(scope="module")
def refused(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """All wrong files in one call."""
    folder = tmp_path_factory.mktemp("wrong")
    return assess(*_write(folder, WRONG), folder=folder)


@pytest.fixture(scope="module")
def accepted(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """All unusual files in one call."""
    folder = tmp_path_factory.mktemp("unusual")
    return assess(*_write(folder, POSSIBLE), folder=folder)


def test_every_line_of_the_refusal_is_a_fault(refused: subprocess.CompletedProcess[str]) -> None:
    lines = refused.stderr.splitlines()
    assert [line for line in lines if not FAULT.fullmatch(line)] == []


def test_facts_at_fault_end_with_1_and_without_an_answer(refused: subprocess.CompletedProcess[str]) -> None:
    assert (refused.returncode, refused.stdout) == (1, "")


@pytest.mark.parametrize("name", WRONG)
def test_each_fault_is_named_at_its_line(name: str, refused: subprocess.CompletedProcess[str]) -> None:
    marked = {number for number, line in enumerate(WRONG[name].splitlines(), 1) if MARK in line}
    faults = [found for line in refused.stderr.splitlines() if (found := FAULT.fullmatch(line))]
    named = {int(found["line"]) for found in faults if found["file"] == _file(name)}
    assert named
    assert named <= marked


def test_all_faults_of_one_file_are_named_at_once(tmp_path: Path) -> None:
    written = (
        TWO.replace("age: 14", "age: 300")
        + "  - {id: A, age: 15, home: village, acts: [told_only, kept_other]}\n"
        + "factors:\n  - {kind: force, grade: maybe, by: unknown}\n"
        + "colour: red\n"
    )
    ended = assess(*_write(tmp_path, {"many": written}), folder=tmp_path)
    named = {int(found["line"]) for line in ended.stderr.splitlines() if (found := FAULT.fullmatch(line))}
    assert named == {4, 6, 8, 9}


def test_all_impossible_combinations_of_one_file_are_named_at_once(tmp_path: Path) -> None:
    written = (
        TWO
        + "  - {id: A, age: 15, home: city, acts: [told_only, kept_other]}\n"
        + "factors:\n  - {kind: adult_involvement, grade: suspected, by: B}\n"
        + "  - {kind: force, grade: believed, by: B, triage: negated}\n"
    )
    ended = assess(*_write(tmp_path, {"many": written}), folder=tmp_path)
    named = [int(found["line"]) for line in ended.stderr.splitlines() if (found := FAULT.fullmatch(line))]
    assert sorted(set(named)) == [6, 8, 9]
    assert named == sorted(named)


def test_a_fault_in_one_file_leaves_no_answer_about_it(tmp_path: Path) -> None:
    files = _write(tmp_path, {"right": TWO.replace("wrong", "right"), "wrong": WRONG["no act"]})
    ended = assess(*files, folder=tmp_path)
    assert ended.returncode == 1
    assert {one["case"] for one in assessments(ended.stdout)} <= {"right"}
    assert FAULT.fullmatch(ended.stderr.splitlines()[0])


def test_a_fault_of_standard_input_names_it_and_its_line() -> None:
    right = '{"format": "case-facts/1", "id": "right", "people": [%s, %s]}\n'
    child = '{"id": "%s", "age": 14, "home": "city", "acts": ["shared_own"]}'
    ended = assess("-", given=right % (child % "A", child % "B") + right % (child % "A", child % "A"))
    assert ended.returncode == 1
    assert re.match(r"<stdin>:2:\d+: .+; .+", ended.stderr)


def test_whatever_else_is_possible_is_answered(accepted: subprocess.CompletedProcess[str]) -> None:
    assert (accepted.returncode, accepted.stderr) == (0, "")


@pytest.mark.parametrize(("place", "name"), enumerate(POSSIBLE), ids=POSSIBLE)
def test_unusual_facts_are_answered(
    place: int, name: str, accepted: subprocess.CompletedProcess[str]
) -> None:
    assert not [line for line in accepted.stderr.splitlines() if line.startswith(f"{_file(name)}:")]
    assert assessments(accepted.stdout)[place]["decisions"]
