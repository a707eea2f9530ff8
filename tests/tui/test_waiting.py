"""An answer that cannot be saved for now: the learner is told, and it is tried again until it is saved or given up."""

from __future__ import annotations

from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from simulator.store.soon import SOON
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.trying import AGAIN
from tests.hostile_screens.test_failing_store import answers, told
from tests.tui.lost_property import almost_finish
from tests.waiting import Later, full

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    return Later(monkeypatch)


async def wait_again(player: Player, later: Later) -> None:
    """Until the next try, and what comes of it."""
    later.passes(AGAIN)
    await player.settle()


async def test_an_answer_waits_for_a_full_disk_to_be_freed_and_is_saved_by_itself(
    playing: Playing, store: Store, later: Later
) -> None:
    async with playing() as player:
        await player.start()
        with full(store):
            await player.press("enter", "1")
            assert "! Your answer is not saved yet, and tried again until then; q leaves" in told(player)
            assert "The disk is full" in told(player)
            await wait_again(player, later)
            assert "not saved yet" in told(player)
            await player.press("f1")
            assert isinstance(player.app.screen, HelpScreen)
            await player.press("f1", "f", "f", "down", "enter", "1", "enter")
            assert "! 2 answers are not saved yet" in told(player)
            assert "0 of 2 answered" in player.text()
        await wait_again(player, later)
        assert "Saved." in player.text()
        assert "2 of 2 answered" in player.text()
    assert answers(store) == [["now"], ["desk"]]


async def test_the_same_answer_given_again_is_one_and_the_next_message_is_of_what_was_done(
    playing: Playing, store: Store, later: Later
) -> None:
    async with playing() as player:
        await player.start()
        with full(store):
            await player.press("enter", "1", "enter", "1")
        assert later.waiting
        await player.press("enter", "1")
        assert "Saved." in player.text()
        await player.press("u")
        assert "Undone: " in player.text()
    assert answers(store) == [["now"]]


async def test_the_last_yes_that_waits_leads_to_the_debrief_by_itself(
    playing: Playing, store: Store, later: Later
) -> None:
    almost_finish(store)
    async with playing() as player:
        await player.press("enter")
        with full(store):
            await player.press("c", "y")
            assert isinstance(player.app.screen, CaseScreen)
        await wait_again(player, later)
        assert isinstance(player.app.screen, DebriefScreen)


async def test_a_yes_that_is_said_again_while_it_waits_is_one(
    playing: Playing, store: Store, later: Later
) -> None:
    almost_finish(store)
    async with playing() as player:
        await player.press("enter")
        with full(store):
            await player.press("c", "y", "c", "y")
        await wait_again(player, later)
        assert isinstance(player.app.screen, DebriefScreen)
        assert "! " not in player.text()


@pytest.mark.parametrize("key", ["q", "ctrl+l"])
async def test_one_leaves_without_an_answer_that_waits_and_is_told_so(
    playing: Playing, store: Store, later: Later, key: str
) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "1")
        with full(store):
            await player.press("enter", "2", key)
            assert isinstance(player.app.screen, HomeScreen)
            assert "! Your last answer is not saved. Every answer before is kept." in told(player)
        assert not later.waiting
        await player.press("enter")
        assert isinstance(player.app.screen, CaseScreen)
    assert answers(store) == [["now"]]


async def test_who_ends_the_program_while_an_answer_waits_is_told_that_it_is_not_saved(
    playing: Playing, store: Store, later: Later
) -> None:
    async with playing() as player:
        await player.start()
        assert player.app._afterwards() == "Your answers are kept: start it again to go on."
        with full(store):
            await player.press("enter", "1")
            player.app._end_in_order(143)
        assert "Your last answer is not saved." in str(player.app._exit_renderables)
    assert player.app.return_code == 143
    assert later.waiting
    assert answers(store) == []


async def test_what_takes_long_is_told_before_it_is_known_why(
    playing: Playing, store: Store, later: Later, monkeypatch: pytest.MonkeyPatch
) -> None:
    begun, go_on, append = Event(), Event(), type(store).append

    def slowly(self: Store, *said: Any) -> None:
        begun.set()
        assert go_on.wait(60)
        append(self, *said)

    async with playing() as player:
        await player.start()
        monkeypatch.setattr(type(store), "append", slowly)
        await player.pilot.press("enter", "1")
        assert begun.wait(60)
        later.passes(SOON)
        await player.pilot.pause()
        assert "not saved yet" in told(player)
        assert "Your record has not answered yet." in told(player)
        go_on.set()
        await player.settle()
        assert "Saved." in player.text()
    assert answers(store) == [["now"]]
