"""A store of an earlier version becomes one of this version, whole or not at all."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

import pytest

from simulator.store import database
from simulator.store.faults import StoreFault
from simulator.store.schema import VERSION
from simulator.store.store import Store
from tests.store.stores import (
    event,
    in_another_process,
    left_in,
    make_earlier,
    make_version_1,
    raw,
    said_by,
)

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "what a learner thought "
OPEN = [
    event(1, "case_begun", title="rationale_given"),
    event(2),
    event(3, "rationale_given", text=SECRET * 99),
]
DONE = [
    event(1),
    event(2, "rationale_given", text=""),
    event(3, "rationale_given", text="x"),
    event(4, "finished"),
]
SESSIONS = {"open": OPEN, "done": DONE}
SHAPES = """
SELECT t.name, t.strict, c.name, c.type, c."notnull", c.dflt_value, c.pk
FROM pragma_table_list AS t JOIN pragma_table_info(t.name) AS c
WHERE t.name NOT LIKE 'sqlite_%' ORDER BY t.name, c.name
"""


@pytest.fixture(params=[1, 2, 3])
def version(request: pytest.FixtureRequest) -> int:
    return int(request.param)


@pytest.fixture
def earlier(path: Path, version: int) -> Path:
    make_earlier(version, path, SESSIONS)
    return path


def test_sessions_of_an_earlier_version_are_there_and_go_on(earlier: Path) -> None:
    store = Store(earlier)
    store.append("open", [event(4, "rationale_given", text="more"), event(5, "skipped")])
    store.append("open", [event(6, "resumed")])
    assert store.load("open")[:4] == [*OPEN, event(4, "rationale_given", text="more")]
    assert store.load("done") == DONE
    assert [(one.session, one.begun, one.last) for one in store.unfinished()] == [
        ("open", "2026-01-02", "2026-01-07")
    ]
    store.close()


def test_the_tables_are_then_those_of_a_new_store(earlier: Path, tmp_path: Path) -> None:
    Store(earlier).close()
    Store(tmp_path / "new.sqlite").close()
    assert raw(earlier, SHAPES) == raw(tmp_path / "new.sqlite", SHAPES)
    for table in ("words", "class_events"):
        keys = f"SELECT * FROM pragma_foreign_key_list('{table}')"
        assert raw(earlier, keys) == raw(tmp_path / "new.sqlite", keys) != []
    assert raw(earlier, "PRAGMA user_version") == [(VERSION,)]
    assert raw(earlier, "PRAGMA foreign_key_check") == []


def test_its_sessions_are_then_one_learners_and_their_chain_holds(earlier: Path) -> None:
    store = Store(earlier)
    verified = store.verify()
    assert (verified.broken, verified.places) == (None, len(OPEN) + len(DONE))
    assert [one.session for one in store.ended()] == ["done"]
    store.forget_words("done")
    store.append("open", [event(4)])
    assert store.verify().broken is None
    store.close()


def test_words_that_an_earlier_version_had_wiped_are_no_fault(path: Path) -> None:
    make_earlier(3, path, SESSIONS)
    raw(path, "UPDATE words SET text = NULL")
    store = Store(path)
    assert store.verify().broken is None
    assert store.load("open")[2] == event(3, "rationale_given", text="", wiped=True)
    store.close()


def test_words_of_an_earlier_version_can_be_wiped(earlier: Path) -> None:
    store = Store(earlier)
    store.forget_words("open")
    assert SECRET.encode() not in left_in(earlier)
    assert store.load("open")[2] == event(3, "rationale_given", text="", wiped=True)
    store.sweep()
    assert store.load("done")[2] == event(3, "rationale_given", text="", wiped=True)
    store.close()


def test_a_damaged_event_of_an_earlier_version_stays_as_it_is(earlier: Path) -> None:
    raw(earlier, "UPDATE events SET event = 'rationale_given' WHERE session = 'open' AND seq = 3")
    store = Store(earlier)
    with pytest.raises(StoreFault, match="A saved event of the session open"):
        store.load("open")
    assert store.load("done") == DONE
    store.close()


def test_a_class_can_be_kept_in_what_was_an_earlier_version(earlier: Path) -> None:
    store = Store(earlier)
    assert store.classes.all() == []
    store.classes.append("c", [event(1, "class_begun")])
    assert store.classes.load("c") == [event(1, "class_begun")]
    store.close()


@pytest.mark.parametrize(
    ("version", "pages"),
    [
        *((1, pages) for pages in range(6)),
        *((2, pages) for pages in range(4)),
        *((3, pages) for pages in range(4)),
    ],
)
def test_with_room_for_so_few_pages_the_earlier_version_stays_and_is_told_of(
    earlier: Path, version: int, pages: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = raw(earlier, "SELECT * FROM sqlite_schema")
    ((there,),) = raw(earlier, "PRAGMA page_count")
    with monkeypatch.context() as patch:
        patch.setattr(database, "_PRAGMAS", (*database._PRAGMAS, f"max_page_count={there + pages}"))
        with pytest.raises(StoreFault, match="The disk is full"):
            Store(earlier)
    assert raw(earlier, "SELECT * FROM sqlite_schema") == before
    assert raw(earlier, "PRAGMA user_version") == [(version,)]
    store = Store(earlier)
    assert {session: store.load(session) for session in SESSIONS} == SESSIONS
    assert store.classes.all() == []
    store.close()


def test_killed_at_any_statement_it_leaves_a_store_that_the_next_start_migrates(earlier: Path) -> None:
    code = """
    import shutil
    from tests.store.killing import killed_before
    earlier, trial = Path(arguments[0]), Path(arguments[1])
    moment, killed = 0, True
    while killed:
        moment += 1
        shutil.rmtree(trial, ignore_errors=True)
        shutil.copytree(earlier.parent, trial)
        killed = killed_before(moment, lambda: Store(trial / earlier.name))
        store = Store(trial / earlier.name)
        for session in ("open", "done"):
            print(moment, store.load(session))
        store.close()
    """
    said = said_by(in_another_process(code, str(earlier), str(earlier.parent.parent / "trial")))
    moments = [line.split(" ", 1) for line in said.splitlines()]
    assert int(moments[-1][0]) > 10
    assert {told for _, told in moments} == {str(OPEN), str(DONE)}


def test_killed_at_any_time_it_loses_no_session(path: Path) -> None:
    many = [event(seq, "rationale_given", text=f"thought {seq} " * 20) for seq in range(1, 801)]
    make_version_1(path, {"many": many})
    code = """
    import shutil, time
    from tests.store.killing import killed_after
    earlier, trial = Path(arguments[0]), Path(arguments[1])
    def fresh():
        shutil.rmtree(trial, ignore_errors=True)
        shutil.copytree(earlier.parent, trial)
        return trial / earlier.name
    path = fresh()
    begun = time.perf_counter()
    Store(path).close()
    whole = time.perf_counter() - begun
    for part in range(15):
        path = fresh()
        killed_after(whole * part / 12, lambda: Store(path))
        store = Store(path)
        assert store.load("many") == Store(path).load("many")
        print([one["data"]["text"] for one in store.load("many")])
        store.close()
    """
    said = said_by(in_another_process(code, str(path), str(path.parent.parent / "trial")))
    assert said.splitlines() == [str([one["data"]["text"] for one in many])] * 15


def test_programs_that_start_at_once_migrate_it_once(earlier: Path) -> None:
    code = "Store(Path(arguments[0])).append(arguments[1], [event(1, 'rationale_given', text='new')])"
    names = ["a", "b", "c", "d"]
    for process in [in_another_process(code, str(earlier), name) for name in names]:
        said_by(process)
    store = Store(earlier)
    assert sorted(one.session for one in store.unfinished()) == [*names, "open"]
    assert [store.load(session) for session in SESSIONS] == [*SESSIONS.values()]
    store.close()


def test_a_program_that_another_holds_up_leaves_the_earlier_version_and_says_so(
    earlier: Path, version: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.store.database.BUSY_SECONDS", 0.1)
    writer = sqlite3.connect(earlier, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreFault, match=r"Another program is writing in .* try again"):
        Store(earlier)
    writer.close()
    assert raw(earlier, "PRAGMA user_version") == [(version,)]
    Store(earlier).close()


def test_on_a_full_disk_version_1_stays_and_is_told_of(path: Path) -> None:
    code = """
    resource.setrlimit(resource.RLIMIT_FSIZE, (40_000, 40_000))
    try:
        Store(Path(arguments[0]))
    except StoreFault as fault:
        print(fault)
    """
    many = {**SESSIONS, "many": [event(seq, "rationale_given", text="x" * 500) for seq in range(1, 100)]}
    make_version_1(path, many)
    assert "make room and try again" in said_by(in_another_process(code, str(path)))
    assert raw(path, "PRAGMA user_version") == [(1,)]
    store = Store(path)
    assert {session: store.load(session) for session in many} == many
    store.close()


def test_where_it_may_only_be_read_the_earlier_version_stays_and_is_told_of(
    shared_folder: Path, version: int
) -> None:
    path = shared_folder / "sessions.sqlite"
    make_earlier(version, path, SESSIONS)
    path.chmod(0o444)
    shared_folder.chmod(0o555)
    code = """
    import os
    if os.geteuid() == 0:
        os.setgid(65534)
        os.setuid(65534)
    try:
        Store(Path(arguments[0]))
    except StoreFault as fault:
        print(fault)
    """
    said = said_by(in_another_process(code, str(path)))
    assert "cannot be written; give yourself the right" in said or "cannot be opened; see that" in said
    shared_folder.chmod(0o755)
    path.chmod(0o644)
    assert raw(path, "PRAGMA user_version") == [(version,)]
