"""The store: what is on the disk after COMMIT, and what a person is told when it cannot be."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from simulator.store.faults import StoreFault
from simulator.store.learners import is_made_up
from simulator.store.schema import APPLICATION_ID, VERSION
from simulator.store.store import Store
from tests.store.stores import event, in_another_process, left_in, raw, said_by

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path


def test_events_come_back_as_they_were_appended(store: Store) -> None:
    events = [event(1, "case_begun", text="é\u2028\ud800 \x00"), event(2)]
    store.append("s", events)
    assert store.load("s") == events


def test_events_are_there_after_the_program_ends_suddenly(path: Path) -> None:
    process = in_another_process(
        """
        import os
        Store(Path(arguments[0])).append("s", [event(1), event(2)])
        os.kill(os.getpid(), signal.SIGKILL)
        """,
        str(path),
    )
    process.communicate(timeout=60)
    assert process.returncode == -9
    store = Store(path)
    assert store.load("s") == [event(1), event(2)]
    store.close()


def test_appending_the_same_events_again_changes_nothing(store: Store) -> None:
    store.append("s", [event(1), event(2)])
    store.append("s", [event(2), event(3)])
    store.append("s", [event(1)])
    assert store.load("s") == [event(1), event(2), event(3)]


@pytest.mark.parametrize(
    "events",
    [[event(2, x=1)], [event(4)], [event(3), event(5)], [event(0)]],
    ids=["another", "gap before", "gap within", "before the first"],
)
def test_events_that_do_not_follow_are_refused_whole(store: Store, events: list[dict[str, Any]]) -> None:
    store.append("s", [event(1), event(2)])
    with pytest.raises(StoreFault, match="Another program has gone on with this session"):
        store.append("s", events)
    assert store.load("s") == [event(1), event(2)]


def test_appending_nothing_begins_no_session(store: Store) -> None:
    store.append("s", [])
    assert store.unfinished() == []


def test_unfinished_sessions_are_listed_the_latest_first(store: Store) -> None:
    store.append("a", [event(1)])
    store.append("b", [event(1), event(2)])
    store.append("done", [event(1), event(2, "finished")])
    assert [(one.session, one.begun, one.last) for one in store.unfinished()] == [
        ("b", "2026-01-02", "2026-01-03"),
        ("a", "2026-01-02", "2026-01-02"),
    ]


def test_a_finished_session_keeps_its_events(store: Store) -> None:
    store.append("done", [event(1), event(2, "finished")])
    assert len(store.load("done")) == 2


def test_the_last_that_was_finished_is_known_whatever_was_begun_since(store: Store) -> None:
    assert store.last_finished() is None
    store.append("early", [event(1), event(2), event(3, "finished")])
    store.append("late, by a clock that was set back", [event(1), event(2, "finished")])
    store.append("open", [event(number) for number in range(1, 6)])
    store.append("skipped", [event(1), event(2), event(3), event(4, "skipped")])
    assert store.last_finished() == "late, by a clock that was set back"


def test_a_session_that_is_not_there_is_a_sentence(store: Store) -> None:
    with pytest.raises(StoreFault, match="holds no session nobody"):
        store.load("nobody")


def test_a_discarded_session_is_wiped_from_the_file_and_its_log(store: Store, path: Path) -> None:
    secret = "what a learner wrote and took back" * 300
    store.append("s", [event(1, text=secret)])
    store.append("t", [event(1)])
    store.discard("s")
    left = b"".join(one.read_bytes() for one in path.parent.iterdir())
    assert b"what a learner wrote" not in left
    assert [one.session for one in store.unfinished()] == ["t"]


def test_a_discard_that_another_program_holds_up_says_so(store: Store, path: Path) -> None:
    store.append("s", [event(1)])
    reader = sqlite3.connect(path)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM events").fetchall()
    with pytest.raises(StoreFault, match="another program that is open still holds"):
        store.discard("s")
    reader.close()
    assert store.unfinished() == []


def test_the_file_is_marked_as_a_store_of_this_program(store: Store, path: Path) -> None:
    assert raw(path, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert raw(path, "PRAGMA user_version") == [(VERSION,)]


def test_the_tables_are_strict(store: Store, path: Path) -> None:
    tables = "SELECT name, strict FROM pragma_table_list WHERE name NOT LIKE 'sqlite_%' ORDER BY name"
    names = [
        "chain",
        "class_events",
        "classes",
        "events",
        "folds",
        "journal",
        "learners",
        "names",
        "sessions",
        "words",
    ]
    assert raw(path, tables) == [(name, 1) for name in names]


@pytest.mark.usefixtures("path")
def test_the_log_is_written_ahead_and_fully_synced(store: Store) -> None:
    with store.access.database.engine.connect() as connection:
        found = [
            connection.exec_driver_sql(f"PRAGMA {pragma}").scalar()
            for pragma in ("journal_mode", "synchronous", "secure_delete", "foreign_keys")
        ]
    assert found == ["wal", 2, 1, 1]


def test_the_file_is_for_its_owner_alone(store: Store, path: Path) -> None:
    assert path.stat().st_mode & 0o077 == 0


def test_two_programs_write_at_once_and_lose_nothing(path: Path) -> None:
    code = """
    store = Store(Path(arguments[0]))
    for seq in range(1, 41):
        store.append(arguments[1], [event(seq)])
    """
    both = [in_another_process(code, str(path), name) for name in ("a", "b")]
    for process in both:
        said_by(process)
    store = Store(path)
    assert [len(store.load(name)) for name in ("a", "b")] == [40, 40]
    store.close()


def test_two_programs_that_make_the_store_at_once_share_it(path: Path) -> None:
    code = "Store(Path(arguments[0])).append(arguments[1], [event(1)])"
    names = ["a", "b", "c", "d"]
    for process in [in_another_process(code, str(path), name) for name in names]:
        said_by(process)
    store = Store(path)
    assert sorted(one.session for one in store.unfinished()) == names
    store.close()
    assert not [one for one in path.parent.iterdir() if one.name.startswith(".")]


def test_a_program_that_waits_too_long_for_another_says_so(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.store.database.BUSY_SECONDS", 0.1)
    hasty = Store(path)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreFault, match=r"Another program is writing in .* try again"):
        hasty.append("s", [event(1)])
    writer.execute("ROLLBACK")
    hasty.append("s", [event(1)])
    assert store.load("s") == [event(1)]
    writer.close()
    hasty.close()


def foreign_database(path: Path) -> None:
    raw(path, "CREATE TABLE bookmarks (id)")


def newer_store(path: Path) -> None:
    Store(path).close()
    raw(path, f"PRAGMA user_version = {VERSION + 1}")


UNUSABLE: dict[str, tuple[Callable[[Path], object], str]] = {
    "an empty file": (lambda path: path.touch(), "is empty and so no store"),
    "a text": (lambda path: path.write_text("shopping: milk\n" * 20), "is not a store of this program"),
    "a foreign database": (foreign_database, "belongs to another program"),
    "a newer store": (newer_store, f"is of version {VERSION + 1} and this program knows version {VERSION}"),
    "a folder": (lambda path: path.mkdir(), "is no file"),
    "a pipe": (os.mkfifo, "is no file"),
    "a link to nothing": (lambda path: path.symlink_to("nowhere"), "is no file"),
}


@pytest.mark.parametrize("what", UNUSABLE)
def test_what_is_no_store_is_refused_and_left_alone(tmp_path: Path, what: str) -> None:
    make, sentence = UNUSABLE[what]
    path = tmp_path / "there"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(StoreFault, match=sentence):
        Store(path)
    assert before is None or path.read_bytes() == before


def test_a_store_cut_short_is_refused_with_a_sentence(store: Store, path: Path) -> None:
    store.append("s", [event(1, text="x" * 50_000)])
    store.close()
    path.write_bytes(path.read_bytes()[:5000])
    with pytest.raises(StoreFault, match="damaged"):
        Store(path).load("s")


def test_an_event_that_is_damaged_is_a_sentence(store: Store, path: Path) -> None:
    store.append("s", [event(1)])
    raw(path, "UPDATE events SET event = '{'")
    with pytest.raises(StoreFault, match=r"A saved event of the session s in .* is damaged"):
        store.load("s")


def test_a_place_that_cannot_be_made_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreFault, match=r"cannot be made .* name a file in a folder of yours"):
        Store(tmp_path / "file" / "sessions.sqlite")


def test_a_name_full_of_controls_cannot_act(tmp_path: Path) -> None:
    (tmp_path / "\x1b[31m").touch()
    with pytest.raises(StoreFault) as refusal:
        Store(tmp_path / "\x1b[31m")
    assert "\x1b" not in str(refusal.value)


def test_a_full_disk_is_a_sentence_and_loses_nothing_acknowledged(path: Path) -> None:
    said = said_by(
        in_another_process(
            """
            store = Store(Path(arguments[0]))
            store.append("s", [event(1)])
            resource.setrlimit(resource.RLIMIT_FSIZE, (240_000, 240_000))
            seq = 2
            try:
                while True:
                    store.append("s", [event(seq, text="x" * 9000)])
                    seq += 1
            except StoreFault as fault:
                print(seq - 1, fault)
            store.append("s", [])
            print(len(store.load("s")))
            """,
            str(path),
        )
    )
    first, second = said.splitlines()
    acknowledged, _, sentence = first.partition(" ")
    assert "make room and try again" in sentence
    assert int(second) == int(acknowledged) > 2
    store = Store(path)
    assert len(store.load("s")) == int(acknowledged)
    store.close()


def test_a_store_that_may_only_be_read_is_a_sentence(shared_folder: Path) -> None:
    path = shared_folder / "sessions.sqlite"
    Store(path).close()
    path.chmod(0o444)
    shared_folder.chmod(0o555)
    said = said_by(
        in_another_process(
            """
            import os
            if os.geteuid() == 0:
                os.setgid(65534)
                os.setuid(65534)
            try:
                Store(Path(arguments[0])).append("s", [event(1)])
            except StoreFault as fault:
                print(fault)
            """,
            str(path),
        )
    )
    assert "cannot be written; give yourself the right" in said or "cannot be opened; see that" in said


@pytest.mark.parametrize("named", ["learner-01", "Learner-Smith", "learner-ann"])
def test_who_was_named_is_nobody_elses_record(place: Path | str, named: str) -> None:
    with closing(Store(place, named)) as first, closing(Store(place)) as own:
        assert own.learner != first.learner
        assert is_made_up(own.pseudonym)
        assert not is_made_up(first.pseudonym)


def test_a_log_without_its_file_is_left_as_it_is(path: Path) -> None:
    path.parent.mkdir(parents=True)
    log = path.with_name(f"{path.name}-wal")
    log.write_bytes(b"answers")
    with pytest.raises(StoreFault, match=r"its log .* is still there: answers are in it"):
        Store(path)
    assert not path.exists()
    assert log.read_bytes() == b"answers"


def test_a_session_that_expires_leaves_nothing_in_the_file(path: Path) -> None:
    with closing(Store(path)) as store:
        for number in range(60):
            store.append(f"s{number}", [event(1, question=f"SECRET-{number} " * (number % 7 + 1))])
        store.expire([f"s{number}" for number in range(0, 60, 2)])
        left = left_in(path)
    assert not [number for number in range(0, 60, 2) if f"SECRET-{number} ".encode() in left]
    assert b"SECRET-1 " in left
