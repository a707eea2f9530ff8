"""Simulated learners as a program of its own: as many real lines to the hub, until standard input ends."""

from __future__ import annotations

import asyncio
import base64
import hashlib
import os
import signal
import sys
from typing import TYPE_CHECKING

from simulator.classroom.messages import FORMAT, Hello
from simulator.classroom.simulated.learner import learners
from simulator.cli.hosting.simulated import wanted_in
from simulator.cli.hosting.simulated_key import Knowing
from simulator.cli.hosting.simulated_seat import SimulatedSeat
from simulator.line.web import WebLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.line import Line
    from simulator.classroom.simulated.learner import Learner
    from simulator.cli.hosting.simulated import WantedLearners

AT_ONCE = 10
"""Learners that join at the same time."""
_TOKEN_BYTES = 16


def main() -> int:
    """Run the learners; the exit code."""
    wanted = wanted_in(sys.stdin.buffer.readline())
    asyncio.run(_until_input_ends(wanted))
    return 0


async def simulate(wanted: WantedLearners, line: Callable[[str, Hello], Line] = WebLine) -> None:
    """Have the learners in the class until it is over; `line` makes their lines."""
    knowing = Knowing(line(wanted.address, Hello(FORMAT, token=wanted.facilitator)))
    joining = asyncio.Semaphore(AT_ONCE)

    def line_of(learner: Learner) -> Line:
        token = _token_of(wanted, learner)
        return line(wanted.address, Hello(FORMAT, code=wanted.code, token=token))

    async def live(learner: Learner) -> None:
        seat = SimulatedSeat(learner, wanted.seed, knowing, lambda: line_of(learner), wanted.speed)
        async with asyncio.TaskGroup() as living, joining:
            living.create_task(seat.live())
            await seat.seated.wait()

    async with asyncio.TaskGroup() as group:
        listening = group.create_task(knowing.listen())
        try:
            every = (live(learner) for learner in learners(wanted.seed, wanted.number))
            await asyncio.gather(*every, return_exceptions=True)
        finally:
            await knowing.close()
            await listening


def _token_of(wanted: WantedLearners, learner: Learner) -> str:
    """With which a learner comes back to their seat, also from another run of the program."""
    secret = f"{wanted.code} {wanted.seed} {learner.number}"
    digest = hashlib.sha256(secret.encode()).digest()[:_TOKEN_BYTES]
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


async def _until_input_ends(wanted: WantedLearners) -> None:
    loop = asyncio.get_running_loop()
    ended = asyncio.Event()
    loop.add_signal_handler(signal.SIGTERM, ended.set)
    loop.add_reader(0, _read_on, ended)
    ending, simulating = asyncio.create_task(ended.wait()), asyncio.create_task(simulate(wanted))
    try:
        await asyncio.wait((ending, simulating), return_when=asyncio.FIRST_COMPLETED)
    finally:
        loop.remove_reader(0)
        for task in (ending, simulating):
            task.cancel()
        await asyncio.gather(ending, simulating, return_exceptions=True)


def _read_on(ended: asyncio.Event) -> None:
    if not os.read(0, 4096):
        ended.set()


if __name__ == "__main__":
    sys.exit(main())
