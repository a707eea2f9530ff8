"""The opening screen says what is due and why, behind its first frame, and leads to it and to the record."""

from __future__ import annotations

from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.record import RecordScreen
from simulator.tui.screens.today import TodayScreen
from simulator.tui.telling.due import NOTHING, PRACTISE_DUE, UNKNOWN, WORKING_OUT
from simulator.tui.widgets.choices import Choices, Entry
from tests.tui.conftest import screen_text, settle
from tests.tui.lost_property import almost_finish, lost_property
from tests.tui.practising import FAULT, NOTHING_DUE, TODAY, WrittenPractice

if TYPE_CHECKING:
    from simulator.session.today_view import TodayView
    from simulator.store.store import Store
    from tests.tui.conftest import MakeApp, Playing


@pytest.fixture
def practice(store: Store) -> WrittenPractice:
    return WrittenPractice(lost_property(), store)


def said(text: str) -> str:
    return " ".join(text.split())


async def test_what_is_due_comes_first_with_how_much_and_why(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        text = said(player.text())
        assert f"► {PRACTISE_DUE} (4) {TODAY.plan[0].title}: {TODAY.plan[0].why}" in text
        assert TODAY.said in text


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({}, "Begun: test before practice, 1 of 3 cases done. Begun: a drill."),
        (
            {"from_when": "2026-02-07", "begun": False},
            "Test before practice: from 2026-02-07. Begun: a drill.",
        ),
    ],
)
async def test_what_is_begun_and_what_waits_for_a_day_is_said_with_it(
    playing: Playing, practice: WrittenPractice, changed: dict[str, Any], words: str
) -> None:
    assert TODAY.test is not None
    practice.due = replace(TODAY, test=replace(TODAY.test, **changed))
    async with playing(practice=practice) as player:
        assert words in said(player.text())


async def test_where_nothing_is_begun_nothing_is_said_of_it(
    playing: Playing, practice: WrittenPractice
) -> None:
    practice.due = replace(TODAY, test=None, drill=None)
    async with playing(practice=practice) as player:
        assert "Begun" not in player.text()


async def test_without_practice_nothing_of_it_is_offered(playing: Playing) -> None:
    async with playing() as player:
        assert PRACTISE_DUE not in player.text()
        assert "Your record" not in player.text()
        await player.press("t", "r")
        assert isinstance(player.app.screen, HomeScreen)


async def test_a_case_to_go_on_with_comes_before_what_is_due(
    playing: Playing, practice: WrittenPractice, store: Store
) -> None:
    almost_finish(store)
    async with playing(practice=practice) as player:
        text = player.text()
        assert text.index("► Go on") < text.index(PRACTISE_DUE) < text.index("Assess")


@pytest.mark.parametrize(
    ("keys", "screen"), [(("enter",), TodayScreen), (("t",), TodayScreen), (("r",), RecordScreen)]
)
async def test_an_entry_and_a_key_lead_there(
    playing: Playing, practice: WrittenPractice, keys: tuple[str, ...], screen: type
) -> None:
    async with playing(practice=practice) as player:
        await player.press(*keys)
        assert isinstance(player.app.screen, screen)
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)


async def test_the_record_is_an_entry(playing: Playing, practice: WrittenPractice) -> None:
    async with playing(practice=practice) as player:
        place = player.app.screen.query_one(Choices)._offers.index(Entry.RECORD)
        await player.press(*["down"] * place, "enter")
        assert isinstance(player.app.screen, RecordScreen)


async def test_until_it_is_worked_out_everything_else_can_be_chosen(
    make_app: MakeApp, practice: WrittenPractice
) -> None:
    known, today = Event(), practice.today

    def slow(minutes: int = 30) -> TodayView:
        known.wait(20)
        return today(minutes)

    practice.today = slow  # type: ignore[method-assign]
    app = make_app(practice=practice)
    async with app.run_test(size=(80, 24)) as pilot:
        while PRACTISE_DUE not in screen_text(app):
            await pilot.pause(0.01)
        assert WORKING_OUT in screen_text(app)
        await pilot.press("down", "up", "enter")
        await pilot.pause()
        assert isinstance(app.screen, TodayScreen)
        assert "is being worked out" in screen_text(app)
        known.set()
        await settle(pilot)
        assert TODAY.said in screen_text(app)
        assert "(4)" in screen_text(app) or "4 rules" in screen_text(app)


async def test_where_nothing_is_due_it_says_from_when_something_is(
    playing: Playing, practice: WrittenPractice
) -> None:
    practice.due = NOTHING_DUE
    async with playing(practice=practice) as player:
        assert f"{PRACTISE_DUE} (0) {NOTHING} The next comes due on 2026-01-09." in said(player.text())


async def test_a_store_at_fault_is_a_sentence_and_everything_else_goes_on(
    playing: Playing, practice: WrittenPractice
) -> None:
    practice.failing = True
    async with playing(practice=practice) as player:
        text = said(player.text())
        assert f"! {FAULT}" in text
        assert UNKNOWN in text
        practice.failing = False
        await player.press("enter")
        assert TODAY.said in player.text()
        await player.press("escape")
        assert f"{PRACTISE_DUE} (4)" in player.text()
        assert FAULT not in said(player.text())


async def test_after_a_case_it_is_looked_anew_what_is_due(
    playing: Playing, practice: WrittenPractice
) -> None:
    async with playing(practice=practice) as player:
        await player.press("enter", "enter", "y")
        assert isinstance(player.app.screen, CaseScreen)
        practice.due = NOTHING_DUE
        await player.press("q")
        assert f"{PRACTISE_DUE} (0)" in player.text()


async def test_hostile_words_are_shown_and_act_on_nothing(
    playing: Playing, practice: WrittenPractice
) -> None:
    words = "[bold]why[/] [@click=app.quit]x[/] \x1b[2J\u202e"
    practice.due = replace(TODAY, said=words, plan=(replace(TODAY.plan[0], why=words),))
    async with playing(practice=practice) as player:
        assert said(player.text()).count("[bold]why[/] [@click=app.quit]x[/]") == 2
        assert not {"\x1b", "\u202e"} & set(player.text())
