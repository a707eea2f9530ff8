"""The connection to the file: how every one is prepared, and how transactions begin."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DisconnectionError

from simulator.store.learners import add_learner
from simulator.store.schema import APPLICATION_ID, METADATA, VERSION

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy.pool import ConnectionPoolEntry

BUSY_SECONDS = 30.0
"""How long a call waits for another program that is writing."""

LOG_SECONDS = 1.0
"""How long emptying the log waits for another program that is reading; the learner waits as long."""

_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", "secure_delete=ON")
_BEGINS = "begins"


def engine_of(path: Path) -> Engine:
    """A way to the database at `path`, where there has to be a file."""
    url = URL.create(
        "sqlite+pysqlite", database=path.absolute().as_uri(), query={"mode": "rw", "uri": "true"}
    )
    engine = create_engine(url, connect_args={"timeout": BUSY_SECONDS})
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    _keep_to_the_file(engine, path)
    return engine


def _keep_to_the_file(engine: Engine, path: Path) -> None:
    """What is written into a file that was moved away or deleted is lost, so it is written into none."""

    def remember(_connection: object, record: ConnectionPoolEntry) -> None:
        record.info["file"] = _file_at(path)

    def check(_connection: object, record: ConnectionPoolEntry, _proxy: object) -> None:
        if record.info["file"] != _file_at(path):
            raise DisconnectionError

    event.listen(engine, "connect", remember)
    event.listen(engine, "checkout", check)


def _file_at(path: Path) -> tuple[int, int] | None:
    """Which file it is that lies at `path`; None where there is none."""
    try:
        found = path.stat()
    except FileNotFoundError:
        return None
    return found.st_dev, found.st_ino


def writing(connection: Connection) -> Connection:
    """`connection`, whose transactions no other program can come between."""
    return connection.execution_options(**{_BEGINS: "BEGIN IMMEDIATE"})


def fill(path: Path) -> None:
    """Make the tables in the empty file at `path`."""
    engine = engine_of(path)
    try:
        with engine.begin() as connection:
            METADATA.create_all(connection)
            add_learner(connection)
            connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
            connection.exec_driver_sql(f"PRAGMA user_version={VERSION}")
        with engine.connect() as connection:
            empty_log(connection)  # closing would do it as well, and not say where it failed
    finally:
        engine.dispose()


def version_of(connection: Connection) -> int:
    """The version of the tables that are there."""
    return int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())


def write_anew(connection: Connection) -> None:
    """Write the file anew: what rows left in the gaps of pages when they were moved about goes as well."""
    connection.exec_driver_sql("COMMIT")  # what SQLAlchemy begins by itself: VACUUM stands outside
    connection.exec_driver_sql("VACUUM")
    connection.exec_driver_sql("BEGIN")


def empty_log(connection: Connection) -> bool:
    """Move the log into the file and leave nothing in it; whether no other program stood in the way for long."""
    connection.exec_driver_sql(f"PRAGMA busy_timeout={round(1000 * LOG_SECONDS)}")
    try:
        return not connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)").scalar()
    finally:
        connection.exec_driver_sql(f"PRAGMA busy_timeout={round(1000 * BUSY_SECONDS)}")


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    connection.isolation_level = None  # the driver would begin transactions of its own
    connection.text_factory = _text
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")


def _text(kept: bytes) -> str:
    """Bytes that are no text, of a damaged file, read as letters that nothing else has; so it can be told where."""
    return kept.decode(errors="surrogateescape")


@contextmanager
def quick_text(connection: Connection) -> Iterator[None]:
    """For the block text is read at once, and bytes that are none raise."""
    line = connection.connection.driver_connection
    if line is None:  # it was closed
        yield
        return
    line.text_factory = str
    try:
        yield
    finally:
        line.text_factory = _text


def _begin(connection: Connection) -> None:
    connection.exec_driver_sql(connection.get_execution_options().get(_BEGINS, "BEGIN"))
