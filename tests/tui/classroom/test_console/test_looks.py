"""How the console looks, in the smallest terminal and in a large one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import pytest

from simulator.preferences.keeping import keep_preferences
from simulator.preferences.preferences import Preferences
from simulator.tui.classroom.console.app import ConsoleApp
from simulator.tui.classroom.console.choosing import Choosing
from tests.tui.classroom import made
from tests.tui.classroom.test_console.conftest import NOON, settle
from tests.tui.classroom.test_console.fake_class import FakeClass
from tests.tui.classroom.test_console.test_conducting import TO_A_CASE, under_vote

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

SIZES = [(80, 24), (160, 45)]
FROM_THE_START: dict[str, tuple[str, ...]] = {
    "gathering": (),
    "packs": ("enter",),
    "cases": ("enter", "enter"),
    "seed": ("enter", "down", "enter"),
    "pace": ("enter", "enter", "enter"),
    "preview": ("enter", "enter", "enter", "enter"),
    "preview-question": ("enter", "enter", "enter", "enter", "down", "down"),
    "reading": TO_A_CASE,
}
UNDER_VOTE: dict[str, tuple[str, ...]] = {
    "conduct": (),
    "learners": ("l",),
    "departures": ("d",),
    "reason": ("d", "a"),
    "discuss": ("w",),
    "prompt": ("p",),
    "join": ("j",),
    "go-back": ("b",),
    "end-class": ("q",),
    "quit": ("ctrl+q",),
    "help": ("f1",),
}


async def _press(pilot: Pilot[None], line: FakeClass, keys: tuple[str, ...]) -> None:
    await settle(pilot, line)
    for key in keys:
        await pilot.press(key)
        await settle(pilot, line)


@pytest.fixture
def looks(snap_compare: Callable[..., bool]) -> Callable[..., bool]:
    """Whether the console looks as it did, after some keys."""

    def compare(line: FakeClass, keys: tuple[str, ...], size: tuple[int, int]) -> bool:
        app = ConsoleApp(line, clock=lambda: NOON)
        return snap_compare(app, terminal_size=size, run_before=partial(_press, line=line, keys=keys))

    return compare


@pytest.fixture(autouse=True)
def _one_seed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Choosing, "draw_seed", lambda self: 7)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "160x45"])
@pytest.mark.parametrize("screen", FROM_THE_START)
def test_the_way_to_a_case_looks_as_it_did(
    looks: Callable[..., bool], screen: str, size: tuple[int, int]
) -> None:
    assert looks(FakeClass(), FROM_THE_START[screen], size)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "160x45"])
@pytest.mark.parametrize("screen", UNDER_VOTE)
def test_a_class_under_vote_looks_as_it_did(
    looks: Callable[..., bool], screen: str, size: tuple[int, int]
) -> None:
    assert looks(under_vote(), UNDER_VOTE[screen], size)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "160x45"])
def test_two_votes_and_a_pause_look_as_they_did(looks: Callable[..., bool], size: tuple[int, int]) -> None:
    line = under_vote(
        of=made.room(round=2, committed=17, paused="What would a parent ask?"), poll=made.poll()
    )
    assert looks(line, (), size)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "160x45"])
def test_a_case_that_has_ended_looks_as_it_did(looks: Callable[..., bool], size: tuple[int, int]) -> None:
    assert looks(under_vote(of=made.room("ended"), wrong=made.wrong()), ("s",), size)


def test_the_large_layout_looks_as_it_did(looks: Callable[..., bool]) -> None:
    keep_preferences(Preferences(layout="large"))
    assert looks(under_vote(), (), (60, 18))
