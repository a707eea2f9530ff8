"""How every screen looks, in the smallest terminal and in a larger one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

import pytest

from tests.tui.conftest import settle
from tests.tui.lost_property import almost_finish

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.pilot import Pilot

    from simulator.store.store import Store
    from tests.tui.conftest import MakeApp

SnapCompare: TypeAlias = "Callable[..., bool]"

SIZES = [(80, 24), (120, 40)]
START = ("enter", "enter")
FIRST_STEP = ("f", "enter", "1", "down", "enter", "1", "enter", "c", "y", "f")
SCREENS = {
    "home": (),
    "new-case": ("enter",),
    "case": START,
    "decisions": (*START, "f", "enter", "1"),
    "chooser": (*START, "f", "enter"),
    "chooser-several": (*START, "f", "down", "enter", "1"),
    "many-subjects": (*START, *FIRST_STEP, "enter", "2", "down"),
    "reasons": (*START, "f", "w"),
    "confirm": (*START, *FIRST_STEP[:-2]),
}
FINISHED = {
    "draft": (),
    "subjects-as-columns": ("enter", "f"),
    "debrief": ("enter", "c", "y"),
    "explanation": ("enter", "c", "y", "m", "enter"),
    "rules": ("enter", "c", "y", "m", "y"),
    "changes": ("enter", "c", "y", "m", "x"),
    "ending": ("enter", "c", "y", "e"),
}


async def press(pilot: Pilot[None], keys: tuple[str, ...]) -> None:
    await pilot.pause()
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_looks_as_it_did(
    make_app: MakeApp, snap_compare: SnapCompare, screen: str, size: tuple[int, int]
) -> None:
    assert snap_compare(make_app(), terminal_size=size, run_before=partial(press, keys=SCREENS[screen]))


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("screen", FINISHED)
def test_a_screen_after_a_whole_case_looks_as_it_did(
    make_app: MakeApp, snap_compare: SnapCompare, store: Store, screen: str, size: tuple[int, int]
) -> None:
    almost_finish(store)
    assert snap_compare(make_app(), terminal_size=size, run_before=partial(press, keys=FINISHED[screen]))


def test_a_terminal_that_is_too_small_looks_as_it_did(make_app: MakeApp, snap_compare: SnapCompare) -> None:
    assert snap_compare(make_app(), terminal_size=(60, 15), run_before=partial(press, keys=()))
