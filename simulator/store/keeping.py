"""What was worked out of a learner's events, kept until something of them goes, and corrections of the record."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import and_, bindparam, delete, func, insert, select

from simulator.errors.faults import UsageFault
from simulator.errors.text import clean
from simulator.store.journal import enter, entries
from simulator.store.linking import commitment_of, is_hash
from simulator.store.of_learner import OfLearner
from simulator.store.schema import CHAIN, FOLDS, JOURNAL, LEARNERS, SESSIONS, Standing

if TYPE_CHECKING:
    from sqlalchemy import ColumnElement, Connection, Select

LONGEST_REASON = 1000
_SEALED_BY = (
    select(LEARNERS.c.salt, CHAIN.c.link)
    .select_from(
        LEARNERS.outerjoin(
            CHAIN, and_(CHAIN.c.learner == LEARNERS.c.learner, CHAIN.c.position == bindparam("place"))
        )
    )
    .where(LEARNERS.c.learner == bindparam("whose"))
)
"""The salt of a learner, and the link at the place up to which a fold goes."""


def no_case() -> UsageFault:
    """Nothing can be corrected of a case that is not there."""
    return UsageFault("There is no finished case of that name in this record.")


class End(NamedTuple):
    """The end of a learner's chain: its `head` is the link at the last of `length` places, empty where none is."""

    length: int
    head: str


class Fold(NamedTuple):
    """What came of all events up to a position of the chain, as text."""

    position: int
    state: str


class Keeping(OfLearner):
    """Folds, and which sessions count."""

    def fold(self, name: str, version: int) -> Fold | None:
        """The fold of this name and version, unless there is none, or something of its events went since.

        One that was changed, or is of another record, is none.
        """
        wanted = select(FOLDS.c.position, FOLDS.c.state).where(self._fold(name), FOLDS.c.version == version)
        with self.access.reading() as connection:
            found = connection.execute(wanted).first()
            if found is None:
                return None
            seal, _, state = found.state.partition(" ")
            if not seal or seal != self._seal(connection, name, version, found.position, state):
                return None
        return Fold(found.position, state)

    @property
    def end(self) -> End:
        """How long the learner's chain is, and its head."""
        wanted = select(LEARNERS.c.length, LEARNERS.c.head).where(LEARNERS.c.learner == self.learner)
        with self.access.reading() as connection:
            return End(*connection.execute(wanted).one())

    @property
    def taken(self) -> int:
        """How often something was taken from the record or corrected; a fold is of the record at one such number."""
        with self.access.reading() as connection:
            return connection.scalar(self._entries) or 0

    def keep_fold(self, name: str, version: int, position: int, state: str, taken: int | None = None) -> None:
        """Keep a fold in the place of the one of this name, unless something was `taken` since it was worked out."""
        with self.access.transaction() as connection:
            self.chain(connection)  # refuses a learner who was erased meanwhile
            if taken is not None and taken != (connection.scalar(self._entries) or 0):
                return
            connection.execute(delete(FOLDS).where(self._fold(name)))
            sealed = f"{self._seal(connection, name, version, position, state)} {state}"
            row = {"name": name, "version": version, "position": position, "state": sealed}
            connection.execute(insert(FOLDS).values(learner=self.learner, **row))

    def forget_folds(self) -> None:
        """Let everything be worked out anew."""
        with self.access.transaction() as connection:
            connection.execute(delete(FOLDS).where(FOLDS.c.learner == self.learner))

    def correct(self, session: str, reason: str, *, counts: bool) -> None:
        """Have a finished session count or not from now on, for a reason; raises UsageFault without one."""
        reason = clean(reason).strip()
        if not reason:
            raise UsageFault("A correction needs a reason; say in a few words why.")
        if len(reason) > LONGEST_REASON:
            raise UsageFault(f"A reason has at most {LONGEST_REASON} letters; this one has {len(reason)}.")
        if not session.isascii():  # which none is, and no database could be asked for
            raise no_case()
        known = select(SESSIONS.c.session).where(
            self.own, SESSIONS.c.session == session, SESSIONS.c.standing == Standing.FINISHED
        )
        with self.access.transaction() as connection:
            if connection.scalar(known) is None:
                raise no_case()
            chain = self.chain(connection)
            said = {"session": session, "reason": reason, "counts": counts}
            enter(connection, chain, self.learner, "corrected", **said)
            chain.save()
            connection.execute(delete(FOLDS).where(FOLDS.c.learner == self.learner))

    def left_out(self) -> dict[str, str]:
        """The sessions that are there and do not count, each with the reason."""
        found: dict[str, str] = {}
        with self.access.reading() as connection:
            for entry in entries(connection, self.learner, "corrected"):
                session = str(entry["data"].get("session"))
                found.pop(session, None)
                if entry["data"].get("counts") is False:
                    found[session] = str(entry["data"].get("reason", ""))
            there = select(SESSIONS.c.session).where(self.own, SESSIONS.c.session.in_(found))
            still = set(connection.scalars(there))
        return {session: reason for session, reason in found.items() if session in still}

    @property
    def _entries(self) -> Select[tuple[int]]:
        return select(func.max(JOURNAL.c.number)).where(JOURNAL.c.learner == self.learner)

    def _seal(self, connection: Connection, name: str, version: int, position: int, state: str) -> str:
        """What commits to a fold and to the record of which it is, so that none that was changed is gone on with."""
        row = connection.execute(_SEALED_BY, {"whose": self.learner, "place": position}).first()
        if row is None or not is_hash(row.salt):
            return ""
        return commitment_of(bytes.fromhex(row.salt), f"{name} {version} {position} {row.link} {state}")

    def _fold(self, name: str) -> ColumnElement[bool]:
        return (FOLDS.c.learner == self.learner) & (FOLDS.c.name == name)
