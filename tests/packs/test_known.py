"""What is in a pack's folder is read again where a file may have changed, and only there."""

from __future__ import annotations

import os
import time
from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import InputFault
from simulator.packs import known
from simulator.packs.known import known_of

from .installing import pack_text, write

if TYPE_CHECKING:
    from pathlib import Path

CASE = 'format: written-case/1\ncase: one\ntitle: "One"\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    write(tmp_path / "mine" / "pack.yaml", pack_text("mine"))
    write(tmp_path / "mine" / "cases" / "one.yaml", CASE)
    write(tmp_path / "mine" / "cases" / "bad.yaml", "format: written-case/1\n")
    return tmp_path / "mine"


@pytest.fixture
def _later(monkeypatch: pytest.MonkeyPatch) -> None:
    """An hour has gone by since any file was written."""
    now = time.time_ns() + 3_600_000_000_000
    monkeypatch.setattr(known, "time", type("Later", (), {"time_ns": staticmethod(lambda: now)}))


def refuse(*_: object) -> object:
    raise AssertionError("a file was read again")


@pytest.mark.usefixtures("_later")
def test_what_has_not_changed_is_not_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = known_of(folder)
    monkeypatch.setattr(known, "whole_files", refuse)
    again = known_of(folder)
    assert again == first
    assert [case.case for case in again.contents.cases] == ["one"]
    assert [fault.code for fault in again.contents.faults] == ["no-case"]


def test_what_was_written_a_moment_ago_is_read_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    known_of(folder)
    monkeypatch.setattr(known, "whole_files", refuse)
    with pytest.raises(AssertionError, match="read again"):
        known_of(folder)


@pytest.mark.usefixtures("_later")
def test_a_change_that_hides_its_time_is_seen(folder: Path) -> None:
    path = folder / "cases" / "one.yaml"
    status = path.stat()
    first = known_of(folder)
    time.sleep(0.05)
    path.write_text(CASE.replace("One", "Two"))
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    again = known_of(folder)
    assert again.sha256 != first.sha256
    assert [case.title for case in again.contents.cases] == ["Two"]


@pytest.mark.usefixtures("_later")
def test_a_file_that_came_or_went_is_seen(folder: Path) -> None:
    first = known_of(folder)
    write(folder / "cases" / "two.yaml", CASE.replace("one", "two"))
    more = known_of(folder)
    assert [case.case for case in more.contents.cases] == ["one", "two"]
    (folder / "cases" / "two.yaml").unlink()
    assert known_of(folder) == first


@pytest.mark.usefixtures("_later")
def test_a_file_exchanged_for_another_is_seen(folder: Path) -> None:
    known_of(folder)
    other = write(folder.parent / "other.yaml", CASE.replace("One", "Two"))
    time.sleep(0.05)
    other.replace(folder / "cases" / "one.yaml")
    assert [case.title for case in known_of(folder).contents.cases] == ["Two"]


@pytest.mark.usefixtures("_later")
def test_a_pack_at_fault_is_at_fault_every_time(folder: Path) -> None:
    write(folder / "more.yaml", "format: [")
    for _ in range(2):
        with pytest.raises(InputFault, match=r"more\.yaml"):
            known_of(folder)


@pytest.mark.usefixtures("_later")
def test_a_link_that_leaves_the_folder_is_refused_also_later(folder: Path) -> None:
    known_of(folder)
    outside = write(folder.parent / "outside.yaml", CASE.replace("one", "out"))
    (folder / "cases" / "out.yaml").symlink_to(outside)
    for _ in range(2):
        found = known_of(folder).contents
        assert [case.case for case in found.cases] == ["one"]
        assert [fault.code for fault in found.faults] == ["link", "no-case"]
