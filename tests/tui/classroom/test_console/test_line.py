"""A line that is lost, closed or refused: said in a sentence, and nothing acts meanwhile."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from textual.events import Key

from simulator.classroom.conduct import EndClass
from simulator.classroom.line import Lost
from simulator.classroom.messages import Bye, Conducted, Refused
from simulator.tui.classroom.console.ended import EndedScreen
from simulator.tui.classroom.console.notice import NoticeScreen
from simulator.tui.keys import bindings_of
from tests.tui.classroom import made
from tests.tui.classroom.test_console.fake_class import FakeClass
from tests.tui.classroom.test_console.test_conducting import TO_A_CASE, under_vote

if TYPE_CHECKING:
    from tests.tui.classroom.test_console.test_conducting import Conducting

BROKEN = "The line to the hub broke; it is tried again."
OPEN = {"gathering": (), "conduct": (), "departures": ("d",), "discuss": ("w",), "ended": ()}
"""The keys that lead to a screen on which something can be done."""
THEN = ("y", "enter")
"""What carries out whatever a key asks first."""


def at(place: str) -> FakeClass:
    if place == "gathering":
        return FakeClass()
    return under_vote(**({"of": made.room("ended"), "wrong": made.wrong()} if place == "ended" else {}))


@pytest.mark.parametrize("place", OPEN)
async def test_no_key_acts_while_the_line_is_lost(conducting: Conducting, place: str) -> None:
    line = at(place)
    async with conducting(line, size=(100, 30)) as facilitator:
        await facilitator.press(*OPEN[place])
        line.tell(Lost(BROKEN))
        await facilitator.settle()
        said, screen = list(line.said), type(facilitator.screen)
        keys = [
            key for each in bindings_of(screen) for key in each.key.split(",") if "quit" not in each.action
        ]
        for key in keys:
            if type(facilitator.screen) is screen:
                await facilitator.press(key)
            for then in THEN:
                if type(facilitator.screen) is not screen:
                    await facilitator.press("a", then)
            while type(facilitator.screen) is not screen and len(facilitator.app.screen_stack) > 2:
                await facilitator.press("escape")
                if type(facilitator.screen) is not screen and place in {"departures", "discuss"}:
                    await facilitator.press(*OPEN[place])
        assert line.said == said


async def test_a_lost_line_is_told_above_everything_and_keys_are_refused_in_a_sentence(
    conducting: Conducting,
) -> None:
    line = under_vote()
    async with conducting(line) as facilitator:
        line.tell(Lost(BROKEN))
        await facilitator.settle()
        assert BROKEN in facilitator.words()
        await facilitator.press("h")
        assert "The line to the hub is broken: nothing was done." in facilitator.words()
        line.tell(made.conducting(line.view))
        await facilitator.settle()
        assert BROKEN not in facilitator.words()
        await facilitator.press("h")
        assert [each.command["do"] for each in line.said if isinstance(each, Conducted)] == ["show_votes"]


async def test_words_that_were_written_when_the_line_broke_are_not_lost(conducting: Conducting) -> None:
    line = under_vote()
    async with conducting(line) as facilitator:
        await facilitator.press("i", "a", "b", "c")
        line.tell(Lost(BROKEN))
        await facilitator.settle()
        await facilitator.press("enter")
        line.tell(made.conducting(line.view))
        await facilitator.settle()
        await facilitator.press("i")
        assert "abc" in facilitator.text()
        await facilitator.press("enter")
        assert line.view.room.injected == ("abc",)
        await facilitator.press("i")
        assert "abc" not in facilitator.text()


async def test_enter_does_not_come_before_the_letters_typed_just_before_it(conducting: Conducting) -> None:
    line = under_vote()
    async with conducting(line) as facilitator:
        await facilitator.press("i")
        for key in (*"more is known", "enter"):
            facilitator.app.post_message(Key("space" if key == " " else key, None if key == "enter" else key))
        await facilitator.settle()
        assert line.view.room.injected == ("more is known",)


async def test_who_comes_back_is_where_the_class_is(conducting: Conducting) -> None:
    line = under_vote()
    async with conducting(line) as facilitator:
        line.tell(Lost(BROKEN), made.conducting(replace(line.view, room=made.room("ended"))))
        await facilitator.settle()
        assert isinstance(facilitator.screen, EndedScreen)


@pytest.mark.parametrize("before", [[], [made.conducting(made.console())]], ids=["at first", "later"])
@pytest.mark.parametrize(
    "last", [Refused(0, "You may not conduct it."), Bye("You may not conduct it.", final=True)]
)
async def test_a_line_that_is_closed_for_good_is_told_on_the_last_screen(
    conducting: Conducting, before: list[object], last: object
) -> None:
    line = FakeClass()
    line.tell(*before, last)  # type: ignore[arg-type]
    async with conducting(line) as facilitator:
        assert isinstance(facilitator.screen, NoticeScreen)
        assert "You may not conduct it." in facilitator.text()
        line.end()
        await facilitator.settle()
        assert "You may not conduct it." in facilitator.text()
        await facilitator.press("q")
    assert facilitator.app.return_code == 0


async def test_a_hub_that_says_nothing_more_is_told_to_be_closed(conducting: Conducting) -> None:
    line = under_vote()
    async with conducting(line) as facilitator:
        line.end()
        await facilitator.settle()
        assert "The hub has closed the line." in facilitator.text()


async def test_quitting_is_asked_about_and_says_that_the_class_is_kept(conducting: Conducting) -> None:
    line = under_vote()
    async with conducting(line) as facilitator:
        await facilitator.press("ctrl+q")
        assert "The class is kept as it is: `simulator host` goes on with it." in facilitator.words("#text")
        await facilitator.press("n")
        assert not line.closed
        await facilitator.press("ctrl+q", "ctrl+q", "y")
    assert facilitator.app.return_code == 0
    assert line.closed


async def test_the_class_ends_and_its_report_is_saved_and_told_on_the_last_screen(
    conducting: Conducting,
) -> None:
    line = FakeClass()
    async with conducting(line) as facilitator:
        await facilitator.press("q", "enter")
        assert line.done == [EndClass()]
        assert "For everybody: report.html, votes.csv" in facilitator.words("#went")
        line.tell(Bye("The class is over.", final=True))
        await facilitator.settle()
        assert isinstance(facilitator.screen, NoticeScreen)
        assert "saved in /reports/class • For everybody: report.html, votes.csv" in facilitator.words()


async def test_a_class_that_is_over_is_left_at_once(conducting: Conducting) -> None:
    line = under_vote(of=made.room("over"))
    async with conducting(line) as facilitator:
        assert "q Close" in facilitator.text()
        await facilitator.pilot.press("q")
        assert facilitator.app._exit
    assert line.done == []


async def test_the_report_can_be_saved_between_two_cases(conducting: Conducting) -> None:
    line = under_vote(of=made.room("ended"))
    async with conducting(line) as facilitator:
        await facilitator.press("s")
        assert "The report is saved in /reports/class" in facilitator.words("#went")
        assert line.done == []


async def test_help_is_there_on_every_screen(conducting: Conducting) -> None:
    async with conducting() as facilitator:
        await facilitator.press("question_mark")
        assert "The class is gathering." in facilitator.text()
        await facilitator.press("escape", *TO_A_CASE, "f1")
        assert "You conduct the class from here." in facilitator.text()
        await facilitator.press("f1", "p", "f1")
        assert "Write what is asked for above" in facilitator.text()


async def test_where_support_can_be_found_is_told_to_a_facilitator_as_well(conducting: Conducting) -> None:
    async with conducting() as facilitator:
        await facilitator.press("f2")
        assert made.CARE.support in facilitator.text()


async def test_the_palette_finds_a_step_by_its_words(conducting: Conducting) -> None:
    line = under_vote()
    async with conducting(line) as facilitator:
        await facilitator.press("ctrl+p", *"hide it")
        for _ in range(100):
            if "Show everybody" in facilitator.text():
                break
            await facilitator.pilot.pause(0.02)
        await facilitator.press("enter")
        assert [each.command["do"] for each in line.said if isinstance(each, Conducted)] == ["show_votes"]
