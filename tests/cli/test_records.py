"""`simulator verify`, `export` and `erase`."""

from __future__ import annotations

import io
import json
import os
import sqlite3
import stat
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any
from unittest.mock import ANY

import pytest
from jsonschema_rs import Draft202012Validator

import simulator.store
from simulator.errors.faults import InputFault, UsageFault
from simulator.store import backup_holding, database
from simulator.store.backup_files import folder_of
from simulator.store.backup_holding import holding_backups
from simulator.store.backups import back_up, backups_of
from simulator.store.records import Records
from simulator.store.store import Store
from tests.cli.record_commands import run
from tests.store.stores import event, make_earlier

SCHEMAS = Path(simulator.store.__file__).parent / "schemas"
SECRET = "what a learner thought"

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.store.learners import Learner


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A store of two learners, with a backup; the program works for the first."""
    path = tmp_path / "data" / "sessions.sqlite"
    monkeypatch.setenv("SIMULATOR_STORE", str(path))
    monkeypatch.delenv("SIMULATOR_LEARNER", raising=False)
    with closing(Store(path)) as unused:
        unused.erase()
    for name in ("ann", "ben"):
        with closing(Store(path, name)) as store:
            store.append(name, [event(1), event(2, "rationale_given", text=f"{SECRET} {name}"), event(3)])
    back_up(path)
    return path


def valid(name: str, found: Mapping[str, Any]) -> None:
    Draft202012Validator(json.loads((SCHEMAS / name).read_text())).validate(found)


def edited(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute(statement)


def everything(path: Path) -> bytes:
    return b"".join(one.read_bytes() for one in path.parent.rglob("*") if one.is_file())


@pytest.mark.parametrize("words", [("verify",), ("export",), ("erase", "--yes")])
def test_no_store_is_made_to_be_looked_at(
    words: tuple[str, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "none" / "sessions.sqlite"))
    with pytest.raises(UsageFault, match="no store yet"):
        run(*words)
    assert list(tmp_path.iterdir()) == []


def test_verify_goes_through_every_record(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("verify") == 0
    said = capsys.readouterr().out
    assert "Record of ann: 3 places. All is as it was written." in said
    assert "Record of ben: 3 places." in said
    assert "an erased learner" in said
    assert "shows only against a head that was exported" in said.replace("\n", " ")


def test_verify_names_the_first_event_that_was_changed(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    edited(path, "UPDATE events SET event = replace(event, 'answer', 'other_') WHERE session = 'ben'")
    assert run("verify", "--learner", "ann") == 0
    assert run("verify") == 1
    assert "Place 1 of the record: event 1 of the session ben was changed." in capsys.readouterr().out
    assert run("verify", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    valid("verified.json", found)
    assert [one["holds"] for one in found["learners"]] == [True, True, False]
    assert found["learners"][2]["broken"] == {
        "position": 1,
        "session": "ben",
        "seq": 1,
        "how": "changed",
        "row": None,
        "at": None,
        "said": "Place 1 of the record: event 1 of the session ben was changed.",
    }


def test_a_cut_tail_shows_only_against_an_export(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = tmp_path / "ann.json"
    assert run("export", "--learner", "ann", "--to", str(export)) == 0
    valid("record.json", json.loads(export.read_text()))
    assert run("verify", "--against", str(export)) == 0
    learner = "(SELECT learner FROM learners WHERE pseudonym = 'ann')"
    edited(path, f"DELETE FROM chain WHERE learner = {learner} AND position = 3")
    edited(path, "DELETE FROM events WHERE session = 'ann' AND seq = 3")
    edited(path, "UPDATE sessions SET last = '2026-01-03' WHERE session = 'ann'")
    before = f"(SELECT link FROM chain WHERE learner = {learner} AND position = 2)"
    edited(path, f"UPDATE learners SET length = 2, head = {before} WHERE pseudonym = 'ann'")
    assert run("verify", "--learner", "ann") == 0
    assert run("verify", "--against", str(export)) == 1
    assert "Place 3 of the record: the record's end was removed." in capsys.readouterr().out


@pytest.mark.parametrize("words", [("verify", "EXPORT"), ("verify", "--against", "EXPORT")])
@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "export.json:1:1: this is no JSON"),
        ('{"format": "record/1",\n]', "export.json:2:1: this is no JSON"),
        ("[" * 100_000, "export.json:1:101: this is nested deeper"),
        ("[]", "no record/1"),
        ('{"format": "record/1"}', "export.json:1:1: the field learner is missing"),
    ],
)
def test_what_is_no_export_is_a_fault_of_the_input(
    path: Path, tmp_path: Path, text: str, said: str, words: tuple[str, ...]
) -> None:
    export = tmp_path / "export.json"
    export.write_text(text)
    with pytest.raises(InputFault, match=said):
        run(*(str(export) if word == "EXPORT" else word for word in words))


@pytest.mark.parametrize(
    ("named", "said"), [("none", "no such file"), (".", "a folder"), ("/dev/zero", "a device")]
)
def test_what_cannot_be_read_as_an_export_is_a_fault_of_the_input(path: Path, named: str, said: str) -> None:
    for words in (("verify", named), ("verify", "--against", named)):
        with pytest.raises(InputFault, match=said):
            run(*words)


def test_an_export_that_was_changed_is_no_export_to_hold_something_against(
    path: Path, tmp_path: Path
) -> None:
    export = exported(tmp_path)
    export.write_text(export.read_text().replace("answer_given", "answer_taken"))
    with pytest.raises(
        InputFault, match=r"ann.json:1:\d+: the export itself is not as it was written: Place 1"
    ):
        run("verify", "--against", str(export))


@pytest.fixture
def no_store(monkeypatch: pytest.MonkeyPatch, path: Path, tmp_path: Path) -> Path:
    """An export, on a machine that has no store and none of the environment that names one."""
    export = exported(tmp_path)
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "none" / "sessions.sqlite"))
    return export


def exported(folder: Path, learner: str = "ann") -> Path:
    export = folder / f"{learner}.json"
    assert run("export", "--learner", learner, "--to", str(export)) == 0
    return export


def test_an_export_is_verified_where_there_is_no_store(
    no_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("verify", str(no_store)) == 0
    said = capsys.readouterr().out.replace("\n", " ")
    assert "Record of ann: 3 places. All is as it was written." in said
    assert "simulator verify FILE --against EXPORT" in said
    assert not (no_store.parent / "none").exists()


def test_what_was_changed_in_an_export_is_named_with_its_place(
    no_store: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = json.loads(no_store.read_text())
    record["sessions"][0]["events"][1]["data"]["text"] = "what somebody else thought"
    no_store.write_text(json.dumps(record, indent=1))
    lines = no_store.read_text().split("\n")
    assert run("verify", str(no_store)) == 1
    said = capsys.readouterr().out.replace("\n", " ")
    assert "The record of ann is not as it was written." in said
    assert "Place 2 of the record: event 2 of the session ann was changed." in said
    assert run("verify", str(no_store), "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    valid("verified.json", found)
    broken = found["learners"][0]["broken"]
    line = broken["at"]["line"]
    assert f"{no_store}:{line}:{broken['at']['column']}: Place 2" in said
    assert '"seq": 2' in "".join(lines[line - 1 : line + 4])
    assert found["file"] == str(no_store)


def test_an_export_is_read_from_standard_input(
    no_store: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(no_store.read_bytes())))
    assert run("verify", "-", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    valid("verified.json", found)
    assert (found["file"], found["learners"][0]["holds"]) == ("<stdin>", True)
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"[")))
    with pytest.raises(InputFault, match="<stdin>:1:2: this is no JSON"):
        run("verify", "-")


def test_a_later_export_is_held_against_an_earlier_one(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "later").mkdir()
    earlier = exported(tmp_path)
    with closing(Store(path, "ann")) as store:
        store.append("ann", [event(4)])
    later, bens = exported(tmp_path / "later"), exported(tmp_path, "ben")
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "none"))
    assert run("verify", str(later), "--against", str(earlier)) == 0
    assert "Up to the head of the export" in capsys.readouterr().out
    assert run("verify", str(earlier), "--against", str(later)) == 1
    assert "Place 4 of the record: the record's end was removed." in capsys.readouterr().out
    with pytest.raises(UsageFault, match="different learners"):
        run("verify", str(later), "--against", str(bens))


@pytest.mark.parametrize("words", [("-", "--against", "-"), ("some.json", "--learner", "ann")])
def test_words_that_do_not_go_together_are_refused(path: Path, words: tuple[str, ...]) -> None:
    with pytest.raises(UsageFault):
        run("verify", *words)


def test_what_is_beside_the_chain_is_verified_too(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(path, "UPDATE sessions SET case_id = 'other' WHERE session = 'ann'")
    assert run("verify") == 1
    assert "In the row of the session ann the column case_id was changed" in capsys.readouterr().out
    assert run("verify", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    valid("verified.json", found)
    assert found["learners"][1]["broken"]["row"] == {"table": "sessions", "column": "case_id"}


def test_what_belongs_to_nobody_is_told(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    edited(path, "INSERT INTO sessions (session, learner) VALUES ('stray', 'nobody-here')")
    assert run("verify") == 1
    assert "Rows of sessions (1) name a learner who is not there: nobody-here." in capsys.readouterr().out
    assert run("verify", "--format", "json") == 1
    found = json.loads(capsys.readouterr().out)
    valid("verified.json", found)
    assert len(found["strays"]) == 1
    assert run("verify", "--learner", "ann") == 0


def test_a_pseudonym_that_was_changed_shows_against_an_export(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = exported(tmp_path)
    edited(path, "UPDATE learners SET pseudonym = 'amy' WHERE pseudonym = 'ann'")
    assert run("verify") == 0
    assert run("verify", "--against", str(export)) == 1
    assert "The pseudonym of the record is amy, and in the export ann." in capsys.readouterr().out


def test_export_prints_one_object_or_writes_a_new_file(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "--learner", "ann") == 0
    record = json.loads(capsys.readouterr().out)
    valid("record.json", record)
    assert record["pseudonym"] == "ann"
    taken = tmp_path / "taken.json"
    taken.write_text("mine")
    with pytest.raises(UsageFault, match="there already"):
        run("export", "--learner", "ann", "--to", str(taken))
    assert taken.read_text() == "mine"


def test_the_learners_are_listed(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("export", "--list") == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 3
    assert lines[0].startswith("an erased learner")
    with pytest.raises(UsageFault):
        run("export", "--list", "--learner", "ann")


def test_the_learners_are_listed_for_programs(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("erase", "--learner", "ben", "--yes") == 0
    capsys.readouterr()
    assert run("export", "--list", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    valid("learners.json", found)
    assert [one["pseudonym"] for one in found["learners"]] == [None, "ann", None]
    assert [one["erased"] is None for one in found["learners"]] == [False, True, False]


def test_what_was_written_into_a_file_is_told_to_programs(
    path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    to = tmp_path / "ann.json"
    assert run("export", "--learner", "ann", "--to", str(to), "--format", "json") == 0
    said = capsys.readouterr()
    found = json.loads(said.out)
    valid("exported.json", found)
    assert (found["file"], found["head"]) == (str(to), json.loads(to.read_text())["head"])
    assert said.err == ""


def test_a_record_of_nothing_has_no_head(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("SIMULATOR_STORE", str(tmp_path / "empty.sqlite"))
    Store(tmp_path / "empty.sqlite", "ann").close()
    assert run("export", "--to", str(tmp_path / "ann.json")) == 0
    assert "holds the record, and the salt" in capsys.readouterr().err


@pytest.mark.parametrize("command", ["verify", "export", "erase"])
def test_nobody_of_that_name_is_a_sentence(path: Path, command: str) -> None:
    with pytest.raises(UsageFault, match="There is no learner nobody"):
        run(command, "--learner", "nobody")


def test_what_is_erased_is_gone_from_the_store_and_its_backups(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert f"{SECRET} ben".encode() in everything(path)
    assert run("erase", "--learner", "ben", "--yes") == 0
    left = everything(path)
    assert f"{SECRET} ben".encode() not in left
    assert f"{SECRET} ann".encode() in left
    assert all(one.sound for one in backups_of(path))
    assert len(backups_of(path)) == 1
    assert run("verify") == 0
    assert "Record of ann: 3 places. All is as it was written." in capsys.readouterr().out


def test_erasing_asks_first(
    path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = everything(path)
    monkeypatch.setattr("sys.stdin", io.StringIO("yes\n"))
    with pytest.raises(UsageFault, match="--yes"):
        run("erase", "--learner", "ben")
    for answer in ("no\n", "", "y\n"):
        at_terminal = io.StringIO(answer)
        monkeypatch.setattr(at_terminal, "isatty", lambda: True)
        monkeypatch.setattr("sys.stdin", at_terminal)
        assert run("erase", "--learner", "ben") == 0
        assert "Nothing was wiped." in capsys.readouterr().out
    assert everything(path) == before
    at_terminal = io.StringIO("yes\n")
    monkeypatch.setattr(at_terminal, "isatty", lambda: True)
    monkeypatch.setattr("sys.stdin", at_terminal)
    assert run("erase", "--learner", "ben") == 0
    assert f"{SECRET} ben".encode() not in everything(path)


def test_a_dry_run_wipes_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(path)
    assert run("erase", "--learner", "ben", "--dry-run") == 0
    assert "This would wipe the record of ben, 3 places" in capsys.readouterr().out
    assert run("erase", "--older-than", "1", "--dry-run") == 0
    said = capsys.readouterr().out
    assert "ann: 1 session (2026-01-02 to 2026-01-04), unfinished, goes, which is all there is." in said
    assert everything(path) == before


def test_a_dry_run_tells_of_each_learner_what_goes_and_what_stays(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Store(path, "ann")) as store:
        store.append("new", [{**event(1), "at": "9999-01-01T00:00:00.000+00:00"}])
        store.append("done", [event(1), event(2, "finished")])
        store.append("clock", [{**event(1), "at": "1970-01-01T00:00:00.000+00:00"}])
    with closing(Store(path, "cat")) as store:
        store.append("later", [{**event(1), "at": "9999-02-01T00:00:00.000+00:00"}])
    (folder_of(path) / "sessions-7-0123456789abcdef.sqlite").write_text("no backup")
    before = everything(path)
    assert run("erase", "--older-than", "1", "--dry-run", "--format", "json") == 0
    found = json.loads(capsys.readouterr().out)
    valid("erase.json", found)
    ann, ben, cat = found["learners"]
    assert ann["goes"] == {"sessions": 2, "unfinished": 1, "first": "2026-01-02", "last": "2026-01-04"}
    assert (ann["stays"]["sessions"], ann["undated"]) == (2, 1)
    assert (ben["goes"]["sessions"], ben["stays"]["sessions"]) == (1, 0)
    assert (cat["goes"]["sessions"], cat["stays"]["sessions"]) == (0, 1)
    assert found["dry_run"]
    assert run("erase", "--older-than", "1", "--dry-run") == 0
    said = capsys.readouterr().out
    assert (
        "ann: 2 sessions (2026-01-02 to 2026-01-04), 1 of them unfinished, go; 2 of 4 stay (1970-01-01 to"
        in said
    )
    assert "  Of those that stay, 1 bear no date that a clock can have had." in said
    assert (
        "unfinished, goes, which is all there is.\ncat: nothing goes; 1 session (9999-02-01) stays." in said
    )
    assert f"Backups that are written anew without it: {backups_of(path)[-1].path.name}." in said
    assert "Exports, saved pages and salvaged stores lie where they were put" in said
    assert everything(path) == before


def test_what_was_wiped_is_told_to_a_program_as_well(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = everything(path)
    for words in (("--learner", "ben"), ("--older-than", "1")):
        with pytest.raises(UsageFault, match="asks nobody"):
            run("erase", *words, "--format", "json")
        assert everything(path) == before
        assert run("erase", *words, "--dry-run", "--format", "json") == 0
        told = json.loads(capsys.readouterr().out)
        valid("erase.json", told)
        assert run("erase", *words, "--yes", "--format", "json") == 0
        assert json.loads(capsys.readouterr().out) == {**told, "dry_run": False, "older_than": ANY}
        before = everything(path)
    assert SECRET.encode() not in before


def test_what_is_older_goes_of_every_learner_and_the_rest_stays(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Store(path, "ann")) as store:
        store.append("new", [{**event(1, question="of today"), "at": "9999-01-01T00:00:00.000+00:00"}])
    back_up(path)
    assert run("erase", "--older-than", "1", "--yes") == 0
    left = everything(path)
    assert SECRET.encode() not in left
    assert b"of today" in left
    assert [one.number for one in backups_of(path)] == [2, 1]
    assert run("verify") == 0
    with pytest.raises(UsageFault):
        run("erase", "--older-than", "1", "--learner", "ann")


def learners(path: Path) -> dict[str, Learner]:
    with closing(Records(path)) as store:
        return {one.pseudonym: one for one in store.learners()}


def test_an_export_can_be_read_by_its_owner_alone(path: Path, tmp_path: Path) -> None:
    usual = os.umask(0)
    try:
        run("export", "--learner", "ann", "--to", str(tmp_path / "ann.json"))
    finally:
        os.umask(usual)
    assert stat.S_IMODE((tmp_path / "ann.json").stat().st_mode) == 0o600


@pytest.mark.parametrize("words", [("export",), ("erase", "--yes")])
def test_who_is_meant_has_to_be_said_where_there_are_several(path: Path, words: tuple[str, ...]) -> None:
    before = everything(path)
    with pytest.raises(UsageFault, match=r"--learner.*simulator export --list"):
        run(*words)
    assert everything(path) == before


def test_erasing_once_more_wipes_nobody_else(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert run("erase", "--learner", "ann", "--yes") == 0
    for named in (None, "ann"):
        if named:
            monkeypatch.setenv("SIMULATOR_LEARNER", named)
        with pytest.raises(UsageFault):
            run("erase", "--yes")
    assert f"{SECRET} ben".encode() in everything(path)


def test_the_only_learner_need_not_be_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "data" / "sessions.sqlite"
    monkeypatch.setenv("SIMULATOR_STORE", str(path))
    monkeypatch.delenv("SIMULATOR_LEARNER", raising=False)
    with closing(Store(path)) as store:
        store.append("s", [event(1, question=SECRET)])
    assert run("export") == 0
    assert run("erase", "--yes") == 0
    assert SECRET.encode() not in everything(path)
    assert run("erase", "--yes") == 0
    assert "is erased already" in capsys.readouterr().out
    assert len(learners(path)) == 1


@pytest.mark.parametrize("named", ["", " "])
@pytest.mark.parametrize("command", ["verify", "export", "erase"])
def test_an_empty_name_is_nobody_and_no_erased_learner(path: Path, command: str, named: str) -> None:
    with pytest.raises(UsageFault, match="--learner names nobody"):
        run(command, "--learner", named)


@pytest.mark.parametrize("words", [("export",), ("erase", "--yes"), ("verify",), ("export", "--list")])
def test_a_name_in_the_environment_that_is_mistyped_makes_no_learner(
    path: Path, words: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    before = learners(path)
    monkeypatch.setenv("SIMULATOR_LEARNER", "anne")
    if words in (("verify",), ("export", "--list")):  # of everybody
        assert run(*words) == 0
    else:
        with pytest.raises(UsageFault, match="There is no learner anne"):
            run(*words)
    assert learners(path) == before


def test_an_id_comes_before_a_pseudonym_that_is_the_same(path: Path) -> None:
    ann = learners(path)["ann"].learner
    with closing(Store(path)) as store:
        edited(path, f"UPDATE learners SET pseudonym = '{ann}' WHERE learner = '{store.learner}'")
    assert run("erase", "--learner", ann, "--yes") == 0
    assert set(learners(path)) == {"", ann, "ben"}


def test_an_erased_id_is_told_and_its_wiping_is_finished(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    ben = learners(path)["ben"].learner
    with closing(Store(path, "ben")) as store:
        store.erase()
    assert f"{SECRET} ben".encode() in everything(path)
    assert run("erase", "--learner", ben, "--dry-run") == 0
    assert f"{SECRET} ben".encode() in everything(path)
    assert run("erase", "--learner", ben) == 0
    assert f"The record of {ben} is erased already" in capsys.readouterr().out
    assert f"{SECRET} ben".encode() not in everything(path)
    assert f"{SECRET} ann".encode() in everything(path)


@pytest.mark.parametrize("how", ["learner", "older"])
def test_a_log_that_is_held_is_told_with_what_finishes_it(
    path: Path, monkeypatch: pytest.MonkeyPatch, how: str
) -> None:
    ben = learners(path)["ben"].learner
    monkeypatch.setattr(database, "BUSY_SECONDS", 0)
    words = ("--learner", "ben") if how == "learner" else ("--older-than", "1")
    again = ("--learner", ben) if how == "learner" else words
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN")
        other.execute("SELECT count(*) FROM events").fetchone()
        with pytest.raises(UsageFault, match=f"close it. `simulator erase {' '.join(again)}` finishes it"):
            run("erase", *words, "--yes")
        assert all(f"{SECRET} ben".encode() not in one.path.read_bytes() for one in backups_of(path))
        assert f"{SECRET} ben".encode() in everything(path)
        other.execute("ROLLBACK")  # and still open, so that no log is emptied by the last who closes it
        assert run("erase", *again, "--yes") == 0
        assert f"{SECRET} ben".encode() not in everything(path)


def test_what_holds_the_backups_lets_nothing_be_wiped(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(backup_holding, "WAIT_SECONDS", 0)
    with (
        holding_backups(folder_of(path)),
        pytest.raises(UsageFault, match="Another program is making backups"),
    ):
        run("erase", "--learner", "ben", "--yes")
    assert set(learners(path)) == {"", "ann", "ben"}


def test_nobody_is_made_in_a_backup_that_is_wiped(path: Path) -> None:
    run("erase", "--learner", "ben", "--yes")
    assert [set(learners(one.path)) for one in backups_of(path)] == [{"", "ann"}]


def test_a_backup_from_before_there_were_learners_is_wiped_as_well(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "data" / "sessions.sqlite"
    make_earlier(3, path, {"a": [event(1), event(2, "rationale_given", text=SECRET * 9), event(3)]})
    back_up(path)
    monkeypatch.setenv("SIMULATOR_STORE", str(path))
    monkeypatch.delenv("SIMULATOR_LEARNER", raising=False)
    Store(path).close()
    assert any(SECRET.encode() in one.read_bytes() for one in folder_of(path).iterdir())
    run("erase", "--yes")
    left = [one for one in path.parent.rglob("*") if one.is_file() and SECRET.encode() in one.read_bytes()]
    assert left == []


def test_the_only_copy_of_somebody_elses_record_stays_in_a_backup(path: Path) -> None:
    back_up(path)
    path.unlink()
    for beside in ("-wal", "-shm"):
        path.with_name(path.name + beside).unlink(missing_ok=True)
    with closing(Store(path, "ann")) as store:
        store.append("a", [event(1)])
    run("erase", "--learner", "ann", "--yes")
    assert all("ben" in learners(one.path) for one in backups_of(path))
