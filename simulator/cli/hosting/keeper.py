"""Keeps a hub running as long as the console is open: one that dies is started again, and goes on with its class."""

from __future__ import annotations

import subprocess
import sys
import threading
import time
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import msgspec

from simulator.cli.hosting.wanted import Ready, Trouble, answer_in, line_of
from simulator.errors.faults import UsageFault

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.cli.hosting.wanted import Wanted

PROGRAM = "simulator.cli.hosting.hub_program"
PATIENCE = 10.0
"""Seconds that a hub is given to end by itself."""
OFTEN = 5
"""Hubs that may die within `WITHIN` seconds; then something is wrong that starting another does not mend."""
WITHIN = 60.0
TOO_OFTEN = "it ended again and again. Close the console, and try `simulator host` once more."


@dataclass(frozen=True, slots=True)
class _Started:
    process: subprocess.Popen[bytes]
    ready: Ready


class HubKeeper:
    """The hub of a console. Raises UsageFault where there can be none."""

    def __init__(self, wanted: Wanted) -> None:
        started = _start(wanted)
        self.ready = started.ready
        """What the first hub said."""
        # The next ones are to be found where the first one was.
        self._wanted = msgspec.structs.replace(
            wanted, port=started.ready.port, class_=started.ready.class_, new=False
        )
        self._process = started.process
        self._closing = False
        self._failure = ""
        self._failed: Callable[[str], object] = lambda _: None
        self._lock = threading.Lock()
        self._watching = threading.Thread(target=self._watch, name="hub keeper", daemon=True)
        self._watching.start()

    def when_it_fails(self, failed: Callable[[str], object]) -> None:
        """Have `failed` told, on a thread, why the hub is gone and is not started again."""
        with self._lock:
            self._failed = failed
            failure = self._failure
        if failure:
            failed(failure)

    def _give_up(self, why: str) -> None:
        self._failure = f"The hub is gone and could not be started again: {why}"
        self._failed(self._failure)

    def close(self) -> None:
        """End the hub."""
        with self._lock:
            self._closing = True
            _end(self._process)
        self._watching.join(PATIENCE)

    def _watch(self) -> None:
        died: list[float] = []
        while True:
            process = self._process
            process.wait()
            with self._lock:
                if self._closing:
                    return
                died = [*(at for at in died if at > time.monotonic() - WITHIN), time.monotonic()]
                if len(died) > OFTEN:
                    self._give_up(TOO_OFTEN)
                    return
                _close_pipes(process)
                try:
                    self._process = _start(self._wanted).process
                except UsageFault as fault:
                    self._give_up(str(fault))
                    return


def _start(wanted: Wanted) -> _Started:
    process = subprocess.Popen(
        [sys.executable, "-m", PROGRAM],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(line_of(wanted))
        process.stdin.flush()
        answer = answer_in(process.stdout.readline())
    except (OSError, ValueError):
        answer = Trouble("The hub could not be started; SIMULATOR_DEBUG=1 shows why.")
    if isinstance(answer, Trouble):
        _end(process)
        raise UsageFault(answer.sentence)
    return _Started(process, answer)


def _end(process: subprocess.Popen[bytes]) -> None:
    """Close its standard input, which ends it; where that does not help, make it end."""
    assert process.stdin is not None
    process.stdin.close()
    for make_it in (process.terminate, process.kill):
        try:
            process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            make_it()
    process.wait()
    _close_pipes(process)


def _close_pipes(process: subprocess.Popen[bytes]) -> None:
    for pipe in (process.stdin, process.stdout):
        if pipe is not None and not pipe.closed:
            with suppress(OSError):
                pipe.close()
