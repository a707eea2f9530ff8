"""What a person wrote: kept apart, joined again, and wiped without what else happened."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy.event import listen

from simulator.store.faults import StoreFault
from tests.store.stores import event, in_another_process, left_in, raw, said_by

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.store.store import Store

SECRET = "what a learner thought "
REASON = event(1, "rationale_given", question="q", text=SECRET * 170)
NOTE = event(2, "annotated", passage="p", note=SECRET * 3, start=0)
END = event(3, "finished")
WRITTEN = [REASON, NOTE, END]


def wiped(one: dict[str, Any], field: str) -> dict[str, Any]:
    return {**one, "data": {**one["data"], field: "", "wiped": True}}


def test_words_lie_apart_from_their_events(store: Store, path: Path) -> None:
    store.append("s", WRITTEN)
    assert all(SECRET not in text for (text,) in raw(path, "SELECT event FROM events"))
    assert raw(path, "SELECT session, seq FROM words ORDER BY seq") == [("s", 1), ("s", 2)]


def test_words_are_joined_to_their_events_again(store: Store) -> None:
    store.append("s", WRITTEN)
    assert store.load("s") == WRITTEN


@pytest.mark.parametrize("text", ["é\u2028\ud800 \x00", "null", '"', "\\", " "])
def test_words_come_back_to_the_letter(store: Store, text: str) -> None:
    store.append("s", [event(1, "rationale_given", text=text)])
    assert store.load("s") == [event(1, "rationale_given", text=text)]


@pytest.mark.parametrize(
    "one",
    [
        event(1, "rationale_given", text=""),
        event(1, "annotated", note="", highlighted=True),
        event(1, "annotated", highlighted=True),
        event(1, "answer_given", text="of the case"),
    ],
    ids=["withdrawn", "only highlighted", "no note", "another kind"],
)
def test_what_holds_no_words_of_a_person_is_left_whole(store: Store, path: Path, one: dict[str, Any]) -> None:
    store.append("s", [one])
    store.forget_words("s")
    assert store.load("s") == [one]
    assert raw(path, "SELECT * FROM words") == []


def test_forgotten_words_are_gone_from_the_file_and_its_log(store: Store, path: Path) -> None:
    for session in "abcdefgh":
        store.append(session, [event(1, "rationale_given", text=f"{SECRET}{session}" * 150), *WRITTEN[1:]])
    for session in "abcdefg":
        store.forget_words(session)
        assert f"{SECRET}{session}".encode() not in left_in(path)
    assert len(store.load("h")[0]["data"]["text"]) == len(f"{SECRET}h" * 150)


def test_that_something_was_written_outlives_the_words(store: Store) -> None:
    store.append("s", WRITTEN)
    store.forget_words("s")
    assert store.load("s") == [wiped(REASON, "text"), wiped(NOTE, "note"), END]


def test_forgetting_wipes_the_words_of_one_session_alone(store: Store) -> None:
    store.append("s", WRITTEN)
    store.append("t", WRITTEN)
    store.forget_words("s")
    assert store.load("t") == WRITTEN


def test_forgetting_leaves_words_that_are_kept(store: Store) -> None:
    store.append("s", WRITTEN)
    store.keep_words("s")
    store.forget_words("s")
    assert store.load("s") == WRITTEN


def test_forgetting_what_another_program_holds_up_says_so(store: Store, path: Path) -> None:
    store.append("s", WRITTEN)
    reader = sqlite3.connect(path)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM events").fetchall()
    with pytest.raises(StoreFault, match="The words are wiped, but another program that is open still holds"):
        store.forget_words("s")
    reader.close()
    assert store.load("s")[0] == wiped(REASON, "text")


def test_appending_the_same_words_again_changes_nothing(store: Store) -> None:
    store.append("s", WRITTEN[:2])
    store.append("s", WRITTEN)
    assert store.load("s") == WRITTEN


def test_other_words_under_the_same_number_are_refused(store: Store) -> None:
    store.append("s", [REASON])
    with pytest.raises(StoreFault, match="Another program has gone on with this session"):
        store.append("s", [event(1, "rationale_given", question="q", text="another"), NOTE])
    assert store.load("s") == [REASON]


@pytest.mark.parametrize("again", [REASON, wiped(REASON, "text")], ids=["with words", "as loaded"])
def test_appending_again_does_not_bring_wiped_words_back(store: Store, again: dict[str, Any]) -> None:
    store.append("s", [REASON])
    store.forget_words("s")
    store.append("s", [again, NOTE])
    assert store.load("s") == [wiped(REASON, "text"), NOTE]


def test_a_discarded_session_takes_its_words_along(store: Store, path: Path) -> None:
    store.append("s", WRITTEN)
    store.discard("s")
    assert SECRET.encode() not in left_in(path)
    assert raw(path, "SELECT * FROM words") == []


def test_a_sweep_wipes_the_words_of_what_is_finished(store: Store, path: Path) -> None:
    store.append("s", WRITTEN)
    store.sweep()
    assert SECRET.encode() not in left_in(path)
    assert [one["kind"] for one in store.load("s")] == ["rationale_given", "annotated", "finished"]


def test_a_sweep_leaves_kept_words_and_those_of_what_goes_on(store: Store) -> None:
    store.append("kept", WRITTEN)
    store.keep_words("kept")
    store.append("open", WRITTEN[:2])
    store.sweep()
    assert store.load("kept") == WRITTEN
    assert store.load("open") == WRITTEN[:2]


def test_a_sweep_is_not_held_up_by_another_program(store: Store, path: Path) -> None:
    store.append("s", WRITTEN)
    reader = sqlite3.connect(path)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM events").fetchall()
    said: list[str] = []
    engine = store.access.database.engine
    listen(engine, "before_cursor_execute", lambda _line, _cursor, text, *_: said.append(text))
    store.sweep()
    reader.close()
    emptied = said.index("PRAGMA wal_checkpoint(TRUNCATE)")
    assert said[emptied - 1 : emptied + 2 : 2] == ["PRAGMA busy_timeout=1000", "PRAGMA busy_timeout=30000"]
    assert store.load("s")[0] == wiped(REASON, "text")


def test_words_that_are_wiped_cannot_be_kept(store: Store) -> None:
    store.append("s", WRITTEN)
    store.sweep()
    with pytest.raises(StoreFault, match="The words of this session are wiped from"):
        store.keep_words("s")


def test_keeping_the_words_of_no_session_is_a_sentence(store: Store) -> None:
    with pytest.raises(StoreFault, match="holds no session nobody"):
        store.keep_words("nobody")


@pytest.mark.parametrize(
    "change",
    ["UPDATE words SET text = '{'", """UPDATE events SET event = '{"kind":"left","data":{}}'"""],
    ids=["no words", "another event"],
)
def test_damaged_words_are_a_sentence(store: Store, path: Path, change: str) -> None:
    store.append("s", [REASON])
    raw(path, change)
    with pytest.raises(StoreFault, match=r"A saved event of the session s in .* is damaged"):
        store.load("s")


@pytest.mark.parametrize("change", ["store.forget_words('s')", "store.sweep()", "store.keep_words('s')"])
def test_a_full_disk_leaves_the_words_as_they_were(path: Path, store: Store, change: str) -> None:
    store.append("s", WRITTEN)
    store.close()
    code = f"""
    store = Store(Path(arguments[0]))
    resource.setrlimit(resource.RLIMIT_FSIZE, (1, 1))
    try:
        {change}
    except StoreFault as fault:
        print(fault)
    """
    assert "make room and try again" in said_by(in_another_process(code, str(path)))
    assert store.load("s") == WRITTEN
    assert raw(path, "SELECT words_kept FROM sessions") == [(0,)]


def test_words_acknowledged_as_wiped_stay_wiped_after_a_sudden_end(store: Store, path: Path) -> None:
    store.append("s", WRITTEN)
    store.close()
    code = """
    import os
    Store(Path(arguments[0])).forget_words("s")
    os.kill(os.getpid(), signal.SIGKILL)
    """
    process = in_another_process(code, str(path))
    process.communicate(timeout=60)
    assert process.returncode == -9
    assert SECRET.encode() not in left_in(path)
