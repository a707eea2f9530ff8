"""The app around the screens: sizes, ends, failures, and what the first frame needs."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest
from textual.binding import Binding

from simulator.errors.faults import UsageFault
from simulator.store.faults import StoreFault
from simulator.tui import app as app_module
from simulator.tui.app import SimulatorApp, run_app
from simulator.tui.safe_app import SafeApp
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.case_list import CaseList
from simulator.tui.screens.chooser import Chooser, Options
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import CONTENT_NOTE, HomeScreen
from simulator.tui.screens.new_case import NewCase
from simulator.tui.screens.reasons import ReasonsScreen, Ticks
from simulator.tui.screens.too_small import TooSmall
from simulator.tui.widgets.standing import NOT_YET_KNOWN
from tests.tui.conftest import screen_text, settle
from tests.tui.lost_property import almost_finish

if TYPE_CHECKING:
    from textual.app import App
    from textual.screen import Screen

    from simulator.session.training import Training
    from simulator.store.store import Store
    from tests.tui.conftest import MakeApp, Playing

HEAVY = ("yaml", "sqlalchemy", "faker", "pluggy", "jsonschema_rs", "textual.widgets._data_table")
BOUND = (
    SafeApp, HomeScreen, CaseList, NewCase, CaseScreen, Chooser, Options, ReasonsScreen, Ticks,
    Ask, DebriefScreen, TooSmall,
)  # fmt: skip


KEPT_PACK = {
    "name": "core",
    "title": "Kept from last time",
    "content_note": "Sober.",
    "minutes": 20,
    "intensity": 2,
    "cases": [["one", "One"], ["two", "Two"], 7],
    "makes": True,
    "first": "one",
}


def unloadable() -> Training:
    raise UsageFault("There is no pack of cases; install one.")


def test_the_first_frame_needs_no_pack_no_store_and_no_plugin() -> None:
    program = f"import sys, simulator.tui.app; print([name for name in {HEAVY} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


async def test_the_first_frame_shows_title_note_and_the_standing_line_of_the_index() -> None:
    app = SimulatorApp(unloadable, {"standing": "Made up."})
    async with app.run_test(size=(80, 24)):
        text = screen_text(app)
    assert "Training simulator" in text
    assert CONTENT_NOTE.split(",", maxsplit=1)[0] in text
    assert "Made up." in text


async def test_packs_of_the_index_are_shown_before_anything_is_loaded(make_app: MakeApp) -> None:
    app = SimulatorApp(unloadable, {"standing": "Made up.", "packs": [KEPT_PACK, {"name": "broken"}, 7]})
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert [entry in screen_text(app) for entry in ("First case", "Practise", "Assess")] == [True] * 3
        app._desk.close()


async def test_a_case_to_go_on_with_is_looked_for_before_anything_else(
    make_app: MakeApp, store: Store
) -> None:
    almost_finish(store)
    app, known = make_app(), Event()
    load = app._load
    app._load = lambda: (known.wait(20), load())[1]
    app._index = {"packs": [KEPT_PACK]}
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        assert "Looking for cases to go on with" in screen_text(app)
        await pilot.press("x")
        known.set()
        await settle(pilot)
        await pilot.press("enter")
        await settle(pilot)
        assert isinstance(app.screen, CaseScreen)
    assert len(store.unfinished()) == 1


async def test_two_quick_enters_open_a_case_once(
    playing: Playing, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    almost_finish(store)
    load, twice = store.load, Event()
    async with playing() as player:
        monkeypatch.setattr(store, "load", lambda session: (twice.wait(20), load(session))[1])
        await player.pilot.press("enter", "enter")
        twice.set()
        await player.settle()
        assert [type(screen) for screen in player.app.screen_stack] == [HomeScreen, CaseScreen]


async def test_what_cannot_be_opened_leaves_the_choice_open(
    playing: Playing, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    almost_finish(store)
    async with playing() as player:
        with monkeypatch.context() as broken:
            broken.setattr(store, "load", None)
            await player.press("enter")
        assert "! Going on failed (TypeError" in player.text()
        await player.press("enter")
        assert isinstance(player.app.screen, CaseScreen)


async def test_the_very_first_frame_has_a_standing_line_that_holds_for_any_cases() -> None:
    app = SimulatorApp(unloadable)
    async with app.run_test(size=(80, 24)):
        assert NOT_YET_KNOWN in screen_text(app)
        app._desk.close()


async def test_what_cannot_be_loaded_is_said_in_a_sentence() -> None:
    app = SimulatorApp(unloadable)
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await settle(pilot)
        assert "! There is no pack of cases; install one." in screen_text(app)
        app._desk.close()


@pytest.mark.parametrize("size", [(79, 24), (80, 23), (20, 5)])
async def test_a_terminal_that_is_too_small_is_told_so(playing: Playing, size: tuple[int, int]) -> None:
    async with playing(size=size) as player:
        assert f"This terminal has {size[0]} columns" in " ".join(player.text().split())


async def test_a_terminal_that_is_too_small_shows_the_standing_line(playing: Playing) -> None:
    async with playing(size=(60, 15)) as player:
        assert "Made up; for tests only." in player.text()


async def test_a_terminal_that_is_too_small_at_once_shows_the_standing_line_of_the_index() -> None:
    app = SimulatorApp(unloadable, {"standing": "Made up."})
    async with app.run_test(size=(30, 8)):
        assert isinstance(app.screen, TooSmall)
        assert "Made up." in screen_text(app)
        app._desk.close()


async def test_with_many_drafts_and_much_to_say_the_standing_line_is_still_there(
    playing: Playing, store: Store
) -> None:
    for _ in range(9):
        almost_finish(store)
    async with playing(troubles=[f"pack {number} is left out" for number in range(9)]) as player:
        lines = player.text().splitlines()
        assert lines[-2].strip() == "Made up; for tests only."
        assert "! pack 0 is left out" in player.text()


async def test_a_long_content_note_leaves_the_standing_line_and_the_buttons_in_sight(
    playing: Playing,
) -> None:
    async with playing() as player:
        [pack] = player.app.desk._training.packs if player.app.desk else ()
        player.app.push_screen(NewCase(replace(pack, content_note="A long note of many words. " * 80), 7))
        await player.settle()
        assert player.text().splitlines()[-2].strip() == "Made up; for tests only."
        assert "Start" in player.text().splitlines()[-6]
        await player.press("5", "enter")
        assert isinstance(player.app.screen, HomeScreen)


async def test_a_terminal_that_grows_shows_the_screen_again(playing: Playing) -> None:
    async with playing(size=(80, 24)) as player:
        await player.start()
        await player.pilot.resize_terminal(60, 20)
        await player.settle()
        assert isinstance(player.app.screen, TooSmall)
        await player.pilot.resize_terminal(120, 40)
        await player.settle()
        assert isinstance(player.app.screen, CaseScreen)
        assert "A reader brought three things" in player.text()


async def test_a_failing_store_is_said_in_a_line_and_the_case_goes_on(
    playing: Playing, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: Any) -> None:
        raise StoreFault("The disk is full, so nothing more can be saved; make room and try again.")

    async with playing() as player:
        await player.start()
        with monkeypatch.context() as broken:
            broken.setattr(store, "append", full)
            await player.press("enter", "1")
        assert "! The disk is full" in player.text()
        assert "0 of 2 answered" in player.text()
        await player.press("enter", "1")
        assert "1 of 2 answered" in player.text()


async def test_work_that_breaks_is_said_in_a_line_and_the_case_goes_on(
    playing: Playing, store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with playing() as player:
        await player.start()
        with monkeypatch.context() as broken:
            broken.setattr(store, "append", None)
            await player.press("enter", "1")
        assert "! Saving failed (TypeError" in player.text()
        await player.press("enter", "1")
        assert "Saved." in player.text()


async def test_ctrl_c_ends_with_130(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.pilot.press("ctrl+c")
    assert player.app.return_code == 130


async def test_q_quits_from_the_opening_screen(playing: Playing) -> None:
    async with playing() as player:
        await player.pilot.press("q")
    assert player.app.return_code == 0


def test_a_crash_is_one_sentence_and_exits_with_3(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def crash(app: App[None]) -> None:
        try:
            raise RuntimeError("secret")
        except RuntimeError as error:
            app._handle_exception(error)
        app._print_error_renderables()

    monkeypatch.setattr(app_module.SimulatorApp, "run", crash)
    assert run_app(unloadable) == 3
    told = " ".join(capsys.readouterr().err.split())
    assert told.startswith("The simulator failed (RuntimeError at ")
    assert "start it again to go on" in told
    assert "secret" not in told


@pytest.mark.parametrize("where", BOUND)
def test_every_binding_has_an_id_and_a_tooltip(where: type[App[Any] | Screen[Any]]) -> None:
    bindings = [binding for binding in where.__dict__["BINDINGS"] if isinstance(binding, Binding)]
    assert bindings
    assert all(binding.id and binding.tooltip for binding in bindings)


def test_no_two_bindings_share_an_id() -> None:
    ids = [binding.id for where in BOUND for binding in where.__dict__["BINDINGS"]]
    assert len(ids) == len(set(ids))
