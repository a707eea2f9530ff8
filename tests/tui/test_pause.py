"""A pause blanks everything, and goes on at the very place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.chooser import Chooser
from simulator.tui.screens.pause import PauseScreen
from simulator.tui.screens.reasons import ReasonsScreen

if TYPE_CHECKING:
    from tests.tui.conftest import Playing

ON_SCREEN = {"Paused.", "Made up; for tests only."}


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_nothing_of_the_case_is_on_the_screen(playing: Playing, size: tuple[int, int]) -> None:
    async with playing(size=size) as player:
        await player.start()
        await player.press("ctrl+b")
        lines = [line.strip() for line in player.text().splitlines() if line.strip()]
        assert lines[0].startswith("Paused.")
        assert lines[-1] == "Made up; for tests only."
        assert len(lines) <= 3


@pytest.mark.parametrize("key", ["ctrl+b", "escape", "enter"])
async def test_it_goes_on_where_it_was(playing: Playing, key: str) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "ctrl+b")
        assert isinstance(player.app.screen, PauseScreen)
        await player.press(key)
        assert isinstance(player.app.screen, Chooser)


async def test_it_can_be_had_while_something_is_typed_and_what_was_typed_is_there(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w", "a", "b", "ctrl+b", "x", "y", "ctrl+b")
        assert isinstance(player.app.screen, ReasonsScreen)
        assert "ab" in player.squeezed("#rationale")
        assert "xy" not in player.squeezed("#rationale")


@pytest.mark.parametrize("key", ["f1", "f2", "f3", "ctrl+p", "question_mark", "c", "q", "tab"])
async def test_nothing_else_happens_in_a_pause(playing: Playing, key: str) -> None:
    async with playing() as player:
        await player.start()
        await player.press("ctrl+b", key)
        assert isinstance(player.app.screen, PauseScreen)
        await player.press("escape")
        assert isinstance(player.app.screen, CaseScreen)


async def test_a_case_can_be_left_from_a_pause(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("ctrl+b", "ctrl+l")
        assert "Your answers are kept" in player.text()
