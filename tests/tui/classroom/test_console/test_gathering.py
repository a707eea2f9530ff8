"""Before a case: how to join, who has come, and the way to a case of which the facilitator sees all beforehand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.classroom.messages import Ask, Refused
from simulator.tui.classroom.console.case_key import KeyScreen
from simulator.tui.classroom.console.choosing import Choosing
from simulator.tui.classroom.console.gathering import GatheringScreen
from simulator.tui.classroom.console.joining import QRCode
from tests.tui.classroom import made
from tests.tui.classroom.test_console.fake_class import FakeClass, key

if TYPE_CHECKING:
    from tests.tui.classroom.test_console.test_conducting import Conducting

PREVIEW = ("enter", "enter", "enter", "enter")


async def test_the_address_the_codes_and_those_who_have_come_are_shown(conducting: Conducting) -> None:
    async with conducting() as facilitator:
        text = facilitator.text()
        assert "http://192.168.1.20:8765/" in text
        assert f"Projector: code {made.PROJECTOR}" in text
        assert "18 seats are taken" in text
        assert "Learner 18, Learner 17" in text
        assert made.STANDING in text


async def test_names_show_as_people_come(conducting: Conducting) -> None:
    line = FakeClass()
    async with conducting(line) as facilitator:
        person = replace(made.people(1)[0], name="Quiet Heron", team="North desk", connected=False)
        line.show(lambda view: replace(view, room=made.gathering(1), people=(person,)))
        await facilitator.settle()
        assert "1 seat is taken" in facilitator.text()
        assert "Quiet Heron (North desk) – away" in facilitator.text()


@pytest.mark.parametrize(("size", "shown"), [((80, 24), True), ((60, 24), False), ((80, 16), False)])
async def test_the_qr_code_is_shown_where_it_fits(
    conducting: Conducting, size: tuple[int, int], shown: bool
) -> None:
    async with conducting(size=size) as facilitator:
        gathering = next(each for each in facilitator.app.screen_stack if isinstance(each, GatheringScreen))
        assert gathering.query_one(QRCode).display is shown


async def test_all_of_a_case_is_seen_before_it_begins(conducting: Conducting) -> None:
    async with conducting() as facilitator:
        await facilitator.press(*PREVIEW)
        assert isinstance(facilitator.screen, KeyScreen)
        assert facilitator.line.done == []
        asked = [each for each in facilitator.line.said if isinstance(each, Ask)]
        assert [(each.what, each.of) for each in asked] == [("packs", ()), ("key", ("school", "bus"))]
        text = facilitator.words("#part")
        assert "one person about 20 min, a class with discussions about 19 min" in text
        assert "Who would you have rung first?" in text
        await facilitator.press("down")
        assert "On Monday morning the deputy head rings." in facilitator.words("#part")
        await facilitator.press("down")
        assert "✓ called for: Referral for support" in facilitator.text()


async def test_a_key_without_a_plan_is_shown_by_its_phases(conducting: Conducting) -> None:
    line = FakeClass()
    line.key = key(phases=(), title="")
    async with conducting(line) as facilitator:
        await facilitator.press(*PREVIEW)
        assert "On the bus" in facilitator.text()
        await facilitator.press("end")
        assert "✓ called for: Referral for support" in facilitator.text()


async def test_going_back_leads_the_way_one_came_and_begins_nothing(conducting: Conducting) -> None:
    async with conducting() as facilitator:
        await facilitator.press(*PREVIEW)
        for seen in ("At whose pace?", "you see all of it before it begins", "Which pack", "seats are taken"):
            await facilitator.press("escape")
            assert seen in facilitator.words()
        assert facilitator.line.done == []


@pytest.mark.parametrize(
    ("downs", "pace", "tell"), [(0, "class", False), (1, "own", True), (2, "own", False)]
)
async def test_the_pace_is_chosen_from_three(
    conducting: Conducting, downs: int, pace: str, tell: bool
) -> None:
    async with conducting() as facilitator:
        await facilitator.press(*PREVIEW[:3], *["down"] * downs, "enter", "enter")
        assert facilitator.line.done == [{"pack": "school", "which": "bus", "pace": pace, "tell": tell}]


async def test_a_new_case_is_made_from_a_seed(
    conducting: Conducting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Choosing, "draw_seed", lambda self: 7)
    async with conducting() as facilitator:
        await facilitator.press("enter", "down", "enter", "enter", "enter", "enter")
        assert facilitator.line.done == [{"pack": "club", "which": 7, "pace": "class", "tell": False}]


async def test_a_case_is_made_for_what_the_class_got_wrong(conducting: Conducting) -> None:
    line = FakeClass()
    async with conducting(line) as facilitator:
        line.show(lambda view: replace(view, room=made.room("ended"), case=1, wrong=("one.rule", "two.rule")))
        await facilitator.settle()
        await facilitator.press("down", "enter", "down", "enter", "enter")
        assert line.done == [{"rule": "two.rule", "pace": "class", "tell": False}]


async def test_a_case_that_cannot_be_looked_up_is_said_to_be_so(conducting: Conducting) -> None:
    line = FakeClass()
    line.key = None
    async with conducting(line) as facilitator:
        await facilitator.press(*PREVIEW)
        assert "! There is no such case." in facilitator.text()


async def test_two_presses_look_the_packs_up_once(conducting: Conducting) -> None:
    line = FakeClass()
    line.silent = True
    async with conducting(line) as facilitator:
        await facilitator.press("n", "n")
        assert len(line.said) == 1
        line.tell(Refused(line.said[0].id, "No pack can be read."))  # type: ignore[union-attr]
        await facilitator.settle()
        assert "! No pack can be read." in facilitator.text()


async def test_while_a_case_is_made_ready_no_second_one_is_chosen(conducting: Conducting) -> None:
    line = FakeClass()
    async with conducting(line) as facilitator:
        await facilitator.press("enter", "enter", "enter")
        line.silent = True
        await facilitator.press("enter", "enter", "enter")
        assert isinstance(facilitator.screen, GatheringScreen)
        assert "The case is being made ready for you to look at…" in facilitator.text()
        line.answer(line.said[-1])
        await facilitator.settle()
        assert isinstance(facilitator.screen, KeyScreen)
        await facilitator.press("escape", "escape", "escape", "escape")
        assert "made ready" not in facilitator.text()
