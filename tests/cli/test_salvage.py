"""`simulator salvage`, as a person and as a program see it."""

from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import UsageFault
from simulator.store.faults import StoreFault
from simulator.store.store import Store
from tests.cli.record_commands import run
from tests.store.stores import event

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "sessions.sqlite"
    with closing(Store(path, "ann")) as store:
        store.append("s", [event(seq, question="q" * 900) for seq in range(1, 30)])
    return path


def tear(path: Path) -> None:
    whole = bytearray(path.read_bytes())
    at = whole.rindex(b'"seq":15,') // 4096 * 4096
    whole[at : at + 4096] = bytes(4096)
    path.write_bytes(whole)


def test_what_came_back_is_told_and_what_did_not(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    tear(path)
    assert run("salvage", str(path)) == 1
    said = capsys.readouterr().out
    assert "Record of ann: " in said
    assert "Session s: events 1 to " in said
    assert "  Lost: " in said
    assert "Left in the damaged file" in said
    assert f"The new store is {path.with_name('sessions-salvaged.sqlite')}" in said


def test_all_that_came_back_is_exit_code_0(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    into = tmp_path / "new.sqlite"
    assert run("salvage", str(path), "--into", str(into), "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    assert (found["format"], found["whole"], found["into"]) == ("salvage/1", True, str(into))
    with closing(Store(into)) as store:
        assert len(store.load("s")) == 29


def test_what_is_there_already_is_not_written_over(path: Path, tmp_path: Path) -> None:
    with pytest.raises(StoreFault, match="there already"):
        run("salvage", str(path), "--into", str(path))


@pytest.mark.parametrize("store", ["nothing-there.sqlite", ".", "postgresql://a:b@c/d"])
def test_what_is_no_file_is_refused(store: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with pytest.raises(UsageFault) as refused:
        run("salvage", store)
    assert ":b@" not in str(refused.value)
    assert [*tmp_path.glob("*salvaged*")] == []
