"""A learner's chain as it is kept, each place with what lies there: gone through row by row, for it is long."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, select

from simulator.store.journal import ENTRY
from simulator.store.linking import Linked
from simulator.store.schema import CHAIN, EVENTS, JOURNAL, SESSIONS, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import Connection

AT_ONCE = 2_000
"""Rows that are fetched at a time."""


class Kept(NamedTuple):
    """A place of the chain, and what lies there: the text of an event or entry, and the words that belong to it."""

    position: int
    session: str
    seq: int
    commitment: str
    words: str | None
    link: str
    text: str | None
    """None where it is gone."""
    worded: int | None
    """None where no words lie there."""
    said: str | None
    """The words; None where they are gone or wiped."""

    @property
    def linked(self) -> Linked:
        """The place alone."""
        return Linked(*self[:6])


def kept_chain(connection: Connection, learner: str) -> Iterator[tuple[object, ...]]:
    """Every place in order, each with the fields of `Kept`: plain tuples, for there are many."""
    of_session = and_(EVENTS.c.session == CHAIN.c.session, EVENTS.c.seq == CHAIN.c.seq)
    its_words = and_(WORDS.c.session == CHAIN.c.session, WORDS.c.seq == CHAIN.c.seq)
    chain = (CHAIN.c.position, CHAIN.c.session, CHAIN.c.seq, CHAIN.c.commitment, CHAIN.c.words, CHAIN.c.link)
    wanted = (
        select(*chain, EVENTS.c.event, WORDS.c.seq, WORDS.c.text)
        .select_from(CHAIN.outerjoin(EVENTS, of_session).outerjoin(WORDS, its_words))
        .where(CHAIN.c.learner == learner)
        .order_by(CHAIN.c.position)
    )
    entries = select(JOURNAL.c.number, JOURNAL.c.entry).where(JOURNAL.c.learner == learner)
    journal = {row.number: row.entry for row in connection.execute(entries)}
    cursor = connection.execute(wanted).cursor
    if cursor is None:
        return
    while rows := cursor.fetchmany(AT_ONCE):
        for row in rows:
            yield row if row[1] != ENTRY else (*row[:6], journal.get(row[2]), None, None)


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
