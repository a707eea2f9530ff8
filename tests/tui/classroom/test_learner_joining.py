"""Joining a class: the name, the team, being refused, a line that breaks, and being told that it is over."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING, Any

import pytest

from simulator.classroom.line import Lost
from simulator.classroom.messages import HELLO, Bye, Give, Refused
from simulator.classroom.pseudonyms import PSEUDONYMS
from simulator.preferences.keeping import keep_preferences
from simulator.preferences.preferences import Preferences
from simulator.tui.classroom.learner.app import LearnerApp
from simulator.tui.classroom.learner.class_desk import NOT_FOR_LEARNERS
from simulator.tui.classroom.learner.join import JoinScreen
from simulator.tui.classroom.learner.words import WILL_BEGIN
from simulator.tui.keyed.inputs import Input
from tests.tui.classroom import made
from tests.tui.classroom.attending import Attendant, attending, debrief, seated_at
from tests.tui.classroom.lines import FakeLine

if TYPE_CHECKING:
    from collections.abc import Callable

BROKEN = Lost("The line is broken; your answers that were saved are kept. Trying again…")
HEAVY = ("yaml", "faker", "sqlalchemy", "aiohttp", "jinja2", "pluggy", "websockets", "simulator.store")
SCREENS = (
    "app", "join", "lobby", "class_case", "class_debrief", "class_desk", "here", "results", "pause_for_all",
    "stepped_out", "farewell", "ahead",
)  # fmt: skip


def names(learner: Attendant) -> list[str]:
    """What stands in the lines for name and team."""
    return [each.value for each in learner.app.screen.query(Input)]


def test_no_screen_of_a_learner_needs_a_store_a_pack_or_a_network() -> None:
    modules = ", ".join(f"simulator.tui.classroom.learner.{each}" for each in SCREENS)
    program = f"import sys, {modules}; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_a_pseudonym_is_offered_and_another_one_where_that_is_wanted() -> None:
    async with attending(name="", place="hall 2") as learner:
        assert learner.screens == ["Lobby", "JoinScreen"]
        assert "Join a class: hall 2" in learner.text()
        assert "No account is made." in learner.words()
        offered = {names(learner)[0]}
        for _ in range(5):
            await learner.press("r")
            offered.add(names(learner)[0])
        assert len(offered) > 1
        assert offered <= set(PSEUDONYMS)
        await learner.press("enter")
        assert learner.lines.names[0][0] in offered


async def test_one_can_join_under_a_name_of_ones_own_and_in_a_team() -> None:
    async with attending(name="") as learner:
        await learner.press("n", *["backspace"] * 24, *"Robin", "escape", "t", *"North", "enter")
        assert learner.lines.names == [("Robin", "North")]
        await learner.hear(made.seated(at=made.team()))
        assert learner.screens == ["Lobby"]
        assert "Your team is North desk: 3 people sit here, and you decide together." in learner.words()


async def test_the_button_is_in_sight_in_the_smallest_terminal_of_the_large_layout() -> None:
    keep_preferences(Preferences(layout="large"))
    async with attending(name="", size=(60, 18)) as learner:
        assert "Join (Enter)" in learner.text()


async def test_letters_are_letters_while_a_name_is_written() -> None:
    async with attending(name="") as learner:
        await learner.press("n", *["backspace"] * 24, *"rntq")
        assert names(learner)[0] == "rntq"
        assert learner.lines.names == []


@pytest.mark.parametrize("learner", [{"name": "Robin", "team": "North"}, {"name": "", "seated": True}])
async def test_who_has_a_name_or_a_seat_is_not_asked(learner: dict[str, Any]) -> None:
    async with attending(made.seated(), **learner) as attendant:
        assert attendant.screens == ["Lobby"]
        assert attendant.lines.names == [(learner["name"], learner.get("team", ""))]
        assert WILL_BEGIN in attendant.text()
        assert "12 seats are taken." in attendant.text()


@pytest.mark.parametrize("name", ["", "Robin"])
async def test_who_is_refused_is_told_why_and_can_try_again(name: str) -> None:
    async with attending(name=name) as learner:
        if not name:
            await learner.press("enter")
        await learner.hear(Refused(HELLO, "There is no class with this code."))
        learner.lines.line.end()
        await learner.settle()
        assert learner.screens == ["Lobby", "JoinScreen"]
        assert "! There is no class with this code." in learner.text()
        await learner.press("enter")
        assert len(learner.lines.made) == 2
        assert "! There is no class" not in learner.text()
        await learner.hear(made.seated())
        assert learner.screens == ["Lobby"]


async def test_a_code_for_a_projector_is_no_way_in() -> None:
    async with attending(made.watching()) as learner:
        assert isinstance(learner.app.screen, JoinScreen)
        assert NOT_FOR_LEARNERS in learner.text()


async def test_one_can_ask_for_help_before_one_has_joined_but_not_step_out() -> None:
    async with attending(name="") as learner:
        await learner.press("ctrl+l", "f4", "ctrl+g")
        assert learner.screens == ["Lobby", "JoinScreen"]
        await learner.press("f1")
        assert learner.screens[-1] == "HelpScreen"
        assert learner.lines.made == []


async def test_a_broken_line_is_told_until_it_is_back_and_what_is_typed_stays() -> None:
    first = seated_at(made.room(), made.seat(made.view()))
    async with attending(first) as learner:
        await learner.press("f", "w", *"because")
        await learner.hear(BROKEN)
        assert "The line is broken" in learner.text()
        await learner.press(*" it")
        await learner.hear(first)
        assert "The line is broken" not in learner.text()
        assert learner.screens == ["Lobby", "ClassCase", "ReasonsScreen"]
        assert "because it" in learner.text()


async def test_signs_are_given_again_where_the_line_was_broken() -> None:
    async with attending(made.seated()) as learner:
        await learner.press("f4")
        await learner.answered()
        await learner.press("ctrl+l")
        learner.said.clear()
        await learner.hear(BROKEN, made.seated())
        assert [each.sign for each in learner.said if isinstance(each, Give)] == ["step_out", "need_help"]


async def test_a_class_that_is_over_is_said_so_and_q_leaves() -> None:
    async with attending(made.seated()) as learner:
        await learner.hear(Bye("The class is over.", final=True))
        assert learner.screens == ["Lobby", "Farewell"]
        assert "The class is over." in learner.text()
        await learner.press("r", "f4", "ctrl+l")
        assert learner.screens == ["Lobby", "Farewell"]
        assert len(learner.lines.made) == 1
        await learner.press("q")
        assert not learner.app.is_running


async def test_a_line_that_the_hub_closes_for_now_is_a_broken_one() -> None:
    async with attending(made.seated()) as learner:
        await learner.hear(Bye("The host is started again.", final=False), BROKEN)
        assert learner.screens == ["Lobby"]
        assert "The line is broken" in learner.text()


async def test_a_line_that_is_back_at_once_is_not_told_as_broken() -> None:
    async with attending(made.seated()) as learner:
        await learner.hear(BROKEN, made.seated())
        assert "The line is broken" not in learner.text()


async def test_a_debrief_can_be_read_to_its_end_though_the_class_is_over() -> None:
    ended = made.seat(made.view(step=False, debrief=debrief()), practise=made.practise())
    async with attending(seated_at(made.room("ended"), ended)) as learner:
        await learner.hear(Bye("The class is over.", final=True))
        assert learner.screens == ["Lobby", "ClassDebrief"]
        assert "The class is over." in learner.text()
        await learner.press("q")
        assert learner.screens == ["Lobby", "Farewell"]
        assert "4.2 Referral. Your answer about B departed from it." in learner.words()
        assert "d opens your debrief of the last case again. q leaves;" in learner.words()
        await learner.press("d")
        assert learner.screens == ["Lobby", "Farewell", "ClassDebrief"]
        await learner.press("q")
        assert learner.screens == ["Lobby", "Farewell"]
        await learner.press("q")
        assert not learner.app.is_running


async def test_to_quit_hangs_up() -> None:
    async with attending(made.seated()) as learner:
        await learner.press("ctrl+q")
    assert learner.lines.line.closed


class _Failing(FakeLine):
    async def talk(self, heard: Callable[..., object]) -> None:
        raise ConnectionError("nobody there")


async def test_a_line_that_fails_is_told_in_a_sentence_and_r_makes_another() -> None:
    lines = [_Failing(), FakeLine(made.seated())]
    app = LearnerApp(lambda _name, _team: lines.pop(0), name="Robin")
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert [type(screen).__name__ for screen in app.screen_stack] == ["Lobby", "Farewell"]
        await pilot.press("r")
        await pilot.pause()
        assert [type(screen).__name__ for screen in app.screen_stack] == ["Lobby"]
    assert not app.failed
