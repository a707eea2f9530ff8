"""The store: every event of every session and class, in a database that outlives the program's sudden end.

A call that changes something returns only after COMMIT, with what it wrote on the disk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import select

from simulator.store.classes import ClassLogs
from simulator.store.keeping import Keeping
from simulator.store.learners import add_learner, find_learner
from simulator.store.opening import access_to
from simulator.store.record import Record
from simulator.store.schema import LEARNERS
from simulator.store.sessions import Sessions
from simulator.store.wiping import Wiping

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.store.access import Access


class Store(Sessions, Wiping, Keeping, Record):
    """The record of one learner, and beside it the classes, in an SQLite file that is made where there is none.

    The `learner` is the one of that id or pseudonym, made where there is none; by default the one who was there
    first. Every method raises StoreFault with a sentence where the database does not allow it; then nothing is
    changed.
    """

    def __init__(self, place: Path | str, learner: str | None = None) -> None:
        access = access_to(place)
        try:
            own = _own(access, learner)
        except BaseException:
            access.database.engine.dispose()
            raise
        super().__init__(access, own)
        self.place = place
        self.classes = ClassLogs(access)

    @property
    def called(self) -> str:
        """The file, or the server without what opens it."""
        return self.access.database.called

    @property
    def pseudonym(self) -> str:
        """What the learner is called."""
        with self.access.reading() as connection:
            wanted = select(LEARNERS.c.pseudonym).where(LEARNERS.c.learner == self.learner)
            return connection.scalar(wanted) or ""


def _own(access: Access, wanted: str | None) -> str:
    """The learner who is wanted, made where there is none."""
    with access.reading() as connection:
        found = find_learner(connection, wanted)
    if found is not None:
        return found
    with access.transaction() as connection:
        return find_learner(connection, wanted) or add_learner(connection, wanted)
