"""A record saved: a whole new page or folder, or nothing and a sentence."""

from __future__ import annotations

import re
import stat
import sys
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.report.faults import ReportFault
from simulator.report.of_learner.pages import record_page
from simulator.report.of_learner.saving import record_name, save_page, save_record, save_tables
from simulator.report.of_learner.tables import record_tables

from .records import EMPTY, RECORD

if TYPE_CHECKING:
    from pathlib import Path

NAME = "record-2026-03-09-heron-42"


def test_the_page_is_named_after_the_day_and_the_learner(tmp_path: Path) -> None:
    saved = save_page(RECORD, tmp_path)
    assert saved == tmp_path / f"{NAME}.html"
    assert saved.read_text(encoding="utf-8") == record_page(RECORD)


def test_the_tables_lie_in_a_folder_that_its_owner_alone_can_read(tmp_path: Path) -> None:
    saved = save_tables(RECORD, tmp_path)
    assert {path.name: path.read_bytes() for path in saved} == record_tables(RECORD)
    assert {path.parent for path in saved} == {tmp_path / NAME}
    if sys.platform != "win32":
        assert stat.S_IMODE((tmp_path / NAME).stat().st_mode) == 0o700


def test_both_can_be_saved_at_once(tmp_path: Path) -> None:
    saved = save_record(RECORD, tmp_path)
    assert all(path.is_file() for path in saved)
    assert len(saved) == 1 + len(record_tables(RECORD))


def test_the_same_record_saved_again_stays_as_it_is(tmp_path: Path) -> None:
    first = save_record(RECORD, tmp_path)
    before = [path.stat().st_mtime_ns for path in first]
    assert save_record(RECORD, tmp_path) == first
    assert [path.stat().st_mtime_ns for path in first] == before


def test_another_record_of_that_day_gets_a_name_of_its_own(tmp_path: Path) -> None:
    first = save_record(RECORD, tmp_path)
    second = save_record(EMPTY, tmp_path)
    assert second[0] == tmp_path / f"{NAME}-2.html"
    assert second[1].parent == tmp_path / f"{NAME}-2"
    assert first[0].read_text(encoding="utf-8") == record_page(RECORD)


@pytest.mark.parametrize(
    ("learner", "name"),
    [
        ("../../etc", "record-2026-03-09-etc"),
        ("a/b\\c:d\0e", "record-2026-03-09-a-b-c-d-e"),
        ("…", "record-2026-03-09"),
        ("x" * 300, f"record-2026-03-09-{'x' * 40}"),
    ],
)
def test_the_name_is_one_that_every_system_takes(learner: str, name: str) -> None:
    assert record_name(replace(RECORD, learner=learner)) == name
    assert re.fullmatch("[0-9A-Za-z-]+", name)


def test_a_folder_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ReportFault, match="There is no folder"):
        save_page(RECORD, tmp_path / "no")
    assert not list(tmp_path.iterdir())
