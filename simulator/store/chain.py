"""The end of a learner's chain, to which a write transaction adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import insert, select, update

from simulator.store.linking import Linked, commitment_of, link_of
from simulator.store.schema import CHAIN, LEARNERS

if TYPE_CHECKING:
    from sqlalchemy import Connection


class NoLearner(Exception):
    """The learner is not there, or erased."""


class ChainEnd:
    """Where events of `learner` are added; nobody else can add any until the transaction ends.

    Raises NoLearner. What is added is written by `save`.
    """

    def __init__(self, connection: Connection, learner: str) -> None:
        table = LEARNERS.c
        wanted = select(table.salt, table.length, table.head).where(table.learner == learner)
        found = connection.execute(wanted.with_for_update()).first()
        if found is None or found.salt is None:
            raise NoLearner
        self._connection = connection
        self._learner = learner
        self._salt = bytes.fromhex(found.salt)
        self._added: list[Linked] = []
        self.length: int = found.length
        self._head: str = found.head

    def add(self, session: str, seq: int, text: str, words: str | None = None) -> int:
        """Add the event of this text, and the words that belong to it; its position."""
        said = None if words is None else commitment_of(self._salt, words)
        committed = commitment_of(self._salt, text)
        self.length += 1
        self._head = link_of(self._head, self.length, session, seq, committed, said)
        self._added.append(Linked(self.length, session, seq, committed, said, self._head))
        return self.length

    def save(self) -> None:
        """Write what was added."""
        if self._added:
            rows = [{"learner": self._learner, **one._asdict()} for one in self._added]
            self._connection.execute(insert(CHAIN), rows)
            grown = {"length": self.length, "head": self._head}
            ours = LEARNERS.c.learner == self._learner
            self._connection.execute(update(LEARNERS).where(ours).values(**grown))
            self._added = []
