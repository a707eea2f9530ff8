"""Thirty-two processes write in one store at once: nothing is lost and nothing refused."""

from __future__ import annotations

import json
import subprocess
import sys
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from simulator.store.store import Store
from tests.faults.recording import ROOT
from tests.store.stores import event

if TYPE_CHECKING:
    from pathlib import Path

PROCESSES, EACH, SOAKED = 32, 12, 400


def written(path: Path, each: int) -> list[dict[str, Any]]:
    """What each process says, once all are done."""
    ended = subprocess.run(
        [sys.executable, "-m", "tests.faults.writers", str(path), str(PROCESSES), str(each)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60 + 3 * each,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return [json.loads(line) for line in ended.stdout.splitlines()]


@pytest.mark.parametrize("made", [True, False], ids=["a store that is there", "a store that nobody made yet"])
def test_nothing_is_lost_and_nothing_refused(tmp_path: Path, made: bool) -> None:
    path = tmp_path / "data" / "store.sqlite"
    if made:
        Store(path).close()
    _check(path, EACH)


@pytest.mark.soak
def test_nothing_is_lost_and_nothing_refused_for_long(tmp_path: Path) -> None:
    _check(tmp_path / "store.sqlite", SOAKED)


def _check(path: Path, each: int) -> None:
    said = written(path, each)
    assert {one["refused"] for one in said} == {""}
    assert len(said) == PROCESSES
    with closing(Store(path)) as store:
        for one in said:
            session = one["session"]
            expected = [event(number, text=f"{session} {number}") for number in range(1, each + 1)]
            assert store.load(session) == expected


def test_processes_that_do_not_wait_for_each_other_are_found_to_be_refused(tmp_path: Path) -> None:
    """As they would be without the wait that the store asks for."""
    ended = subprocess.run(
        [sys.executable, "-c", HASTY, str(tmp_path / "store.sqlite"), str(PROCESSES), str(EACH)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert any(json.loads(line)["refused"] for line in ended.stdout.splitlines())


HASTY = """
import sys
from tests.faults.playing import weaken
from tests.faults.writers import main
weaken(["busy_timeout=0"])
main(*sys.argv[1:])
"""
