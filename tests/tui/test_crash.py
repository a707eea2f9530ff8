"""A crash leaves a report for whoever mends the program, which holds nothing that anybody wrote."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.tui import app as app_module
from simulator.tui.app import SimulatorApp, run_app
from simulator.tui.crash import write_report
from tests.tui.test_app import unloadable

if TYPE_CHECKING:
    from textual.app import App

    from tests.tui.conftest import Playing

SECRET = "My own words about Mr Meadows"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SIMULATOR_STATE", str(tmp_path / "state"))
    monkeypatch.setenv("TERM", "xterm-256color")
    return tmp_path / "state"


def fail(secret: str) -> None:
    answers = {"why": secret}
    try:
        raise KeyError(answers["why"])
    except KeyError as fault:
        raise ValueError(secret) from fault


def report_of(secret: str = SECRET) -> str:
    try:
        fail(secret)
    except ValueError as fault:
        return write_report(fault, ["HomeScreen", "CaseScreen"], (80, 24)).read_text()
    raise AssertionError


def test_a_report_says_where_it_failed_in_what_and_on_which_screens(folder: Path) -> None:
    report = report_of()
    assert re.search(r"^error: builtins\.ValueError$", report, re.MULTILINE)
    assert re.search(r"^error: builtins\.KeyError$", report, re.MULTILINE)
    assert re.search(r"^  test_crash\.py:\d+ fail$", report, re.MULTILINE)
    assert "terminal: 80x24, TERM=xterm-256color" in report
    assert "screens: HomeScreen, CaseScreen" in report
    assert re.search(r"^textual: 8\.", report, re.MULTILINE)


def test_a_report_holds_no_message_no_value_and_no_folder_of_a_person(folder: Path) -> None:
    report = report_of()
    assert SECRET not in report
    assert "Meadows" not in report
    assert str(Path(__file__).parent) not in report
    assert str(Path.home()) not in report


def test_a_hostile_terminal_name_is_no_more_than_a_name(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TERM", "\x1b[2J xterm\n" + "x" * 5000)
    assert "TERM=2Jxterm" in report_of()
    assert "\x1b" not in report_of()


def test_an_error_that_is_its_own_cause_is_told_once(folder: Path) -> None:
    fault = ValueError()
    fault.__context__ = other = KeyError()
    other.__context__ = fault
    assert write_report(fault, [], (80, 24)).read_text().count("error:") == 2


def crash(app: App[None]) -> None:
    try:
        fail(SECRET)
    except ValueError as fault:
        app._handle_exception(fault)
    app._print_error_renderables()


def test_a_crash_says_where_its_report_lies(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(app_module.SimulatorApp, "run", crash)
    assert run_app(unloadable) == 3
    told = "".join(capsys.readouterr().err.split())
    [report] = folder.iterdir()
    assert f"Areportliesin{report}" in told
    assert "Meadows" not in told


def test_a_report_that_cannot_be_written_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    monkeypatch.setenv("SIMULATOR_STATE", str(tmp_path / "file" / "state"))
    monkeypatch.setattr(app_module.SimulatorApp, "run", crash)
    assert run_app(unloadable) == 3
    assert "A report could not be written in" in " ".join(capsys.readouterr().err.split())


async def test_a_crash_in_the_middle_of_a_case_names_the_screens(folder: Path, playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        app: SimulatorApp = player.app
        said = app._report()
        assert "A report lies in" in said
        [report] = folder.iterdir()
        assert "screens: HomeScreen, CaseScreen" in report.read_text()
