"""Before a case: how to join, who has come, and the way to a case of which the facilitator sees all beforehand."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.classroom.messages import Ask, Refused
from simulator.preferences.keeping import keep_preferences
from simulator.preferences.preferences import Preferences
from simulator.tui.classroom.console.case_key import KeyScreen
from simulator.tui.classroom.console.choosing import Choosing
from simulator.tui.classroom.console.gathering import GatheringScreen
from simulator.tui.classroom.console.join import JoinScreen
from simulator.tui.classroom.console.joining import QRCode
from tests.tui.classroom import made
from tests.tui.classroom.test_console.fake_class import FakeClass, key

if TYPE_CHECKING:
    from tests.tui.classroom.test_console.conftest import Facilitator
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


@pytest.mark.parametrize("size", [(80, 24), (160, 45)])
async def test_the_qr_code_is_shown_at_once_and_alone_by_its_key(
    conducting: Conducting, size: tuple[int, int]
) -> None:
    async with conducting(size=size) as facilitator:
        assert facilitator.screen.query_one(QRCode).display
        await facilitator.press("j")
        assert isinstance(facilitator.screen, JoinScreen)
        assert facilitator.screen.query_one(QRCode).display
        assert "no room" not in facilitator.text()
        await facilitator.press("escape")
        assert isinstance(facilitator.screen, GatheringScreen)


async def test_where_the_qr_code_has_no_room_that_is_said(conducting: Conducting) -> None:
    keep_preferences(Preferences(layout="large"))
    async with conducting(size=(60, 18)) as facilitator:
        assert "http://192.168.1.20:8765/" in facilitator.text()
        await facilitator.press("j")
        assert not facilitator.screen.query_one(QRCode).display
        assert "The QR code has no room" in facilitator.text()


def named(number: int) -> list[str]:
    """Names as long as pseudonyms are."""
    return [f"Cornflower Heron {at:02}" for at in range(1, number + 1)]


async def gather(facilitator: Facilitator, names: list[str]) -> None:
    people = tuple(replace(made.people(1)[0], name=name, person=name) for name in names)
    facilitator.line.show(lambda view: replace(view, room=made.gathering(len(people)), people=people))
    await facilitator.settle()


@pytest.mark.parametrize(("size", "least"), [((80, 24), 6), ((80, 34), 12), ((160, 45), 30)])
async def test_thirty_names_the_address_and_both_codes_have_room(
    conducting: Conducting, size: tuple[int, int], least: int
) -> None:
    async with conducting(size=size) as facilitator:
        names = named(30)
        await gather(facilitator, names)
        words = facilitator.words("#names")
        told = [name for name in names if name in words]
        more = f" and {30 - len(told)} more" if len(told) < 30 else ""
        assert words == f"30 seats are taken: {', '.join(reversed(told))}{more}"
        assert len(told) >= least
        assert told == names[30 - len(told) :]
        text = facilitator.text()
        for word in ("http://192.168.1.20:8765/", f"code {made.PROJECTOR}", "all of it before it begins."):
            assert word in text


@pytest.mark.parametrize("number", range(1, 60, 7))
async def test_no_name_is_lost_without_a_word(conducting: Conducting, number: int) -> None:
    async with conducting() as facilitator:
        names = named(number)
        await gather(facilitator, names)
        words = facilitator.words("#names")
        told = sum(name in words for name in names)
        assert (f" and {number - told} more" in words) is (told < number)


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
