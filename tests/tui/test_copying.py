"""A backup after each session, beside what is shown: it holds nobody up, and one that fails is told of."""

from __future__ import annotations

from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from simulator.store.faults import StoreFault
from simulator.tui.copying import Copying
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.home import HomeScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from textual.message import Message

    from tests.tui.conftest import Player, Playing

PATIENCE = 20.0


async def seen(player: Player, kind: type[object]) -> bool:
    """Whether such a screen comes up, without waiting for what the desk has done."""
    for _ in range(400):
        if isinstance(player.app.screen, kind):
            return True
        await player.pilot.pause(0.01)
    return False


async def test_what_there_is_to_do_is_told_while_a_backup_is_made(playing: Playing) -> None:
    begun, goes_on = Event(), Event()

    def slow() -> None:
        begun.set()
        assert goes_on.wait(PATIENCE)

    async with playing(back_up=slow) as player:
        try:
            await player.start()
            await player.pilot.press("ctrl+l")
            assert await seen(player, HomeScreen)
            assert begun.wait(PATIENCE)
            await player.pilot.press("enter")
            assert await seen(player, CaseScreen)
        finally:
            goes_on.set()


async def test_a_backup_that_fails_is_told_of_on_the_opening_screen(playing: Playing) -> None:
    def full() -> None:
        raise StoreFault("No backup was made: the disk is full.")

    async with playing(back_up=full) as player:
        await player.start()
        await player.press("ctrl+l")
        assert "No backup was made: the disk is full." in player.text()


def test_what_was_asked_for_is_made_one_after_the_other_before_the_end() -> None:
    said: list[Message] = []
    done: list[int] = []
    copying = Copying(said.append)
    for each in backups(done):
        copying.make(each)
    copying.close()
    assert done == [0, 1, 2]
    copying.make(next(backups(done)))
    assert done == [0, 1, 2]
    assert said == []


def backups(done: list[int]) -> Iterator[Callable[[], None]]:
    for number in range(3):
        yield partial(done.append, number)
