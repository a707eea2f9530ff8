"""A terminal UI on the lost property of a library, and a player who presses its keys."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Mapping
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from simulator.store.store import Store
from simulator.tui.app import SimulatorApp
from tests.tui.lost_property import CASE, lost_property
from tests.tui.written import WrittenGuide, training_of

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot
    from textual.widget import Widget


class Player:
    """Presses keys, and waits until everything that follows has happened."""

    def __init__(self, pilot: Pilot[None]) -> None:
        self.pilot = pilot

    @property
    def app(self) -> SimulatorApp:
        app = self.pilot.app
        assert isinstance(app, SimulatorApp)
        return app

    async def settle(self) -> None:
        await self.pilot.pause()
        await settle(self.pilot)

    async def press(self, *keys: str) -> None:
        for key in keys:
            await self.pilot.press(key)
            await settle(self.pilot)

    async def click(self, widget: Widget, offset: tuple[int, int] = (0, 0)) -> None:
        await self.pilot.click(widget, offset=offset)
        await settle(self.pilot)

    async def start(self) -> None:
        """From the opening screen into a new case, on the side of the decisions."""
        await self.settle()
        await self.press("enter", "enter", "enter", "f")

    def text(self) -> str:
        """All characters on the screen."""
        return screen_text(self.app)

    def squeezed(self, selector: str) -> str:
        """The characters of one widget without white space, however they are wrapped."""
        x, y, width, height = self.app.screen.query_one(selector).region
        lines = self.text().splitlines()[y : y + height]
        return "".join("".join(line[x : x + width].split()) for line in lines)


def screen_text(app: SimulatorApp) -> str:
    """All characters on the screen, a line a row."""
    strips = app.screen._compositor.render_strips()
    return "\n".join("".join(segment.text for segment in strip) for strip in strips)


async def settle(pilot: Pilot[Any]) -> None:
    """Wait until the desk and the screens have nothing left to do.

    What the desk has looked up may make a screen ask once more.
    """
    app = pilot.app
    assert isinstance(app, SimulatorApp)
    for _ in range(1 if app.desk is None else 3):
        if app.desk is not None:
            await asyncio.wrap_future(app.desk.rest())
        await pilot.pause()


MakeApp: TypeAlias = Callable[..., SimulatorApp]
Playing: TypeAlias = Callable[..., AbstractAsyncContextManager[Player]]


@pytest.fixture(autouse=True)
def _own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """What one test prefers is no other's."""
    monkeypatch.setenv("SIMULATOR_PREFERENCES", str(tmp_path / "preferences" / "preferences.json"))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    kept = Store(tmp_path / "sessions.sqlite")
    yield kept
    kept.close()


@pytest.fixture
def make_app(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[MakeApp]:
    """Makes an app on `guide` and `case`; everything is put away at the end."""
    apps: list[SimulatorApp] = []
    monkeypatch.setattr(SimulatorApp, "draw_seed", lambda app: 7)

    def make(
        guide: WrittenGuide | None = None, case: Mapping[str, Any] = CASE, **training: Any
    ) -> SimulatorApp:
        made = training_of(guide or lost_property(), case, store, **training)
        apps.append(SimulatorApp(lambda: made))
        return apps[-1]

    yield make
    for app in apps:
        if app.desk is not None:
            app.desk.close()


@pytest.fixture
def playing(make_app: MakeApp) -> Playing:
    """Plays an app that `make_app` makes, in a terminal of the given size."""

    @asynccontextmanager
    async def play(size: tuple[int, int] = (80, 24), **app: Any) -> AsyncIterator[Player]:
        async with make_app(**app).run_test(size=size) as pilot:
            player = Player(pilot)
            for _ in range(50):
                if player.app.desk is not None:
                    break
                await pilot.pause(0.02)
            await player.settle()
            yield player

    return play
