"""The report of a class saved: a whole new folder, or nothing and a sentence."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.report.faults import ReportFault
from simulator.report.of_class.report import class_report
from simulator.report.of_class.saving import folder_name, save_class_report

from .hostile import calm, small

NAME = "class-2026-03-02-9f2c77aa"
FILES = [
    "report.html", "for-the-facilitator.html", "votes.csv", "paragraphs.csv", "calibration.csv", "departures.csv",
    "timeline.csv", "learners.csv",
]  # fmt: skip


def test_every_file_lies_in_a_folder_named_after_the_day_and_the_class(tmp_path: Path) -> None:
    saved = save_class_report(calm(), tmp_path)
    assert saved == tuple(tmp_path / NAME / file for file in FILES)
    assert {path.name: path.read_bytes() for path in saved} == class_report(calm())
    assert [one.name for one in tmp_path.iterdir()] == [NAME]


def test_the_same_report_saved_again_stays_as_it_is(tmp_path: Path) -> None:
    first = save_class_report(calm(), tmp_path)
    before = first[0].stat().st_mtime_ns
    assert save_class_report(calm(), tmp_path) == first
    assert first[0].stat().st_mtime_ns == before
    assert [one.name for one in tmp_path.iterdir()] == [NAME]


def test_another_report_of_the_class_gets_a_folder_of_its_own(tmp_path: Path) -> None:
    first = save_class_report(calm(), tmp_path)
    second = save_class_report(small(), tmp_path)
    third = save_class_report(replace(small(), over=False), tmp_path)
    assert [one[0].parent.name for one in (first, second, third)] == [NAME, f"{NAME}-2", f"{NAME}-3"]
    assert {path.name: path.read_bytes() for path in first} == class_report(calm())


@pytest.mark.parametrize("name", ["votes.csv", "another.txt"])
def test_a_folder_that_holds_another_report_or_none_is_left_as_it_is(tmp_path: Path, name: str) -> None:
    taken = tmp_path / NAME
    taken.mkdir()
    (taken / name).write_text("mine")
    assert save_class_report(calm(), tmp_path)[0].parent.name == f"{NAME}-2"
    assert {each.name: each.read_text() for each in taken.iterdir()} == {name: "mine"}


def test_a_report_that_cannot_be_read_is_taken_for_another(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_class_report(calm(), tmp_path)

    def not_allowed(_: Path) -> bytes:
        raise PermissionError

    monkeypatch.setattr(Path, "read_bytes", not_allowed)
    assert save_class_report(calm(), tmp_path)[0].parent.name == f"{NAME}-2"


def test_the_home_folder_can_be_named_by_its_sign(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    for _ in range(2):
        assert save_class_report(calm(), Path("~"))[0] == tmp_path / NAME / FILES[0]


@pytest.mark.parametrize(
    ("class_", "began", "name"),
    [
        ("../../etc", "2026-03-02T09:00:00Z", "class-2026-03-02-etc"),
        ("a/b\\c:d\0e", None, "class-a-b-c-d-e"),
        ("…", None, "class"),
        ("x" * 300, "2026-03-02T09:00:00Z", f"class-2026-03-02-{'x' * 40}"),
    ],
)
def test_the_name_of_the_folder_is_one_that_every_system_takes(
    class_: str, began: str | None, name: str
) -> None:
    assert folder_name(replace(calm(), class_=class_, began=began)) == name
    assert re.fullmatch("[0-9A-Za-z-]+", name)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    no = tmp_path / "no"
    with pytest.raises(
        ReportFault, match=f"^There is no folder {re.escape(str(no))}; choose one that is there.$"
    ):
        save_class_report(calm(), no)
    assert not list(tmp_path.iterdir())
