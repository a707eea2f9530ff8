"""A class that votes: a real hub, real lines from another process, and what it takes until everybody is told."""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
from contextlib import asynccontextmanager
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from simulator.classroom.conduct import OpenQuestion, RevealVerdict, ShowVotes
from tests.benchmarks.telling import tell
from tests.classroom_load.answering import Voted, Wanted
from tests.classroom_load.facilitating import Facilitator, facilitating
from tests.classroom_load.hubs import KeptHub, kept_hub, left_of, processes_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Sequence

    from simulator.classroom.class_events import Event

PACK = "foundations"
SECONDS = 10.0
"""Within which everybody answers."""
CLASS = 100
NUMBERS = (10, 30, 100, 300)
LINE = 2**26
"""Bytes that the learners may have to tell at once."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote of a whole class; times in ms."""

    told: list[float]
    """For each vote, from when it was sent to when the last learner had heard a distribution that counts it."""
    done: list[float]
    """For each answer, from when it was sent to when it was answered."""
    messages: int
    rooms: int
    """That all learners heard together."""
    seconds: float
    """Of the hub's processor time."""
    took: float
    """Seconds, from the first answer to the last."""


@dataclass(frozen=True, slots=True)
class Held:
    """A class that was held; memory in MiB."""

    number: int
    votes: list[Vote]
    before: float
    """What the hub took before anybody joined."""
    after: float
    most: float
    processes: tuple[int, int, int]
    """Of the hub: before anybody joined, with everybody there, and after its end."""

    @property
    def seconds(self) -> float:
        """Of processor time that the hub took for a vote."""
        return statistics.median(vote.seconds for vote in self.votes)


def classroom(scratch: Path) -> None:
    """A class: from a vote to everybody's updated distribution, and what the hub takes for it."""
    held = [_held(scratch, number) for number in NUMBERS]
    votes = next(one for one in held if one.number == CLASS).votes
    within = f"{CLASS} learners who answer within {SECONDS:g} s"
    told, p95 = "from a vote to everybody's distribution", [_p95(vote.told) for vote in votes]
    tell(f"{within}: {told}, median", [statistics.median(vote.told) for vote in votes], unit=" ms")
    tell(f"{within}: {told}, 95 of 100", p95, 100, unit=" ms")
    tell(
        f"{within}: from any answer to its own answer, 95 of 100",
        [_p95(vote.done) for vote in votes],
        unit=" ms",
    )
    tell(f"{within}: processor time of the hub / time", [vote.seconds / vote.took for vote in votes], 1)
    of_class = next(one for one in held if one.number == CLASS)
    tell(f"{within}: most memory of the hub", [of_class.most], 100, unit=" MiB")
    _table(held)


def _table(held: Sequence[Held]) -> None:
    print("what a vote costs the hub, by connections:")
    print("  connections  ms a vote  of 10  µs a line told  of 10  MiB  KiB a line  p95 ms  processes")
    first = held[0]
    for one in held:
        a_vote = 1000 * one.seconds / one.number
        a_line = _a_line(one)
        more = 1024 * (one.after - one.before) / one.number
        p95 = statistics.median(_p95(vote.told) for vote in one.votes)
        first_vote = 1000 * first.seconds / first.number
        print(
            f"  {one.number:11}  {a_vote:9.1f}  {a_vote / first_vote:5.2f}  {a_line:14.1f}"
            f"  {a_line / _a_line(first):5.2f}  {one.most:3.0f}  {more:10.0f}  {p95:6.0f}"
            f"  {' to '.join(map(str, one.processes))}",
            flush=True,
        )


def _a_line(held: Held) -> float:
    """Microseconds of the hub for each message that it took or told."""
    vote = held.votes[0]
    return 1e6 * held.seconds / (vote.messages * 3 + vote.rooms)


def _held(scratch: Path, number: int) -> Held:
    with tempfile.TemporaryDirectory(dir=scratch) as folder:
        with kept_hub(Path(folder)) as hub:
            before, alone = hub.megabytes(), len(processes_of(Path(folder)))
            votes, there = asyncio.run(_votes(hub, number))
            after, most = hub.megabytes(), hub.most_megabytes()
        left = len(left_of(Path(folder)))
    return Held(number, votes, before, after, most, (alone, there, left))


async def _votes(hub: KeptHub, number: int) -> tuple[list[Vote], int]:
    """A vote on every question of the case's first phase, and the processes while they were held."""
    votes = []
    async with _learners(hub, number) as learners, facilitating(hub) as facilitator:
        await facilitator.begin(PACK, "1")
        phase = facilitator.console.phases[0]
        for question in phase.questions:
            await facilitator.do(OpenQuestion(phase.phase, question.question))
            await facilitator.do(ShowVotes(shown=True))
            votes.append(await _vote(hub, facilitator, learners))
            await facilitator.do(RevealVerdict())
        there = len(processes_of(hub.folder)) - 1  # the learners' own
    return votes, there


async def _vote(hub: KeptHub, facilitator: Facilitator, learners: asyncio.subprocess.Process) -> Vote:
    assert learners.stdin is not None
    assert learners.stdout is not None
    seconds = hub.seconds()
    learners.stdin.write(f"{SECONDS}\n".encode())
    voted = msgspec.json.decode(await learners.stdout.readline(), type=list[Voted])
    seconds = hub.seconds() - seconds
    counted = _counted(hub.record(), facilitator.console.current)
    times = [time for one in voted for time in (*one.said, *one.done)]
    return Vote(
        told=[1000 * (_heard_by_all(voted, counted[one.seat]) - one.said[-1]) for one in voted],
        done=[
            1000 * (done - said)
            for said, done in chain(*(zip(one.said, one.done, strict=True) for one in voted))
        ],
        messages=sum(len(one.said) for one in voted),
        rooms=sum(one.rooms for one in voted),
        seconds=seconds,
        took=max(times) - min(times),
    )


def _heard_by_all(voted: Sequence[Voted], votes: int) -> float:
    """When the last learner first heard of so many votes, or of more."""
    return max(min(at for of, at in one.counted.items() if of >= votes) for one in voted)


def _counted(record: Sequence[Event], at: tuple[str, str] | None) -> dict[str, int]:
    """As which of the votes on a question that of each seat was counted, from 1, by the class's own record."""
    on = (each["data"] for each in record if each["kind"] == "voted")
    seats = [data["seat"] for data in on if (data["phase"], data["question"]) == at]
    return {seat: number for number, seat in enumerate(seats, 1)}


@asynccontextmanager
async def _learners(hub: KeptHub, number: int) -> AsyncIterator[asyncio.subprocess.Process]:
    """A process of so many learners who have seats."""
    process = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "tests.classroom_load.answering",
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=LINE,
    )
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(msgspec.json.encode(Wanted(hub.address, hub.ready.code, number)) + b"\n")
        assert await process.stdout.readline() == b"joined\n"
        yield process
    finally:
        process.stdin.close()
        await process.wait()


def _p95(times: Sequence[float]) -> float:
    return statistics.quantiles(times, n=20)[-1]
