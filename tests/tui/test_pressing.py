"""Keys in quick succession do what the same keys do one after the other, in their order."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest
from textual.events import Key
from textual.widgets import DataTable

from tests.tui.conftest import Player

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import MakeApp, Playing

KEYS = ("down", "up", "left", "right", "n", "f", "slash", "a", "2", "w", "tab", "delete", "u")
HASTY, SLOW = True, False


async def pressed(make_app: MakeApp, keys: list[str], *, at_once: bool) -> str:
    """The screen after the case was opened and `keys` were pressed."""
    async with make_app().run_test(size=(80, 24)) as pilot:
        player = Player(pilot)
        await player.start()
        if at_once:
            for key in keys:
                player.app.post_message(Key(key, key if len(key) == 1 else None))
            await player.settle()
        else:
            await player.press(*keys)
        await player.settle()
        return player.text()


@pytest.mark.parametrize("seed", range(12))
async def test_keys_in_quick_succession_do_what_they_do_one_by_one(make_app: MakeApp, seed: int) -> None:
    chance = Random(seed)
    keys = [chance.choice(KEYS[:6]) for _ in range(12)]
    assert await pressed(make_app, keys, at_once=HASTY) == await pressed(make_app, keys, at_once=SLOW)


async def test_a_key_for_a_table_waits_for_the_one_before_it(playing: Playing, store: Store) -> None:
    """`f` is on its way from the file when `down` comes, and brings the table that `down` is for."""
    async with playing() as player:
        await player.start()
        await player.press("f")
        for key in ("f", "down", "f", "f"):
            player.app.post_message(Key(key, None))
        await player.settle()
        table = player.app.focused
        assert isinstance(table, DataTable)
        assert table.cursor_row == 1


async def test_a_key_puts_a_tooltip_away(make_app: MakeApp) -> None:
    async with make_app().run_test(size=(80, 24), tooltips=True) as pilot:
        player = Player(pilot)
        await player.start()
        await pilot.hover("Footer")
        await pilot.pause(0.6)
        tooltip = player.app.screen.get_child_by_id("textual-tooltip")
        assert tooltip.display
        await player.press("down")
        assert not tooltip.display
