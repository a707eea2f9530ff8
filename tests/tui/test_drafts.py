"""What was typed and not kept is there again when the same box is opened."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.widgets import TextArea

from simulator.tui.boxes import NOT_KEPT
from simulator.tui.screens.note import NoteScreen
from simulator.tui.screens.reasons import ReasonsScreen
from tests.tui.test_playing import kinds

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing


def typed(player: Player) -> str:
    return player.app.screen.query_one(TextArea).text


async def test_reasons_that_were_not_kept_are_there_again_and_nothing_is_saved(
    playing: Playing, store: Store
) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w", "s", "o", "tab", "down", "space", "tab", "tab", "space", "escape")
        assert NOT_KEPT in player.text()
        assert not {"rationale_given", "citations_given", "sureness_given"} & set(kinds(store))
        await player.press("w")
        assert isinstance(player.app.screen, ReasonsScreen)
        assert typed(player) == "so"
        assert "Relied on: LP1" in player.text()
        assert "As you left it, not kept yet." in player.text()
        await player.press("ctrl+s")
        assert kinds(store)[-3:] == ["rationale_given", "citations_given", "sureness_given"]


async def test_reasons_that_were_not_kept_are_those_of_one_decision(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w", "s", "o", "escape", "down", "w")
        assert typed(player) == ""


async def test_going_back_from_reasons_as_they_are_saved_leaves_nothing(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w", "s", "o", "ctrl+s", "w", "escape")
        assert NOT_KEPT not in player.text()
        await player.press("w")
        assert "As you left it" not in player.text()


async def test_a_note_that_was_not_kept_is_there_again(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await player.press("enter", "enter", "enter", "a", "x", "escape")
        assert NOT_KEPT in player.text()
        assert "annotated" not in kinds(store)
        await player.press("a")
        assert isinstance(player.app.screen, NoteScreen)
        assert typed(player) == "x"
        await player.press("ctrl+s", "a")
        assert typed(player) == "x"
        assert "As you left it" not in player.text()
