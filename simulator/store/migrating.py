"""How a store of an earlier version becomes one of this version, inside one transaction of the caller's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, or_, select, update

from simulator.store.chain import ChainEnd
from simulator.store.database import version_of
from simulator.store.learners import add_learner
from simulator.store.log import event_of
from simulator.store.schema import (
    CHAIN,
    CLASS_EVENTS,
    CLASSES,
    EVENTS,
    FOLDS,
    JOURNAL,
    LEARNERS,
    NAMES,
    SESSIONS,
    WORDS,
)
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


def _learners_and_chains(connection: Connection) -> None:
    """From 3 to 4: the sessions are of a learner, and chained in the order in which they were gone on with."""
    for table in (LEARNERS, NAMES, JOURNAL, CHAIN, FOLDS):
        table.create(connection)
    for statement in (
        "ALTER TABLE sessions ADD COLUMN learner TEXT DEFAULT '' NOT NULL",
        "ALTER TABLE sessions ADD COLUMN case_id TEXT DEFAULT '' NOT NULL",
        "ALTER TABLE sessions ADD COLUMN ended INTEGER",
    ):
        connection.exec_driver_sql(statement)
    for index in sorted(SESSIONS.indexes, key=lambda each: str(each.name)):
        index.create(connection)
    learner = add_learner(connection)
    connection.execute(update(SESSIONS).values(learner=learner))
    chain = ChainEnd.of(connection, learner)
    for session in connection.scalars(
        select(SESSIONS.c.session).order_by(SESSIONS.c.last, SESSIONS.c.session)
    ).all():
        _chain_session(connection, chain, session)
        chain.save()


def _chain_session(connection: Connection, chain: ChainEnd, session: str) -> None:
    words = dict(
        connection.execute(select(WORDS.c.seq, WORDS.c.text).where(WORDS.c.session == session)).all()
    )
    events = select(EVENTS.c.seq, EVENTS.c.event).where(EVENTS.c.session == session).order_by(EVENTS.c.seq)
    noted: dict[str, object] = {}
    for seq, text in connection.execute(events).all():
        position = chain.add(session, seq, text, words.get(seq))
        noted |= _noted(seq, text, position)
    if noted:
        connection.execute(update(SESSIONS).where(SESSIONS.c.session == session).values(noted))


def _noted(seq: int, text: str, position: int) -> dict[str, object]:
    """What an event tells of its session."""
    try:
        event = event_of(text)
        if seq == 1:
            return {"case_id": str(event["data"]["case"]["id"])}
    except (ValueError, LookupError, TypeError):
        return {}
    return {"ended": position} if event.get("kind") == "finished" else {}


_STEPS: Mapping[int, Callable[[Connection], None]] = {
    1: _standings_and_words,
    2: _logs_of_classes,
    3: _learners_and_chains,
}
