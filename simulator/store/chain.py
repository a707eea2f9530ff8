"""The end of a learner's chain, to which a write transaction adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import bindparam, insert, select, update

from simulator.store.faults import StoreFault
from simulator.store.linking import Linked, commitment_of, is_hash, link_of
from simulator.store.schema import CHAIN, LEARNERS

if TYPE_CHECKING:
    from sqlalchemy import Connection

END = (
    select(LEARNERS.c.salt, LEARNERS.c.length, LEARNERS.c.head)
    .where(LEARNERS.c.learner == bindparam("whose"))
    .with_for_update()
)
"""The end of the chain of a learner; until the transaction ends, nobody else can add to it."""
_ADDED = insert(CHAIN)
_GROWN = (
    update(LEARNERS)
    .where(LEARNERS.c.learner == bindparam("whose"))
    .values(length=bindparam("so_long"), head=bindparam("so_far"))
)


DAMAGED_SALT = (
    "The salt of this record is damaged, so nothing can be added to it; `simulator doctor` says more."
)


class NoLearner(Exception):
    """The learner is not there, or erased."""


class ChainEnd:
    """Where events of `learner` are added, after `length` others; what is added is written by `save`.

    Raises NoLearner where there is no salt, StoreFault where it is damaged.
    """

    def __init__(
        self, connection: Connection, learner: str, salt: str | None, length: int, head: str
    ) -> None:
        if salt is None:
            raise NoLearner
        if not is_hash(salt):
            raise StoreFault(DAMAGED_SALT)
        self.length = length
        self._connection = connection
        self._learner = learner
        self._salt = bytes.fromhex(salt)
        self._added: list[Linked] = []
        self._head = head

    @classmethod
    def of(cls, connection: Connection, learner: str) -> ChainEnd:
        """The end of a learner's chain; raises NoLearner and StoreFault."""
        found = connection.execute(END, {"whose": learner}).first()
        if found is None:
            raise NoLearner
        return cls(connection, learner, found.salt, found.length, found.head)

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
            self._connection.execute(_ADDED, rows)
            grown = {"whose": self._learner, "so_long": self.length, "so_far": self._head}
            self._connection.execute(_GROWN, grown)
            self._added = []
