"""The store: every event of every session and class, in a database that outlives the program's sudden end.

A call that changes something returns only after COMMIT, with what it wrote on the disk.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import select

from simulator.store.access import Access
from simulator.store.classes import ClassLogs
from simulator.store.file_database import FileDatabase
from simulator.store.keeping import Keeping
from simulator.store.learners import add_learner, every_learner, find_learner, learner_in
from simulator.store.record import Record
from simulator.store.schema import LEARNERS
from simulator.store.sessions import Sessions
from simulator.store.wiping import Wiping

if TYPE_CHECKING:
    from simulator.store.access import Database
    from simulator.store.learners import Learner


class Store(Sessions, Wiping, Keeping, Record):
    """The record of one learner, and beside it the classes, in an SQLite file that is made where there is none.

    The `learner` is the one of that id or pseudonym, made where there is none; by default the one who was there
    first. Every method raises StoreFault with a sentence where the database does not allow it; then nothing is
    changed.
    """

    def __init__(self, place: Path | str, learner: str | None = None) -> None:
        database = database_at(place)
        access = Access(database)
        try:
            database.prepare()
            own = _own(access, learner)
        except BaseException:
            database.engine.dispose()
            raise
        super().__init__(access, own)
        self.place = place
        self.classes = ClassLogs(access)

    @property
    def called(self) -> str:
        """The file, or the server without what opens it."""
        return self.access.database.called

    @property
    def path(self) -> Path:
        """The file, where it is one."""
        return Path(self.place)

    @property
    def pseudonym(self) -> str:
        """What the learner is called."""
        with self.access.reading() as connection:
            wanted = select(LEARNERS.c.pseudonym).where(LEARNERS.c.learner == self.learner)
            return connection.scalar(wanted) or ""

    def learners(self) -> list[Learner]:
        """Everybody who has a record here, or had one."""
        with self.access.reading() as connection:
            return [learner_in(row) for row in connection.execute(every_learner())]

    def close(self) -> None:
        """Let go of the database."""
        self.access.database.engine.dispose()


def database_at(place: Path | str) -> Database:
    """The file or the server at a place."""
    if isinstance(place, Path):
        return FileDatabase(place)
    from simulator.store.server_database import ServerDatabase

    return ServerDatabase(place)


def _own(access: Access, wanted: str | None) -> str:
    """The learner who is wanted, made where there is none."""
    with access.reading() as connection:
        found = find_learner(connection, wanted)
    if found is not None:
        return found
    with access.transaction() as connection:
        return find_learner(connection, wanted) or add_learner(connection, wanted)
