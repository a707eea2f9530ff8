"""How a store of an earlier version becomes one of this version, inside one transaction of the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.store.database import version_of
from simulator.store.schema import STANDING_COLUMN, WORDS, WORDS_KEPT_COLUMN
from simulator.store.statements import ADD_WORDS
from simulator.store.words import FREE_TEXT, part, read

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Mapping

_REPLACE_EVENT = "UPDATE events SET event = :event WHERE session = :session AND seq = :seq"


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the tables to this version, if another program has not done so; newer ones are left as they are."""
    while (found := version_of(connection)) in _STEPS:
        _STEPS[found](connection)
        connection.execute(f"PRAGMA user_version={found + 1}")


def _standings_and_words(connection: sqlite3.Connection) -> None:
    """From 1 to 2: how a session stands is a word, and a person's words lie apart."""
    for statement in (
        f"ALTER TABLE sessions ADD COLUMN {STANDING_COLUMN}",
        f"ALTER TABLE sessions ADD COLUMN {WORDS_KEPT_COLUMN}",
        "UPDATE sessions SET standing = 'finished' WHERE finished",
        "ALTER TABLE sessions DROP COLUMN finished",
        WORDS,
    ):
        connection.execute(statement)
    for kind in FREE_TEXT:
        rows = connection.execute("SELECT * FROM events WHERE instr(event, ?)", (f'"{kind}"',))
        for session, seq, text in rows.fetchall():
            _part_event(connection, session, seq, text)


def _part_event(connection: sqlite3.Connection, session: str, seq: int, text: str) -> None:
    try:
        kept = part(read(text))
    except (ValueError, LookupError, AttributeError, TypeError):
        return  # it is damaged, which is said to whoever loads it
    if kept.worded:
        its = {"session": session, "seq": seq}
        connection.execute(_REPLACE_EVENT, {**its, "event": kept.event})
        connection.execute(ADD_WORDS, {**its, "words": kept.words})


_STEPS: Mapping[int, Callable[[sqlite3.Connection], None]] = {1: _standings_and_words}
