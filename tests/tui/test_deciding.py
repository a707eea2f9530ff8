"""The side of the decisions: where the cursor is, what n does, and what is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.tui.screens.case import CaseScreen
from simulator.tui.widgets.case_file import CaseFile
from simulator.tui.widgets.decision_table import DecisionTable
from simulator.tui.widgets.decisions import Decisions
from tests.tui.lost_property import lost_property
from tests.tui.test_playing import FIND, FOUND, SEARCHED, start_assessment

if TYPE_CHECKING:
    from simulator.session.view import StepView
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


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_one_table_alone_shows_a_cursor(playing: Playing, size: tuple[int, int]) -> None:
    async with playing(size=size) as player:
        await player.start()
        await player.app.screen.query_one(Decisions).show(of_two_tables(player))
        await player.settle()
        tables = [table for table in player.app.screen.query(DecisionTable) if table.display]
        first, second = tables
        for key, shows, does_not in (("n", first, second), ("down", second, first), ("up", first, second)):
            await player.press(key)
            assert shows.has_focus
            assert (shows.show_cursor, does_not.show_cursor) == (True, False)


def of_two_tables(player: Player) -> StepView:
    """The step that is shown, with a question about the case and one about two things."""
    assert isinstance(player.app.screen, CaseScreen)
    step = player.app.screen.view.step
    assert step is not None
    [log, *_] = step.questions
    things = tuple(replace(log.subjects[0], subject=thing, label=thing) for thing in ("Ring", "Book"))
    return replace(step, step="two", questions=(log, replace(log, question="other", subjects=things)))


async def test_keys_in_quick_succession_are_about_the_decision_that_they_lead_to(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.pilot.press("down", "w")
        await player.settle()
        assert "Why: Looking – The case" in player.text()


async def test_a_decision_is_opened_once_however_often_it_is_asked_for(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        table = player.app.screen.query_one(DecisionTable)
        table.action_select_cursor()
        table.action_select_cursor()
        await player.settle()
        await player.press("escape")
        assert isinstance(player.app.screen, CaseScreen)
