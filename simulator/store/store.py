"""The store: every event of every session, in one SQLite file that outlives the program's sudden end.

A call that changes something returns only after COMMIT, with what it wrote on the disk.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from sqlalchemy import URL, Connection, Engine, create_engine, delete, event, func, insert, select, update
from sqlalchemy.exc import SQLAlchemyError

from simulator.store.faults import sqlite_fault, store_fault
from simulator.store.place import check_ours, make_whole
from simulator.store.schema import APPLICATION_ID, EVENTS, METADATA, SESSIONS, VERSION

if TYPE_CHECKING:
    from pathlib import Path

Event = Mapping[str, Any]

BUSY_SECONDS = 5.0
"""How long a call waits for another program that is writing."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session without an end: its id, and when its first and its last event happened."""

    session: str
    begun: str | None
    last: str | None


class Store:
    """The sessions in the file at `path`, which is made where there is none.

    Every method raises StoreFault with a sentence where the file does not allow it; then nothing is changed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.exists() and not path.is_symlink():
            with self._telling():
                make_whole(path, _fill)
        check_ours(path, APPLICATION_ID)
        self._engine = _engine_of(path)
        try:
            self._check_version()
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
        rows = [{"session": session, "seq": one["seq"], "event": _text(one)} for one in events]
        with self._transaction() as connection:
            length = self._length(connection, session)
            self._check_follows(connection, session, rows, length)
            if not length:
                connection.execute(
                    insert(SESSIONS).values(session=session, begun=events[0].get("at"), finished=0)
                )
            new = [row for row in rows if row["seq"] > length]
            if new:
                connection.execute(insert(EVENTS), new)
                self._note_last(connection, session, events)

    def load(self, session: str) -> list[dict[str, Any]]:
        """The events of `session` in order; raises StoreFault where it is not there or is damaged."""
        wanted = select(EVENTS.c.event).where(EVENTS.c.session == session).order_by(EVENTS.c.seq)
        with self._telling(), self._engine.connect() as connection:
            texts = connection.scalars(wanted).all()
        if not texts:
            raise store_fault(self.path, "{path} holds no session {session}.", session=session)
        try:
            return [_event(text) for text in texts]
        except ValueError:
            raise store_fault(
                self.path, "A saved event of the session {session} in {path} is damaged.", session=session
            ) from None

    def unfinished(self) -> list[Unfinished]:
        """The sessions without an end, the one that was last gone on with first."""
        wanted = (
            select(SESSIONS.c.session, SESSIONS.c.begun, SESSIONS.c.last)
            .where(SESSIONS.c.finished == 0)
            .order_by(SESSIONS.c.last.desc(), SESSIONS.c.session)
        )
        with self._telling(), self._engine.connect() as connection:
            return [Unfinished(*row) for row in connection.execute(wanted)]

    def discard(self, session: str) -> None:
        """Wipe `session` from the file and from its log."""
        with self._transaction() as connection:
            connection.execute(delete(EVENTS).where(EVENTS.c.session == session))
            connection.execute(delete(SESSIONS).where(SESSIONS.c.session == session))
        with self._telling(), self._engine.connect() as connection:
            busy = connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
        if busy:
            raise store_fault(
                self.path,
                "The session is discarded, but another program that is open still holds {path}; close it.",
            )

    def _check_version(self) -> None:
        with self._telling(), self._engine.connect() as connection:
            version = connection.exec_driver_sql("PRAGMA user_version").scalar()
        if version != VERSION:
            raise store_fault(
                self.path,
                "{path} is of version {found} and this program knows version {known}; use a newer one.",
                found=str(version),
                known=str(VERSION),
            )

    def _length(self, connection: Connection, session: str) -> int:
        wanted = select(func.max(EVENTS.c.seq)).where(EVENTS.c.session == session)
        return connection.scalar(wanted) or 0

    def _check_follows(
        self, connection: Connection, session: str, rows: Sequence[Mapping[str, Any]], length: int
    ) -> None:
        """Raise StoreFault unless `rows` go on from, or repeat, the events that are there."""
        written = select(EVENTS.c.seq, EVENTS.c.event).where(
            EVENTS.c.session == session, EVENTS.c.seq >= rows[0]["seq"]
        )
        known: dict[int, str] = {row.seq: row.event for row in connection.execute(written)}
        numbers = [row["seq"] for row in rows]
        follows = rows[0]["seq"] <= length + 1 and numbers == list(range(numbers[0], numbers[0] + len(rows)))
        if not follows or any(known.get(row["seq"], row["event"]) != row["event"] for row in rows):
            raise store_fault(
                self.path, "Another program has gone on with this session in {path}; open the session again."
            )

    def _note_last(self, connection: Connection, session: str, events: Sequence[Event]) -> None:
        finished = {"finished": 1} if any(one["kind"] == "finished" for one in events) else {}
        connection.execute(
            update(SESSIONS)
            .where(SESSIONS.c.session == session)
            .values(last=events[-1].get("at"), **finished)
        )

    @contextmanager
    def _transaction(self) -> Iterator[Connection]:
        """A write transaction, which no other program can come between; COMMIT at its end."""
        with self._telling(), self._engine.connect() as connection:
            connection = connection.execution_options(begins="BEGIN IMMEDIATE")
            with connection.begin():
                yield connection

    @contextmanager
    def _telling(self) -> Iterator[None]:
        """Whatever the database raises leaves as a StoreFault."""
        try:
            yield
        except SQLAlchemyError as error:
            raise sqlite_fault(self.path, getattr(error, "orig", None) or error) from error
        except (sqlite3.Error, OSError) as error:
            raise sqlite_fault(self.path, error) from error


def _engine_of(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)), connect_args={"timeout": BUSY_SECONDS}
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver would begin transactions of its own
    for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON"):
        connection.execute(f"PRAGMA {pragma}")


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get("begins", "BEGIN"))


def _fill(path: Path) -> None:
    """Make the tables in the empty file at `path`."""
    engine = _engine_of(path)
    try:
        with engine.begin() as connection:
            METADATA.create_all(connection)
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
    finally:
        engine.dispose()


def _text(one: Event) -> str:
    return json.dumps(one, ensure_ascii=True, separators=(",", ":"))


def _event(text: str) -> dict[str, Any]:
    found = json.loads(text)
    if not isinstance(found, dict):
        raise ValueError("no object")
    return found
