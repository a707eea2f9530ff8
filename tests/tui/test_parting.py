"""Leaving the debrief: with own words it is asked once what becomes of them, and nothing else is asked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.store.faults import StoreFault
from simulator.tui.screens.debrief import KEPT, DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.own_words import OwnWords
from tests.tui.lost_property import almost_finish
from tests.tui.test_debrief import with_a_note

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Playing

TO_THE_DEBRIEF = ("enter", "c", "y")
WORDS = "Because it rains."


@pytest.mark.parametrize(
    ("answer", "kept"),
    [(("k",), True), (("enter",), True), (("w",), False), (("right", "enter"), False)],
    ids=["k", "Keep", "w", "Wipe"],
)
async def test_who_leaves_with_own_words_says_whether_they_are_kept(
    playing: Playing, store: Store, answer: tuple[str, ...], kept: bool
) -> None:
    name = with_a_note(store)
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF, "q")
        assert isinstance(player.app.screen, OwnWords)
        await player.press(*answer)
        assert isinstance(player.app.screen, HomeScreen)
    assert (WORDS in str(store.load(name))) is kept


async def test_escape_stays_in_the_debrief_and_wipes_nothing(playing: Playing, store: Store) -> None:
    name = with_a_note(store)
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF, "q", "escape")
        assert isinstance(player.app.screen, DebriefScreen)
        await player.press("k")
        assert KEPT in player.text()
    assert WORDS in str(store.load(name))


async def test_without_own_words_nothing_is_asked(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF, "q")
        assert isinstance(player.app.screen, HomeScreen)


@pytest.mark.parametrize("before", [(), ("q",)], ids=["debrief", "question"])
async def test_leaving_at_once_asks_nothing_and_wipes(
    playing: Playing, store: Store, before: tuple[str, ...]
) -> None:
    name = with_a_note(store)
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF, *before, "ctrl+l")
        assert player.app.screen_stack == [player.app.screen]
        assert isinstance(player.app.screen, HomeScreen)
    assert WORDS not in str(store.load(name))


async def test_words_that_cannot_be_kept_are_not_left_behind(
    playing: Playing, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise StoreFault("The disk is full.")

    name = with_a_note(store)
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF, "q")
        with monkeypatch.context() as broken:
            broken.setattr(store, "keep_words", full)
            await player.press("k")
        assert isinstance(player.app.screen, DebriefScreen)
        assert "! The disk is full." in player.text()
        await player.press("k")
        assert isinstance(player.app.screen, DebriefScreen)
    assert WORDS in str(store.load(name))


async def test_the_line_of_keys_offers_to_keep_words_while_there_are_any_that_are_not(
    playing: Playing, store: Store
) -> None:
    with_a_note(store)
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF)
        last = player.text().splitlines()[-1]
        assert "k Keep" in last
        assert "e After" in last
        assert "q Home" in last
        await player.press("k")
        await player.settle()
        assert "k Keep" not in player.text().splitlines()[-1]
