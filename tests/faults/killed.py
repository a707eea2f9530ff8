"""Children that say what they saved, and are killed at a random moment: `… FOLDER KILLS [late]`.

It says a line for each kill: how many answers were acknowledged, and what was wrong, if anything.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING, Any

from simulator.store.store import Store
from tests.store.stores import event

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

MOST = 12
"""Answers until the moment is drawn in which the kill falls."""
SEED = 200
LATE = 3


class WritesLater(Store):
    """A store that returns before it saved: the weakness that the kills have to find."""

    def append(self, session: str, events: Sequence[Mapping[str, Any]]) -> None:
        """Keep `events` until some further calls."""
        waiting = self.__dict__.setdefault("waiting", [])
        waiting.append((session, events))
        if len(waiting) > LATE:
            super().append(*waiting.pop(0))


def answer_until_killed(store: Store, session: str, first: int, writes: int) -> None:
    number = first
    while True:
        store.append(session, [event(number, text=f"answer {number}"), event(number + 1, "sureness_given")])
        number += 2
        os.write(writes, f"{number - 1}\n".encode())


def killed(path: Path, session: str, first: int, chance: Random, kind: type[Store]) -> int:
    """The number of the last event of `session` that a child acknowledged until it was killed."""
    reads, writes = os.pipe()
    child = os.fork()
    if not child:
        os.close(reads)
        answer_until_killed(kind(path), session, first, writes)
    os.close(writes)
    with os.fdopen(reads, "rb", buffering=0) as pipe:
        said = _until(pipe.fileno(), chance.randint(0, MOST))
        time.sleep(chance.uniform(0, 0.006))
        os.kill(child, signal.SIGKILL)
        said += pipe.read()
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL
    whole = said[: said.rfind(b"\n") + 1].split()
    return int(whole[-1]) if whole else first - 1


def _until(pipe: int, lines: int) -> bytes:
    said = b""
    while said.count(b"\n") < lines and (more := os.read(pipe, 1)):
        said += more
    return said


def main(folder: str, kills: str, *late: str) -> None:
    chance, path = Random(SEED), Path(folder) / "data" / "store.sqlite"
    there = 0
    for number in range(int(kills)):
        session = f"s{number // 20}"
        there = 0 if number % 20 == 0 else there
        acknowledged = killed(path, session, there + 1, chance, WritesLater if late else Store)
        there, wrong = afterwards(path, session, acknowledged)
        print(f"{acknowledged} {wrong}", flush=True)


def afterwards(path: Path, session: str, acknowledged: int) -> tuple[int, str]:
    """How many events of `session` are there, and what is wrong with them."""
    store = Store(path)
    begun = [one.session for one in store.unfinished()]
    events = store.load(session) if session in begun else []
    store.close()
    if len(events) < acknowledged:
        return len(events), f"of {acknowledged} events {len(events)} are there"
    if len(events) > acknowledged + 2 or len(events) % 2:
        return len(events), f"{len(events)} events are there where {acknowledged} were acknowledged"
    return len(events), ""


if __name__ == "__main__":
    main(*sys.argv[1:])
