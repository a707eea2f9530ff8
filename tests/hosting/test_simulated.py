"""Simulated learners on a real hub: they come, they vote, and nothing is left of them."""

from __future__ import annotations

import asyncio
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.classroom.conduct import EndCase, OpenQuestion, SkipQuestion
from simulator.classroom.simulated.learner import learners
from simulator.cli.hosting import simulated_program
from simulator.cli.hosting.simulated import Simulated, WantedLearners
from simulator.cli.hosting.simulated_program import simulate
from tests.classroom_load.facilitating import case, case_at_own_pace, facilitating
from tests.classroom_load.hubs import kept_hub, processes_of
from tests.classroom_load.witness import Witness

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Iterator

    from simulator.classroom.simulated.learner import Learner
    from tests.classroom_load.facilitating import Facilitator
    from tests.classroom_load.hubs import KeptHub

PACK, NUMBER, FAST = "foundations", 6, 300.0


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[KeptHub]:
    with kept_hub(tmp_path_factory.mktemp("hub")) as hub:
        yield hub


@asynccontextmanager
async def simulated(hub: KeptHub, witness: Witness) -> AsyncIterator[None]:
    """The same learners as `Simulated` starts, in this process."""
    wanted = WantedLearners(
        hub.address, hub.ready.code, hub.facilitator, NUMBER, hub.ready.class_, speed=FAST
    )
    task = asyncio.create_task(simulate(wanted, witness.line))
    try:
        yield
    finally:
        task.cancel()
        await asyncio.gather(task, return_exceptions=True)


async def there(facilitator: Facilitator, number: int) -> None:
    await facilitator.until(lambda one: sum(each.connected for each in one.people) == number)


async def test_their_program_fills_a_class_and_leaves_it_when_it_is_closed(hub: KeptHub) -> None:
    async with facilitating(hub) as facilitator:
        learning = Simulated(hub.ready, hub.facilitator, NUMBER, FAST)
        try:
            await there(facilitator, NUMBER)
            await case(facilitator, PACK, "1", 1)
        finally:
            learning.close()
        await there(facilitator, 0)
        assert processes_of(hub.folder) == [hub.process]


async def test_started_again_they_come_back_to_their_own_seats(hub: KeptHub) -> None:
    async with facilitating(hub) as facilitator:
        for _ in range(2):
            async with simulated(hub, Witness()):
                await there(facilitator, NUMBER)
                assert facilitator.console.room.seats == NUMBER
            await there(facilitator, 0)


async def test_they_go_through_a_case_at_their_own_pace(hub: KeptHub) -> None:
    async with facilitating(hub) as facilitator, simulated(hub, Witness()):
        await there(facilitator, NUMBER)
        await case_at_own_pace(facilitator, PACK, "2")
        voted = {one.voted for phase in facilitator.console.phases for one in phase.questions}
        assert voted == {NUMBER}


async def test_who_is_called_away_comes_back_and_votes(hub: KeptHub, monkeypatch: pytest.MonkeyPatch) -> None:
    def restless(seed: str, number: int) -> tuple[Learner, ...]:
        return tuple(replace(each, restless=2.0) for each in learners(seed, number))

    monkeypatch.setattr(simulated_program, "learners", restless)
    witness = Witness()
    async with facilitating(hub) as facilitator, simulated(hub, witness):
        await there(facilitator, NUMBER)
        before = witness.lines
        await case(facilitator, PACK, "3", 1)
        assert witness.lines >= before + NUMBER


async def test_what_is_skipped_under_way_and_opened_again_is_voted_on(hub: KeptHub) -> None:
    async with facilitating(hub) as facilitator, simulated(hub, Witness()):
        await there(facilitator, NUMBER)
        await facilitator.begin(PACK, "4")
        phase = facilitator.console.phases[0]
        question = phase.questions[0].question
        await facilitator.do(OpenQuestion(phase.phase, question))
        await facilitator.do(SkipQuestion())
        await facilitator.do(OpenQuestion(phase.phase, question))
        await facilitator.until(lambda one: one.room.committed == NUMBER)
        assert facilitator.console.phases[0].questions[0].voted == NUMBER
        await facilitator.do(EndCase())
