"""`simulator progress`: what is due and what the record shows, in four forms; it begins nothing."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from jsonschema_rs import Draft202012Validator

from simulator.cli.commands import progress
from simulator.cli.main import main
from simulator.cli.parser import read_words
from simulator.preferences.keeping import keep_minutes
from simulator.report.of_learner.pages import record_page
from simulator.report.of_learner.tables import record_tables
from simulator.session.training import Training
from simulator.store.faults import StoreFault
from simulator.store.store import Store
from tests.plain.planned import Planned
from tests.report.of_learner.records import EMPTY, NOTHING_DUE, RECORD, leaves
from tests.report.of_learner.test_progress import COMMITTED
from tests.session.lost_property import LostProperty

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from simulator.session.commands import Mode
    from simulator.session.record_view import RecordView
    from simulator.session.runner import Runner

    Printed = pytest.CaptureFixture[str]

NAME = "record-2026-03-09-heron-42"


def nothing(_: Mode) -> Runner:
    """It begins nothing."""
    raise AssertionError


@pytest.fixture
def planned() -> Planned:
    return Planned(nothing)


@pytest.fixture(autouse=True)
def _own_preferences(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The minutes that one test chooses are no other's."""
    monkeypatch.setenv("SIMULATOR_PREFERENCES", str(tmp_path / "preferences.json"))


@pytest.fixture(autouse=True)
def training(planned: Planned, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Training]:
    """A place to train at with practice over views written by hand."""
    store = Store(tmp_path / "store.sqlite")
    training = Training(LostProperty(), store, [], lambda _pack, _which: {}, practice=planned)
    monkeypatch.setattr(progress, "training_of", lambda _workshop: training)
    yield training
    store.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "saved"
    made.mkdir()
    return made


def said(capsys: Printed, *words: str) -> str:
    """What is printed, in single spaces, where all goes well."""
    assert main(["progress", *words]) == 0
    printed = capsys.readouterr()
    assert printed.err == ""
    return " ".join(printed.out.split())


def refused(capsys: Printed, *words: str) -> str:
    """The sentence that ends a wrong use; nothing is printed beside it."""
    assert main(["progress", *words]) == 2
    printed = capsys.readouterr()
    assert printed.out == ""
    assert printed.err.count("\n") == 1
    return printed.err


# What it shows


def test_it_tells_what_is_due_and_then_the_record(capsys: Printed, planned: Planned) -> None:
    told = said(capsys)
    assert told.startswith("Two rules are due. Planned for 25 minutes: 1. Storing: on the shelf.")
    assert told.index("2. Telling: the owner. New.") < told.index("Learner heron-42, on 2026-03-09. 7 cases")
    assert "Left out of every figure: The phone rang. Session bb22." in told
    assert planned.asked == [("today", 30), ("record",)]


@pytest.mark.parametrize(
    "changed",
    leaves(RECORD, but={"ConfusionView.question", "MistakeKindView.kind", "CalibrationRowView.name"})[::9],
)
def test_the_record_is_told_whole(capsys: Printed, planned: Planned, changed: RecordView) -> None:
    before = said(capsys)
    planned.shows = changed
    assert said(capsys) != before


def test_no_line_is_wider_than_the_others_of_the_program(capsys: Printed) -> None:
    assert main(["progress"]) == 0
    assert max(map(len, capsys.readouterr().out.splitlines())) <= 100


def test_hostile_texts_come_out_inert(capsys: Printed, planned: Planned) -> None:
    planned.shows = replace(RECORD, learner="a\x1b[2Jb\u202ec")
    assert not {"\x1b", "\u202e"} & set(said(capsys))


@pytest.mark.parametrize("empty", [False, True])
def test_json_is_one_object_that_keeps_to_its_schema_and_nothing_else(
    capsys: Printed, planned: Planned, empty: bool
) -> None:
    if empty:
        planned.plan, planned.shows = NOTHING_DUE, EMPTY
    assert main(["progress", "--format", "json", "--minutes", "10"]) == 0
    [line] = capsys.readouterr().out.splitlines()
    data = json.loads(line)
    Draft202012Validator(json.loads(COMMITTED.read_text(encoding="utf-8"))).validate(data)
    assert data["record"]["learner"] == "heron-42"
    assert ("today", 10) in planned.asked


def test_html_is_saved_as_one_file(capsys: Printed, folder: Path) -> None:
    assert main(["progress", "--format", "html", "--folder", str(folder)]) == 0
    [saved] = folder.iterdir()
    assert capsys.readouterr().out == f"{saved}\n"
    assert saved.name == f"{NAME}.html"
    assert saved.read_text(encoding="utf-8") == record_page(RECORD)


def test_csv_is_saved_as_a_folder_of_tables(capsys: Printed, folder: Path) -> None:
    assert main(["progress", "--format", "csv", "--folder", str(folder)]) == 0
    [saved] = folder.iterdir()
    assert {path.name: path.read_bytes() for path in saved.iterdir()} == record_tables(RECORD)
    assert capsys.readouterr().out.splitlines() == [str(saved / name) for name in record_tables(RECORD)]


def test_without_a_folder_it_is_saved_where_one_is(
    capsys: Printed, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert main(["progress", "--format", "html"]) == 0
    assert capsys.readouterr().out == f"{folder / NAME}.html\n"


def test_a_folder_that_is_not_there_is_told(capsys: Printed, folder: Path) -> None:
    no = folder / "no"
    assert f"There is no folder {no}" in refused(capsys, "--format", "csv", "--folder", str(no))


@pytest.mark.parametrize("form", ["text", "json", "html", "csv"])
def test_it_begins_nothing(
    capsys: Printed, training: Training, folder: Path, planned: Planned, form: str
) -> None:
    kept = training.store.unfinished(), training.store.last_finished()
    where = ("--folder", str(folder)) if form in {"html", "csv"} else ()
    assert main(["progress", "--format", form, *where]) == 0
    assert planned.begun == []
    assert (training.store.unfinished(), training.store.last_finished()) == kept


# Corrections


@pytest.mark.parametrize(
    ("words", "did"),
    [
        (("--leave-out", "bb22", "--reason", "The phone rang."), ("leave_out", "bb22", "The phone rang.")),
        (("--count-again", "bb22", "--reason", "A slip."), ("count_again", "bb22", "A slip.")),
        (("--rebuild",), ("rebuild",)),
    ],
)
@pytest.mark.parametrize("form", ["text", "json"])
def test_a_correction_comes_first_and_is_told_beside_the_output(
    capsys: Printed, planned: Planned, words: tuple[str, ...], did: tuple[str, ...], form: str
) -> None:
    assert main(["progress", "--format", form, *words]) == 0
    printed = capsys.readouterr()
    assert planned.asked[0] == did
    assert planned.asked[1:] == [("today", 30), ("record",)]
    assert printed.err.count("\n") == 1
    assert form == "text" or json.loads(printed.out)["format"] == "progress/1"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("--leave-out", "bb22"), "a correction needs a reason"),
        (("--leave-out", "bb22", "--reason", "  "), "a correction needs a reason"),
        (("--count-again", "bb22"), "a correction needs a reason"),
        (("--reason", "x"), "--reason goes with"),
        (("--reason", "x", "--rebuild"), "--reason goes with"),
        (("--folder", "."), "--folder goes with"),
        (("--format", "json", "--folder", "."), "--folder goes with"),
        (("--leave-out", "a", "--count-again", "a", "--reason", "x"), "not allowed with"),
        (("--leave-out", "a", "--rebuild", "--reason", "x"), "not allowed with"),
        (("--minutes", "0"), "no whole number from 1 to 600"),
        (("--minutes", "601"), "no whole number from 1 to 600"),
        (("--minutes", "ten"), "no whole number from 1 to 600"),
        (("--format", "pdf"), "invalid choice"),
    ],
)
def test_words_that_do_not_go_together_change_nothing(
    capsys: Printed, planned: Planned, words: tuple[str, ...], sentence: str
) -> None:
    assert sentence in refused(capsys, *words)
    assert planned.asked == []


def test_a_session_that_is_hostile_is_told_inert(capsys: Printed) -> None:
    assert main(["progress", "--leave-out", "a\x1b[2J", "--reason", "x"]) == 0
    assert "\x1b" not in capsys.readouterr().err


@pytest.mark.parametrize("method", ["today", "record", "leave_out"])
def test_a_fault_of_the_store_is_a_sentence(capsys: Printed, planned: Planned, method: str) -> None:
    planned.fails = {method: StoreFault("The disk is full.")}
    words = ("--leave-out", "a", "--reason", "x") if method == "leave_out" else ()
    assert main(["progress", *words]) == 2
    printed = capsys.readouterr()
    assert printed.err == "simulator: The disk is full.\n"
    assert printed.out == ""


def test_where_nothing_is_scheduled_that_is_said(
    capsys: Printed, training: Training, monkeypatch: pytest.MonkeyPatch
) -> None:
    bare = replace(training, practice=None)
    monkeypatch.setattr(progress, "training_of", lambda _workshop: bare)
    assert "nothing is scheduled here" in refused(capsys)


def test_without_minutes_those_chosen_last_hold(capsys: Printed, planned: Planned) -> None:
    assert keep_minutes(17) == ""
    said(capsys)
    assert planned.asked[0] == ("today", 17)
    said(capsys, "--minutes", "5")
    assert ("today", 5) in planned.asked


def test_it_is_read_with_what_it_does_without_words() -> None:
    asked = read_words(["progress"])
    assert (asked.format, asked.minutes, asked.folder, asked.rebuild) == ("text", 30, None, False)
