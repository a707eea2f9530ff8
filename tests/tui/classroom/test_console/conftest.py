"""A facilitator at a console of a fake class."""

from __future__ import annotations

from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import pytest

from simulator.tui.classroom.console.app import ConsoleApp
from tests.tui.classroom.test_console.fake_class import FakeClass

if TYPE_CHECKING:
    from collections.abc import AsyncIterator, Callable
    from contextlib import AbstractAsyncContextManager

    from textual.pilot import Pilot
    from textual.screen import Screen

NOON = 43200.0


class Facilitator:
    """Presses keys, and waits until the class has answered and all of it is shown."""

    def __init__(self, pilot: Pilot[None], line: FakeClass) -> None:
        self.pilot = pilot
        self.line = line

    @property
    def app(self) -> ConsoleApp:
        app = self.pilot.app
        assert isinstance(app, ConsoleApp)
        return app

    @property
    def screen(self) -> Screen[object]:
        return self.app.screen

    async def settle(self) -> None:
        await settle(self.pilot, self.line)

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await self.settle()

    def text(self) -> str:
        """All characters on the screen."""
        strips = self.app.screen._compositor.render_strips()
        return "\n".join("".join(segment.text for segment in strip) for strip in strips)

    def words(self, selector: str = "Screen") -> str:
        """Those of a part of it, without breaks of lines."""
        x, y, width, height = (
            self.screen.query_one(selector).region if selector != "Screen" else self.screen.region
        )
        lines = self.text().splitlines()[y : y + height]
        return " ".join(" ".join(line[x : x + width] for line in lines).split())


async def settle(pilot: Pilot[None], line: FakeClass) -> None:
    """Wait until nothing is under way any more; what is heard may make the console ask once more."""
    for _ in range(3):
        await pilot.pause()
        await line.all_heard()
    await pilot.pause()


@pytest.fixture
def hands() -> list[float]:
    """What the clock says, in seconds."""
    return [NOON]


@pytest.fixture
def conducting(hands: list[float]) -> Callable[..., AbstractAsyncContextManager[Facilitator]]:
    """A console of a class, in a terminal of the given size."""

    @asynccontextmanager
    async def conduct(
        line: FakeClass | None = None, size: tuple[int, int] = (80, 24)
    ) -> AsyncIterator[Facilitator]:
        line = line or FakeClass()
        async with ConsoleApp(line, clock=lambda: hands[0]).run_test(size=size) as pilot:
            facilitator = Facilitator(pilot, line)
            await facilitator.settle()
            yield facilitator

    return conduct
