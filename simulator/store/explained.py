"""Which events and words are gone for a reason that stands in the journal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from simulator.store.journal import ENTRY, TAKES_EVENTS, TAKES_WORDS
from simulator.store.log import event_of
from simulator.store.schema import CHAIN, JOURNAL

if TYPE_CHECKING:
    from sqlalchemy import Connection

ANYWHERE = 2**62


class Explained:
    """The last place at which an entry says that a session's events were `taken`, or its words `hushed`.

    An entry without a place, which is a fault of its own, explains everything.
    """

    def __init__(self, connection: Connection, learner: str) -> None:
        self.taken: dict[str, int] = {}
        self.hushed: dict[str, int] = {}
        its_place = (
            (CHAIN.c.learner == JOURNAL.c.learner)
            & (CHAIN.c.session == ENTRY)
            & (CHAIN.c.seq == JOURNAL.c.number)
        )
        entries = (
            select(CHAIN.c.position, JOURNAL.c.entry)
            .select_from(JOURNAL.outerjoin(CHAIN, its_place))
            .where(JOURNAL.c.learner == learner)
            .order_by(CHAIN.c.position)
        )
        for place, text in connection.execute(entries):
            self._read(ANYWHERE if place is None else place, text)

    def _read(self, place: int, text: str) -> None:
        try:
            entry = event_of(text)
            kind, session = str(entry["kind"]), str(entry["data"]["session"])
        except (ValueError, LookupError, TypeError):
            return  # that it is damaged is told where the chain is gone through
        if kind in TAKES_EVENTS:
            self.taken[session] = place
        if kind in TAKES_WORDS:
            self.hushed[session] = place
