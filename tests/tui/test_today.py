"""What is due, the plan for the minutes that there are, and the ways into a case that is made for it."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING

import pytest

from simulator.preferences.keeping import keep_minutes
from simulator.session.runner import Runner
from simulator.tui.screens.before_made import BEING_MADE, BeforeMade
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.record import RecordScreen
from simulator.tui.screens.today import NOTHING_DUE as SAID_NOTHING
from simulator.tui.screens.today import DueTable, TodayScreen
from simulator.tui.telling.today import DRILL, SHORTENED
from tests.tui.lost_property import CASE, almost_finish, lost_property
from tests.tui.practising import FAULT, NOTHING_DUE, TODAY, WrittenPractice
from tests.tui.test_home_due import said
from tests.tui.written import LITTLE

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing

NOTE = str(CASE["content_note"])
SIZES = [(80, 24), (120, 40), (160, 40)]


@pytest.fixture
def practice(store: Store) -> WrittenPractice:
    return WrittenPractice(lost_property(), store)


def begun(practice: WrittenPractice) -> list[tuple[object, ...]]:
    """What was asked beside what is due."""
    return [each for each in practice.asked if each[0] not in {"today", "record"}]


def asked(player: Player) -> str:
    """What the window says before a case, without white space and without its frame."""
    return player.squeezed("#dialog").replace("│", "")


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
                      "↓ fading", "+ new", "41%", "88%", "Test before practice: 1 of 3", DRILL[:20],
                      "begun"):  # fmt: skip
            assert words in text
        assert "83% of what you learnt is known now, from 40 reviews; the goal is 90%." in text


async def test_the_row_under_the_cursor_is_told_in_full(playing: Playing, practice: WrittenPractice) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", "down", "down")
        assert SHORTENED in player.text()
        await to(player, TODAY.due[0].title, last=True)
        assert TODAY.due[0].why in player.text()
        assert "keep.found" not in player.text(), "the rule tells the answer of the case that is made for it"


async def test_what_came_due_since_it_was_told_is_there_when_it_is_opened(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        since = replace(TODAY.due[0], title="Since midnight")
        practice.due = replace(TODAY, due=(since, *TODAY.due))
        await player.press("t")
        await to(player, "Since midnight", last=True)
        assert player.app.screen.query_one(DueTable).cursor_row > 0
        assert isinstance(player.app.screen, TodayScreen)
        player.app.screen.show(replace(practice.due, retention=0.82))
        await player.settle()
        assert player.app.screen.query_one(DueTable).cursor_row > 0, "the cursor stays"


async def test_enter_begins_the_next_case_that_is_due_after_the_content_note(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", "enter")
        assert isinstance(player.app.screen, BeforeMade)
        assert NOTE in player.text()
        assert "Ittakesyouabout12min." in asked(player)
        assert begun(practice) == [("due", 30)]
        await player.press("enter")
        assert [type(each) for each in player.app.screen_stack] == [HomeScreen, CaseScreen]


async def test_the_way_back_begins_nothing(playing: Playing, practice: WrittenPractice, store: Store) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", "enter", "escape")
        assert isinstance(player.app.screen, TodayScreen)
        assert store.unfinished() == []
        await player.press("enter", "ctrl+l")
        assert isinstance(player.app.screen, HomeScreen)
        assert store.unfinished() == []
        await player.press("t", "enter", "y")
        assert isinstance(player.app.screen, CaseScreen)
    assert len(store.unfinished()) == 1


async def test_the_note_is_that_of_the_case_that_is_made_and_of_no_other(
    playing: Playing, practice: WrittenPractice
) -> None:
    others = [LITTLE, replace(LITTLE, name="other", title="Other", content_note="A note of others.")]
    async with playing(practice=practice, packs=others) as player:
        await player.press("t")
        assert "A note of others." not in said(player.text())
        await player.press("enter")
        assert NOTE in said(player.text())
        assert "A note of others." not in said(player.text())


async def test_until_the_case_is_made_it_can_be_declined_and_not_begun(
    playing: Playing, practice: WrittenPractice, store: Store
) -> None:
    made, begin = Event(), practice.begin_due

    def slow(minutes: int = 30) -> Runner:
        made.wait(20)
        return begin(minutes)

    practice.begin_due = slow  # type: ignore[method-assign]
    async with playing(practice=practice) as player:
        await player.press("t")
        await player.pilot.press("enter", "enter", "y")
        await player.pilot.pause()
        assert isinstance(player.app.screen, BeforeMade)
        assert BEING_MADE in player.text()
        await player.pilot.press("escape")
        made.set()
        await player.settle()
        assert isinstance(player.app.screen, TodayScreen)
    assert begun(practice) == [("due", 30)]
    assert store.unfinished() == []


async def test_what_was_declined_is_not_what_is_made_after_it(
    playing: Playing, practice: WrittenPractice, store: Store
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", "enter", "escape", "d", "y")
        assert begun(practice) == [("due", 30), ("drill",)]
        assert isinstance(player.app.screen, CaseScreen)
        assert len(store.unfinished()) == 1


async def test_a_case_that_was_declined_is_not_taken_for_the_one_wanted_after_it(
    playing: Playing, practice: WrittenPractice
) -> None:
    due, drilling, drill = Event(), Event(), Event()
    begin_due, begin_drill = practice.begin_due, practice.begin_drill

    def slow_due(minutes: int = 30) -> Runner:
        due.wait(20)
        return begin_due(minutes)

    def slow_drill() -> Runner:
        drilling.set()
        drill.wait(20)
        return begin_drill()

    practice.begin_due, practice.begin_drill = slow_due, slow_drill  # type: ignore[method-assign]
    async with playing(practice=practice) as player:
        await player.press("t")
        await player.pilot.press("enter", "escape", "d")
        due.set()
        while not drilling.is_set():
            await player.pilot.pause(0.01)
        await player.pilot.pause()
        assert BEING_MADE in player.text()
        drill.set()
        await player.settle()
        assert BEING_MADE not in player.text()


async def test_what_was_begun_before_and_is_declined_stays(
    playing: Playing, practice: WrittenPractice, store: Store
) -> None:
    almost_finish(store)
    [left] = store.unfinished()
    clock = lambda: "2026-01-05T10:00:00.000+00:00"  # noqa: E731
    practice.begin_drill = lambda: Runner.resume(practice.guide, store, left.session, clock)  # type: ignore[method-assign]
    async with playing(practice=practice) as player:
        await player.press("t", "d", "escape")
        assert isinstance(player.app.screen, TodayScreen)
    assert [one.session for one in store.unfinished()] == [left.session]


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("d", "Its second case comes next: about 14 minutes."),
        ("t", "Case 2 of 3. 2 cases of about 14 minutes each are still to come."),
    ],
)
async def test_how_long_a_drill_and_a_test_are_is_said_before_they_begin(
    playing: Playing, practice: WrittenPractice, key: str, words: str
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", key)
        assert "".join(words.split()) in asked(player)
        await player.press("escape")
        await to(player, "Drill" if key == "d" else "Test before")
        assert words.removeprefix("Case 2 of 3. ") in said(player.text())


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


async def test_the_minutes_are_those_that_were_chosen_the_last_time(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await player.press("t", "1")
    async with playing(practice=practice) as player:
        assert practice.asked[-1] == ("today", 10)
        await player.press("t", "enter", "y")
    assert begun(practice) == [("due", 10)]


async def test_minutes_that_no_key_chooses_are_told_as_well(
    playing: Playing, practice: WrittenPractice
) -> None:
    assert keep_minutes(17) == ""
    async with playing(practice=practice) as player:
        await player.press("t")
        assert "4\N{NO-BREAK SPACE}45 min  17 min" in player.text()


async def test_of_few_reviews_no_share_is_told(playing: Playing, practice: WrittenPractice) -> None:
    practice.due = replace(TODAY, reviews=9)
    async with playing(practice=practice) as player:
        await player.press("t")
        told = said(player.text())
        assert "known now: too few to say (9 reviews); the goal is 90%." in told
        assert "83%" not in told


async def test_rules_of_which_the_same_is_told_are_one_row(
    playing: Playing, practice: WrittenPractice
) -> None:
    new = TODAY.due[-1]
    practice.due = replace(TODAY, due=(*TODAY.due, replace(new, rule="end.kept")))
    async with playing(practice=practice) as player:
        await player.press("t")
        await to(player, f"{new.title} (2 rules)")
        assert "This is so of 2 rules" in said(player.text())
        await player.press("b", "y")
    assert begun(practice) == [("rule", "end.sold")]


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
        assert isinstance(player.app.screen, BeforeMade)
        assert "".join(f"! {FAULT}".split()) in asked(player)
        practice.failing = False
        await player.press("enter")
        assert isinstance(player.app.screen, TodayScreen)
        await player.press("enter", "y")
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
