"""Programs that see a disk of their own: small, or one that may only be read."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.faults.recording import LONGEST, ROOT

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

SMALL = 'mount -t tmpfs -o size=1m none "$0" && exec "$@"'
READ_ONLY = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'


def within(mount: str, folder: Path, words: Sequence[str]) -> list[str]:
    """The command by which `python words` runs where `folder` is mounted as `mount` says; skips where nobody may."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("unshare, of util-linux, is not installed")
    command = [unshare, "--mount", "--map-root-user", "sh", "-c", mount, str(folder)]
    tried = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
    if tried.returncode:
        pytest.skip(f"a disk cannot be mounted here ({tried.stderr.strip()})")
    return [*command, sys.executable, *words]


def run(
    command: Sequence[str], said: str = "", **environment: str | None
) -> subprocess.CompletedProcess[str]:
    """What a command says once it has ended; None takes a variable away."""
    own = {**os.environ, "PYTHONPATH": str(ROOT), **environment}
    return subprocess.run(
        command,
        cwd=ROOT,
        env={name: value for name, value in own.items() if value is not None},
        input=said,
        capture_output=True,
        text=True,
        timeout=LONGEST,
        check=False,
    )
