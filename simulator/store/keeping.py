"""What was worked out of a learner's events, kept until something of them goes, and corrections of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import delete, insert, select

from simulator.errors.faults import UsageFault
from simulator.store.journal import enter, entries
from simulator.store.of_learner import OfLearner
from simulator.store.schema import FOLDS, SESSIONS, Standing

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement

LONGEST_REASON = 1000


class Fold(NamedTuple):
    """What came of all events up to a position of the chain, as text."""

    position: int
    state: str


class Keeping(OfLearner):
    """Folds, and which sessions count."""

    def fold(self, name: str, version: int) -> Fold | None:
        """The fold of this name and version, unless there is none, or something of its events went since."""
        wanted = select(FOLDS.c.position, FOLDS.c.state).where(self._fold(name), FOLDS.c.version == version)
        with self.access.reading() as connection:
            found = connection.execute(wanted).first()
        return None if found is None else Fold(*found)

    def keep_fold(self, name: str, version: int, position: int, state: str) -> None:
        """Keep a fold in the place of the one of this name."""
        with self.access.transaction() as connection:
            connection.execute(delete(FOLDS).where(self._fold(name)))
            row = {"name": name, "version": version, "position": position, "state": state}
            connection.execute(insert(FOLDS).values(learner=self.learner, **row))

    def forget_folds(self) -> None:
        """Let everything be worked out anew."""
        with self.access.transaction() as connection:
            connection.execute(delete(FOLDS).where(FOLDS.c.learner == self.learner))

    def correct(self, session: str, reason: str, *, counts: bool) -> None:
        """Have a finished session count or not from now on, for a reason; raises UsageFault without one."""
        if not reason.strip():
            raise UsageFault("A correction needs a reason; say in a few words why.")
        known = select(SESSIONS.c.session).where(
            self.own, SESSIONS.c.session == session, SESSIONS.c.standing == Standing.FINISHED
        )
        with self.access.transaction() as connection:
            if connection.scalar(known) is None:
                raise UsageFault("There is no finished case of that name in this record.")
            chain = self.chain(connection)
            said = {"session": session, "reason": reason.strip()[:LONGEST_REASON], "counts": counts}
            enter(connection, chain, self.learner, "corrected", **said)
            chain.save()
            connection.execute(delete(FOLDS).where(FOLDS.c.learner == self.learner))

    def left_out(self) -> dict[str, str]:
        """The sessions that do not count, each with the reason."""
        found: dict[str, str] = {}
        with self.access.reading() as connection:
            for entry in entries(connection, self.learner, "corrected"):
                session = str(entry["data"].get("session"))
                found.pop(session, None)
                if entry["data"].get("counts") is False:
                    found[session] = str(entry["data"].get("reason", ""))
        return found

    def _fold(self, name: str) -> ColumnElement[bool]:
        return (FOLDS.c.learner == self.learner) & (FOLDS.c.name == name)
