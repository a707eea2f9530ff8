"""How a store of an earlier version becomes one of this version, inside one transaction of the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, or_, select, update

from simulator.store.database import version_of
from simulator.store.log import event_of
from simulator.store.schema import CLASS_EVENTS, CLASSES, EVENTS, WORDS
from simulator.store.words import FREE_TEXT, part

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from sqlalchemy import Connection


def migrate(connection: Connection) -> None:
    """Bring the tables to this version, if another program has not done so; newer ones are left as they are."""
    while (found := version_of(connection)) in _STEPS:
        _STEPS[found](connection)
        connection.exec_driver_sql(f"PRAGMA user_version={found + 1}")


def _standings_and_words(connection: Connection) -> None:
    """From 1 to 2: how a session stands is a word, and a person's words lie apart."""
    for statement in (
        "ALTER TABLE sessions ADD COLUMN standing TEXT DEFAULT 'unfinished' NOT NULL",
        "ALTER TABLE sessions ADD COLUMN words_kept INTEGER DEFAULT '0' NOT NULL",
        "UPDATE sessions SET standing = 'finished' WHERE finished",
        "ALTER TABLE sessions DROP COLUMN finished",
    ):
        connection.exec_driver_sql(statement)
    WORDS.create(connection)
    may_hold_words = or_(*(EVENTS.c.event.contains(kind, autoescape=True) for kind in FREE_TEXT))
    for session, seq, text in connection.execute(select(EVENTS).where(may_hold_words)).all():
        _part_event(connection, session, seq, text)


def _part_event(connection: Connection, session: str, seq: int, text: str) -> None:
    try:
        kept = part(event_of(text))
    except (ValueError, LookupError, AttributeError, TypeError):
        return  # it is damaged, which is said to whoever loads it
    if kept.worded:
        here = (EVENTS.c.session == session) & (EVENTS.c.seq == seq)
        connection.execute(update(EVENTS).where(here).values(event=kept.event))
        connection.execute(insert(WORDS).values(session=session, seq=seq, text=kept.words))


def _logs_of_classes(connection: Connection) -> None:
    """From 2 to 3: the logs of classes lie beside the sessions."""
    CLASSES.create(connection)
    CLASS_EVENTS.create(connection)


_STEPS: Mapping[int, Callable[[Connection], None]] = {1: _standings_and_words, 2: _logs_of_classes}
