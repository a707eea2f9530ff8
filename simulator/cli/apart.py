"""Work that needs much memory once, done by a program of its own: its caches are filled, and all else goes with it.

As a program it reads one JSON object from its standard input and writes the case that was made, if one was wanted.
Nothing depends on it: where it fails, the same work is done here, which then says what is wrong.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from simulator.packs.cache import is_checked, mark_checked

if TYPE_CHECKING:
    from collections.abc import Mapping

LONGEST = 60.0
"""Seconds after which the work is done here after all."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a workshop is made from."""

    strangers: bool = True
    guidance: str | None = None
    pack: str | None = None


def read_apart(given: Given) -> None:
    """Have all packs read and checked, unless this was done before."""
    key = f"read {json.dumps(asdict(given))}"
    if not is_checked(key):
        _run({**asdict(given)})
        mark_checked(key)


def made_apart(given: Given, pack: str, which: int | str, sha256: str) -> Mapping[str, Any] | None:
    """The case of the pack with this hash and a seed or an id, checked; None where it could not be had."""
    said = _run({**asdict(given), "of": pack, "which": which})
    try:
        case: Any = json.loads(said)
    except ValueError:
        return None
    return case if isinstance(case, dict) and case["pack"]["sha256"] == sha256 else None


def worked_apart(given: Given, task: Mapping[str, Any]) -> Mapping[str, Any]:
    """The answer to what practice wants made, see `practising_apart.work`; empty where it could not be had."""
    try:
        said: Any = json.loads(_run({**asdict(given), "task": task}))
    except ValueError:
        return {}
    return said if isinstance(said, dict) else {}


def _run(wanted: Mapping[str, Any]) -> bytes:
    command = [sys.executable, "-m", "simulator.cli.apart"]
    try:
        done = subprocess.run(
            command,
            input=json.dumps(wanted).encode(),
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=LONGEST,
            check=False,
        )
    except (OSError, subprocess.SubprocessError):
        return b""
    return done.stdout if done.returncode == 0 else b""


def _work(wanted: dict[str, Any]) -> None:
    from simulator.cli.training import training_of
    from simulator.cli.workshop import Workshop

    of, which, task = (wanted.pop(name, None) for name in ("of", "which", "task"))
    workshop = Workshop(**wanted)
    training = training_of(workshop)
    if task is not None:
        from simulator.cli.practising import maker_of
        from simulator.cli.practising_apart import work

        json.dump(work(maker_of(workshop, training.packs), training.guide, task), sys.stdout)
    if of is not None and which is not None:
        case = training.make(of, which)
        training.guide.check(case)
        json.dump(case, sys.stdout)


if __name__ == "__main__":
    _work(json.load(sys.stdin))
