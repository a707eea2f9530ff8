"""A case for what the class got wrong: it is seen beforehand, with the reason why, and nothing else begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from simulator.classroom.messages import Ask, Refused
from simulator.session.case_packs import CaseRef
from simulator.tui.classroom.console.case_key import KeyScreen
from simulator.tui.classroom.console.ended import EndedScreen
from tests.tui.classroom import made
from tests.tui.classroom.test_console.fake_class import PACKS, FakeClass
from tests.tui.classroom.test_console.test_conducting import under_vote
from tests.tui.test_hostile import ACTING, ACTING_CHARACTERS, SHOWN_AS_GIVEN

if TYPE_CHECKING:
    from tests.tui.classroom.test_console.test_conducting import Conducting

FOR_THE_FIRST = ("down", "enter", "enter", "enter")
"""From the end of a case to the preview of one for what was got wrong most often."""


def ended(title: str = made.TITLE) -> FakeClass:
    return under_vote(of=made.room("ended"), wrong=made.wrong(title))


async def test_what_was_got_wrong_is_told_in_words_and_no_rule_is_named(conducting: Conducting) -> None:
    async with conducting(ended()) as facilitator:
        went = facilitator.words("#went")
        assert "• Referral: wrong in 14 of 54 votes. Called for: “Referral for support” (4.2)" in went
        assert "• Recording: wrong in 3 of 18 votes. Paragraph 4.5" in went
        await facilitator.press("down", "enter")
        listed = facilitator.words("#choices")
        assert "Referral: wrong in 14 of 54 votes Called for: “Referral for support” (4.2)" in listed
        for rule in ("referral.harm", "referral.risk", "record.when"):
            assert rule not in went + listed


async def test_the_case_that_was_seen_is_the_one_that_begins(conducting: Conducting) -> None:
    line = ended()
    async with conducting(line) as facilitator:
        await facilitator.press(*FOR_THE_FIRST)
        assert isinstance(facilitator.screen, KeyScreen)
        assert [(each.what, each.of) for each in line.said if isinstance(each, Ask)][-1] == (
            "made",
            ("referral.harm", "referral.risk"),
        )
        head = facilitator.words("#head")
        assert "It exercises “Referral”, paragraph 4.2, which this class got wrong in 14 of 54 votes." in head
        assert "It is newly made, seed 7, from the pack Clubs." in head
        assert "Who would you have rung first?" in facilitator.words("#part")
        assert line.done == []
        await facilitator.press("enter")
        assert line.done == [{"pack": "club", "which": 7, "pace": "class", "tell": False}]


async def test_a_written_case_is_said_to_be_one(conducting: Conducting) -> None:
    line = ended()
    line.found = CaseRef(PACKS[0], "hall", "The hall")
    async with conducting(line) as facilitator:
        await facilitator.press("down", "enter", "down", "enter", "down", "enter")
        assert "It is a written case, “The hall”, from the pack Schools." in facilitator.words("#head")
        await facilitator.press("enter")
        assert line.done == [{"pack": "school", "which": "hall", "pace": "own", "tell": True}]


async def test_going_back_leads_the_way_one_came_and_begins_nothing(conducting: Conducting) -> None:
    line = ended()
    async with conducting(line) as facilitator:
        await facilitator.press(*FOR_THE_FIRST)
        for seen in ("At whose pace?", "What is the case to exercise?", "has ended"):
            await facilitator.press("escape")
            assert seen in facilitator.words()
        assert line.done == []


async def test_where_no_case_is_found_it_is_said(conducting: Conducting) -> None:
    line = ended()
    async with conducting(line) as facilitator:
        await facilitator.press(*FOR_THE_FIRST[:-1])
        line.silent = True
        await facilitator.press("enter")
        assert isinstance(facilitator.screen, EndedScreen)
        assert "A case for this class is being made ready" in facilitator.text()
        line.tell(Refused(line.said[-1].id, "No further case exercises this."))  # type: ignore[union-attr]
        await facilitator.settle()
        assert "! No further case exercises this." in facilitator.text()
        assert "being made ready" not in facilitator.text()


@pytest.mark.parametrize("late", [False, True])
async def test_a_key_that_was_pressed_before_the_case_was_to_be_seen_does_not_begin_it(
    conducting: Conducting, late: bool
) -> None:
    line = ended()
    async with conducting(line) as facilitator:
        await facilitator.press(*FOR_THE_FIRST[:-1])
        pressed = Key("enter", None)
        await facilitator.press("enter")
        assert isinstance(facilitator.screen, KeyScreen)
        facilitator.app.post_message(Key("enter", None) if late else pressed)
        await facilitator.settle()
        assert bool(line.done) == late


async def test_a_saved_report_is_told_by_its_folder_and_the_names_in_it(
    conducting: Conducting, monkeypatch: pytest.MonkeyPatch
) -> None:
    names = ("report.html", "for-the-facilitator.html", "votes.csv", "departures.csv")
    monkeypatch.setattr(
        "tests.tui.classroom.test_console.fake_class.SAVED", [f"/reports/class/{name}" for name in names]
    )
    async with conducting(ended()) as facilitator:
        await facilitator.press("s")
        went = facilitator.words("#went")
        assert "The report is saved in /reports/class • For everybody: report.html, votes.csv" in went
        assert "• For you alone, people are named: for-the-facilitator.html, departures.csv" in went
        assert went.count("/reports/class") == 1


@pytest.mark.parametrize("payload", SHOWN_AS_GIVEN)
async def test_words_with_markup_are_shown_as_they_are(conducting: Conducting, payload: str) -> None:
    async with conducting(ended(payload), size=(160, 45)) as facilitator:
        for keys in ((), FOR_THE_FIRST[:2], FOR_THE_FIRST[2:]):
            await facilitator.press(*keys)
            assert payload in facilitator.text()


@pytest.mark.parametrize("payload", ACTING)
async def test_words_that_act_on_a_terminal_do_not(conducting: Conducting, payload: str) -> None:
    async with conducting(ended(payload), size=(160, 45)) as facilitator:
        for keys in ((), FOR_THE_FIRST[:2], FOR_THE_FIRST[2:]):
            await facilitator.press(*keys)
            assert not ACTING_CHARACTERS & set(facilitator.text())
