"""What goes from a learner's record: sessions that are discarded, words that nobody keeps, days that are over."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from sqlalchemy import delete, func, select, update

from simulator.store.aging import PLAUSIBLE
from simulator.store.journal import enter
from simulator.store.of_learner import OfLearner
from simulator.store.schema import EVENTS, FOLDS, SESSIONS, WORDS, Standing

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlalchemy import ColumnElement, Connection

    from simulator.store.journal import Kind

_TABLES = (WORDS, EVENTS, SESSIONS)


class Wiping(OfLearner):
    """Wipes from the file and from its log; the chain keeps the places, and the journal says what went."""

    def discard(self, session: str) -> None:
        """Wipe `session`."""
        self.access.write(partial(self._remove, [session], "discarded"))
        self.access.wipe_log("The session is discarded")

    def keep_words(self, session: str) -> None:
        """Keep what was written in `session` after its end as well; raises StoreFault where it is wiped already."""
        wiped = select(func.count()).where(WORDS.c.session == session, WORDS.c.text.is_(None))
        marked = update(SESSIONS).where(SESSIONS.c.session == session).values(words_kept=1)
        with self.access.transaction() as connection:
            if connection.scalar(wiped):
                raise self.access.fault("The words of this session are wiped from {path} already.")
            if not connection.execute(marked).rowcount:
                raise self.access.fault("{path} holds no session {session}.", session=session)

    def forget_words(self, session: str) -> None:
        """Wipe what was written in `session`, unless it is kept. That it was written stays."""
        self.access.write(partial(self._wipe_words, SESSIONS.c.session == session))
        self.access.wipe_log("The words are wiped")

    def sweep(self) -> None:
        """Wipe what a sudden end of the program left: sessions that were skipped, words that nobody kept.

        What another program that is open keeps in the log goes when that one is closed.
        """
        self.access.write(self._sweep)
        with self.access.reading() as connection:
            self.access.database.empty_log(connection, whole=False)

    def older_than(self, day: str) -> list[str]:
        """The sessions of which nothing happened since `day`, in ISO 8601, and after a clock can have been right.

        The oldest first.
        """
        wanted = (
            select(SESSIONS.c.session)
            .where(self.own, SESSIONS.c.last < day, SESSIONS.c.last >= PLAUSIBLE)
            .order_by(SESSIONS.c.last)
        )
        with self.access.reading() as connection:
            return list(connection.scalars(wanted))

    def days_since(self, day: str) -> int:
        """On how many days sessions were last gone on with since `day`, in ISO 8601, by whatever clock."""
        days = func.count(func.substr(SESSIONS.c.last, 1, len("2000-01-01")).distinct())
        with self.access.reading() as connection:
            return connection.scalar(select(days).where(self.own, SESSIONS.c.last >= day)) or 0

    def expire(self, sessions: Sequence[str]) -> None:
        """Wipe sessions whose days are over."""
        self.access.write(partial(self._remove, sessions, "expired"))
        self.access.wipe_log("The sessions are wiped", whole=True)

    def _sweep(self, connection: Connection) -> None:
        skipped = select(SESSIONS.c.session).where(
            self.own, SESSIONS.c.standing == Standing.SKIPPED, _says_so(Standing.SKIPPED)
        )
        self._remove(connection.scalars(skipped).all(), "discarded", connection)
        self._wipe_words(SESSIONS.c.standing == Standing.FINISHED, connection)

    def _remove(self, sessions: Sequence[str], kind: Kind, connection: Connection) -> None:
        """Remove sessions; those that are not there, or not the learner's, are passed over."""
        wanted = select(SESSIONS.c.session, SESSIONS.c.ended).where(self.own)
        there = {
            session: connection.execute(wanted.where(SESSIONS.c.session == session)).first()
            for session in sessions
        }
        gone = {session: row for session, row in there.items() if row is not None}
        if not gone:
            return
        chain = self.chain(connection)
        for session in gone:
            for table in _TABLES:
                connection.execute(delete(table).where(table.c.session == session))
            enter(connection, chain, self.learner, kind, session=session)
        chain.save()
        if any(row.ended for row in gone.values()):
            connection.execute(delete(FOLDS).where(FOLDS.c.learner == self.learner))

    def _wipe_words(self, which: ColumnElement[bool], connection: Connection) -> None:
        """Wipe the words of sessions that are not kept."""
        written = (
            select(SESSIONS.c.session)
            .where(self.own, which, SESSIONS.c.words_kept == 0)
            .where(
                select(WORDS.c.seq)
                .where(WORDS.c.session == SESSIONS.c.session, WORDS.c.text.is_not(None))
                .exists()
            )
        )
        sessions = connection.scalars(written).all()
        if not sessions:
            return
        chain = self.chain(connection)
        for session in sessions:
            connection.execute(update(WORDS).where(WORDS.c.session == session).values(text=None))
            enter(connection, chain, self.learner, "words_wiped", session=session)
        chain.save()


def _says_so(standing: Standing) -> ColumnElement[bool]:
    """Whether the last event of a session itself is of that kind: its row may have been changed."""
    last = (
        select(EVENTS.c.event)
        .where(EVENTS.c.session == SESSIONS.c.session)
        .order_by(EVENTS.c.seq.desc())
        .limit(1)
        .correlate(SESSIONS)
        .scalar_subquery()
    )
    return last.contains(f'"kind":"{standing}"', autoescape=True)
