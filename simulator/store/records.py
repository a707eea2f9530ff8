"""The records of a store that is there, of nobody's own: no learner is made by looking at them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.store.access import Access
from simulator.store.learners import every_learner, learner_in
from simulator.store.record import Record
from simulator.store.store import database_at

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.store.learners import Learner

NOBODY = ""


class Records(Record):
    """All records of the store at a place; each is asked for by its learner's id.

    Every method raises StoreFault with a sentence where the database does not allow it; then nothing is changed.
    """

    def __init__(self, place: Path | str) -> None:
        database = database_at(place)
        try:
            database.prepare()
        except BaseException:
            database.engine.dispose()
            raise
        super().__init__(Access(database), NOBODY)
        self.place = place

    def learners(self) -> list[Learner]:
        """Everybody who has a record here, or had one."""
        with self.access.reading() as connection:
            return [learner_in(row) for row in connection.execute(every_learner())]

    def close(self) -> None:
        """Let go of the database."""
        self.access.database.engine.dispose()
