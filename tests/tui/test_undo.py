"""Undoing and doing again, until a phase is confirmed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.tui.test_playing import FIND, FOUND, SEARCHED

if TYPE_CHECKING:
    from tests.tui.conftest import Player, Playing


def is_enabled(player: Player, key: str) -> bool:
    return player.app.screen.active_bindings[key].enabled


async def test_undo_and_redo_are_grey_where_there_is_nothing(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        assert not is_enabled(player, "u")
        assert not is_enabled(player, "r")
        await player.press("enter", "1")
        assert is_enabled(player, "u")
        assert not is_enabled(player, "r")
        await player.press("u")
        assert not is_enabled(player, "u")
        assert is_enabled(player, "r")


async def test_undo_says_what_it_took_back_and_redo_what_it_did_again(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "1", "u")
        assert "Undone: the answer on “The log” (The case)." in player.text()
        assert "0 of 2 answered" in player.text()
        await player.press("r")
        assert "Done again: the answer on “The log” (The case)." in player.text()
        assert "1 of 2 answered" in player.text()


async def test_each_undo_that_is_asked_for_at_once_says_its_own(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "1", "down", "enter", "1", "enter", "u", "u")
        assert "Undone: the answer on “The log” (The case)." in player.text()


async def test_a_highlight_is_undone(playing: Playing) -> None:
    async with playing() as player:
        await player.press("enter", "enter", "enter", "h", "u")
        assert "Undone: a highlight in the case file." in player.text()
        assert "■" not in player.text()


async def test_a_step_within_a_phase_is_confirmed_at_once_and_can_be_undone(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FIND, *SEARCHED)
        assert "Confirmed. u takes it back until the phase is confirmed." in player.text()
        assert "What is kept (2 of 2)" in player.text()
        await player.press("u")
        assert "Undone: confirming “What was searched”." in player.text()
        assert "What was searched (1 of 2)  7 of 7 answered" in player.text()


async def test_a_phase_is_confirmed_only_after_a_yes_and_then_nothing_can_be_undone(
    playing: Playing,
) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FOUND[:-1])
        assert "nothing of it can be undone" in " ".join(player.text().replace("│", " ").split())
        await player.press("y", "q")
        assert not is_enabled(player, "u")
        assert "Confirmed for good." in player.text()
