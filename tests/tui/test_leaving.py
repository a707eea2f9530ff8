"""Leaving and skipping: one key from anywhere, without a question, and nothing recorded of what was skipped."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.packs import PackChoice
from simulator.tui.screens.too_small import TooSmall

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Playing

WAYS_IN: dict[str, tuple[str, ...]] = {
    "the case": (),
    "the options": ("enter",),
    "own words": ("w", "a", "b"),
    "a question": ("enter", "1", "down", "enter", "1", "enter", "c"),
    "help": ("f1",),
    "help over own words": ("w", "f1"),
    "the palette": ("ctrl+p",),
    "settings": ("f3",),
    "support": ("f2",),
}


@pytest.mark.parametrize("where", WAYS_IN)
async def test_a_case_is_left_from_anywhere_by_one_key_and_kept(
    playing: Playing, store: Store, where: str
) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*WAYS_IN[where], "ctrl+l")
        assert player.app.screen_stack == [player.app.screen]
        assert isinstance(player.app.screen, HomeScreen)
        assert "Your answers are kept" in player.text()
        assert len(store.unfinished()) == 1


@pytest.mark.parametrize("where", WAYS_IN)
async def test_a_case_is_skipped_from_anywhere_by_one_key_and_not_recorded(
    playing: Playing, store: Store, where: str
) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*WAYS_IN[where], "ctrl+g")
        assert player.app.screen_stack == [player.app.screen]
        assert "Skipped. Nothing of it is recorded. z brings it back." in player.text()
        assert "Go on" not in player.text()
        assert not store.unfinished()


async def test_words_being_written_are_kept_when_the_case_is_left(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w", "s", "o", "ctrl+l", "enter", "f", "w")
        assert "so" in player.squeezed("#rationale")


async def test_a_skipped_case_is_brought_back_with_its_answers(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "1", "ctrl+g", "z")
        assert isinstance(player.app.screen, CaseScreen)
        assert "1 of 2 answered" in player.text()
        assert len(store.unfinished()) == 1


async def test_without_a_skipped_case_there_is_nothing_to_bring_back(playing: Playing) -> None:
    async with playing() as player:
        await player.press("z")
        assert isinstance(player.app.screen, HomeScreen)
        assert "Bring back" not in player.text()


async def test_another_case_wipes_the_skipped_one(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.press("ctrl+g")
        await player.press("enter", "enter", "enter")
        assert isinstance(player.app.screen, CaseScreen)
        await player.press("q", "z")
        assert isinstance(player.app.screen, HomeScreen)
        assert len(store.unfinished()) == 1


async def test_quitting_wipes_the_skipped_case(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        [draft] = store.unfinished()
        await player.press("ctrl+g")
        await player.press("q")
    assert player.app.desk is not None
    player.app.desk.close()
    with pytest.raises(Exception, match=draft.session):
        store.load(draft.session)


async def test_from_the_choice_of_a_pack_it_leads_to_the_opening_screen(playing: Playing) -> None:
    async with playing() as player:
        await player.press("enter")
        assert isinstance(player.app.screen, PackChoice)
        await player.press("ctrl+l")
        assert isinstance(player.app.screen, HomeScreen)


async def test_without_a_case_there_is_none_to_skip(playing: Playing) -> None:
    async with playing() as player:
        await player.press("enter", "ctrl+g")
        assert isinstance(player.app.screen, PackChoice)


async def test_a_case_can_be_left_where_there_is_no_room_for_it(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.start()
        await player.pilot.resize_terminal(60, 15)
        await player.settle()
        await player.press("ctrl+l")
        assert isinstance(player.app.screen, TooSmall)
        await player.pilot.resize_terminal(80, 24)
        await player.settle()
        assert isinstance(player.app.screen, HomeScreen)
        assert len(store.unfinished()) == 1
