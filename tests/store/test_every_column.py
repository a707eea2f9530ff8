"""Every column of every table of a learner: a value that was changed is found, or is believed by nobody.

Each row is changed apart, with a store of two learners who have everything that a record can have.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import delete, insert, select, update

from simulator.store.schema import (
    CHAIN,
    CLASS_EVENTS,
    CLASSES,
    EVENTS,
    FOLDS,
    JOURNAL,
    LEARNERS,
    METADATA,
    NAMES,
    SESSIONS,
    WORDS,
)
from simulator.store.server_soundness import look_at_server
from simulator.store.soundness import look_at
from simulator.store.store import Store
from tests.store.stores import event

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from sqlalchemy import Column, Connection, Table

Row = dict[str, Any]
HASH = 64
CLOCK = "2026-01-01T00:00:00.000+00:00"


def played(session: str, *further: dict[str, Any]) -> list[dict[str, Any]]:
    """A session whose events say of themselves what the program says."""
    begun = event(1, "case_begun", case={"format": "case/1", "id": f"case of {session}"})
    begun["at"] = f"2026-01-01 {session}"
    return [{**one, "session": session} for one in [begun, *further]]


@pytest.fixture
def filled(store: Store, place: Path | str) -> Store:
    """Ann has sessions that are finished, skipped and gone on with, words, entries and folds; Ben has two sessions."""
    reason = event(2, "rationale_given", text="because")
    store.append("a", played("a", reason, event(3, "finished"), event(4, "annotated", note="late")))
    store.append("b", played("b", event(2), event(3, "skipped")))
    store.append("c", played("c", reason, event(3, "skipped"), event(4, "resumed")))
    store.append("d", played("d", event(2, "rationale_given", text="more"), event(3, "finished")))
    store.append("gone", played("gone"))
    store.discard("gone")
    store.keep_words("d")
    store.forget_words("a")
    store.correct("a", "interrupted", counts=False)
    store.keep_fold("progress", 1, 14, "{}")
    store.name("Ann")
    with closing(Store(place, "ben")) as ben:
        ben.append("e", played("e", event(2, "finished")))
        ben.append("f", played("f", event(2)))
        ben.name("Ben")
    with closing(Store(place, "eve")) as eve:
        eve.append("g", played("g"))
        eve.erase()
    return store


def said(store: Store) -> str:
    """What verifying everybody finds, and what nobody owns."""
    broken = [one for each in store.learners() if (one := store.verify(each.learner).broken) is not None]
    return "\n".join([*(one.said for one in broken), *store.strays()])


def doctor(place: Path | str) -> str:
    looked = look_at_server(place) if isinstance(place, str) else look_at(place)
    return "\n".join(fault.said for fault in looked.faults)


def rows_of(store: Store, table: Table) -> Sequence[Row]:
    with store.access.reading() as connection:
        found = connection.execute(select(table).order_by(*table.primary_key.columns)).mappings()
        return [dict(row) for row in found]


def tamper(store: Store, *statements: Any) -> None:
    """As somebody would who is let into the database, and whom no foreign key keeps out."""
    with store.access.database.engine.connect() as connection:
        for statement in _without_keys(connection):
            connection.exec_driver_sql(statement)
        connection.commit()
        for statement in statements:
            connection.execute(statement)
        connection.commit()
        connection.invalidate()


def _without_keys(connection: Connection) -> Sequence[str]:
    """What rids a database of its foreign keys: a server of those that are left, a file for this connection."""
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("COMMIT")  # what SQLAlchemy began by itself
        return ["PRAGMA foreign_keys=OFF", "BEGIN"]
    keys = connection.exec_driver_sql(
        "SELECT conrelid::regclass, conname FROM pg_constraint WHERE contype = 'f'"
    )
    return [f"ALTER TABLE {table} DROP CONSTRAINT {name}" for table, name in keys]


def of(table: Table, row: Row) -> Any:
    """The row of that key."""
    keys = [column == row[column.name] for column in table.primary_key.columns]
    return keys[0] if len(keys) == 1 else keys[0] & of_all(keys[1:])


def of_all(keys: Sequence[Any]) -> Any:
    return keys[0] if len(keys) == 1 else keys[0] & of_all(keys[1:])


def other(row: Row, column: Column[Any]) -> Any:
    """Another value of the kind that the column holds."""
    value = row[column.name]
    if isinstance(value, int):
        return value + 100
    if isinstance(value, str) and len(value) == HASH:
        return ("1" if value[0] == "0" else "0") + value[1:]
    return 3 if column.name == "ended" else f"{value or ''}x"


SEEN: Mapping[Table, Sequence[str]] = {
    LEARNERS: ("learner", "salt", "length", "head"),
    SESSIONS: ("session", "begun", "last", "standing", "learner", "case_id", "ended"),
    EVENTS: ("session", "seq", "event"),
    WORDS: ("session", "seq", "text"),
    JOURNAL: ("learner", "number", "entry"),
    CHAIN: ("learner", "position", "session", "seq", "commitment", "words", "link"),
    NAMES: ("learner",),
    FOLDS: ("learner",),
}
"""A change of these is found in every row."""
BELIEVED_BY_NOBODY: Mapping[Table, Mapping[str, str]] = {
    FOLDS: dict.fromkeys(
        ("name", "version", "position", "state"),
        "A fold that was changed is not taken, and is worked out anew.",
    ),
    LEARNERS: {
        "erased": "Whether it is erased has to agree with what is there; when it was is only told.",
        "pseudonym": "It is what a learner is called, and is held against an export.",
        "made": "It orders the list of learners, and is held against an export; what is no moment is found.",
    },
    SESSIONS: {
        "words_kept": "Words that are wiped for it are wiped with an entry; what is neither yes nor no is found.",
    },
    NAMES: {"name": "A person enters it, and changes it at will; nothing in the record hangs on it."},
}
"""A change of these is not found in every row, and why it need not be; each has a test of its own."""
CHANGES = [(table, name) for table, names in SEEN.items() for name in names]


def test_every_column_of_every_table_of_a_learner_is_thought_of() -> None:
    tables = set(METADATA.tables.values()) - {CLASSES, CLASS_EVENTS}
    there = {(table.name, column.name) for table in tables for column in table.columns}
    thought = {(table.name, name) for table, names in SEEN.items() for name in names}
    reasons = {(table.name, name) for table, names in BELIEVED_BY_NOBODY.items() for name in names}
    assert thought | reasons == there
    assert not thought & reasons


@pytest.mark.parametrize(("table", "name"), CHANGES, ids=[f"{table.name}-{name}" for table, name in CHANGES])
def test_a_value_that_was_changed_is_found_in_every_row(
    filled: Store, place: Path | str, table: Table, name: str
) -> None:
    assert said(filled) == doctor(place) == ""
    rows = rows_of(filled, table)
    assert rows
    for row in rows:
        if row[name] is None and (table, name) in NOTHING_THERE:
            continue
        changed = update(table).where(of(table, row)).values({name: other(row, table.columns[name])})
        tamper(filled, changed)
        found = said(filled)
        assert found, row
        assert doctor(place), row
        back = {**row, name: other(row, table.columns[name])}
        tamper(filled, update(table).where(of(table, back)).values({name: row[name]}))
    assert said(filled) == doctor(place) == ""


NOTHING_THERE = {(WORDS, "text"), (LEARNERS, "salt")}
"""What is wiped stays wiped: a text in its place is found by tests of their own."""
DELETED = [LEARNERS, SESSIONS, EVENTS, WORDS, JOURNAL, CHAIN]


@pytest.mark.parametrize("table", DELETED, ids=lambda table: table.name)
def test_a_row_that_is_deleted_is_found(filled: Store, table: Table) -> None:
    for row in rows_of(filled, table):
        tamper(filled, delete(table).where(of(table, row)))
        assert said(filled), row
        tamper(filled, insert(table).values(row))
    assert said(filled) == ""


ADDED: dict[str, tuple[Table, Callable[[str], Row]]] = {
    "a session": (SESSIONS, lambda ann: {"session": "x", "learner": ann}),
    "a session of nobody": (SESSIONS, lambda ann: {"session": "x", "learner": ""}),
    "an event": (EVENTS, lambda ann: {"session": "a", "seq": 5, "event": "{}"}),
    "an event of no session": (EVENTS, lambda ann: {"session": "x", "seq": 1, "event": "{}"}),
    "words": (WORDS, lambda ann: {"session": "a", "seq": 3, "text": '"mine"'}),
    "words that are wiped": (WORDS, lambda ann: {"session": "a", "seq": 3, "text": None}),
    "words of no event": (WORDS, lambda ann: {"session": "a", "seq": 9, "text": None}),
    "an entry": (JOURNAL, lambda ann: {"learner": ann, "number": 9, "entry": "{}"}),
    "a place": (
        CHAIN,
        lambda ann: {"learner": ann, "position": 99, "session": "a", "seq": 5, "commitment": "", "link": ""},
    ),
    "a learner of a pseudonym that is taken": (
        LEARNERS,
        lambda ann: {"learner": "x", "pseudonym": "ben", "salt": "0" * 64, "made": CLOCK},
    ),
    "a learner without a salt": (LEARNERS, lambda ann: {"learner": "x", "pseudonym": "x", "made": CLOCK}),
}


@pytest.mark.parametrize(("table", "row"), ADDED.values(), ids=ADDED)
def test_a_row_that_is_added_is_found(filled: Store, table: Table, row: Callable[[str], Row]) -> None:
    tamper(filled, insert(table).values(row(filled.learner)))
    assert said(filled)


SWAPPED = [(table, name) for table, name in CHANGES if name not in table.primary_key.columns]


@pytest.mark.parametrize(("table", "name"), SWAPPED, ids=[f"{table.name}-{name}" for table, name in SWAPPED])
def test_values_of_two_rows_that_are_swapped_are_found(filled: Store, table: Table, name: str) -> None:
    rows = rows_of(filled, table)
    pairs = [(one, two) for at, one in enumerate(rows) for two in rows[at + 1 :] if one[name] != two[name]]
    assert pairs
    for one, two in pairs[:12]:
        tamper(filled, *put(table, one, {name: two[name]}), *put(table, two, {name: one[name]}))
        assert said(filled), (one, two)
        tamper(filled, *put(table, one, {name: one[name]}), *put(table, two, {name: two[name]}))
    assert said(filled) == ""


def put(table: Table, row: Row, values: Row) -> list[Any]:
    return [update(table).where(of(table, row)).values(values)]


def test_sessions_whose_ids_are_swapped_between_learners_are_found(filled: Store) -> None:
    for table in (SESSIONS, EVENTS, WORDS):
        ids = {"a": "spare", "e": "a", "spare": "e"}
        tamper(
            filled,
            *(
                update(table).where(table.c.session == before).values(session=after)
                for before, after in ids.items()
            ),
        )
        assert "of the session" in said(filled)
        tamper(
            filled,
            *(
                update(table).where(table.c.session == after).values(session=before)
                for before, after in reversed(ids.items())
            ),
        )
        assert said(filled) == ""


def test_sessions_that_change_owners_are_found_in_both_records(filled: Store) -> None:
    """As many events of the one as of the other, and no words, so that no number tells."""
    ben, eve = (one.learner for one in filled.learners()[1:])
    tamper(
        filled,
        update(SESSIONS).where(SESSIONS.c.session == "e").values(learner=filled.learner),
        update(SESSIONS).where(SESSIONS.c.session == "b").values(learner=ben),
    )
    for learner in (filled.learner, ben):
        assert filled.verify(learner).broken is not None
    assert filled.verify(eve).broken is None


@pytest.mark.parametrize("renamed", [False, True])
def test_a_record_that_is_copied_to_another_learner_is_found(filled: Store, renamed: bool) -> None:
    """All rows, under another id and pseudonym; and with sessions of other names as well."""
    ben = filled.learners()[1].learner
    new: Row = {"learner": "copy"}
    own = {**rows_of(filled, LEARNERS)[0], **new}
    for one in rows_of(filled, LEARNERS):
        own = {**one, **new, "pseudonym": "copied"} if one["learner"] == ben else own
    copies = [insert(LEARNERS).values(own)]
    for table in (SESSIONS, CHAIN, JOURNAL, EVENTS, WORDS):
        for row in rows_of(filled, table):
            theirs = row.get("learner", ben) == ben and row.get("session", "e") in ("e", "f")
            name = {"session": f"{row['session']}2"} if renamed and "session" in row else {}
            if theirs and (renamed or table is not EVENTS) and (renamed or table is not SESSIONS):
                copies.append(insert(table).values({**row, **(new if "learner" in row else {}), **name}))
    tamper(filled, *copies)
    assert filled.verify("copy").broken is not None


def test_an_empty_record_that_is_copied_is_found_by_its_salt_and_an_erased_one_by_its_head(
    filled: Store,
) -> None:
    for row in rows_of(filled, LEARNERS):
        tamper(filled, insert(LEARNERS).values({**row, "learner": "copy", "length": 0}))
        broken = filled.verify(row["learner"]).broken
        assert broken is not None
        assert "twice" in broken.said
        tamper(filled, delete(LEARNERS).where(LEARNERS.c.learner == "copy"))


FOLD_CHANGES: Sequence[Row] = ({"name": "other"}, {"version": 2}, {"position": 13}, {"state": "[]"})


@pytest.mark.parametrize("change", FOLD_CHANGES, ids=str)
def test_a_fold_that_was_changed_is_not_taken(filled: Store, change: Row) -> None:
    assert filled.fold("progress", 1) == (14, "{}")
    [row] = rows_of(filled, FOLDS)
    if "state" in change:
        change = {"state": row["state"].replace("{}", "[]")}
    tamper(filled, update(FOLDS).values(change))
    for name in ("progress", "other"):
        for version in (1, 2):
            assert filled.fold(name, version) is None
    assert said(filled) == ""


def test_a_fold_of_another_learner_is_not_taken(filled: Store, place: Path | str) -> None:
    ben = filled.learners()[1].learner
    tamper(filled, update(FOLDS).values(learner=ben))
    with closing(Store(place, ben)) as store:
        assert store.fold("progress", 1) is None


def test_a_moment_that_was_changed_changes_nothing_that_is_kept(filled: Store) -> None:
    before = filled.export()
    tamper(filled, update(LEARNERS).where(LEARNERS.c.learner == filled.learner).values(made=CLOCK))
    assert {**filled.export(), "made": before["made"]} == before
    eve = filled.learners()[2].learner
    tamper(filled, update(LEARNERS).where(LEARNERS.c.erased.is_not(None)).values(erased=CLOCK))
    assert (filled.export(eve)["sessions"], filled.export(eve)["salt"]) == ([], None)
    tamper(filled, update(LEARNERS).values(made="some day"))
    assert "some day is no moment" in said(filled)


def test_a_name_that_was_changed_changes_nothing_else(filled: Store) -> None:
    before = filled.export()
    tamper(filled, update(NAMES).values(name="Somebody"))
    assert {**filled.export(), "name": "Ann"} == before


def test_words_that_go_for_want_of_a_mark_go_with_an_entry(filled: Store) -> None:
    tamper(filled, update(SESSIONS).where(SESSIONS.c.session == "d").values(words_kept=0))
    assert said(filled) == ""
    filled.sweep()
    assert filled.verify().broken is None
    assert filled.export()["journal"][-1]["kind"] == "words_wiped"
    tamper(filled, update(SESSIONS).where(SESSIONS.c.session == "d").values(words_kept=7))
    assert "words_kept" in said(filled)


def test_the_row_the_column_and_what_the_events_say_are_named(filled: Store) -> None:
    tamper(filled, update(SESSIONS).where(SESSIONS.c.session == "d").values(ended=None))
    broken = filled.verify().broken
    assert broken is not None
    assert broken.row is not None
    assert (broken.row.table, broken.row.column, broken.session) == ("sessions", "ended", "d")
    assert broken.said == (
        "In the row of the session d the column ended was changed: it is empty, and by the events 14."
    )
