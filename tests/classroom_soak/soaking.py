"""A class of simulated learners over a network that breaks, on a hub that is killed."""

from __future__ import annotations

import asyncio
import time
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from random import Random
from typing import TYPE_CHECKING

from simulator.cli.hosting.simulated import WantedLearners
from simulator.cli.hosting.simulated_program import simulate
from tests.classroom_load.facilitating import case, case_at_own_pace, facilitating
from tests.classroom_load.hubs import kept_hub, processes_of
from tests.classroom_load.relay import Relay
from tests.classroom_load.witness import Witness

if TYPE_CHECKING:
    from collections.abc import AsyncIterator
    from pathlib import Path

    from simulator.classroom.class_events import Event
    from tests.classroom_load.facilitating import Facilitator
    from tests.classroom_load.hubs import KeptHub

SEED = "a class that is soaked"
PATIENCE = 60.0
AT_OWN_PACE = 4
"""Every so manieth case is one at their own pace."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What is to be gone through."""

    learners: int
    speed: float
    seconds: float
    """For which cases are begun; at least `fewest` are."""
    fewest: int
    questions: int
    """Of each phase, at most."""
    kill_every: int
    """After so many cases the hub is killed in the next one, from the first on."""
    cut_every: float
    """Seconds between two lines that break."""


@dataclass(slots=True)
class Soaked:
    """What came of it."""

    witness: Witness = field(default_factory=Witness)
    record: list[Event] = field(default_factory=list)
    memory: list[list[float]] = field(default_factory=list)
    """Of every hub in turn: what it took after each case, in MiB."""
    processes: set[int] = field(default_factory=set)
    """How many there were after each case."""
    seats: int = 0
    killed: int = 0
    broken: int = 0
    cases: int = 0


async def soak(folder: Path, plan: Plan) -> Soaked:
    """Hold a class in `folder`; when it is over nothing of it is left but the record."""
    soaked = Soaked()
    with kept_hub(folder) as hub:
        async with _learning(hub, plan, soaked), facilitating(hub) as facilitator:
            await facilitator.until(lambda one: one.room.seats == plan.learners)
            until = time.monotonic() + plan.seconds
            while soaked.cases < plan.fewest or time.monotonic() < until:
                await _hold(hub, facilitator, plan, soaked)
            soaked.seats = facilitator.console.room.seats
        soaked.record = hub.record()
    return soaked


async def _hold(hub: KeptHub, facilitator: Facilitator, plan: Plan, soaked: Soaked) -> None:
    """One case, and what it has cost."""
    packs = (await facilitator.ask("packs")).packs
    assert packs is not None
    pack, which = packs[soaked.cases % len(packs)].name, str(soaked.cases + 1)
    kills = soaked.cases % plan.kill_every == 0
    if kills:
        soaked.memory.append([])
        async with asyncio.TaskGroup() as group:
            group.create_task(_kill(hub, facilitator, soaked))
            await case(facilitator, pack, which, plan.questions)
    elif soaked.cases % AT_OWN_PACE == 1:
        await case_at_own_pace(facilitator, pack, which)
    else:
        await case(facilitator, pack, which, plan.questions)
    soaked.cases += 1
    soaked.memory[-1].append(hub.megabytes())
    soaked.processes.add(len(processes_of(hub.folder)))


async def _kill(hub: KeptHub, facilitator: Facilitator, soaked: Soaked) -> None:
    """Kill the hub when some have voted again and some have not; the keeper starts another."""
    await facilitator.until(
        lambda one: one.room.round == 2 and 0 < one.room.committed < max(one.room.seats / 2, 2)
    )
    killed = hub.process
    hub.kill()
    soaked.killed += 1
    async with asyncio.timeout(PATIENCE):
        while hub.process == killed:
            await asyncio.sleep(0.05)


@asynccontextmanager
async def _learning(hub: KeptHub, plan: Plan, soaked: Soaked) -> AsyncIterator[None]:
    """Learners whose lines break."""
    async with Relay(hub.ready.port).running() as relay:
        wanted = WantedLearners(
            relay.address, hub.ready.code, hub.facilitator, plan.learners, SEED, plan.speed
        )
        tasks = [
            asyncio.create_task(simulate(wanted, soaked.witness.line)),
            asyncio.create_task(_cut(relay, plan.cut_every)),
        ]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            soaked.broken = relay.broken


async def _cut(relay: Relay, every: float) -> None:
    chance = Random(SEED)
    while True:
        await asyncio.sleep(every)
        relay.cut(1, chance)
