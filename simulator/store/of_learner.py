"""What every part of a learner's record works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.store.chain import ChainEnd, NoLearner
from simulator.store.schema import SESSIONS

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection

    from simulator.store.access import Access
    from simulator.store.faults import StoreFault


class OfLearner:
    """A part of the record of `learner`; every method raises StoreFault, and then nothing is changed."""

    def __init__(self, access: Access, learner: str) -> None:
        self.access = access
        self.learner = learner
        """Whose record it is: an id."""
        self.own: ColumnElement[bool] = SESSIONS.c.learner == learner

    def chain(self, connection: Connection) -> ChainEnd:
        """The end of the learner's chain in a write transaction."""
        try:
            return ChainEnd.of(connection, self.learner)
        except NoLearner:
            raise self.erased() from None

    def erased(self) -> StoreFault:
        """The learner is there no more."""
        return self.access.fault(
            "This record was erased from {path} while it was in use; start the program again."
        )
