"""A learner's record as a whole: verified, exported, erased."""

from __future__ import annotations

from contextlib import nullcontext
from functools import partial
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, select, update

from simulator.errors.faults import UsageFault
from simulator.store.access import Persistent
from simulator.store.aging import aging_of
from simulator.store.exporting import exported
from simulator.store.faults import StoreFault
from simulator.store.learners import every_learner, learner_in
from simulator.store.moments import now
from simulator.store.of_learner import OfLearner
from simulator.store.schema import CHAIN, EVENTS, FOLDS, JOURNAL, LEARNERS, NAMES, SESSIONS, WORDS
from simulator.store.strays import strays
from simulator.store.verifying import verified

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection

    from simulator.store.aging import Aging
    from simulator.store.learners import Learner
    from simulator.store.verifying import Verified


class Record(OfLearner):
    """Of any learner of the store, by id; that of this one where none is named. Raises UsageFault for no such."""

    def learners(self) -> list[Learner]:
        """Everybody who has a record here, or had one."""
        with self.access.reading() as connection:
            return [learner_in(row) for row in connection.execute(every_learner())]

    def close(self) -> None:
        """Let go of the database."""
        self.access.database.engine.dispose()

    def verify(self, learner: str | None = None, exported: Sequence[str] = ()) -> Verified:
        """Whether the record is as it was written, and goes on from the links of an export, if there is one."""
        whose = learner or self.learner
        try:
            return self._verified(whose, exported, self.access.database.quick_text)
        except StoreFault:
            if isinstance(self.access.database, Persistent):
                raise
        return self._verified(
            whose, exported, lambda _: nullcontext()
        )  # which names the place where there is no text

    def _verified(
        self, whose: str, exported: Sequence[str], reads: Callable[[Connection], AbstractContextManager[None]]
    ) -> Verified:
        with self.access.reading_at_once() as connection, reads(connection):
            try:
                return verified(connection, whose, exported)
            except KeyError:
                raise _nobody(whose) from None

    def aging(self, learner: str, day: str | None) -> Aging:
        """What goes of a learner as older than a day, or all where there is none, and what stays."""
        with self.access.reading_at_once() as connection:
            return aging_of(connection, learner, day)

    def strays(self) -> list[str]:
        """Sentences on rows that belong to a learner, a session or an event that is not there."""
        with self.access.reading_at_once() as connection:
            return strays(connection)

    def export(self, learner: str | None = None) -> dict[str, Any]:
        """All of the record, as `record/1`."""
        whose = learner or self.learner
        with self.access.reading_at_once() as connection:
            try:
                return exported(connection, whose)
            except KeyError:
                raise _nobody(whose) from None
            except ValueError:
                raise self.access.fault(
                    "A saved event in {path} is damaged; `simulator verify` names it."
                ) from None

    def erase(self, learner: str | None = None) -> None:
        """Wipe the record from the database and its log: all text, the pseudonym, the name and the salt.

        Of the chain, which tells nothing without the salt, everything stays. Once more does no harm, and finishes
        what was cut short.
        """
        whose = learner or self.learner
        if not self.access.write(partial(_erase, whose)):
            raise _nobody(whose)
        self.access.wipe_log("The record is erased", whole=True)

    def name(self, name: str, learner: str | None = None) -> None:
        """Say who a learner is, apart from the record; the empty text withdraws it."""
        whose = learner or self.learner
        with self.access.transaction() as connection:
            connection.execute(delete(NAMES).where(NAMES.c.learner == whose))
            if name:
                connection.execute(NAMES.insert().values(learner=whose, name=name))

    def named(self) -> dict[str, str]:
        """The names that there are, by learner."""
        with self.access.reading() as connection:
            rows = connection.execute(select(NAMES.c.learner, NAMES.c.name))
            return {row.learner: row.name for row in rows}


def _erase(learner: str, connection: Connection) -> bool:
    """Whether there was such a learner."""
    begun = select(SESSIONS.c.session).where(SESSIONS.c.learner == learner)
    chained = select(CHAIN.c.session).where(
        CHAIN.c.learner == learner
    )  # whoever's a row that was changed says it is
    for theirs in (begun, chained):
        for table in (WORDS, EVENTS):
            connection.execute(delete(table).where(table.c.session.in_(theirs)))
    connection.execute(delete(SESSIONS).where(SESSIONS.c.session.in_(chained)))
    for table in (SESSIONS, JOURNAL, FOLDS, NAMES):
        connection.execute(delete(table).where(table.c.learner == learner))
    there = LEARNERS.c.learner == learner
    gone = {"pseudonym": None, "salt": None, "erased": now()}
    connection.execute(update(LEARNERS).where(there, LEARNERS.c.erased.is_(None)).values(gone))
    return connection.scalar(select(LEARNERS.c.learner).where(there)) is not None


def _nobody(learner: str) -> UsageFault:
    return UsageFault(f"There is no learner {learner!r} in this store; `simulator export --list` names them.")
