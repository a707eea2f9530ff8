"""What is due, the plan for the minutes that there are, and the ways into a case that is made for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.tui.screens.before_made import BeforeMade
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.record import RecordScreen
from simulator.tui.screens.today import NOTHING_DUE as SAID_NOTHING
from simulator.tui.screens.today import DueTable, TodayScreen
from simulator.tui.telling.today import DRILL, SHORTENED
from tests.tui.lost_property import lost_property
from tests.tui.practising import FAULT, NOTHING_DUE, TODAY, WrittenPractice
from tests.tui.test_home_due import said

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing

SIZES = [(80, 24), (120, 40), (160, 40)]


@pytest.fixture
def practice(store: Store) -> WrittenPractice:
    return WrittenPractice(lost_property(), store)


def begun(practice: WrittenPractice) -> list[tuple[object, ...]]:
    """What was asked beside what is due."""
    return [each for each in practice.asked if each[0] not in {"today", "record"}]


async def to(player: Player, title: str, *, last: bool = False) -> None:
    """Move the cursor to the first row, or the last, whose first cell begins with `title`."""
    table = player.app.screen.query_one(DueTable)
    assert table._sheet is not None
    rows = [number for number, row in enumerate(table._sheet.rows) if row.cells[0].startswith(title)]
    table.move_cursor(row=rows[-1 if last else 0])
    await player.settle()


@pytest.mark.parametrize("size", SIZES)
async def test_it_lists_the_plan_and_all_that_is_due_with_a_sign_and_a_word(
    playing: Playing, practice: WrittenPractice, size: tuple[int, int]
) -> None:
    async with playing(practice=practice, size=size) as player:
        await player.press("t")
        text = said(player.text())
        for words in ("Your plan: 2 cases, about 21 min", "about 12 min", "shortened", "! sure, wrong", "✗ wrong",
                      "↓ fading", "+ new", "41%", "88%", "Test before practice: 1 of 3", DRILL[:20]):  # fmt: skip
            assert words in text
        assert "83% of what you learnt is known now; the goal is 90%." in text


async def test_the_row_under_the_cursor_is_told_in_full(playing: Playing, practice: WrittenPractice) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", "down", "down")
        assert SHORTENED in player.text()
        await to(player, TODAY.due[0].title, last=True)
        assert TODAY.due[0].why in player.text()
        assert "keep.found" not in player.text(), "the rule tells the answer of the case that is made for it"


async def test_enter_begins_the_next_case_that_is_due_after_the_content_note(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", "enter")
        assert isinstance(player.app.screen, BeforeMade)
        assert "Nobody is hurt in it." in player.text()
        assert begun(practice) == []
        await player.press("enter")
        assert begun(practice) == [("due", 30)]
        assert [type(each) for each in player.app.screen_stack] == [HomeScreen, CaseScreen]


async def test_the_way_back_begins_nothing(playing: Playing, practice: WrittenPractice, store: Store) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", "enter", "escape")
        assert isinstance(player.app.screen, TodayScreen)
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)
    assert begun(practice) == []
    assert store.unfinished() == []


@pytest.mark.parametrize(("key", "minutes"), [("1", 10), ("2", 20), ("3", 30), ("4", 45)])
async def test_a_key_says_how_many_minutes_there_are(
    playing: Playing, practice: WrittenPractice, key: str, minutes: int
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", key)
        assert practice.asked[-1] == ("today", minutes)
        await player.press("enter", "y")
        assert begun(practice) == [("due", minutes)]
        await player.press("q")
        assert practice.asked[-1] == ("today", minutes)


@pytest.mark.parametrize(("key", "asked"), [("d", ("drill",)), ("t", ("test", "before"))])
async def test_a_key_begins_a_drill_and_another_the_next_test(
    playing: Playing, practice: WrittenPractice, key: str, asked: tuple[str, ...]
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", key, "y")
        assert begun(practice) == [asked]
        screen = player.app.screen
        assert isinstance(screen, CaseScreen)
        assert screen.view.mode == ("assessment" if key == "t" else "practice")


@pytest.mark.parametrize(("row", "asked"), [("Drill", ("drill",)), ("Test before", ("test", "before"))])
async def test_enter_on_a_drill_or_a_test_begins_that(
    playing: Playing, practice: WrittenPractice, row: str, asked: tuple[str, ...]
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t")
        await to(player, row)
        await player.press("enter", "y")
        assert begun(practice) == [asked]


async def test_a_key_begins_a_case_for_the_rule_under_the_cursor(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", "b")
        assert isinstance(player.app.screen, TodayScreen)
        await to(player, "How it ends")
        await player.press("b", "y")
        assert begun(practice) == [("rule", "end.sold")]


async def test_without_a_test_on_offer_there_is_none_to_begin(
    playing: Playing, practice: WrittenPractice
) -> None:
    practice.due = replace(TODAY, test=None)
    async with playing(practice=practice) as player:
        await player.press("t")
        assert "t Test" not in player.text()
        await player.press("t")
        assert isinstance(player.app.screen, TodayScreen)


async def test_where_nothing_is_due_enter_says_what_else_there_is(
    playing: Playing, practice: WrittenPractice
) -> None:
    practice.due = NOTHING_DUE
    async with playing(practice=practice) as player:
        await player.press("t", "enter")
        assert isinstance(player.app.screen, TodayScreen)
        assert SAID_NOTHING in said(player.text())
        assert "The next comes due on 2026-01-09." in said(player.text())


async def test_the_record_is_one_key_away_and_leads_back(playing: Playing, practice: WrittenPractice) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", "r")
        assert isinstance(player.app.screen, RecordScreen)
        await player.press("escape")
        assert isinstance(player.app.screen, TodayScreen)


async def test_a_plan_that_cannot_be_made_leaves_the_one_before(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t")
        practice.failing = True
        await player.press("1")
        assert f"! {FAULT}" in said(player.text())
        assert "Your plan: 2 cases" in player.text()


async def test_a_case_that_cannot_be_made_is_said_where_another_can_be_chosen(
    playing: Playing, practice: WrittenPractice, store: Store
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t")
        practice.failing = True
        await player.press("enter", "y")
        assert isinstance(player.app.screen, HomeScreen)
        assert f"! {FAULT}" in said(player.text())
        practice.failing = False
        await player.press("enter", "enter", "y")
        assert isinstance(player.app.screen, CaseScreen)
    assert len(store.unfinished()) == 1


async def test_f_reads_what_is_told_with_all_the_room_there_is(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", "f")
        assert "about 12 min" not in player.text()
        await player.press("escape")
        assert "about 12 min" in player.text()


async def test_the_cursor_and_the_rows_stay_when_the_terminal_grows(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", "down", "down")
        await player.pilot.resize_terminal(160, 50)
        await player.settle()
        assert player.app.screen.query_one(DueTable).cursor_row == 2
        assert SHORTENED in said(player.text())


async def test_the_large_layout_has_room_for_it(playing: Playing, practice: WrittenPractice) -> None:
    from simulator.preferences.keeping import keep_preferences
    from simulator.preferences.preferences import Preferences

    keep_preferences(Preferences(layout="large"))
    async with playing(practice=practice, size=(60, 18)) as player:
        await player.press("t", "down")
        assert "Where it is kept" in player.text()
        assert "Takes you: about 12 min" in player.text()


async def test_hostile_words_are_shown_and_act_on_nothing(
    playing: Playing, practice: WrittenPractice
) -> None:
    words = "[red]a[/] [@click=app.quit]x[/]\x1b[2J\u202e"
    due = tuple(replace(each, title=words, why=words) for each in TODAY.due)
    test = replace(TODAY.test, why=words) if TODAY.test else None
    practice.due = replace(TODAY, said=words, due=due, test=test, plan=(replace(TODAY.plan[0], title=words),))
    async with playing(practice=practice, size=(140, 40)) as player:
        await player.press("t")
        for _ in range(8):
            await player.press("down")
            assert "[red]a[/] [@click=app.quit]x[/]" in player.text()
            assert not {"\x1b", "\u202e"} & set(player.text())
        assert player.app.is_running
