"""The pictures of the docs, made by playing: `python -m tests.end_to_end.pictures` writes them all."""

from __future__ import annotations

import asyncio
import os
import re
import tempfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.cli.training import training_of
from simulator.cli.workshop import Workshop
from simulator.session.commands import Answer, Leave
from simulator.store.store import Store
from simulator.tui.app import SimulatorApp
from tests.end_to_end.by_keys import Keys
from tests.end_to_end.script import script_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from simulator.session.commands import Command
    from simulator.session.training import Training
    from simulator.session.view import DebriefView

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
COMMAND = "python -m tests.end_to_end.pictures"
SEED = 12
LARGE, SMALL = (120, 40), (80, 24)
MOMENT = "2026-01-05T09:30:00.000+00:00"


async def pictures(training: Training, scratch: Path) -> dict[str, str]:
    """The SVG of each picture by its file's name; the same on every machine."""
    with closing(Store(scratch / "script.sqlite")) as core:
        runner = replace(training, store=core).begin("core", SEED)
        script = script_of(runner, SEED)
        assert runner.view.debrief is not None
        commands = _mostly_called_for([one.command for one in script], runner.view.debrief)
    left = commands.index(Leave())
    with closing(Store(scratch / "played.sqlite")) as store:
        training = replace(training, store=store, clock=lambda: MOMENT)
        runner = training.begin("core", SEED)
        for command in commands[: left + 1]:
            runner.do(command)
        taken = await _taken(training, _half_way)
        runner = training.resume(runner.name)
        for command in commands[left + 2 : -1]:
            runner.do(command)
        return taken | await _taken(training, _to_the_end)


def _mostly_called_for(commands: list[Command], debrief: DebriefView) -> list[Command]:
    """`commands` with the choices of four decisions in five as the guidance calls for them."""
    called_for = {
        (question.question, decision.subject): tuple(ruling.option for ruling in decision.called_for)
        for phase in debrief.phases
        for question in phase.questions
        for decision in question.decisions
        if decision.called_for
    }
    decisions = list(called_for)
    return [
        replace(command, chosen=called_for[command.question, command.subject])
        if isinstance(command, Answer)
        and (command.question, command.subject) in called_for
        and decisions.index((command.question, command.subject)) % 5
        else command
        for command in commands
    ]


async def _taken(training: Training, play: Callable[[Keys], Awaitable[dict[str, str]]]) -> dict[str, str]:
    app = SimulatorApp(lambda: training)
    try:
        async with app.run_test(size=LARGE) as pilot:
            keys = Keys(pilot)
            await keys.settle()
            return await play(keys)
    finally:
        if app.desk is not None:
            app.desk.close()


async def _half_way(keys: Keys) -> dict[str, str]:
    """The opening screen with a case to go on with, the decisions on each child, and the file alone."""
    taken = {"home.svg": _picture(keys.app)}
    await keys.press("enter")
    await keys.press("n")
    taken["case.svg"] = _picture(keys.app)
    await keys.press("f")
    await keys.pilot.resize_terminal(*SMALL)
    await keys.settle()
    await keys.press("home")
    return {**taken, "file.svg": _picture(keys.app)}


async def _to_the_end(keys: Keys) -> dict[str, str]:
    """The debrief, at the first decision that is worth a look."""
    for key in ("enter", "c", "y", "m"):
        await keys.press(key)
    return {"debrief.svg": _picture(keys.app)}


def _picture(app: SimulatorApp) -> str:
    """The screen as SVG without what differs from run to run, and without fonts from the net."""
    drawn = app.export_screenshot(title="simulator")
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    drawn = re.sub(r"<!-- Generated .*? -->\n?", "", drawn)
    drawn = re.sub(r"terminal-\d+", "terminal", drawn)
    return "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"


def _write() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SIMULATOR_STORE"] = str(Path(folder) / "unused.sqlite")
        training = training_of(Workshop(strangers=False))
        made = asyncio.run(pictures(training, Path(folder)))
        training.store.close()
    for name, drawn in made.items():
        (FOLDER / name).write_text(drawn, encoding="utf-8", newline="\n")
        print(f"docs/pictures/{name}")


if __name__ == "__main__":
    _write()
