"""A value of the wrong sort is refused in its own line, whatever key it stands at."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from .good import CASE, CHOICES, FACTS, line_of
from .running import assert_refused, assert_safe, run_here
from .written import Written
from .wrong_values import RIGHT_IN_CASES, RIGHT_IN_CHOICES, RIGHT_IN_FACTS, wrong_values

if TYPE_CHECKING:
    from pathlib import Path

    from .wrong_values import Spoilt

WRONG_FACTS = wrong_values(FACTS, RIGHT_IN_FACTS)
WRONG_CHOICES = wrong_values(CHOICES, RIGHT_IN_CHOICES)
WRONG_CASES = {
    key: rows
    for key, rows in wrong_values(CASE, RIGHT_IN_CASES).items()
    # The first two decide what it is and by which guidance; facts in cases are facts; what a piece of
    # evidence bears on is in the guidance's own words.
    if key not in ("format", "guidance") and ".facts." not in key and ".bears_on." not in key
}


@pytest.fixture(scope="module")
def facts(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("good") / "facts.json"
    file.write_bytes(line_of(FACTS))
    return file


def test_what_is_spoilt_here_is_good(facts: Path, tmp_path: Path) -> None:
    choices, case = tmp_path / "choices.json", tmp_path / "case.json"
    choices.write_bytes(line_of(CHOICES))
    case.write_bytes(line_of(CASE))
    for words in (["score", str(facts), str(choices)], ["assess", str(case)]):
        ran = run_here(words)
        assert (ran.code, ran.stderr) == (0, b"")
        assert_safe(ran.stdout)


def assert_refused_at_their_keys(rows: list[Spoilt], folder: Path) -> None:
    """Every row is refused, in the line of its key."""
    files, lines = [], []
    for number, (path, data) in enumerate(rows):
        file = folder / f"{number}.json"
        written = Written(data)
        file.write_text(written.text)
        files.append(str(file))
        lines.append(written.lines[path])
    ran = run_here(["assess", *files])
    assert_refused(ran)
    first = {line.split(":")[0]: int(line.split(":")[1]) for line in reversed(ran.lines)}
    assert first == dict(zip(files, lines, strict=True))


@pytest.mark.parametrize("key", WRONG_FACTS)
def test_facts_are_refused_at_the_key(key: str, tmp_path: Path) -> None:
    assert_refused_at_their_keys(WRONG_FACTS[key], tmp_path)


@pytest.mark.parametrize("key", WRONG_CASES)
def test_a_case_is_refused_at_the_key(key: str, tmp_path: Path) -> None:
    assert_refused_at_their_keys(WRONG_CASES[key], tmp_path)


@pytest.mark.parametrize("key", WRONG_CHOICES)
def test_choices_are_refused_at_the_key(key: str, facts: Path, tmp_path: Path) -> None:
    file = tmp_path / "choices.json"
    for path, data in WRONG_CHOICES[key]:
        written = Written(data)
        file.write_text(written.text)
        assert_refused(run_here(["score", str(facts), str(file)]), f"{file}:{written.lines[path]}:")
