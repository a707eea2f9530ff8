"""Rows that belong to nobody: to a learner, a session or an event that is not there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import and_, func, select

from simulator.store.schema import CHAIN, EVENTS, FOLDS, JOURNAL, LEARNERS, NAMES, SESSIONS, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Connection, FromClause, Table

_OF_LEARNERS = (CHAIN, SESSIONS, JOURNAL, FOLDS, NAMES)


def strays(connection: Connection) -> list[str]:
    """A sentence for each learner, session and event that is not there though rows of others name it."""
    return [*_learners(connection), *_sessions(connection), *_words(connection)]


def _learners(connection: Connection) -> Iterator[str]:
    for table in _OF_LEARNERS:
        there = LEARNERS.c.learner == table.c.learner
        for learner, many in _without(connection, table, LEARNERS, there, table.c.learner):
            yield f"Rows of {table.name} ({many}) name a learner who is not there: {learner or 'nobody'}."


def _sessions(connection: Connection) -> Iterator[str]:
    there = SESSIONS.c.session == EVENTS.c.session
    for session, many in _without(connection, EVENTS, SESSIONS, there, EVENTS.c.session):
        yield f"Rows of events ({many}) name a session that is not there: {session or 'none'}."


def _words(connection: Connection) -> Iterator[str]:
    there = and_(EVENTS.c.session == WORDS.c.session, EVENTS.c.seq == WORDS.c.seq)
    for session, many in _without(connection, WORDS, EVENTS, there, WORDS.c.session):
        yield f"Rows of words ({many}) name events that are not there, of the session {session or 'none'}."


def _without(
    connection: Connection,
    table: Table,
    named: Table,
    there: ColumnElement[bool],
    by: ColumnElement[str],
) -> Iterator[tuple[str, int]]:
    """What the rows of a table name that is not there, and how many do."""
    joined: FromClause = table.outerjoin(named, there)
    missing = next(iter(named.primary_key.columns)).is_(None)
    wanted = select(by, func.count()).select_from(joined).where(missing).group_by(by).order_by(by)
    yield from ((name, many) for name, many in connection.execute(wanted))
