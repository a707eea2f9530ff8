"""A class that votes on a real hub, and what it takes until everybody is told."""

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

from simulator.classroom.conduct import OpenQuestion, RevealPhase, RevealVerdict, ShowVotes
from tests.classroom_load.answering import Voted, Wanted
from tests.classroom_load.facilitating import facilitating
from tests.classroom_load.hubs import kept_hub, left_of, processes_of

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable, Sequence

    from simulator.classroom.class_events import Event
    from tests.classroom_load.facilitating import Facilitator
    from tests.classroom_load.hubs import KeptHub

PROGRAM = "tests.classroom_load.answering"
PACK, CASE, QUESTIONS = "foundations", "1", 5
LONGEST = 2**26
"""Bytes that the learners may have to tell in one line."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One vote of a whole class; times in ms."""

    told: list[float]
    """Of each vote: from when it was sent to when the last learner had heard a distribution that counts it."""
    done: list[float]
    """Of each answer: from when it was sent to when it was answered."""
    answers: int
    rooms: int
    """That all learners heard together."""
    seconds: float
    """Of the hub's processor time."""
    waited: float
    """Seconds that the hub could have gone on and no processor was free."""
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
    """Before anybody joined, with everybody there, and after the end; the learners' own is left out."""

    def median(self, of: Callable[[Vote], float]) -> float:
        """Over its votes."""
        return statistics.median(map(of, self.votes))


def p95(times: Sequence[float]) -> float:
    """What 95 of 100 keep below."""
    return statistics.quantiles(times, n=20)[-1]


def held(scratch: Path, number: int, seconds: float) -> Held:
    """A class of so many who vote within so many seconds on questions of a second phase."""
    with tempfile.TemporaryDirectory(dir=scratch) as name:
        folder = Path(name)
        with kept_hub(folder) as hub:
            before, alone = hub.megabytes(), len(processes_of(folder))
            votes, there = asyncio.run(_votes(hub, number, seconds))
            after, most = hub.megabytes(), hub.most_megabytes()
        left = len(left_of(folder))
    return Held(number, votes, before, after, most, (alone, there, left))


async def _votes(hub: KeptHub, number: int, seconds: float) -> tuple[list[Vote], int]:
    """The votes, and the processes while they were held."""
    votes = []
    async with _learners(hub, number) as learners, facilitating(hub) as facilitator:
        await facilitator.begin(PACK, CASE)
        await facilitator.do(RevealPhase())
        phase = facilitator.console.phases[1]
        for question in phase.questions[:QUESTIONS]:
            await facilitator.do(OpenQuestion(phase.phase, question.question))
            await facilitator.do(ShowVotes(shown=True))
            votes.append(await _vote(hub, facilitator, learners, seconds))
            await facilitator.do(RevealVerdict())
        there = len(processes_of(hub.folder)) - 1  # the learners' own
    return votes, there


async def _vote(
    hub: KeptHub, facilitator: Facilitator, learners: asyncio.subprocess.Process, within: float
) -> Vote:
    assert learners.stdin is not None
    assert learners.stdout is not None
    seconds, waited = hub.seconds(), hub.waited()
    learners.stdin.write(f"{within}\n".encode())
    voted = msgspec.json.decode(await learners.stdout.readline(), type=list[Voted])
    seconds, waited = hub.seconds() - seconds, hub.waited() - waited
    counted = _counted(hub.record(), facilitator.console.current)
    times = [time for one in voted for time in (*one.said, *one.done)]
    answered = chain(*(zip(one.said, one.done, strict=True) for one in voted))
    return Vote(
        told=[1000 * (_heard_by_all(voted, counted[one.seat]) - one.said[-1]) for one in voted],
        done=[1000 * (done - said) for said, done in answered],
        answers=sum(len(one.said) for one in voted),
        rooms=sum(one.rooms for one in voted),
        seconds=seconds,
        waited=waited,
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
        PROGRAM,
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        limit=LONGEST,
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
