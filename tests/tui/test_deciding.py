"""The side of the decisions: where the cursor is, what n does, and what is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.tui.widgets.case_file import CaseFile
from simulator.tui.widgets.decision_table import DecisionTable
from simulator.tui.widgets.decisions import Decisions
from tests.tui.lost_property import lost_property
from tests.tui.test_playing import FIND, FOUND, SEARCHED, start_assessment

if TYPE_CHECKING:
    from tests.tui.conftest import Player, Playing


def at(player: Player) -> tuple[str, str] | None:
    """The decision under the cursor."""
    cell = player.app.screen.query_one(Decisions).cell
    return cell.key if cell else None


async def test_n_stays_at_an_open_decision_that_one_has_come_to_and_says_so(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("down", "n")
        assert at(player) == ("look", "case")
        assert "2 still open. You are at one of them." in player.text()
        await player.press("n")
        assert at(player) == ("log", "case")


async def test_n_goes_on_from_an_open_decision_that_was_looked_at(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("down", "enter", "escape", "n")
        assert at(player) == ("log", "case")


async def test_n_from_the_file_goes_to_the_first_open_decision(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FIND, "enter", "2", "down", "down", "down", "f", "n")
        assert at(player) == ("searched", "P2")
        await player.press("q", "enter", "f", "n")
        assert at(player) == ("searched", "P2")


async def test_a_case_that_was_left_amid_decisions_goes_on_at_the_first_open_one(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FIND, "enter", "2", "q", "enter")
        assert player.app.screen.query_one(Decisions).has_focus_within
        assert at(player) == ("searched", "P2")


async def test_a_case_that_was_left_before_any_decision_of_a_part_goes_on_with_its_text(
    playing: Playing,
) -> None:
    async with playing() as player:
        await player.start()
        await player.press(*FIND, "q", "enter")
        assert player.app.screen.query_one(CaseFile).has_focus_within


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_a_new_step_starts_at_its_first_decision(playing: Playing, size: tuple[int, int]) -> None:
    async with playing(size=size) as player:
        await start_assessment(player)
        await player.press(*FOUND, "f")
        assert at(player) == ("searched", "P1")
        await player.press(*SEARCHED)
        assert at(player) == ("keep", "U")
        tables = [table for table in player.app.screen.query(DecisionTable) if table.display]
        assert tables[0].has_focus


async def test_no_row_is_cut_in_half_at_the_bottom(playing: Playing) -> None:
    guide = lost_property()
    guide.words = {
        **guide.words,
        **{f"P{each}": f"A shelf with a long name {each}" * 2 for each in range(1, 8)},
    }
    async with playing(guide=guide) as player:
        await player.start()
        await player.press(*FIND)
        holder = player.app.screen.query_one("#tables")
        table = player.app.screen.query_one(DecisionTable)
        assert table.ordered_rows[0].height == 2
        for _ in range(7):
            bottom = holder.scroll_offset.y + holder.scrollable_content_region.height
            assert not table.is_cut_at(bottom - table.virtual_region.y)
            await player.press("down")


async def test_what_was_said_is_gone_with_the_next_key(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("enter", "1")
        assert "Saved." in player.text()
        await player.press("down")
        assert "Saved." not in player.text()


async def test_the_keys_at_the_foot_fit_into_80_columns(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        keys = " ".join(player.text().splitlines()[-1].split())
        assert keys == "f File/decisions n Next open c Confirm q Leave w Why u Undo g Guidance F1 Help"


async def test_a_sentence_names_the_key_that_is_bound(playing: Playing) -> None:
    async with playing() as player:
        player.app.prefer(replace(player.app.preferences, keys={"case.undo": "b"}))
        await player.start()
        await player.press("enter", "1", "delete")
        assert "Withdrawn. b brings it back." in player.text()
