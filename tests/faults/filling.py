"""A child that fills its disk, or its largest file, until it is refused: `python -m tests.faults.filling WAY STORE`.

It says as JSON how many answers were acknowledged before, and the sentences of all refusals; then room is made, the
same answer is given once more, and others after it.
"""

from __future__ import annotations

import json
import resource
import sys
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.store.faults import StoreFault
from simulator.store.store import Store
from tests.store.stores import event

if TYPE_CHECKING:
    from collections.abc import Callable

BALLAST, LARGEST, ANSWER = 200_000, 300_000, 9_000
MOST = 1_000


def main(way: str, named: str) -> None:
    path = Path(named)
    store = Store(path)
    store.append("s", [event(1)])
    make_room = {"disk": disk, "limit": limit}[way](path)
    acknowledged, refusals = _filled(store)
    make_room()
    for number in range(acknowledged + 1, acknowledged + 4):
        store.append("s", [_answer(number)])
    store.close()
    with closing(Store(path)) as again:
        whole = again.load("s") == [event(1), *map(_answer, range(2, acknowledged + 4))]
    print(json.dumps({"acknowledged": acknowledged, "refusals": refusals, "whole": whole}))


def _filled(store: Store) -> tuple[int, list[str]]:
    """The number of the last answer that was acknowledged, and what the next was refused with, and that again."""
    number = 1
    refusals: list[str] = []
    while len(refusals) < 3 and number < MOST:
        try:
            store.append("s", [_answer(number + 1)])
            number += 1
        except StoreFault as fault:
            refusals.append(str(fault))
    assert len(store.load("s")) == number, "an answer was acknowledged and is not there"
    return number, refusals


def _answer(number: int) -> dict[str, object]:
    return event(number, text="x" * ANSWER)


def disk(path: Path) -> Callable[[], None]:
    """Something else takes room on the disk, until it is removed."""
    ballast = path.parent / "ballast"
    ballast.write_bytes(bytes(BALLAST))
    return ballast.unlink


def limit(path: Path) -> Callable[[], None]:
    """No file may grow further, until that is taken back."""
    _, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST, hard))
    return lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


if __name__ == "__main__":
    main(*sys.argv[1:])
