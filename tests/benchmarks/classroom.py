"""A class that votes: from a vote to everybody's distribution, and what the hub takes for it."""

from __future__ import annotations

import statistics
from typing import TYPE_CHECKING

from tests.benchmarks.telling import tell
from tests.classroom_load.voting import held, p95

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from tests.classroom_load.voting import Held

SECONDS = 10.0
"""Within which everybody answers."""
CLASS = 100
NUMBERS = (10, 30, 100, 300)
LINEAR = 1.25
"""What a connection of many may take more than one of few, beyond which the growth is no longer called linear."""


def classroom(scratch: Path) -> None:
    """A class of a hundred, and how its cost grows."""
    every = {number: held(scratch, number, SECONDS) for number in NUMBERS}
    _tell_class(every[CLASS])
    _tell_growth(list(every.values()))


def _tell_class(one: Held) -> None:
    within = f"{one.number} learners who answer within {SECONDS:g} s"
    to_all, votes = f"{within}: from a vote to everybody's distribution", one.votes
    tell(f"{to_all}, median", [statistics.median(vote.told) for vote in votes], unit=" ms")
    tell(f"{to_all}, 95 of 100", [p95(vote.told) for vote in votes], 100, unit=" ms")
    tell(
        f"{within}: from an answer to its being kept, 95 of 100",
        [p95(vote.done) for vote in votes],
        unit=" ms",
    )
    tell(f"{within}: processor time of the hub / time", [vote.seconds / vote.took for vote in votes], 1)
    waited = "no processor was free for the hub / time"
    tell(f"{within}: {waited}", [vote.waited / vote.took for vote in votes])
    tell(f"{within}: most memory of the hub", [one.most], 100, unit=" MiB")


def _tell_growth(every: Sequence[Held]) -> None:
    few = every[0]
    print("a vote of a whole class within the same time, by connections; of the hub:")
    print("connections  processor s  ms each  / of few  MiB  KiB each  told within ms  processes")
    for one in every:
        print(
            f"{one.number:11}  {one.median(lambda vote: vote.seconds):11.2f}  {_each(one):7.1f}"
            f"  {_each(one) / _each(few):8.2f}  {one.most:3.0f}"
            f"  {1024 * (one.after - one.before) / one.number:8.0f}"
            f"  {one.median(lambda vote: p95(vote.told)):14.0f}  {', '.join(map(str, one.processes)):>9}",
            flush=True,
        )
    for one in every[1:]:
        grown = [1000 * vote.seconds / one.number / _each(few) for vote in one.votes]
        tell(f"processor time for each of {one.number} connections / of {few.number}", grown, LINEAR)


def _each(one: Held) -> float:
    """Processor time of the hub in ms for each connection."""
    return 1000 * one.median(lambda vote: vote.seconds) / one.number
