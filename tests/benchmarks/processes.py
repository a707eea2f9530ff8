"""Process time of commands: user and system, of the process and of those it waited for."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

SIMULATOR = [sys.executable, "-m", "simulator"]


def process_time(command: list[str], output: Path, scratch: Path) -> float:
    """Seconds of processor time that a command takes, its standard output going to a file.

    Python keeps its compiled modules, as where the program is installed, in the scratch folder.
    """
    environment = {
        **os.environ,
        "SIMULATOR_CACHE": str(scratch / "cache"),
        "SIMULATOR_STORE": str(scratch / "s.sqlite"),
        "PYTHONPYCACHEPREFIX": str(scratch / "compiled"),
        "PYTHONDONTWRITEBYTECODE": "",
    }
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    with output.open("wb") as stream:
        subprocess.run(command, stdout=stream, check=True, env=environment)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
