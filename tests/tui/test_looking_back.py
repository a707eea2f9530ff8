"""The debrief of the last case that was finished is read again from the opening screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.session.fold import WIPED as NOT_KEPT
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.debrief import WIPED, DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.widgets.choices import Choices, Entry
from tests.tui.lost_property import almost_finish
from tests.tui.test_debrief import with_a_note
from tests.tui.test_parting import TO_THE_DEBRIEF, WORDS

if TYPE_CHECKING:
    import pytest

    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing

LOOK_BACK = Entry.DEBRIEF.value[1]


async def look_back(player: Player) -> None:
    """Choose it on the opening screen."""
    player.app.screen.query_one(Choices).highlighted = 0
    while LOOK_BACK not in player.text().splitlines()[_line_of_cursor(player)]:
        await player.press("down")
    await player.press("enter")


def _line_of_cursor(player: Player) -> int:
    return next(number for number, line in enumerate(player.text().splitlines()) if "►" in line)


async def test_without_a_debrief_there_is_none_to_go_back_to(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing() as player:
        assert LOOK_BACK not in player.text()


async def test_a_debrief_that_was_closed_is_read_again(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF)
        before = player.text()
        await player.press("q")
        await look_back(player)
        assert isinstance(player.app.screen, DebriefScreen)
        assert player.text() == before
        await player.press("q")
        assert isinstance(player.app.screen, HomeScreen)
        assert LOOK_BACK in player.text()


async def test_what_was_wiped_is_not_there_again_and_is_not_asked_about(
    playing: Playing, store: Store
) -> None:
    with_a_note(store)
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF, "q", "w")
        await look_back(player)
        debrief = player.app.screen
        assert isinstance(debrief, DebriefScreen)
        assert WIPED not in player.text()
        await player.press("q")
        assert isinstance(player.app.screen, HomeScreen)


async def test_of_what_was_wiped_it_is_said_that_it_was_not_kept(playing: Playing, store: Store) -> None:
    with_a_note(store)
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF, "q", "w")
        await look_back(player)
        debrief = player.app.screen
        assert isinstance(debrief, DebriefScreen)
        noted = [
            note.note
            for phase in debrief._view.phases
            for block in phase.narrative
            for note in block.annotations
        ]
        assert noted == [NOT_KEPT]


async def test_words_that_were_kept_are_there_again_and_stay_kept(playing: Playing, store: Store) -> None:
    name = with_a_note(store)
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF, "k", "q")
        await look_back(player)
        debrief = player.app.screen
        assert isinstance(debrief, DebriefScreen)
        assert debrief.has_words
        assert WIPED not in player.text()
        await player.press("q")
        assert isinstance(player.app.screen, HomeScreen)
    assert WORDS in str(store.load(name))


async def test_it_adds_nothing_to_what_is_kept(playing: Playing, store: Store) -> None:
    almost_finish(store)
    [draft] = store.unfinished()
    name = draft.session
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF, "q")
        kept = store.load(name)
        await look_back(player)
        await player.press("q")
        assert store.load(name) == kept


async def test_it_is_there_after_another_case_was_begun_and_in_another_run(
    playing: Playing, store: Store
) -> None:
    almost_finish(store)
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF)
        before = player.text()
        await player.press("q", "home", "enter", "enter", "enter")
        assert isinstance(player.app.screen, CaseScreen)
        await player.press("q")
        assert LOOK_BACK in player.text()
    async with playing() as player:
        await look_back(player)
        assert player.text() == before


async def test_where_it_cannot_be_read_a_sentence_says_so(
    playing: Playing, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    almost_finish(store)
    async with playing() as player:
        await player.press(*TO_THE_DEBRIEF, "q")
        monkeypatch.setattr(store, "load", lambda session: [])
        await look_back(player)
        assert isinstance(player.app.screen, HomeScreen)
        assert "!" in player.text()
