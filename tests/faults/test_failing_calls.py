"""The n-th call on a file fails, once and for ever: it is told, nothing acknowledged is lost, and it goes on."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from tests.faults.failing_runs import RUNS
from tests.faults.layer import FAULTS
from tests.faults.recording import LONGEST, ROOT, preloaded

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

EVERY = {
    ("a new store", "EIO once"): 1,
    ("a new store", "ENOSPC for ever"): 3,
    ("a new store", "a kill"): 3,
    ("a case", "EIO once"): 4,
    ("a case", "ENOSPC for ever"): 6,
}
"""Every so many calls are tried here, and all of them in a soak."""
OTHERS, READS = 10, 2
READING = "reading"
FEWEST = 15
"""Calls there are in the shortest of the runs."""
UNSPOKEN = "Traceback", "Error", "[Errno", "nothing was said"


def tried(shim: Path, folder: Path, run: str, fault: str, every: int, *pragmas: str) -> list[dict[str, Any]]:
    """What came of each call that failed."""
    words = ["-m", "tests.faults.failing", run, fault, str(folder), str(every), *pragmas]
    ended = subprocess.run(
        [sys.executable, *words],
        cwd=ROOT,
        env=preloaded(shim, folder / "home"),
        capture_output=True,
        text=True,
        timeout=LONGEST * 10,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    found = [json.loads(line) for line in ended.stdout.splitlines()]
    assert len(found) >= FEWEST // every
    return found


def wrong_in(found: Sequence[dict[str, Any]]) -> list[str]:
    return [f"call {one['number']}: {one['wrong']}" for one in found if one["wrong"]]


def unclear_in(found: Sequence[dict[str, Any]]) -> set[str]:
    """What was told that is no sentence for a person."""
    told = {one["told"] for one in found if one["told"]}
    return {text for text in told if not text.endswith(".") or any(words in text for words in UNSPOKEN)}


@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("run", RUNS)
def test_a_call_that_fails_is_a_sentence_and_loses_nothing(
    run: str, fault: str, shim: Path, quick: Path
) -> None:
    found = tried(shim, quick, run, fault, EVERY.get((run, fault), READS if READING in fault else OTHERS))
    assert wrong_in(found) == []
    assert unclear_in(found) == set()
    assert any(one["told"] for one in found) or fault == "a kill"
    blamed = [one["told"] for one in found if "is damaged;" in one["told"] or "did not take" in one["told"]]
    assert not (blamed and READING in fault)


@pytest.mark.soak
@pytest.mark.parametrize("fault", FAULTS)
@pytest.mark.parametrize("run", RUNS)
def test_every_call_that_fails_is_a_sentence_and_loses_nothing(
    run: str, fault: str, shim: Path, quick: Path
) -> None:
    found = tried(shim, quick, run, fault, 1)
    assert wrong_in(found) == []
    assert unclear_in(found) == set()


@pytest.mark.parametrize("fault", ["EIO once", "a kill"])
def test_a_store_without_a_journal_is_found_to_lose_something(fault: str, shim: Path, quick: Path) -> None:
    assert wrong_in(tried(shim, quick, "a new store", fault, 5, "journal_mode=OFF"))
