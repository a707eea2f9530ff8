"""A child in which the n-th call on a file fails, for every n: `… RUN FAULT FOLDER EVERY [PRAGMA …]`.

It says a line of JSON for every so many n: what a person was told, and what was wrong, if anything.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import sys
import traceback
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from tests.faults.failing_runs import RUNS
from tests.faults.layer import FAULTS, arm, count, seen
from tests.faults.playing import weaken

if TYPE_CHECKING:
    from collections.abc import Callable

    from tests.faults.failing_runs import Run


def main(run: str, fault: str, folder: str, every: str, *pragmas: str) -> None:
    home = Path(folder) / "home"
    trial = RUNS[run](Path(folder))
    weaken(pragmas)
    for number in range(1, _counted(trial, fault, home) + 1, int(every)):
        said = _in_a_child(partial(_failing, trial, fault, number, home))
        if said == "killed":
            said = _in_a_child(partial(_afterwards, trial, number, home))
        print(said, flush=True)


def _counted(trial: Run, fault: str, home: Path) -> int:
    """How many calls there are that may fail."""

    def counting() -> str:
        trial.prepare(_emptied(home))
        count(FAULTS[fault])
        told = trial.go(home)
        return str(seen()) if not told else f"it was told: {told}"

    return int(_in_a_child(counting))


def _failing(trial: Run, fault: str, number: int, home: Path) -> str:
    trial.prepare(_emptied(home))
    arm(FAULTS[fault], number)
    return _told(number, trial.go(home), lambda: trial.wrong(home))


def _afterwards(trial: Run, number: int, home: Path) -> str:
    return _told(number, "", lambda: trial.wrong(home))


def _told(number: int, told: str, wrong: Callable[[], str]) -> str:
    try:
        found = wrong()
    except Exception as error:
        found = "".join(traceback.format_exception_only(error))
    return json.dumps({"number": number, "told": told, "wrong": found})


def _emptied(home: Path) -> Path:
    shutil.rmtree(home, ignore_errors=True)
    home.mkdir()
    return home


def _in_a_child(do: Callable[[], str]) -> str:
    """What `do` says in a process of its own; `killed` where that was."""
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        try:
            said = do()
        except BaseException:
            said = json.dumps({"number": 0, "told": "", "wrong": traceback.format_exc()})
        os.write(writes, said.encode())
        os._exit(0)
    os.close(writes)
    with os.fdopen(reads) as pipe:
        said = pipe.read()
    code = os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])
    return "killed" if code == -signal.SIGKILL else said


if __name__ == "__main__":
    main(*sys.argv[1:])
