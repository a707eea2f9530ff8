"""`simulator doctor` says what works and what does not, and changes nothing."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from jsonschema_rs import Draft202012Validator

import simulator.cli.doctor
from simulator.cli.doctor import terminal
from simulator.cli.doctor.checks import Check, told, works
from simulator.cli.doctor.parts import part_checks
from simulator.cli.doctor.store import store_checks
from simulator.cli.doctor.terminal import Terminal, terminal_checks
from simulator.cli.workshop import Workshop
from simulator.packs.pack import Found, PackProblem
from simulator.store import network_disk
from simulator.store.backups import back_up
from simulator.store.store import Store
from tests.cli.record_commands import run
from tests.postgres.server import Database, postgres, postgres_server
from tests.store.stores import event

if TYPE_CHECKING:
    from collections.abc import Mapping

__all__ = ["postgres", "postgres_server"]
SCHEMA = json.loads((Path(simulator.cli.doctor.__file__).parent / "schemas" / "doctor.json").read_text())
GOOD = {"TERM": "xterm-256color", "COLORTERM": "truecolor"}


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "data" / "sessions.sqlite"
    monkeypatch.setenv("SIMULATOR_STORE", str(path))
    return path


def checked(capsys: pytest.CaptureFixture[str]) -> tuple[int, dict[str, Any]]:
    code = run("doctor", "--format", "json")
    found = json.loads(capsys.readouterr().out)
    Draft202012Validator(SCHEMA).validate(found)
    return code, found


def failing(found: Mapping[str, Any]) -> list[tuple[str, str]]:
    return [(one["about"], one["what"]) for one in found["checks"] if one["state"] == "fails"]


def filled(path: Path) -> None:
    with closing(Store(path)) as store:
        store.append("s", [event(1), event(2)])


def test_before_the_first_case_all_works_and_no_store_is_made(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, found = checked(capsys)
    assert (code, failing(found), found["works"]) == (0, [], True)
    assert not path.parent.exists()
    assert run("doctor") == 0
    assert "made when the first case is begun" in capsys.readouterr().out


def test_a_store_that_is_there_is_looked_at_and_left_as_it_is(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    filled(path)
    back_up(path)
    before = {one: one.stat().st_mtime_ns for one in path.parent.rglob("*")}
    code, found = checked(capsys)
    assert (code, failing(found)) == (0, [])
    facts = [one["facts"] for one in found["checks"] if one["about"] == "store"]
    assert {"places": 2} in facts
    assert [one["number"] for one in facts if "number" in one] == [1]
    assert {one: one.stat().st_mtime_ns for one in path.parent.rglob("*")} == before


def test_a_damaged_store_fails_with_what_to_do(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled(path)
    path.write_bytes(path.read_bytes()[:9000])
    code, found = checked(capsys)
    assert (code, failing(found)) == (1, [("store", "soundness")])
    assert run("doctor") == 1
    assert f"simulator salvage {path}" in capsys.readouterr().out


def test_a_damaged_backup_is_named(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    filled(path)
    made = back_up(path)
    assert made is not None
    made.write_bytes(b"half")
    code, found = checked(capsys)
    assert (code, failing(found)) == (1, [("store", "backups")])
    assert made.name in json.dumps(found)


def test_a_network_disk_fails_with_the_reason(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(network_disk, "read_mounts", lambda: "1 0 0:1 / / rw - nfs4 s:/ rw\n")
    code, found = checked(capsys)
    assert (code, failing(found)) == (1, [("store", "disk")])
    [disk] = [one for one in found["checks"] if one["what"] == "disk"]
    assert disk["facts"] == {"network": "nfs4"}
    assert disk["said"].endswith("on one machine have.")
    assert "PostgreSQL" in disk["remedy"]


def test_a_folder_that_is_a_file_cannot_hold_a_store(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    path.parent.mkdir()
    path.write_text("a file")
    monkeypatch.setenv("SIMULATOR_STORE", str(path / "sessions.sqlite"))
    code, found = checked(capsys)
    assert (code, failing(found)) == (1, [("store", "rights")])


@pytest.mark.parametrize(
    "address", ["postgresql://ann:pa55word@127.0.0.1:1/store", "postgresql://ann:pa55@word@:/:x"]
)
def test_a_server_that_is_not_reached_fails_and_the_password_is_nowhere(
    address: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIMULATOR_STORE", address)
    code, found = checked(capsys)
    assert code == 1
    assert {about for about, _ in failing(found)} == {"store"}
    assert "pa55" not in json.dumps(found)


def states(of: Terminal) -> dict[str, str]:
    return {check.what: check.state for check in terminal_checks(of)}


@pytest.mark.parametrize(
    ("given", "what", "state"),
    [
        (Terminal(True, (80, 24), "UTF-8", GOOD), "size", "works"),
        (Terminal(True, (79, 24), "UTF-8", GOOD), "size", "fails"),
        (Terminal(True, (80, 23), "UTF-8", GOOD), "size", "fails"),
        (Terminal(True, (80, 24), "UTF-8", {"TERM": "dumb"}), "kind", "fails"),
        (Terminal(True, (80, 24), "UTF-8", {}), "kind", "fails"),
        (Terminal(True, (80, 24), "UTF-8", GOOD), "kind", "works"),
        (Terminal(True, (80, 24), "UTF-8", {**GOOD, "NO_COLOR": "1"}), "colours", "note"),
        (Terminal(True, (80, 24), "utf_8", GOOD), "encoding", "works"),
        (Terminal(True, (80, 24), "ISO-8859-1", GOOD), "encoding", "fails"),
        (Terminal(False, (80, 24), "UTF-8", {}), "terminal", "note"),
    ],
)
def test_a_terminal_is_judged_by_what_the_screens_need(given: Terminal, what: str, state: str) -> None:
    assert states(given)[what] == state


@pytest.mark.parametrize(
    ("environment", "colours"),
    [(GOOD, 1 << 24), ({"TERM": "xterm-256color"}, 256), ({"TERM": "xterm"}, 16)],
)
def test_colours_are_told_by_what_the_terminal_says(environment: dict[str, str], colours: int) -> None:
    found = {each.what: each for each in terminal_checks(Terminal(True, (80, 24), "UTF-8", environment))}
    assert found["colours"].facts == {"colours": colours}


def test_the_size_is_what_the_screens_need() -> None:
    from simulator.tui.layout import NEEDED

    assert (NEEDED.width, NEEDED.height) == (terminal.COLUMNS, terminal.ROWS)


def test_a_broken_pack_fails_and_one_left_out_is_noted() -> None:
    workshop = Workshop()
    problems = (
        PackProblem("bad", "its folder", "it is no pack"),
        PackProblem("off", "o", "left", "disabled"),
    )
    workshop.__dict__["found"] = Found((), problems)
    found = {check.what: check for check in part_checks(workshop)}
    assert (found["bad"].state, found["off"].state) == ("fails", "note")
    assert "its folder" in found["bad"].remedy
    assert found["guidance packs"].state == "fails"


def test_what_fails_is_counted_and_notes_are_not() -> None:
    bad, note = Check("packs", "a", "fails", "no."), Check("packs", "b", "note", "so.")
    assert [*told([note])][-1] == "Everything works."
    assert [*told([bad])][-1] == "1 thing does not work."
    assert [*told([bad, bad])][-1] == "2 things do not work."
    assert (works([note]), works([note, bad])) == (True, False)


def test_a_path_is_checked_without_the_environment(tmp_path: Path) -> None:
    assert works([*store_checks(tmp_path / "none.sqlite")])


def test_a_server_is_looked_at_and_nothing_is_made_there(
    postgres: Database, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIMULATOR_STORE", postgres.address)
    for _ in range(2):
        code, found = checked(capsys)
        assert (code, failing(found)) == (0, [])
        assert "are made" in json.dumps(found)
    with closing(Store(postgres.address)) as store:
        store.append("s", [event(1)])
    code, found = checked(capsys)
    assert code == 0
    assert {"places": 1} in [one["facts"] for one in found["checks"]]


def test_a_link_that_leads_to_itself_is_no_store(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    link = tmp_path / "link.sqlite"
    link.symlink_to(link)
    monkeypatch.setenv("SIMULATOR_STORE", str(link))
    run("doctor")
    assert "too many levels of symbolic links" in capsys.readouterr().out
