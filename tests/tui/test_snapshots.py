"""How every screen looks, in the smallest terminal and in a larger one; and one screen in every other theme."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

import pytest

from simulator.preferences.keeping import keep_preferences
from simulator.preferences.preferences import Preferences
from simulator.session.view import NO_CARE, CareView, FrameView
from simulator.tui.theme import THEMES, USUAL
from tests.tui.conftest import settle
from tests.tui.lost_property import almost_finish, lost_property
from tests.tui.test_guidance_screen import BOOK, CASES, WRITTEN
from tests.tui.written import LITTLE

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from textual.pilot import Pilot

    from simulator.session.case_packs import CaseRef
    from simulator.store.store import Store
    from simulator.tui.app import SimulatorApp
    from tests.tui.conftest import MakeApp

SnapCompare: TypeAlias = "Callable[..., bool]"

SIZES = [(80, 24), (120, 40)]
START = ("enter", "enter", "enter")
FIRST_STEP = ("f", "enter", "1", "down", "enter", "1", "enter", "c")
SCREENS: dict[str, tuple[str, ...]] = {
    "home": (),
    "packs": ("enter",),
    "new-case": ("enter", "enter"),
    "case": START,
    "search": (*START, "slash", "t", "h", "e"),
    "note": (*START, "a", "w", "h", "o"),
    "annotated": (*START, "h", "down", "a", "w", "h", "o", "ctrl+s"),
    "decisions": (*START, "f", "enter", "1"),
    "chooser": (*START, "f", "enter"),
    "chooser-several": (*START, "f", "down", "enter", "1"),
    "confirm": (*START, *FIRST_STEP),
    "feedback": (*START, *FIRST_STEP, "y"),
    "many-subjects": (*START, *FIRST_STEP, "y", "q", "f", "enter", "2", "down"),
    "reasons": (*START, "f", "w"),
    "frame": (*START, "f", "w", "ctrl+t"),
    "pause": (*START, "ctrl+b"),
    "skipped": (*START, "ctrl+g"),
    "help": (*START, "f1"),
    "settings": ("f3",),
    "keys": ("f3", "down", "down", "down", "enter"),
    "own-notes": (*START, "h", "down", "a", "w", "h", "o", "ctrl+s", "l"),
    "support": (*START, "f2"),
    "palette": (*START, "ctrl+p"),
}
FINISHED: dict[str, tuple[str, ...]] = {
    "draft": (),
    "discard": ("x",),
    "subjects-as-columns": ("enter",),
    "debrief": ("enter", "c", "y", "f", "0"),
    "explanation": ("enter", "c", "y", "m", "enter"),
    "rules": ("enter", "c", "y", "m", "y"),
    "changes": ("enter", "c", "y", "m", "x"),
    "ending": ("enter", "c", "y", "e"),
    "save": ("enter", "c", "y", "s", "ctrl+u", "a", "full_stop", "h", "t", "m", "l"),
    "own-words": ("enter", "f", "down", "a", "s", "o", "ctrl+s", "c", "y", "q"),
}
GUIDANCE: dict[str, tuple[str, ...]] = {
    "guidance": (),
    "guidance-text": ("down", "down", "enter"),
    "guidance-rules": ("down", "2"),
    "guidance-cases": ("down", "3"),
    "before-a-case": ("down", "3", "enter"),
    "guidance-search": ("slash", "s", "a", "f", "e"),
}
FRAME = FrameView("Five questions", (("First", "What is known?"), ("Then", "What follows?")))
CARE = CareView("Speak with your librarian.", "Stop: this is not a case; ring the bell.")


def exercising(name: str) -> Sequence[CaseRef]:
    return CASES if name == "LP2" else ()


def made(make_app: MakeApp) -> SimulatorApp:
    guide = lost_property()
    guide.frame = FRAME
    return make_app(guide=guide, care=CARE)


@pytest.fixture
def app(make_app: MakeApp) -> SimulatorApp:
    return made(make_app)


async def press(pilot: Pilot[None], keys: tuple[str, ...]) -> None:
    await pilot.pause()
    await settle(pilot)
    for key in keys:
        await pilot.press(key)
        await settle(pilot)


@pytest.fixture
def looks(snap_compare: SnapCompare) -> Callable[..., bool]:
    """Whether an app looks as it did, after some keys."""

    def compare(app: SimulatorApp, keys: tuple[str, ...], size: tuple[int, int]) -> bool:
        return snap_compare(app, terminal_size=size, run_before=partial(press, keys=keys))

    return compare


Looks: TypeAlias = "Callable[..., bool]"


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("screen", SCREENS)
def test_a_screen_looks_as_it_did(
    app: SimulatorApp, looks: Looks, screen: str, size: tuple[int, int]
) -> None:
    assert looks(app, SCREENS[screen], size)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("screen", FINISHED)
def test_a_screen_after_a_whole_case_looks_as_it_did(
    app: SimulatorApp, looks: Looks, store: Store, screen: str, size: tuple[int, int]
) -> None:
    almost_finish(store)
    assert looks(app, FINISHED[screen], size)


@pytest.mark.parametrize("size", SIZES, ids=["80x24", "120x40"])
@pytest.mark.parametrize("screen", GUIDANCE)
def test_the_guidance_looks_as_it_did(
    make_app: MakeApp, looks: Looks, screen: str, size: tuple[int, int]
) -> None:
    packs: Any = [WRITTEN, LITTLE]
    app = make_app(packs=packs, book=lambda: BOOK, exercising=exercising, care=NO_CARE)
    assert looks(app, ("down", "down", "enter", *GUIDANCE[screen]), size)


@pytest.mark.parametrize("theme", [name for name in THEMES if name != USUAL])
def test_a_debrief_in_another_theme_looks_as_it_did(
    make_app: MakeApp, looks: Looks, store: Store, theme: str
) -> None:
    keep_preferences(Preferences(theme=theme))
    almost_finish(store)
    assert looks(made(make_app), FINISHED["explanation"], (120, 40))


@pytest.mark.parametrize("screen", ["case", "decisions", "feedback"])
def test_the_large_layout_looks_as_it_did(make_app: MakeApp, looks: Looks, screen: str) -> None:
    keep_preferences(Preferences(layout="large"))
    assert looks(made(make_app), SCREENS[screen], (60, 18))


def test_three_panes_look_as_they_did(app: SimulatorApp, looks: Looks) -> None:
    assert looks(app, SCREENS["decisions"], (200, 60))


def test_a_terminal_that_is_too_small_looks_as_it_did(app: SimulatorApp, looks: Looks) -> None:
    assert looks(app, (), (60, 15))
