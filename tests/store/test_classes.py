"""The logs of classes: what is on the disk after COMMIT, what is noted of each, and what is wiped."""

from __future__ import annotations

import sqlite3
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import event as listening
from sqlalchemy.dialects import postgresql
from sqlalchemy.schema import CreateTable

from simulator.store.classes import KeptClass
from simulator.store.faults import StoreFault
from simulator.store.schema import CLASS_EVENTS, CLASSES
from simulator.store.store import Store
from tests.store.stores import event, in_another_process, left_in, raw, said_by

if TYPE_CHECKING:
    from pathlib import Path

SECRET = "what somebody wrote in a class "
BEGUN = event(1, "class_begun", title="Tuesday")
OVER = event(3, "class_over")


def many(count: int) -> list[dict[str, Any]]:
    return [event(seq, text="é\u2028\ud800 \x00") for seq in range(1, count + 1)]


def test_events_come_back_as_they_were_appended(store: Store) -> None:
    store.classes.append("c", many(700)[:1])
    store.classes.append("c", many(700))
    assert store.classes.load("c") == many(700)


def test_words_in_a_class_stay_in_their_events(store: Store) -> None:
    written = [event(1, "rationale_given", text=SECRET)]
    store.classes.append("c", written)
    store.sweep()
    assert store.classes.load("c") == written


def test_hundreds_of_events_are_few_statements(store: Store) -> None:
    statements: list[bool] = []

    def count(*told: Any) -> None:
        statements.append(told[-1])  # whether it is done for many rows at once

    listening.listen(store.access.database.engine, "before_cursor_execute", count)
    store.classes.append("c", many(500))
    assert len(statements) < 10
    assert statements.count(True) == 1


def test_events_are_there_after_the_program_ends_suddenly(path: Path) -> None:
    code = """
    import os
    Store(Path(arguments[0])).classes.append("c", [event(1), event(2)])
    os.kill(os.getpid(), signal.SIGKILL)
    """
    process = in_another_process(code, str(path))
    process.communicate(timeout=60)
    assert process.returncode == -9
    store = Store(path)
    assert store.classes.load("c") == [event(1), event(2)]
    store.close()


def test_killed_at_any_statement_all_events_of_a_call_are_there_or_none(path: Path) -> None:
    code = """
    import shutil
    from tests.store.killing import killed_before
    path = Path(arguments[0])
    moment, killed = 0, True
    while killed:
        moment += 1
        shutil.rmtree(path.parent, ignore_errors=True)
        store = Store(path)
        store.classes.append("c", [event(1, "class_begun", title="Tuesday")])
        store.close()
        killed = killed_before(moment, lambda: Store(path).classes.append("c", [event(2), event(3, "class_over")]))
        store = Store(path)
        print(moment, len(store.classes.load("c")), store.classes.all()[0].over)
        store.close()
    """
    told = [line.split() for line in said_by(in_another_process(code, str(path))).splitlines()]
    assert len(told) > 5
    assert {tuple(rest) for _, *rest in told[:-1]} <= {("1", "False"), ("3", "True")}
    assert told[0][1:] == ["1", "False"]
    assert told[-1][1:] == ["3", "True"]


def test_appending_the_same_events_again_changes_nothing(store: Store) -> None:
    events = [BEGUN, event(2), OVER]
    store.classes.append("c", events[:2])
    store.classes.append("c", events)
    kept = store.classes.all()
    store.classes.append("c", events[:1])
    store.classes.append("c", store.classes.load("c"))
    assert store.classes.load("c") == events
    assert store.classes.all() == kept


@pytest.mark.parametrize(
    "events",
    [
        [event(2, x=1)],
        [event(4)],
        [event(3), event(5)],
        [event(2, x=1), event(3)],
        [event(3), event(3)],
        [event(0)],
    ],
    ids=["another", "gap before", "gap within", "another before a new one", "twice", "before the first"],
)
def test_events_that_do_not_follow_are_refused_whole(store: Store, events: list[dict[str, Any]]) -> None:
    store.classes.append("c", [event(1), event(2)])
    kept = store.classes.all()
    with pytest.raises(
        StoreFault, match=r"Another program has gone on with this class in .* open the class again"
    ):
        store.classes.append("c", events)
    assert store.classes.load("c") == [event(1), event(2)]
    assert store.classes.all() == kept


def test_a_class_that_does_not_begin_with_its_first_event_is_refused(store: Store) -> None:
    with pytest.raises(StoreFault, match="Another program has gone on with this class"):
        store.classes.append("c", [event(2)])
    assert store.classes.all() == []


def test_appending_nothing_begins_no_class(store: Store) -> None:
    store.classes.append("c", [])
    assert store.classes.all() == []


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=30, deadline=None)
@given(cuts=st.lists(st.integers(0, 12), max_size=6), again=st.integers(0, 3))
def test_a_log_is_the_same_in_however_many_calls_it_is_appended(
    store: Store, cuts: list[int], again: int
) -> None:
    events = [BEGUN, *(event(seq) for seq in range(2, 12)), event(12, "class_over")]
    store.classes.erase("c")
    for start, end in pairwise([0, *sorted(cuts), 12]):
        store.classes.append("c", events[max(0, start - again) : end])
    assert store.classes.load("c") == events
    assert store.classes.all() == [KeptClass("c", "Tuesday", BEGUN["at"], events[-1]["at"], True, 12)]


def test_what_is_kept_of_each_class_is_told_the_latest_first(store: Store) -> None:
    store.classes.append("early", [BEGUN])
    store.classes.append("late", [event(1, "class_begun"), event(2), event(3), event(4)])
    store.classes.append("over", [BEGUN, event(2), OVER])
    late = KeptClass("late", "", "2026-01-02", "2026-01-05", False, 4)
    over = KeptClass("over", "Tuesday", "2026-01-02", "2026-01-04", True, 3)
    early = KeptClass("early", "Tuesday", "2026-01-02", "2026-01-02", False, 1)
    assert store.classes.all() == [late, over, early]
    assert store.classes.open() == [late, early]
    assert [one.over for one in store.classes.all()] == [False, True, False]


def test_a_class_stays_over_whatever_is_appended_after_it(store: Store) -> None:
    store.classes.append("c", [BEGUN, event(2), OVER])
    store.classes.append("c", [event(4, "report_made")])
    assert store.classes.open() == []
    assert store.classes.all()[0].last == event(4)["at"]


def test_a_title_that_is_hostile_is_cleaned_where_it_is_told(store: Store) -> None:
    hostile = event(1, "class_begun", title="\x1b[31m\ud800\u202e\n")
    store.classes.append("c", [hostile])
    assert store.classes.all()[0].title == "\ufffd[31m\ufffd\ufffd\ufffd"
    assert store.classes.load("c") == [hostile]


def test_a_class_that_is_not_there_is_a_sentence(store: Store) -> None:
    store.append("s", [event(1)])
    with pytest.raises(StoreFault, match="holds no class s"):
        store.classes.load("s")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE class_events SET event = '{' WHERE seq = 2",
        "UPDATE class_events SET event = '[]' WHERE seq = 2",
        "UPDATE class_events SET event = '{}' WHERE seq = 2",
        "DELETE FROM class_events WHERE seq = 2",
        "DELETE FROM class_events WHERE seq = 1",
    ],
    ids=["no JSON", "no object", "no event", "one lost", "the first lost"],
)
def test_a_damaged_log_is_a_sentence(store: Store, path: Path, change: str) -> None:
    store.classes.append("c", [event(1), event(2), event(3)])
    store.classes.append("d", [event(1)])
    raw(path, f"{change} AND class_id = 'c'")
    with pytest.raises(StoreFault, match=r"A saved event of the class c in .* is damaged"):
        store.classes.load("c")
    assert store.classes.load("d") == [event(1)]


def test_an_erased_class_is_wiped_from_the_file_and_its_log(store: Store, path: Path) -> None:
    secret = event(1, "class_begun", title=SECRET, text=SECRET * 300)
    store.classes.append("c", [secret, event(2)])
    store.classes.append("d", [event(1)])
    store.append("c", [event(1)])
    store.classes.erase("c")
    assert SECRET.encode() not in left_in(path)
    assert [one.class_ for one in store.classes.all()] == ["d"]
    assert raw(path, "SELECT class_id, seq FROM class_events") == [("d", 1)]
    assert store.load("c") == [event(1)]


def test_a_class_can_begin_anew_where_one_was_erased(store: Store) -> None:
    store.classes.append("c", [BEGUN, event(2), OVER])
    store.classes.erase("c")
    with pytest.raises(StoreFault, match="open the class again"):
        store.classes.append("c", [event(4)])
    store.classes.append("c", [event(1, "class_begun", title="Friday")])
    assert [(one.title, one.over) for one in store.classes.all()] == [("Friday", False)]


def test_an_erasure_that_another_program_holds_up_says_so_and_can_be_ended(store: Store, path: Path) -> None:
    store.classes.append("c", [event(1, text=SECRET)])
    reader = sqlite3.connect(path)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM class_events").fetchall()
    with pytest.raises(StoreFault, match=r"The class is erased, but another program .* still holds"):
        store.classes.erase("c")
    assert store.classes.all() == []
    reader.close()
    store.classes.erase("c")
    assert SECRET.encode() not in left_in(path)


def test_two_programs_write_classes_at_once_and_lose_nothing(path: Path) -> None:
    code = """
    store = Store(Path(arguments[0]))
    for seq in range(1, 41):
        store.classes.append(arguments[1], [event(seq)])
    """
    for process in [in_another_process(code, str(path), name) for name in ("a", "b")]:
        said_by(process)
    store = Store(path)
    assert [(one.class_, one.events) for one in store.classes.all()] == [("a", 40), ("b", 40)]
    store.close()


def test_a_program_that_waits_too_long_for_another_says_so(
    store: Store, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.store.database.BUSY_SECONDS", 0.1)
    hasty = Store(path)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    with pytest.raises(StoreFault, match=r"Another program is writing in .* try again"):
        hasty.classes.append("c", [event(1)])
    with pytest.raises(StoreFault, match=r"Another program is writing in .* try again"):
        hasty.classes.erase("c")
    writer.close()
    hasty.classes.append("c", [event(1)])
    assert store.classes.load("c") == [event(1)]
    hasty.close()


@pytest.mark.parametrize(
    "change", ["append('c', [event(4, text='x' * 90_000), event(5, 'class_over')])", "erase('c')"]
)
def test_a_full_disk_leaves_a_class_as_it_was(path: Path, store: Store, change: str) -> None:
    events = [BEGUN, event(2), event(3)]
    store.classes.append("c", events)
    kept = store.classes.all()
    store.close()
    code = f"""
    store = Store(Path(arguments[0]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))
    try:
        store.classes.{change}
    except StoreFault as fault:
        print(fault)
    """
    assert "make room and try again" in said_by(in_another_process(code, str(path)))
    assert store.classes.load("c") == events
    assert store.classes.all() == kept


def test_the_same_tables_can_be_made_in_postgresql() -> None:
    dialect = postgresql.dialect()  # type: ignore[no-untyped-call]
    classes, events = (str(CreateTable(table).compile(dialect=dialect)) for table in (CLASSES, CLASS_EVENTS))
    assert "STRICT" not in classes + events
    assert "PRIMARY KEY (class_id, seq)" in events
    assert "REFERENCES classes (class_id) ON DELETE CASCADE" in events


HOLDING = """
store = Store(Path(arguments[0]))
with store.classes.hold(arguments[1]):
    print("held", flush=True)
    sys.stdin.read()
"""


def test_a_class_that_another_program_runs_is_not_erased_until_that_ends_suddenly(
    store: Store, path: Path
) -> None:
    for name in ("running", "other"):
        store.classes.append(name, [BEGUN])
    process = in_another_process(HOLDING, str(path), "running")
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    with pytest.raises(StoreFault, match=r"class running is running: a console is open with it\. Close"):
        store.classes.erase("running")
    path.with_name("link").symlink_to(path)
    with pytest.raises(StoreFault, match="is running"):
        Store(path.with_name("link")).classes.erase("running")
    store.classes.erase("other")
    assert [one.class_ for one in store.classes.all()] == ["running"]
    process.kill()
    process.communicate()
    store.classes.erase("running")
    assert store.classes.all() == []


def test_where_no_class_can_be_held_it_says_so_and_erases_nothing(store: Store, path: Path) -> None:
    store.classes.append("c", [BEGUN])
    path.with_name("sessions.sqlite-held").mkdir()
    with pytest.raises(StoreFault, match="could not be used"):
        store.classes.erase("c")
    assert [one.class_ for one in store.classes.all()] == ["c"]
