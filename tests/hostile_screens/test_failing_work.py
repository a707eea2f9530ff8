"""Work that fails on the desk is one sentence where the learner is, and a crash holds nothing that anybody wrote."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.widgets import Static

from simulator.session.runner import Runner
from simulator.tui import saving
from simulator.tui.app import FAILED, SimulatorApp, run_app
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.widgets.stepper import Stepper
from tests.tui.conftest import settle
from tests.tui.lost_property import CASE, almost_finish, lost_property
from tests.tui.written import training_of

if TYPE_CHECKING:
    from pathlib import Path

    from textual.pilot import Pilot

    from simulator.store.store import Store
    from tests.tui.conftest import Playing

FAULTS = [
    RuntimeError("[b]broken[/b]\x1b[2J\n" + "x" * 300),
    RecursionError(),
    MemoryError(),
    OSError(28, "full"),
]
SECRET = "Own words about Meadows"
IN_CASE: dict[str, tuple[type, str, tuple[str, ...], str]] = {
    "an answer": (Runner, "do", ("f", "enter", "1"), "Saving failed"),
    "a note": (Runner, "do", ("h",), "Saving failed"),
    "leaving": (Runner, "do", ("q",), "Leaving failed"),
    "skipping": (Runner, "do", ("ctrl+g",), "Skipping failed"),
}
IN_DEBRIEF: dict[str, tuple[Any, str, tuple[str, ...], str]] = {
    "why": (Runner, "explanation", ("end", "0", "n", "n", "2"), "Looking this up failed"),
    "a place to save": (saving, "proposed", ("s",), "Finding a place to save failed"),
    "saving": (saving, "save_debrief", ("s", "enter"), "cannot be used (full)"),
    "closing": (Runner, "forget_words", ("q",), "Closing the debrief failed"),
}


def failing(fault: Exception) -> Any:
    def fail(*_: object, **__: object) -> None:
        raise fault

    return fail


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
@pytest.mark.parametrize("name", ["an answer", "leaving"])
async def test_work_that_fails_in_a_case_is_said_and_the_program_goes_on(
    playing: Playing, monkeypatch: pytest.MonkeyPatch, name: str, fault: Exception
) -> None:
    where, what, keys, sentence = IN_CASE[name]
    async with playing() as player:
        await player.start()
        await player.press("f")
        with monkeypatch.context() as broken:
            broken.setattr(where, what, failing(fault))
            await player.press(*keys)
            assert f"! {sentence} ({type(fault).__name__}" in " ".join(player.text().split())
            assert {len(line) for line in player.text().split("\n")} == {80}
        assert player.app.is_running
        assert not player.app.failed


@pytest.mark.parametrize("name", ["a note", "skipping"])
async def test_whatever_fails_in_a_case_is_said(
    playing: Playing, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    where, what, keys, sentence = IN_CASE[name]
    async with playing() as player:
        await player.start()
        await player.press("f")
        monkeypatch.setattr(where, what, failing(FAULTS[0]))
        await player.press(*keys)
        assert f"! {sentence} (RuntimeError: [b]broken[/b]" in player.text()
        assert player.app.is_running


@pytest.mark.parametrize("name", IN_DEBRIEF)
async def test_whatever_fails_in_a_debrief_is_said(
    playing: Playing, store: Store, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    where, what, keys, sentence = IN_DEBRIEF[name]
    almost_finish(store)
    async with playing() as player:
        await player.press("enter", "c", "y")
        assert isinstance(player.app.screen, DebriefScreen)
        monkeypatch.setattr(where, what, failing(FAULTS[3]))
        await player.press(*keys)
        assert sentence in " ".join(player.text().replace("│", " ").split())
        assert player.app.is_running
        assert not player.app.failed


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: type(fault).__name__)
async def test_what_cannot_be_loaded_leaves_an_opening_screen(fault: Exception) -> None:
    app = SimulatorApp(failing(fault))
    async with app.run_test() as pilot:
        await settle(pilot)
        assert isinstance(app.screen, HomeScreen)
        assert type(fault).__name__ in str(app.screen.query_one("#said", Static).content)
        await pilot.press("q")
    assert app.return_code == 0
    app._desk.close()


@pytest.mark.parametrize("where", [(Stepper, "_draw"), (SimulatorApp, "on_recorded"), (HomeScreen, "say")])
def test_the_report_of_a_crash_holds_nobody_s_words(
    store: Store,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    where: tuple[type, str],
) -> None:
    """It crashes with somebody's words in its message, its arguments and its variables."""
    monkeypatch.setenv("SIMULATOR_STATE", str(tmp_path / "state"))
    guide = lost_property()
    guide.words = dict.fromkeys(guide.words, SECRET)

    def fail(*given: object, **more: object) -> None:
        words = {"secret": SECRET}
        raise KeyError(words["secret"], given)

    async def play(pilot: Pilot[Any]) -> None:
        for key in ("enter", "enter", "enter"):
            await settle(pilot)
            await pilot.press(key)
        await settle(pilot)
        monkeypatch.setattr(*where, fail)
        await pilot.press("f", "enter", "1", "q")
        await settle(pilot)

    run = SimulatorApp.run
    monkeypatch.setattr(SimulatorApp, "run", lambda app: run(app, headless=True, auto_pilot=play))
    assert run_app(lambda: training_of(guide, CASE, store)) == FAILED
    told = capsys.readouterr().err
    [report] = (tmp_path / "state").iterdir()
    assert str(report) in "".join(told.split())
    for said in (told, report.read_text()):
        assert "Meadows" not in said
        assert "Traceback" not in said
        assert CASE["title"] not in said
    assert len(store.unfinished()) == 1
