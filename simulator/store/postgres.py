"""The way to a store on a PostgreSQL server, and how every connection to it is prepared."""

from __future__ import annotations

import logging
import os
import socket
from contextlib import contextmanager
from ipaddress import ip_address
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import ArgumentError

from simulator.store.faults import StoreFault
from simulator.store.place import APPLICATION
from simulator.store.postgres_address import SHAPE, read_address
from simulator.store.postgres_faults import is_gone, postgres_fault
from simulator.store.postgres_holding import holding_in_database
from simulator.store.postgres_retrying import AT_START, SECONDS, retrying
from simulator.store.postgres_versions import alone, bring_to_version, version_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.store.postgres_address import Address

__all__ = [
    "AT_START",
    "SECONDS",
    "alone",
    "bring_to_version",
    "called",
    "engine_of_address",
    "hang_up",
    "holding_in_database",
    "is_gone",
    "postgres_fault",
    "reading_at_once",
    "retrying",
    "version_of",
    "write_anew",
    "writing",
]

CONNECT_SECONDS = 3
"""How long it is tried to reach a server; each of its addresses has so long."""
LOCK_SECONDS = 30
"""How long a call waits for another program that is writing."""
STATEMENT_SECONDS = 120
"""How long one statement may take."""
STANDSTILL_SECONDS = 10
"""After so long in the midst of a transaction, a program that has stopped loses it, and what it holds up goes on."""
_NO_DRIVER = (
    "A store on a PostgreSQL server needs a driver, which this installation has not; "
    'pip install "image-sharing-simulator[postgresql]" brings it.'
)
_CONNECTED = {
    "connect_timeout": CONNECT_SECONDS,
    "application_name": APPLICATION,
    "client_encoding": "UTF8",
    "keepalives_idle": 10,
    "keepalives_interval": 5,
    "keepalives_count": 3,
    "tcp_user_timeout": 5_000,
    "prepare_threshold": None,  # a prepared statement outlives neither a migration nor a pooler
}
_SETTINGS = {
    "synchronous_commit": "on",
    "lock_timeout": f"{LOCK_SECONDS}s",
    "statement_timeout": f"{STATEMENT_SECONDS}s",
    "idle_in_transaction_session_timeout": f"{STANDSTILL_SECONDS}s",
    "idle_session_timeout": "0",
}
_ALONE = "simulator_alone"
_SET = "SELECT set_config(name, wanted, false) FROM pg_settings JOIN (VALUES {}) AS ours (name, wanted) USING (name)"


def engine_of_address(address: str) -> Engine:
    """A way to the database at `address`, `postgresql://…`, which is not reached yet.

    Transactions are READ COMMITTED: what a lock was waited for is read as it is once the lock is ours.
    Raises StoreFault where the address is none, or the driver is missing.
    """
    read = read_address(address)
    try:
        engine = create_engine(
            read.url,
            connect_args=_arguments(read),
            isolation_level="READ COMMITTED",
            pool_pre_ping=True,
            pool_size=1,  # of many machines each holds one connection, and further ones for as long as they work
            max_overflow=9,
            hide_parameters=True,
        )
    except ImportError:
        raise StoreFault(_NO_DRIVER) from None
    except ArgumentError:
        raise StoreFault(SHAPE) from None
    logging.getLogger("psycopg").addHandler(
        logging.NullHandler()
    )  # what it says of itself is for nobody here
    event.listen(engine, "begin", _begin)
    event.listen(engine, "connect", _prepare, insert=True)  # before anything else is asked
    return engine


def writing(connection: Connection) -> Connection:
    """`connection`, whose transactions no other program's can come between, as long as that one writes by this too."""
    return connection.execution_options(**{_ALONE: True})


def called(address: str) -> str:
    """What a person calls the store at `address`: user, server and database; raises StoreFault."""
    return str(read_address(address))


def hang_up(connection: Any) -> None:
    """Break the driver's `connection`, though another thread waits for an answer by it; raises OSError, and its own."""
    with socket.socket(fileno=os.dup(connection.fileno())) as line:
        line.shutdown(socket.SHUT_RDWR)


@contextmanager
def reading_at_once(connection: Connection) -> Iterator[Connection]:
    """All that is read in the block is as it was at one moment, whoever writes meanwhile."""
    connection = connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    with connection.begin():
        yield connection


def write_anew(connection: Connection, tables: Sequence[str]) -> None:
    """Have the server write its tables anew, without what was deleted, however long that takes; raises its errors."""
    connection = connection.execution_options(isolation_level="AUTOCOMMIT")
    connection.exec_driver_sql("SET statement_timeout = 0")
    try:
        for table in tables:
            connection.exec_driver_sql(f"VACUUM (FULL) {table}")
    finally:
        connection.exec_driver_sql(f"SET statement_timeout = '{STATEMENT_SECONDS}s'")


def _begin(connection: Connection) -> None:
    if connection.get_execution_options().get(_ALONE):
        alone(connection)


def _arguments(address: Address) -> dict[str, Any]:
    """What libpq is told; what the address says itself comes before what we say."""
    ours: dict[str, Any] = {**_CONNECTED}
    if "PGSSLMODE" not in os.environ and not all(_is_near(host) for host in address.hosts):
        ours["sslmode"] = "require"
    return {**ours, **address.options}


def _is_near(host: str) -> bool:
    """Whether the way to `host` leads through no network."""
    host = host.partition(":")[0] if host.count(":") == 1 else host
    if host.startswith(("/", "@")) or host == "localhost":
        return True
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return False


def _prepare(connection: Any, _record: object) -> None:
    """Settle what the server's own settings might say otherwise; what this server does not know is passed over."""
    rows = ", ".join(f"('{name}', '{wanted}')" for name, wanted in _SETTINGS.items())
    try:
        connection.autocommit = True
        connection.execute(_SET.format(rows))
        connection.autocommit = False
    except BaseException:
        connection.close()  # the pool does not know it yet
        raise
