"""A learner's chain as it is kept, each place with what lies there: gone through row by row, for it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from sqlalchemy import and_, func, select

from simulator.store.journal import ENTRY
from simulator.store.linking import Linked
from simulator.store.schema import CHAIN, EVENTS, JOURNAL, SESSIONS, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlalchemy import Connection

AT_ONCE = 500
"""Rows that are fetched at a time: fewer than Python's collector begins to look at."""
PAGE = 5_000
"""Rows that are asked for at a time: a server's client holds all of them."""


def kept_chain(connection: Connection, learner: str) -> Iterator[Sequence[tuple[Any, ...]]]:
    """Every place in order, some hundreds at a time: the fields of `Linked`, and the text of the event there.

    The text is None where it is gone, and where an entry is; `kept_entries` has those.
    """
    of_session = and_(EVENTS.c.session == CHAIN.c.session, EVENTS.c.seq == CHAIN.c.seq)
    wanted = (
        select(*(CHAIN.c[field] for field in Linked._fields), EVENTS.c.event)
        .select_from(CHAIN.outerjoin(EVENTS, of_session))
        .where(CHAIN.c.learner == learner)
        .order_by(CHAIN.c.position)
        .limit(PAGE)
    )
    page = wanted
    while True:
        place = None
        cursor = connection.execute(page).cursor
        while cursor is not None and (rows := cursor.fetchmany(AT_ONCE)):
            yield rows
            place = rows[-1][0]
        if place is None:
            return
        page = wanted.where(CHAIN.c.position > place)


def kept_entries(connection: Connection, learner: str) -> dict[int, str]:
    """The journal, by number."""
    entries = select(JOURNAL.c.number, JOURNAL.c.entry).where(JOURNAL.c.learner == learner)
    return {row.number: row.entry for row in connection.execute(entries)}


def kept_words(connection: Connection, learner: str) -> dict[tuple[str, int], str | None]:
    """The words of events, by session and number; None where they are wiped."""
    theirs = WORDS.join(SESSIONS, SESSIONS.c.session == WORDS.c.session)
    words = select(WORDS.c.session, WORDS.c.seq, WORDS.c.text).select_from(theirs)
    found = connection.execute(words.where(SESSIONS.c.learner == learner))
    return {(row.session, row.seq): row.text for row in found}


def how_many(connection: Connection, learner: str) -> int:
    """How many events and entries there are."""
    each = select(EVENTS.c.session, func.count().label("many")).group_by(EVENTS.c.session).subquery()
    theirs = each.join(SESSIONS, SESSIONS.c.session == each.c.session)
    counted = select(func.sum(each.c.many)).select_from(theirs).where(SESSIONS.c.learner == learner)
    entries = select(func.count()).select_from(JOURNAL).where(JOURNAL.c.learner == learner)
    return int(connection.scalar(counted) or 0) + int(connection.scalar(entries) or 0)


def not_chained(connection: Connection, learner: str) -> tuple[str, int] | None:
    """The first event of a learner's sessions that has no place in the chain: its session and number."""
    place = and_(CHAIN.c.session == EVENTS.c.session, CHAIN.c.seq == EVENTS.c.seq, CHAIN.c.learner == learner)
    wanted = (
        select(EVENTS.c.session, EVENTS.c.seq)
        .select_from(EVENTS.join(SESSIONS, SESSIONS.c.session == EVENTS.c.session).outerjoin(CHAIN, place))
        .where(SESSIONS.c.learner == learner, CHAIN.c.position.is_(None))
        .order_by(SESSIONS.c.begun, EVENTS.c.session, EVENTS.c.seq)
        .limit(1)
    )
    found = connection.execute(wanted).first()
    return None if found is None else (found[0], found[1])


def entry_not_chained(connection: Connection, learner: str) -> int | None:
    """The first entry of a learner's journal that has no place in the chain: its number."""
    place = and_(CHAIN.c.session == ENTRY, CHAIN.c.seq == JOURNAL.c.number, CHAIN.c.learner == learner)
    wanted = (
        select(JOURNAL.c.number)
        .select_from(JOURNAL.outerjoin(CHAIN, place))
        .where(JOURNAL.c.learner == learner, CHAIN.c.position.is_(None))
        .order_by(JOURNAL.c.number)
        .limit(1)
    )
    return connection.scalar(wanted)
