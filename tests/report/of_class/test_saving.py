"""The report of a class saved: a whole new folder, or nothing and a sentence."""

from __future__ import annotations

import errno
import os
import re
import stat
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from simulator.report.faults import ReportFault
from simulator.report.of_class.report import class_report
from simulator.report.of_class.saving import folder_name, save_class_report

from .hostile import calm, small

if TYPE_CHECKING:
    from collections.abc import Callable

NAME = "class-2026-03-02-9f2c77aa"
FILES = [
    "report.html", "for-the-facilitator.html", "votes.csv", "paragraphs.csv", "calibration.csv", "departures.csv",
    "timeline.csv", "learners.csv",
]  # fmt: skip


def refusal(folder: Path) -> str:
    with pytest.raises(ReportFault) as fault:
        save_class_report(calm(), folder)
    return str(fault.value)


def test_every_file_lies_in_a_folder_named_after_the_day_and_the_class(tmp_path: Path) -> None:
    saved = save_class_report(calm(), tmp_path)
    assert saved == tuple(tmp_path / NAME / file for file in FILES)
    assert {path.name: path.read_bytes() for path in saved} == class_report(calm())
    assert [one.name for one in tmp_path.iterdir()] == [NAME]


def test_nobody_else_can_read_it(tmp_path: Path) -> None:
    folder = save_class_report(calm(), tmp_path)[0].parent
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700


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


@pytest.mark.parametrize(
    "there", ["file", "link to nothing", "link to a folder", "empty folder", "half a report"]
)
def test_what_is_there_is_left_as_it_is(tmp_path: Path, there: str) -> None:
    taken, elsewhere = tmp_path / NAME, tmp_path / "elsewhere"
    elsewhere.mkdir()
    match there:
        case "file":
            taken.write_text("mine")
        case "link to nothing":
            taken.symlink_to(tmp_path / "nowhere")
        case "link to a folder":
            taken.symlink_to(elsewhere)
        case "empty folder":
            taken.mkdir()
        case "half a report":
            taken.mkdir()
            (taken / "votes.csv").write_text("mine")
    before = taken.lstat()
    assert save_class_report(calm(), tmp_path)[0].parent.name == f"{NAME}-2"
    assert (taken.lstat().st_ino, taken.lstat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)
    assert not list(elsewhere.iterdir())


def test_a_folder_that_comes_between_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    rename = Path.rename

    def meanwhile(self: Path, target: Path) -> Path:
        if target.name == NAME:
            target.mkdir()
            (target / "mine").write_text("mine")
        return rename(self, target)

    monkeypatch.setattr(Path, "rename", meanwhile)
    assert save_class_report(calm(), tmp_path)[0].parent.name == f"{NAME}-2"
    assert [one.name for one in (tmp_path / NAME).iterdir()] == ["mine"]


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
    assert refusal(tmp_path / "no") == f"There is no folder {tmp_path / 'no'}; choose one that is there."
    assert not list(tmp_path.iterdir())


def test_a_file_in_place_of_the_folder_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert refusal(tmp_path / "file") == f"{tmp_path / 'file'} is no folder; choose one that is there."


@pytest.mark.parametrize("name", ["a\0b", "~nobody-of-this-name"])
def test_what_is_no_name_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    monkeypatch.chdir(tmp_path)
    sentence = refusal(Path(name))
    assert sentence.endswith("choose another.")
    assert "\0" not in sentence


def failing(number: int) -> Callable[..., None]:
    def fail(*_: object) -> None:
        raise OSError(number, os.strerror(number))

    return fail


@pytest.mark.parametrize("step", ["os.fsync", "pathlib.Path.rename"])
@pytest.mark.parametrize(
    ("number", "told"),
    [
        (errno.ENOSPC, "The disk is full"),
        (errno.EDQUOT, "You have no room left"),
        (errno.EACCES, "You may not write"),
        (errno.EROFS, "can only be read"),
        (errno.EIO, os.strerror(errno.EIO)),
    ],
)
def test_a_disk_that_fails_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, number: int, told: str
) -> None:
    monkeypatch.setattr(step, failing(number))
    sentence = refusal(tmp_path)
    assert told in sentence
    assert sentence.endswith(".")
    assert not list(tmp_path.iterdir())
