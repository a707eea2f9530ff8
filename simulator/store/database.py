"""The connection to the file, and the transactions over it; it is held by one thread at a time.

Python's own driver, for the file of one person: a toolkit for many databases takes twelve megabytes to load.
"""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager, suppress
from threading import RLock
from typing import TYPE_CHECKING

from simulator.store.faults import sqlite_fault
from simulator.store.schema import APPLICATION_ID, EVENTS, SESSIONS, VERSION, WORDS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

BUSY_SECONDS = 5.0
"""How long a call waits for another program that is writing."""

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")


class Database:
    """The SQLite file at `path`, opened when it is first needed; what SQLite raises leaves as a StoreFault."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = RLock()
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None

    def close(self) -> None:
        """Let go of the file until it is needed again."""
        with self._lock:
            if self._connection is not None:
                self._connection.close()
                self._connection = None

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """The connection, for single statements."""
        with self._lock, telling(self.path):
            file = _file_at(self.path)
            if file != self._file:  # what is written into a file that was moved or deleted is lost
                self.close()
            if self._connection is None:
                self._connection, self._file = _connected(self.path), file
            yield self._connection

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that no other program can come between; COMMIT at its end, or all is as it was."""
        with self.reading() as connection:
            connection.execute("BEGIN IMMEDIATE")
            try:
                yield connection
                connection.execute("COMMIT")
            except BaseException:
                with suppress(sqlite3.Error):
                    connection.rollback()
                raise

    def empty_log(self) -> bool:
        """Move the log into the file and leave nothing in it; whether no other program stood in the way."""
        with self.reading() as connection:
            busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
        return not busy


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Whatever is raised over the file at `path` leaves as a StoreFault."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise sqlite_fault(path, error) from error


def fill(path: Path) -> None:
    """Make the tables in the empty file at `path`."""
    database = Database(path)
    try:
        with database.writing() as connection:
            for table in (SESSIONS, EVENTS, WORDS):
                connection.execute(table)
            connection.execute(f"PRAGMA application_id={APPLICATION_ID}")
            connection.execute(f"PRAGMA user_version={VERSION}")
    finally:
        database.close()


def version_of(connection: sqlite3.Connection) -> int:
    """The version of the tables that are there."""
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    return int(version)


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file it is that lies at `path`; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def _connected(path: Path) -> sqlite3.Connection:
    """A connection to a file that is there: SQLite would make one that nobody would know again."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=rw",
        timeout=BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        uri=True,
    )
    try:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}")
    except BaseException:
        connection.close()
        raise
    return connection
