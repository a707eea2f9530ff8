"""The store: every event of every session and class, in one SQLite file that outlives the program's sudden end.

A call that changes something returns only after COMMIT, with what it wrote on the disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import delete, func, insert, select, update

from simulator.store.access import Access, telling
from simulator.store.classes import ClassLogs
from simulator.store.database import empty_log, engine_of, fill, version_of
from simulator.store.log import follow
from simulator.store.migrating import migrate
from simulator.store.place import check_ours, make_whole
from simulator.store.schema import APPLICATION_ID, EVENTS, SESSIONS, VERSION, WORDS, Standing
from simulator.store.words import Parted, join, part

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from sqlalchemy import Connection, Select

    from simulator.store.faults import StoreFault
    from simulator.store.log import Event

_STANDS_AFTER = {
    "finished": Standing.FINISHED,
    "skipped": Standing.SKIPPED,
    "resumed": Standing.UNFINISHED,
}
_TABLES = (WORDS, EVENTS, SESSIONS)


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session without an end: its id, and when its first and its last event happened."""

    session: str
    begun: str | None
    last: str | None


class Store:
    """The sessions, and beside them the classes, in the file at `path`, which is made where there is none.

    Every method raises StoreFault with a sentence where the file does not allow it; then nothing is changed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.exists() and not path.is_symlink():
            with telling(path):
                make_whole(path, fill)
        check_ours(path, APPLICATION_ID)
        self._engine = engine_of(path)
        self._access = Access(path, self._engine)
        self.classes = ClassLogs(self._access)
        try:
            self._bring_to_version()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def append(self, session: str, events: Sequence[Event]) -> None:
        """Add `events` to `session`, all or none, in one transaction; they are on the disk on return.

        Events that are there already are passed over, so that calling again after a fault does no harm.
        """
        if not events:
            return
        parted = {one["seq"]: part(one) for one in events}
        with self._access.transaction() as connection:
            length = self._length(connection, session)
            self._check_follows(connection, session, [one["seq"] for one in events], parted, length)
            if not length:
                connection.execute(insert(SESSIONS).values(session=session, begun=events[0].get("at")))
            new = [one for one in events if one["seq"] > length]
            if new:
                _write(connection, session, {one["seq"]: parted[one["seq"]] for one in new})
                _note_last(connection, session, new)

    def load(self, session: str) -> list[dict[str, Any]]:
        """The events of `session` in order; raises StoreFault where it is not there or is damaged.

        Where a person's words were wiped, their field is empty and the data have `"wiped": true`.
        """
        with self._access.reading() as connection:
            kept = [Parted(*row) for _, *row in connection.execute(_kept(session))]
        if not kept:
            raise self._no_session(session)
        try:
            return [join(one) for one in kept]
        except ValueError:
            raise self._access.fault(
                "A saved event of the session {session} in {path} is damaged.", session=session
            ) from None

    def unfinished(self) -> list[Unfinished]:
        """The sessions without an end, the one that was last gone on with first."""
        wanted = (
            select(SESSIONS.c.session, SESSIONS.c.begun, SESSIONS.c.last)
            .where(SESSIONS.c.standing == Standing.UNFINISHED)
            .order_by(SESSIONS.c.last.desc(), SESSIONS.c.session)
        )
        with self._access.reading() as connection:
            return [Unfinished(*row) for row in connection.execute(wanted)]

    def last_finished(self) -> str | None:
        """The session that was finished last, if there is one."""
        wanted = (
            select(SESSIONS.c.session)
            .where(SESSIONS.c.standing == Standing.FINISHED)
            .order_by(SESSIONS.c.last.desc(), SESSIONS.c.session)
            .limit(1)
        )
        with self._access.reading() as connection:
            return connection.scalar(wanted)

    def discard(self, session: str) -> None:
        """Wipe `session` from the file and from its log."""
        with self._access.transaction() as connection:
            for table in _TABLES:
                connection.execute(delete(table).where(table.c.session == session))
        self._access.wipe_log("The session is discarded")

    def keep_words(self, session: str) -> None:
        """Keep what was written in `session` after its end as well; raises StoreFault where it is wiped already."""
        wiped = select(func.count()).where(WORDS.c.session == session, WORDS.c.text.is_(None))
        marked = update(SESSIONS).where(SESSIONS.c.session == session).values(words_kept=1)
        with self._access.transaction() as connection:
            if connection.scalar(wiped):
                raise self._access.fault("The words of this session are wiped from {path} already.")
            if not connection.execute(marked).rowcount:
                raise self._no_session(session)

    def forget_words(self, session: str) -> None:
        """Wipe what was written in `session` from the file and from its log, unless it is kept.

        That it was written stays.
        """
        unkept = select(SESSIONS.c.session).where(SESSIONS.c.session == session, SESSIONS.c.words_kept == 0)
        with self._access.transaction() as connection:
            connection.execute(update(WORDS).where(WORDS.c.session.in_(unkept)).values(text=None))
        self._access.wipe_log("The words are wiped")

    def sweep(self) -> None:
        """Wipe what a sudden end of the program left: sessions that were skipped, words that nobody kept.

        What another program that is open keeps in the log goes when that one is closed.
        """
        skipped = select(SESSIONS.c.session).where(SESSIONS.c.standing == Standing.SKIPPED)
        unkept = select(SESSIONS.c.session).where(
            SESSIONS.c.standing == Standing.FINISHED, SESSIONS.c.words_kept == 0
        )
        with self._access.transaction() as connection:
            for table in _TABLES:
                connection.execute(delete(table).where(table.c.session.in_(skipped)))
            written = WORDS.c.session.in_(unkept) & WORDS.c.text.is_not(None)
            connection.execute(update(WORDS).where(written).values(text=None))
        with self._access.reading() as connection:
            empty_log(connection)

    def _bring_to_version(self) -> None:
        with self._access.reading() as connection:
            found = version_of(connection)
        if 0 < found < VERSION:
            with self._access.transaction() as connection:
                migrate(connection)
                found = version_of(connection)
        if found != VERSION:
            raise self._access.fault(
                "{path} is of version {found} and this program knows version {known}; use a newer one.",
                found=str(found),
                known=str(VERSION),
            )

    def _length(self, connection: Connection, session: str) -> int:
        wanted = select(func.max(EVENTS.c.seq)).where(EVENTS.c.session == session)
        return connection.scalar(wanted) or 0

    def _check_follows(
        self,
        connection: Connection,
        session: str,
        numbers: Sequence[int],
        parted: dict[int, Parted],
        length: int,
    ) -> None:
        """Raise StoreFault unless the events go on from, or repeat, those that are there."""
        written = connection.execute(_kept(session).where(EVENTS.c.seq >= numbers[0]))
        known = {seq: Parted(*row) for seq, *row in written}
        differs = any(not known[seq].is_of(one) for seq, one in parted.items() if seq in known)
        if differs or not follow(numbers, length):
            raise self._access.fault(
                "Another program has gone on with this session in {path}; open the session again."
            )

    def _no_session(self, session: str) -> StoreFault:
        return self._access.fault("{path} holds no session {session}.", session=session)


def _kept(session: str) -> Select[tuple[Any, ...]]:
    """The number and the kept parts of every event of `session`, in order."""
    its_words = (WORDS.c.session == EVENTS.c.session) & (WORDS.c.seq == EVENTS.c.seq)
    return (
        select(EVENTS.c.seq, EVENTS.c.event, WORDS.c.seq.is_not(None), WORDS.c.text)
        .select_from(EVENTS.outerjoin(WORDS, its_words))
        .where(EVENTS.c.session == session)
        .order_by(EVENTS.c.seq)
    )


def _write(connection: Connection, session: str, parted: dict[int, Parted]) -> None:
    events = [{"session": session, "seq": seq, "event": one.event} for seq, one in parted.items()]
    words = [{"session": session, "seq": seq, "text": one.words} for seq, one in parted.items() if one.worded]
    connection.execute(insert(EVENTS), events)
    if words:
        connection.execute(insert(WORDS), words)


def _note_last(connection: Connection, session: str, events: Sequence[Event]) -> None:
    stands = [_STANDS_AFTER[one["kind"]] for one in events if one["kind"] in _STANDS_AFTER]
    standing = {"standing": stands[-1]} if stands else {}
    connection.execute(
        update(SESSIONS).where(SESSIONS.c.session == session).values(last=events[-1].get("at"), **standing)
    )
