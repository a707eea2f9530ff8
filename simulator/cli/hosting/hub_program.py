"""The hub of a class as a program of its own: the console starts it, and it ends with the console.

It reads what is wanted as one line of standard input, answers with one line of standard output, and runs until
standard input ends. Killed and started again, it goes on with the class where it was.
"""

from __future__ import annotations

import asyncio
import gc
import os
import secrets
import signal
import sys
from contextlib import ExitStack, suppress
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from simulator.cli.hosting.wanted import Ready, Trouble, Wanted, line_of, wanted_in
from simulator.errors.faults import InputFault, UsageFault
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.classroom.running import RunningClass
    from simulator.session.training import Training

OR_ANOTHER = "Or begin another class: --new, with a --port of its own."
CUT_OFF = timedelta(hours=12)
"""How long ago something may have happened in a class that is gone on with by itself."""


def main() -> int:
    """Run the hub; the exit code."""
    answers = os.fdopen(os.dup(1), "wb", buffering=0)
    os.dup2(2, 1)  # nothing that is printed by mistake gets between the answers
    try:
        wanted = wanted_in(sys.stdin.buffer.readline())
        with ExitStack() as held:
            running, said = _class_of(wanted, held)
            return asyncio.run(_run(wanted, running, said, answers.write))
    except (InputFault, UsageFault) as fault:
        answers.write(line_of(Trouble(str(fault))))
        return 1
    except Exception as error:
        if os.environ.get("SIMULATOR_DEBUG"):
            raise
        answers.write(line_of(Trouble(clean(f"The hub failed ({type(error).__name__}: {error})."))))
        return 3


def _class_of(wanted: Wanted, held: ExitStack) -> tuple[RunningClass, str]:
    """The class that was wanted, or was cut off, or a new one, held by `held`; and what is to be said of it."""
    from simulator.classroom.running import RunningClass
    from simulator.cli.apart import Given, read_apart
    from simulator.cli.hosting.reports import save_report
    from simulator.cli.training import training_of
    from simulator.cli.workshop import Workshop

    given = Given(strangers=wanted.strangers, guidance=wanted.guidance, pack=wanted.pack)
    read_apart(given)
    workshop = Workshop(strangers=wanted.strangers, guidance=wanted.guidance, pack=wanted.pack)
    training = training_of(workshop, apart=given)
    held.callback(_back_up, training)
    guide = workshop.guide(workshop.engine())
    logs = workshop.store.classes
    parts = (guide, training, logs, secrets.randbelow, save_report(wanted.reports))
    said = ""
    for class_ in _to_go_on_with(wanted, training):
        with ExitStack() as holding:
            try:
                holding.enter_context(logs.hold(class_))
            except UsageFault as fault:
                raise fault if wanted.class_ else UsageFault(f"{fault} {OR_ANOTHER}") from None
            try:
                running = RunningClass.resume(guide, training, logs, class_, *parts[3:])
            except InputFault as fault:
                if wanted.class_:
                    raise
                said = f"The class before cannot be gone on with: {fault.faults[0].what}."
                continue
            held.push(holding.pop_all())
            return running, said
    running = RunningClass.new(*parts)
    held.enter_context(logs.hold(running.state.class_))
    return running, said


def _back_up(training: Training) -> None:
    """When the class has ended; there is nobody left to be told that there is no second copy."""
    with suppress(UsageFault):
        training.back_up()


def _to_go_on_with(wanted: Wanted, training: Training) -> Sequence[str]:
    if wanted.class_:
        return [wanted.class_]
    if wanted.new:
        return []
    since = datetime.fromisoformat(training.clock()) - CUT_OFF
    kept = training.store.classes.open()
    return [one.class_ for one in kept[:1] if one.last and datetime.fromisoformat(one.last) >= since]


async def _run(wanted: Wanted, running: RunningClass, said: str, answer: object) -> int:
    from simulator.hub.browser.doorway import browsers
    from simulator.hub.browser.nursery import Nursery, can_fork
    from simulator.hub.browser.subprocesses import Subprocesses
    from simulator.hub.serve import Listening, serving

    listening = Listening(wanted.address, wanted.port, public=wanted.public)
    goes_on = running.state.length > 1
    screens = Nursery() if can_fork() else Subprocesses()
    async with serving(running, wanted.facilitator, listening, browsers(screens)) as addresses:
        gc.collect()
        gc.freeze()
        port = int(addresses[-1].rpartition(":")[2])
        ready = Ready(addresses, port, running.state.class_, running.code, goes_on, said)
        assert callable(answer)
        answer(line_of(ready))
        await _until_the_console_ends()
    return 0


async def _until_the_console_ends() -> None:
    """Wait for the end of standard input, or for a signal."""
    loop = asyncio.get_running_loop()
    ends = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        loop.add_signal_handler(number, ends.set)
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C in the console's terminal is the console's
    loop.add_reader(0, _read_on, ends)
    try:
        await ends.wait()
    finally:
        loop.remove_reader(0)


def _read_on(ends: asyncio.Event) -> None:
    if not os.read(0, 4096):
        ends.set()


if __name__ == "__main__":
    sys.exit(main())
