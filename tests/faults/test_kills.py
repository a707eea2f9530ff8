"""Killed at any moment, again and again in one store, it keeps all that it acknowledged and goes on."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.recording import ROOT

if TYPE_CHECKING:
    from pathlib import Path

KILLS, SOAKED = 200, 5_000


def kills(folder: Path, count: int, *words: str) -> list[tuple[int, str]]:
    """Of each kill, how many events were acknowledged in its session, and what was wrong."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults.killed", str(folder), str(count), *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=count * 3,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    lines = [line.partition(" ") for line in ended.stdout.splitlines()]
    assert len(lines) == count
    return [(int(acknowledged), wrong) for acknowledged, _, wrong in lines]


def wrong_in(found: list[tuple[int, str]]) -> list[str]:
    return [wrong for _, wrong in found if wrong]


def test_two_hundred_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    found = kills(tmp_path, KILLS)
    assert wrong_in(found) == []
    assert len({acknowledged for acknowledged, _ in found}) > KILLS // 4, "they fell on too few moments"


@pytest.mark.soak
def test_thousands_of_kills_lose_nothing_that_was_acknowledged(tmp_path: Path) -> None:
    assert wrong_in(kills(tmp_path, SOAKED)) == []


def test_a_store_that_acknowledges_too_early_is_found_to_lose_something(tmp_path: Path) -> None:
    assert len(wrong_in(kills(tmp_path, 20, "late"))) > 10
