"""A walk through every screen, that tells what each of them shows."""

from __future__ import annotations

import asyncio
from itertools import cycle
from typing import TYPE_CHECKING, Any

from textual.events import Paste

from simulator.session.commands import Answer, Confirm, Leave
from simulator.tui.app import SimulatorApp
from simulator.tui.wanting import GuidanceWanted
from tests.hostile_screens.saying import (
    book_saying,
    care_saying,
    case_saying,
    cases_saying,
    guide_saying,
    packs_saying,
)
from tests.tui.conftest import Player, screen_text
from tests.tui.lost_property import DUES
from tests.tui.written import training_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from rich.segment import Segment

    from simulator.session.training import Training
    from simulator.store.store import Store
    from tests.hostile_screens.saying import Say


def training_saying(say: Say, store: Store) -> Training:
    """A place to train at where everything says what `say` gives."""
    return training_of(
        guide_saying(say),
        case_saying(say),
        store,
        troubles=[say(), say()],
        packs=packs_saying(say),
        care=care_saying(say),
        book=lambda: book_saying(say),
        exercising=lambda name: cases_saying(say),
    )


def almost_finish(training: Training) -> None:
    """Keep a session in which only the last step is still to be confirmed."""
    runner = training.begin("written", "c0", "assessment")
    while (step := runner.view.step) is not None:
        for due in DUES[step.phase]:
            if due.step == step.step:
                runner.do(Answer(due.question, due.subject, due.called_for))
        if step.phase == "closed":
            break
        runner.do(Confirm())
    runner.do(Leave())


class Walk:
    """Goes through the screens of an app, and types what `say` gives; `seen` has what each showed, by its name."""

    def __init__(self, player: Player, say: Say) -> None:
        self.player = player
        self.say = say
        self.seen: dict[str, str] = {}
        self.acting: list[Any] = []

    async def look(self, name: str, *keys: str) -> None:
        """Press `keys`, and keep what is seen then."""
        await self.player.press(*keys)
        app = self.player.app
        assert app.is_running, name
        assert not app.failed, name
        self.seen[name] = f"{type(app.screen).__name__}\n{screen_text(app)}"
        strips = app.screen._compositor.render_strips()
        self.acting += [segment for strip in strips for segment in strip if _acts(segment)]

    async def paste(self) -> None:
        """Give a text to what has the focus, as a terminal does; there a carriage return ends a line."""
        self.player.app.post_message(Paste(self.say().replace("\r", "\x07")))
        await self.player.settle()

    async def everywhere(self) -> None:
        """Through all of it."""
        await self.home()
        await self.case()
        await self.phase_told()
        await self.left()
        await self.settled()
        await self.book()

    async def home(self) -> None:
        """What is offered, and the packs."""
        await self.look("home")
        await self.look("packs", "down", "enter")
        await self.look("the other pack", "down")
        await self.look("a new case", "enter")
        await self.look("cases", "escape", "up", "enter")

    async def case(self) -> None:
        """The file, and the decisions."""
        await self.look("file", "enter")
        await self.player.press("slash")
        await self.paste()
        await self.look("search")
        await self.player.press("escape", "h", "a")
        await self.paste()
        await self.look("note")
        await self.look("noted", "ctrl+s")
        await self.look("notes", "l")
        await self.look("decisions", "escape", "f")
        await self.look("chooser", "enter")
        await self.look("chosen", "1")
        await self.player.press("w")
        await self.paste()
        await self.look("reasons")
        await self.look("headings", "ctrl+t")
        await self.player.press("tab", "tab")
        await self.paste()
        await self.look("paragraphs")
        await self.look("reasoned", "ctrl+s")
        await self.look("several", "down", "enter", "1")
        await self.look("asked for good", "enter", "c")

    async def phase_told(self) -> None:
        """What is told after a phase, and the next one."""
        await self.look("feedback", "y")
        await self.look("explained", "f")
        await self.look("rules", "2")
        await self.look("changes", "3")
        await self.look("summary so far", "0")
        await self.look("next phase", "q")
        await self.look("next decisions", "f")

    async def left(self) -> None:
        """The case is left, skipped and taken back."""
        await self.look("left", "q")
        await self.look("discard", "home", "x")
        await self.look("skipped", "n", "enter", "ctrl+g")
        await self.look("taken back", "z")
        await self.player.press("q")

    async def settled(self) -> None:
        """What can be opened from anywhere."""
        await self.look("support", "f2")
        await self.look("help", "escape", "f1")
        await self.look("settings", "escape", "f3")
        for number in range(1, 7):
            await self.look(f"setting {number}", "down")
        await self.look("keys", "home", "down", "down", "down", "enter")
        await self.player.press("escape", "escape", "ctrl+p")
        await self.look("palette")
        await self.paste()
        await self.look("palette, typed")
        self.seen["palette, typed"] = "\n".join(self.seen["palette, typed"].split("\n")[:6])
        await self.player.press("escape")

    async def book(self) -> None:
        """The guidance, and into a case of it."""
        self.player.app.screen.post_message(GuidanceWanted(None))
        await self.player.settle()
        await self.look("contents")
        await self.look("paragraph", "enter")
        await self.look("its rules", "2")
        await self.look("its other rule", "down")
        await self.look("its cases", "3")
        await self.look("before a case", "enter")
        await self.player.press("escape", "1")
        for name in ("background", "note of the book", "tension", "silence", "advice"):
            await self.look(name, "right_square_bracket")
        await self.player.press("slash")
        await self.paste()
        await self.look("sought")
        await self.player.press("escape", "q")

    async def debrief(self) -> None:
        """The debrief of a whole case, each of its rows, and saving it."""
        await self.look("summary", "enter", "c", "y")
        await self.look("table", "f")
        for number in range(10):
            await self.look(f"row {number}", "down")
        await self.look("page 1", "1")
        await self.look("page 2", "2")
        await self.look("page 3", "3")
        for name in ("ending", "welfare", "discussed"):
            await self.look(name, "e")
        await self.player.press("s", "home", "ctrl+k", *"/none/")
        await self.paste()
        await self.look("save")
        await self.look("not saved", "enter")


def _acts(segment: Segment) -> bool:
    style = segment.style
    if segment.control:
        return True
    return style is not None and (style.link is not None or "@click" in style.meta)


async def walked(texts: Sequence[str], store: Store, size: tuple[int, int], part: str) -> Walk:
    """A walk where everything says one of `texts` after the other: through a whole `debrief`, or `everywhere` else."""
    say = cycle(texts).__next__
    training = training_saying(say, store)
    if part == "debrief":
        almost_finish(training)
    app = SimulatorApp(lambda: training)
    app.draw_seed = lambda: 7  # type: ignore[method-assign]
    try:
        async with app.run_test(size=size) as pilot:
            player = Player(pilot)
            await player.settle()
            walk = Walk(player, say)
            await getattr(walk, part)()
            return walk
    finally:
        if app.desk is not None:
            await asyncio.to_thread(app.desk.close)


def differences(of: Mapping[str, str], expected: Mapping[str, str]) -> list[str]:
    """The lines that are not as they should be, with the names of their screens."""
    found = []
    for name, screen in expected.items():
        lines = zip(of[name].split("\n"), screen.split("\n"), strict=True)
        found += [f"{name}: {is_!a} should be {should!a}" for is_, should in lines if is_ != should]
    return found
