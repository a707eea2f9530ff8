"""The line of keys names what matters on the screen, and of a dialog only its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.tui.lost_property import almost_finish

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing


async def keys_of(player: Player) -> str:
    """The last line; it comes once everything else is there."""
    await player.settle()
    return player.text().splitlines()[-1].strip()


async def test_the_opening_screen_names_help_support_pause_and_search(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing() as player:
        assert await keys_of(player) == "x Discard  q Quit  F1 Help  F2 Support  Ctrl+B Pause  Ctrl+P Find"


async def test_the_keys_of_the_opening_screen_fit_with_a_case_to_bring_back(
    playing: Playing, store: Store
) -> None:
    almost_finish(store)
    async with playing() as player:
        await player.press("down", "enter", "enter", "enter", "ctrl+g", "home")
        assert "z Bring back" in await keys_of(player)
        assert "Ctrl+P Find" in await keys_of(player)


async def test_the_keys_at_the_foot_of_the_opening_screen_are_the_persons_own(playing: Playing) -> None:
    from simulator.preferences.keeping import keep_preferences
    from simulator.preferences.preferences import Preferences

    keep_preferences(Preferences(keys={"app.pause": "f12"}))
    async with playing() as player:
        assert "F12 Pause" in await keys_of(player)


async def test_the_guidance_names_enter(playing: Playing) -> None:
    async with playing() as player:
        await player.press("down", "down", "enter")
        assert "Enter Read" in await keys_of(player)


@pytest.mark.parametrize(
    ("keys", "own"),
    [(("enter", "enter"), "Esc Back"), (("down", "enter", "enter", "enter", "q", "x"), "y Yes  n No")],
    ids=["seed", "question"],
)
async def test_a_dialog_names_its_own_keys_only(playing: Playing, keys: tuple[str, ...], own: str) -> None:
    async with playing() as player:
        await player.press(*keys)
        assert await keys_of(player) == own
