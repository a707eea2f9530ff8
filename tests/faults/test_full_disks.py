"""A disk that is full, or a file that may not grow: a sentence, and once there is room the same answer is taken."""

from __future__ import annotations

import json
import sys
from typing import TYPE_CHECKING

from tests.faults.mounting import SMALL, run, within

if TYPE_CHECKING:
    import subprocess
    from pathlib import Path


def _is_told_and_goes_on(ended: subprocess.CompletedProcess[str]) -> None:
    assert ended.returncode == 0, ended.stdout + ended.stderr
    found = json.loads(ended.stdout)
    assert found["whole"], "what was acknowledged is not there"
    assert found["acknowledged"] > 5
    assert len(found["refusals"]) == 3
    assert all(told.endswith("make room and try again.") for told in found["refusals"])


def test_a_disk_that_is_full_and_then_freed(tmp_path: Path) -> None:
    words = ["-m", "tests.faults.filling", "disk", str(tmp_path / "store.sqlite")]
    _is_told_and_goes_on(run(within(SMALL, tmp_path, words)))


def test_a_file_that_may_not_grow_and_then_may(tmp_path: Path) -> None:
    words = ["-m", "tests.faults.filling", "limit", str(tmp_path / "store.sqlite")]
    _is_told_and_goes_on(run([sys.executable, *words]))
