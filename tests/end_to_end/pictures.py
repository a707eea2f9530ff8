"""The pictures of the docs, made by playing: `python -m tests.end_to_end.pictures` writes them all."""

from __future__ import annotations

import asyncio
import os
import tempfile
from contextlib import closing, contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from textual.widgets import TextArea

from simulator.cli.practising import practice_of
from simulator.cli.training import training_of
from simulator.cli.workshop import Workshop
from simulator.preferences.keeping import keep_preferences
from simulator.preferences.preferences import Preferences
from simulator.session.commands import Answer, Confirm, Sureness
from simulator.store.store import Store
from simulator.tui.app import SimulatorApp
from tests.end_to_end.by_keys import Keys
from tests.end_to_end.class_pictures import class_pictures
from tests.end_to_end.script import script_of
from tests.end_to_end.svg import svg_of

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Iterator, Mapping, Sequence

    from simulator.session.commands import Command
    from simulator.session.debrief_view import DebriefView
    from simulator.session.runner import Runner
    from simulator.session.training import Training

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
COMMAND = "python -m tests.end_to_end.pictures"
PACK, CASE, SEED = "foundations", "web-form", 12
LARGE, SMALL, PROJECTED = (120, 40), (80, 24), (60, 18)
LEARNER = "learner-7KQ4"
MOMENT = "2026-01-05T09:30:00.000+00:00"
NOTE = "Her own wish, and her words."
MISTAKE = ("m",) * 5
"""To the first mistake about somebody."""
SOUGHT = "factory"


async def pictures(training: Training, scratch: Path) -> dict[str, str]:
    """The SVG of each picture by its file's name; the same on every machine."""
    kept = Store(scratch / "played.sqlite", LEARNER)
    with _preferring(scratch / "preferences.json"), closing(kept) as store:
        training = replace(training, store=store, clock=lambda: MOMENT)
        training = replace(training, practice=practice_of(Workshop(strangers=False), training, None))
        begun = await _taken(training, _beginning, SMALL)
        keep_preferences(Preferences(introduced=True))
        runner = training.begin(PACK, CASE)
        before, after = _in_two(_commands(training, scratch))
        _do(runner, before)
        half = await _taken(training, _half_way, SMALL)
        keep_preferences(Preferences(introduced=True))
        _do(training.resume(runner.name), after)
        ended = await _taken(training, _to_the_end, LARGE)
        keep_preferences(Preferences(introduced=True))
        later = await _taken(training, _later, LARGE)
        return begun | half | ended | later | await class_pictures(training)


@contextmanager
def _preferring(path: Path) -> Iterator[None]:
    """Keep what is preferred at `path`."""
    before = os.environ.get("SIMULATOR_PREFERENCES")
    os.environ["SIMULATOR_PREFERENCES"] = str(path)
    try:
        yield
    finally:
        del os.environ["SIMULATOR_PREFERENCES"]
        if before is not None:
            os.environ["SIMULATOR_PREFERENCES"] = before


def _commands(training: Training, scratch: Path) -> list[Command]:
    """The case from its beginning to its end; four decisions in five are as the guidance calls for them."""
    with closing(Store(scratch / "script.sqlite")) as store:
        runner = replace(training, store=store).begin(PACK, CASE)
        script = [one.command for one in script_of(runner, SEED)]
        assert runner.view.debrief is not None
        called_for = _called_for(runner.view.debrief)
    return list(_mostly(called_for, script))


def _called_for(debrief: DebriefView) -> dict[tuple[str, str], tuple[str, ...]]:
    return {
        (question.question, decision.subject): tuple(ruling.option for ruling in decision.called_for)
        for phase in debrief.phases
        for question in phase.questions
        for decision in question.decisions
        if decision.called_for
    }


def _mostly(
    called_for: Mapping[tuple[str, str], tuple[str, ...]], script: Sequence[Command]
) -> Iterator[Command]:
    """The answers of `script`, mostly as they are called for, and how sure the learner says they are."""
    places = {key: place for place, key in enumerate(called_for)}
    for command in script:
        if isinstance(command, Answer):
            key = command.question, command.subject
            place = places.get(key, 0)
            yield replace(command, chosen=called_for[key]) if place % 5 else command
            yield Sureness(*key, 1 + (place + place // 3) % 3)
        elif isinstance(command, Confirm):
            yield command


def _in_two(commands: list[Command]) -> tuple[list[Command], list[Command]]:
    """Up to the middle of the third step, and the rest but for the last confirmation."""
    _, second, third, *_ = (place for place, command in enumerate(commands) if command == Confirm())
    middle = (second + third) // 2
    return commands[:middle], commands[middle:-1]


def _do(runner: Runner, commands: Sequence[Command]) -> None:
    for command in commands:
        runner.do(command)


async def _taken(
    training: Training, play: Callable[[Keys], Awaitable[dict[str, str]]], size: tuple[int, int]
) -> dict[str, str]:
    app = SimulatorApp(lambda: training)
    try:
        async with app.run_test(size=size) as pilot:
            keys = Keys(pilot)
            await keys.settle()
            return await play(keys)
    finally:
        if app.desk is not None:
            app.desk.close()


async def _beginning(keys: Keys) -> dict[str, str]:
    """What a newcomer sees first, the choice of a pack, and the settings in high contrast."""
    home = svg_of(keys.app)
    await keys.press("down", "down", "enter")
    packs = svg_of(keys.app)
    await keys.press("f3", "enter", "enter")
    return {"home.svg": home, "packs.svg": packs, "settings.svg": svg_of(keys.app)}


async def _half_way(keys: Keys) -> dict[str, str]:
    """The case file with a highlight and a note, the decisions on each child, and reasons for one."""
    await keys.press("enter", "f")
    await keys.press(*["down"] * 4, "h", "down", "a")
    await keys.press(*("space" if letter == " " else letter for letter in NOTE), "ctrl+s")
    file = svg_of(keys.app)
    await _resize(keys, LARGE)
    await keys.press("n")
    case = svg_of(keys.app)
    await keys.press("w", "ctrl+t")
    await _stop_blinking(keys)
    taken = {"file.svg": file, "case.svg": case, "reasons.svg": svg_of(keys.app)}
    await keys.press("escape")
    return taken | await _projected(keys)


async def _stop_blinking(keys: Keys) -> None:
    """Have the cursor shown, whenever the picture is taken."""
    for area in keys.app.screen.query(TextArea):
        area.cursor_blink = False
    await keys.settle()


async def _later(keys: Keys) -> dict[str, str]:
    """What is due after a case, and what the record shows of each rule."""
    await keys.press("t")
    due = svg_of(keys.app)
    await keys.press("escape", "r", "2")
    return {"due.svg": due, "record.svg": svg_of(keys.app)}


async def _projected(keys: Keys) -> dict[str, str]:
    """The case file in the large layout."""
    await keys.press("f3", "down", "down", "enter", "f3")
    await _resize(keys, PROJECTED)
    await keys.press("f")
    return {"large.svg": svg_of(keys.app)}


async def _resize(keys: Keys, size: tuple[int, int]) -> None:
    await keys.pilot.resize_terminal(*size)
    await keys.settle()


async def _to_the_end(keys: Keys) -> dict[str, str]:
    """The summary in colours that are safe, a mistake explained, and a search in the guidance in the light ones."""
    await keys.press("enter", "c", "y")
    await keys.press("f3", "enter", "enter", "enter", "f3")
    await keys.press("f", "end")
    summary = svg_of(keys.app)
    await keys.press("f3", "enter", "f3", "f", *MISTAKE)
    debrief = svg_of(keys.app)
    await keys.press("f3", "enter", "f3", "g", "slash", *SOUGHT)
    return {"summary.svg": summary, "debrief.svg": debrief, "guidance.svg": svg_of(keys.app)}


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
