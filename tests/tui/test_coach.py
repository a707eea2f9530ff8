"""Somebody who plays for the first time is told the one next thing to do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.binding import Binding

from simulator.tui.screens.case import CaseScreen
from simulator.tui.telling.with_keys import BINDING_ID
from simulator.tui.widgets.coach import (
    A_REASON,
    ALWAYS,
    NEXT,
    OPEN_ONE,
    PHASE_MADE,
    READ,
    READ_ON,
    STEP_MADE,
    Coach,
)
from tests.tui.lost_property import CASE, lost_property
from tests.tui.test_playing import SEARCHED
from tests.tui.written import training_of

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing

ROOM = 75
"""Cells for a hint beside its sign, in 80 columns."""
KEYS = {each.id: each.key for each in CaseScreen.BINDINGS if isinstance(each, Binding)}


def told(hint: str) -> str:
    """`hint` as it is shown where no key was changed."""
    return BINDING_ID.sub(lambda found: KEYS[found[1]], hint)


async def begin_coached(player: Player, store: Store) -> None:
    """A first case, whatever way led to it."""
    view = training_of(lost_property(), CASE, store).begin("little", 7).view
    await player.app.push_screen(CaseScreen(view, coached=True))
    await player.settle()


async def put_hints_on(player: Player) -> None:
    await player.press("enter", "enter", "enter", "x")


@pytest.mark.parametrize(
    "hint", [READ, READ_ON, OPEN_ONE, NEXT, STEP_MADE, *PHASE_MADE.values(), ALWAYS, A_REASON]
)
def test_a_hint_is_one_line_of_80_columns(hint: str) -> None:
    assert len(told(hint)) <= ROOM


async def test_the_first_case_tells_to_read_and_how_to_leave(playing: Playing, store: Store) -> None:
    async with playing() as player:
        await begin_coached(player, store)
        assert told(READ) in player.text()
        assert told(ALWAYS) in player.text()


async def test_other_cases_give_no_hints(playing: Playing) -> None:
    async with playing() as player:
        await player.press("enter", "enter", "enter")
        assert told(READ) not in player.text()
        assert not player.app.screen.query_one(Coach).display


async def test_the_hints_follow_what_the_learner_does(playing: Playing) -> None:
    async with playing() as player:
        await put_hints_on(player)
        assert told(READ) in player.text()
        await player.press("f")
        assert told(OPEN_ONE) in player.text()
        await player.press("enter", "1")
        assert told(NEXT) in player.text()
        assert told(A_REASON) in player.text()
        await player.press("down", "enter", "1", "enter")
        assert told(PHASE_MADE["practice"]) in player.text()
        await player.press("c", "y", "q")
        assert told(READ_ON) in player.text()
        await player.press("f", *SEARCHED[:-1])
        assert told(STEP_MADE) in player.text()


async def test_in_an_assessment_no_hint_promises_feedback(playing: Playing) -> None:
    async with playing() as player:
        await player.press("down", "enter", "enter", "enter", "x", "f")
        await player.press("enter", "1", "down", "enter", "1", "enter")
        assert told(PHASE_MADE["assessment"]) in player.text()


async def test_a_key_puts_the_hints_away_and_brings_them_back(playing: Playing) -> None:
    async with playing() as player:
        await put_hints_on(player)
        await player.press("x")
        assert told(READ) not in player.text()
        await player.press("x")
        assert told(READ) in player.text()
