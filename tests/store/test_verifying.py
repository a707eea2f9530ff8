"""A record that is not as it was written is told of, at the first place where it is not."""

from __future__ import annotations

import random
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.store import kept_chain
from simulator.store.linking import commitment_of, link_of
from simulator.store.store import Store
from tests.store.stores import event, raw

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

BEGUN = event(1, "case_begun", case={"id": "one"})
REASON = event(3, "rationale_given", text="because")


def filled(path: Path) -> Store:
    """Ten places: six events of a session, three of another, and the entry that says that words were wiped."""
    store = Store(path)
    store.append("a", [BEGUN, event(2), REASON])
    store.append("b", [event(1), event(2, x=1)])
    store.append("a", [event(4), event(5), event(6, "finished")])
    store.append("b", [event(3, "left")])
    store.forget_words("a")
    return store


def found(path: Path) -> tuple[int, str] | None:
    store = Store(path)
    broken = store.verify().broken
    store.close()
    return None if broken is None else (broken.position, broken.how)


def test_a_record_as_it_was_written_holds(path: Path) -> None:
    store = filled(path)
    verified = store.verify()
    assert (verified.broken, verified.places, verified.erased) == (None, 10, False)
    assert verified.head == raw(path, "SELECT head FROM learners")[0][0] != ""
    store.close()


HERE = "(SELECT learner FROM learners)"
TAMPERED: dict[str, tuple[str, tuple[int, str]]] = {
    "a text": (
        "UPDATE events SET event = replace(event, 'answer', 'ANSWER') WHERE session = 'a' AND seq = 2",
        (2, "changed"),
    ),
    "a white space": (
        "UPDATE events SET event = event || ' ' WHERE session = 'b' AND seq = 2",
        (5, "changed"),
    ),
    "an event that is not there": ("DELETE FROM events WHERE session = 'a' AND seq = 4", (6, "removed")),
    "an event and its place": (
        "DELETE FROM events WHERE session = 'a' AND seq = 5; DELETE FROM chain WHERE position = 7",
        (7, "removed"),
    ),
    "the last place": ("DELETE FROM chain WHERE position = 10", (10, "removed")),
    "an event more": (
        "INSERT INTO events SELECT session, 4, event FROM events WHERE session = 'b' AND seq = 3",
        (10, "added"),
    ),
    "an event more in the midst": ("INSERT INTO events VALUES ('a', 7, '{}')", (9, "added")),
    "an entry more": (f"INSERT INTO journal VALUES ({HERE}, 2, '{{}}')", (11, "added")),
    "two texts that changed places": (
        "UPDATE events SET event = (SELECT event FROM events WHERE session = 'a' AND seq = 9 - 4) "
        "WHERE session = 'a' AND seq = 4",
        (6, "moved"),
    ),
    "two places that were exchanged": (
        "UPDATE chain SET position = -1 WHERE position = 4; UPDATE chain SET position = 4 WHERE position = 5; "
        "UPDATE chain SET position = 5 WHERE position = -1",
        (4, "moved"),
    ),
    "a commitment": ("UPDATE chain SET commitment = 'ff' WHERE position = 3", (3, "changed")),
    "a link": ("UPDATE chain SET link = 'ff' WHERE position = 8", (8, "changed")),
    "the head": ("UPDATE learners SET head = 'ff'", (10, "changed")),
    "the length": ("UPDATE learners SET length = 9", (10, "added")),
    "the salt": ("UPDATE learners SET salt = '00'", (1, "changed")),
    "words that come back": ("UPDATE words SET text = '\"other\"'", (3, "changed")),
    "words that are not there": ("DELETE FROM words", (3, "changed")),
    "the entry that says that they were wiped": ("UPDATE journal SET entry = '{}'", (10, "changed")),
    "the entry itself": ("DELETE FROM journal", (10, "removed")),
    "a session that nobody discarded": ("DELETE FROM sessions WHERE session = 'b'", (4, "removed")),
}


@pytest.mark.parametrize(("statements", "expected"), TAMPERED.values(), ids=TAMPERED)
def test_the_first_place_that_is_not_as_it_was_written_is_named(
    path: Path, statements: str, expected: tuple[int, str]
) -> None:
    filled(path).close()
    for statement in ("PRAGMA foreign_keys=ON", *statements.split("; ")):
        tamper(path, statement)
    assert found(path) == expected


def tamper(path: Path, statement: str) -> None:
    import sqlite3

    with sqlite3.connect(path) as connection:
        connection.execute("PRAGMA foreign_keys=ON")
        connection.execute(statement)
    connection.close()


@pytest.mark.parametrize(("page", "at_once"), [(1, 1), (3, 2), (5, 7), (10, 10)])
def test_however_many_are_asked_for_at_a_time_it_is_the_same(
    path: Path, monkeypatch: pytest.MonkeyPatch, page: int, at_once: int
) -> None:
    monkeypatch.setattr(kept_chain, "PAGE", page)
    monkeypatch.setattr(kept_chain, "AT_ONCE", at_once)
    filled(path).close()
    assert found(path) is None
    change, expected = TAMPERED["an event and its place"]
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(change)
    assert found(path) == expected


def test_a_chain_of_several_pages_holds(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kept_chain, "PAGE", 4)
    monkeypatch.setattr(kept_chain, "AT_ONCE", 3)
    store.append("a", [event(seq) for seq in range(1, 10)])
    verified = store.verify()
    assert (verified.broken, verified.places, verified.head) == (None, 9, store.end.head)


def test_words_that_nobody_was_to_wipe_are_missed(path: Path) -> None:
    store = Store(path)
    store.append("a", [BEGUN, event(2), REASON])
    store.close()
    raw(path, "UPDATE words SET text = NULL")
    assert found(path) == (3, "changed")


def test_an_entry_explains_only_what_came_before_it(path: Path) -> None:
    store = Store(path)
    store.append("a", [event(1)])
    store.discard("a")
    store.append("a", [event(1)])
    store.close()
    assert found(path) is None
    raw(path, "DELETE FROM events")
    assert found(path) == (3, "removed")


@pytest.mark.parametrize("do", [Store.discard, lambda store, session: store.expire([session])])
def test_what_is_wiped_by_the_program_leaves_a_record_that_holds(
    path: Path, do: Callable[[Store, str], object]
) -> None:
    store = filled(path)
    do(store, "a")
    assert store.verify().broken is None
    assert store.verify().places == 11
    store.close()


def test_a_cut_tail_shows_only_against_an_exported_head(path: Path) -> None:
    store = filled(path)
    links = [place["link"] for place in store.export()["chain"]]
    head = raw(path, "SELECT link FROM chain WHERE position = 8")[0][0]
    for statement in (
        "DELETE FROM chain WHERE position > 8",
        "DELETE FROM events WHERE session = 'b' AND seq = 3",
        "DELETE FROM journal",
        "UPDATE words SET text = '\"because\"'",
        "UPDATE sessions SET last = '2026-01-03' WHERE session = 'b'",
        f"UPDATE learners SET length = 8, head = '{head}'",
    ):
        raw(path, statement)
    assert store.verify().broken is None
    broken = store.verify(exported=links).broken
    assert broken is not None
    assert (broken.position, broken.how) == (9, "removed")
    store.close()


def test_a_chain_written_anew_shows_only_against_an_exported_one(path: Path) -> None:
    store = filled(path)
    links = [place["link"] for place in store.export()["chain"]]
    write_anew_from(path, 5)
    assert store.verify().broken is None
    broken = store.verify(exported=links).broken
    assert broken is not None
    assert (broken.position, broken.how) == (5, "changed")
    store.close()


def write_anew_from(path: Path, first: int) -> None:
    """What somebody does who knows the program and has all rights: another text, and a whole new chain after it."""
    raw(path, "UPDATE events SET event = replace(event, '1', '2') WHERE session = 'b' AND seq = 2")
    [(salt,)] = raw(path, "SELECT salt FROM learners")
    head = raw(path, f"SELECT link FROM chain WHERE position = {first - 1}")[0][0]
    for position, session, seq, commitment, words in raw(
        path,
        f"SELECT position, session, seq, commitment, words FROM chain WHERE position >= {first} ORDER BY position",
    ):
        if position == first:
            [(text,)] = raw(path, f"SELECT event FROM events WHERE session = '{session}' AND seq = {seq}")
            commitment = commitment_of(bytes.fromhex(salt), text)
        head = link_of(head, position, session, seq, commitment, words)
        raw(
            path, f"UPDATE chain SET commitment = '{commitment}', link = '{head}' WHERE position = {position}"
        )
    raw(path, f"UPDATE learners SET head = '{head}'")


def test_an_erased_record_still_holds_and_a_place_in_it_cannot_be_changed(path: Path) -> None:
    store = filled(path)
    learner = store.learner
    store.erase()
    verified = store.verify(learner)
    assert (verified.broken, verified.places, verified.erased) == (None, 10, True)
    raw(path, "UPDATE chain SET seq = 7 WHERE position = 6")
    broken = store.verify(learner).broken
    assert broken is not None
    assert (broken.position, broken.how) == (6, "changed")
    store.close()


CHANGES: list[Callable[[random.Random, str], str]] = [
    lambda chance, text: text[: chance.randrange(len(text))],
    lambda chance, text: text + chance.choice(" 0x"),
    lambda chance, text: "".join(chance.sample(text, len(text))),
]


@settings(max_examples=60, deadline=None)
@given(seed=st.integers(0, 2**32))
def test_any_change_of_any_field_is_found(tmp_path_factory: pytest.TempPathFactory, seed: int) -> None:
    chance = random.Random(seed)
    path = tmp_path_factory.mktemp("tampered") / "s.sqlite"
    filled(path).close()
    table, field = chance.choice(
        [
            ("events", "event"),
            ("chain", "commitment"),
            ("chain", "link"),
            ("chain", "session"),
            ("journal", "entry"),
        ]
    )
    row, before = chance.choice(raw(path, f"SELECT rowid, {field} FROM {table} WHERE {field} <> ''"))
    after = chance.choice(CHANGES)(chance, before)
    with_values(path, f"UPDATE {table} SET {field} = ? WHERE rowid = ?", (after, row))
    assert (found(path) is None) == (after == before)


def with_values(path: Path, statement: str, values: tuple[Any, ...]) -> None:
    import sqlite3

    with sqlite3.connect(path) as connection:
        connection.execute(statement, values)
    connection.close()


@pytest.mark.parametrize("table", ["events", "chain", "journal"])
def test_bytes_that_are_no_text_are_named_where_they_lie(store: Store, path: Path, table: str) -> None:
    store.append("s", [event(1), event(2, "rationale_given", text="why"), event(3)])
    store.forget_words("s")
    column = {"events": "event", "chain": "commitment", "journal": "entry"}[table]
    with closing(sqlite3.connect(path)) as connection, connection:
        last = f"rowid = (SELECT max(rowid) FROM {table})"
        connection.execute(f"UPDATE {table} SET {column} = CAST(x'7bff7d' AS text) WHERE {last}")
    broken = store.verify().broken
    assert broken is not None
    assert broken.position == (3 if table == "events" else 4)
    assert broken.how == "changed"
