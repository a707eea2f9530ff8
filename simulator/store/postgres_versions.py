"""Which version the tables on a server are of: a table of one row says so, for there is no other place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlalchemy import (
    CheckConstraint,
    Column,
    Integer,
    MetaData,
    Table,
    delete,
    func,
    insert,
    inspect,
    literal,
    select,
)

from simulator.store.postgres_holding import key_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from sqlalchemy import Connection, Engine

_STORE = Table(
    "store",
    MetaData(),
    Column("one", Integer, CheckConstraint("one = 1"), primary_key=True, autoincrement=False),
    Column("version", Integer, nullable=False),
)
_EVERY_LETTER = "\N{GREATER-THAN OR EQUAL TO}\N{GOTHIC LETTER AHSA}"


def version_of(connection: Connection) -> int:
    """The version of the tables that are there, 0 where there are none."""
    if not inspect(connection).has_table(_STORE.name):
        return 0
    return connection.scalar(select(_STORE.c.version)) or 0


def bring_to_version(
    engine: Engine,
    version: int,
    make: Callable[[Connection], None],
    migrate: Callable[[Connection, int], None],
) -> int:
    """Have the tables made, or brought on from an earlier version, which `migrate` is told; the version afterwards.

    In one transaction, whole or not at all; of programs that start at once, one does it and the others wait. Newer
    tables are left as they are. Raises SQLAlchemyError.
    """
    with engine.connect() as connection:
        found = version_of(connection)
    if found >= version:
        return found
    with engine.begin() as connection:
        alone(connection)
        found = version_of(connection)
        if found < version:
            _bring(connection, found, make, migrate)
            connection.execute(delete(_STORE))
            connection.execute(insert(_STORE).values(one=1, version=version))
    return max(found, version)


def alone(connection: Connection) -> None:
    """From here to the end of its transaction, no other program's transaction that asks for this goes on."""
    connection.execute(select(func.pg_advisory_xact_lock(key_of(""))))


def _bring(
    connection: Connection,
    found: int,
    make: Callable[[Connection], None],
    migrate: Callable[[Connection, int], None],
) -> None:
    connection.exec_driver_sql("SET LOCAL statement_timeout = 0")
    if found:
        migrate(connection, found)
        return
    connection.scalar(select(literal(_EVERY_LETTER)))  # refused where the encoding has not every letter
    _STORE.create(connection)
    make(connection)
