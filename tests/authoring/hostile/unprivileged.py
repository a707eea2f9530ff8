"""Runs the program as one who may not read everything, whoever runs the tests."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

from tests.hostile.running import ROOT, WAITING, Ran

if TYPE_CHECKING:
    from collections.abc import Sequence

    from _typeshed import StrPath


def run_unprivileged(words: Sequence[StrPath]) -> Ran:
    """Runs the program as a process of its own in which a file's mode counts, for root as well."""
    ended = subprocess.run(
        [*_without_privilege(), sys.executable, "-m", "simulator", *words],
        stdin=subprocess.DEVNULL,
        capture_output=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        timeout=WAITING,
        check=False,
    )
    return Ran(ended.returncode, ended.stdout, ended.stderr, 0.0)


def _without_privilege() -> list[str]:
    """Root gives up the privilege of reading and writing what its mode forbids; others never had it."""
    if os.geteuid() != 0:
        return []
    setpriv = shutil.which("setpriv")
    assert setpriv, "setpriv, of util-linux, is needed to test as root what may not be read"
    dropped = "-dac_override,-dac_read_search"
    return [setpriv, f"--bounding-set={dropped}", f"--inh-caps={dropped}"]
