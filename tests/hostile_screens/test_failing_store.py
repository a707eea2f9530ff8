"""A store that fails is said in a line, the case goes on, and what was acknowledged is there after a restart."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.store.store import Store
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import HomeScreen
from tests.hostile_screens.failing import damaged, full, gone, locked, read_only
from tests.tui.lost_property import almost_finish

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from tests.tui.conftest import Player, Playing

FAULTS: dict[str, tuple[Callable[[Store], AbstractContextManager[None]], str]] = {
    "full": (full, "The disk is full"),
    "read-only": (read_only, "cannot be written"),
    "locked": (locked, "Another program is writing"),
    "damaged": (damaged, "is damaged"),
    "gone": (gone, "cannot be opened"),
}


async def begin(player: Player) -> None:
    """Into a new case, on the side of the decisions."""
    await player.press("home", *["down"] * await down_to(player, "Assess"), "enter", "enter", "enter", "f")
    assert isinstance(player.app.screen, CaseScreen)


async def down_to(player: Player, entry: str) -> int:
    """How often to press down on the opening screen until the cursor is on an entry."""
    entries = [
        line[4:].split()[0]
        for line in player.text().split("\n")
        if line[:4] in ("    ", "  ► ") and line[4:5].isalpha()
    ]
    known = [each for each in entries if each in ("Go", "First", "Practise", "Assess", "Guidance")]
    return known.index(entry)


def answers(store: Store) -> Sequence[Any]:
    """What is kept of the one session, in order."""
    [draft] = store.unfinished()
    return [one["data"]["chosen"] for one in store.load(draft.session) if one["kind"].startswith("answer")]


def told(player: Player) -> str:
    """The screen in one line."""
    return " ".join(player.text().split())


@pytest.mark.parametrize("name", FAULTS)
async def test_an_answer_that_cannot_be_kept_is_not_acknowledged_and_the_case_goes_on(
    playing: Playing, store: Store, name: str
) -> None:
    fault, sentence = FAULTS[name]
    async with playing() as player:
        await begin(player)
        await player.press("enter", "1")
        assert "Saved." in player.text()
        with fault(store):
            await player.press("enter", "2")
            assert "! " in player.text()
            assert sentence in told(player)
            assert "Saved." not in player.text()
            assert isinstance(player.app.screen, CaseScreen)
            assert "1 of 2 answered" in player.text()
        await player.press("enter", "2")
        assert "Saved." in player.text()
    again = Store(store.place)
    assert answers(again) == [["now"], ["later"]]
    again.close()


@pytest.mark.parametrize(
    ("key", "name"), [*(("q", name) for name in FAULTS), ("ctrl+l", "full"), ("ctrl+g", "locked")]
)
async def test_one_can_leave_and_skip_whatever_the_store_does(
    playing: Playing, store: Store, key: str, name: str
) -> None:
    fault, sentence = FAULTS[name]
    async with playing() as player:
        await begin(player)
        await player.press("enter", "1")
        with fault(store):
            await player.press(key)
            assert isinstance(player.app.screen, HomeScreen)
            assert sentence in told(player)
        await player.press("enter")
        assert player.app.is_running
    assert answers(store) == [["now"]]


@pytest.mark.parametrize("name", FAULTS)
async def test_a_case_that_cannot_be_begun_leaves_the_opening_screen(
    playing: Playing, store: Store, name: str
) -> None:
    fault, sentence = FAULTS[name]
    async with playing() as player:
        with fault(store):
            await player.press("home", "enter", "enter", "enter")
            assert isinstance(player.app.screen, HomeScreen)
            assert sentence in told(player)
        await begin(player)


@pytest.mark.parametrize("name", FAULTS)
async def test_the_last_yes_that_cannot_be_kept_can_be_said_again(
    playing: Playing, store: Store, name: str
) -> None:
    fault, sentence = FAULTS[name]
    almost_finish(store)
    async with playing() as player:
        await player.press("enter")
        with fault(store):
            await player.press("c", "y")
            assert isinstance(player.app.screen, CaseScreen)
            assert sentence in told(player)
        await player.press("c", "y")
        assert isinstance(player.app.screen, DebriefScreen)
    assert not store.unfinished()


@pytest.mark.parametrize("name", [name for name in FAULTS if name != "full"])
async def test_a_debrief_is_closed_whatever_the_store_does(playing: Playing, store: Store, name: str) -> None:
    fault, sentence = FAULTS[name]
    almost_finish(store)
    async with playing() as player:
        await player.press("enter", "c", "y")
        with fault(store):
            await player.press("q")
            assert isinstance(player.app.screen, HomeScreen)
            assert sentence in told(player)
        await begin(player)
