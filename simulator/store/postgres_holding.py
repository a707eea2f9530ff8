"""Who holds what is kept in a store on a server: an advisory lock, which ends with the connection that took it."""

from __future__ import annotations

import hashlib
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from sqlalchemy import cast, func, select
from sqlalchemy.dialects.postgresql import BIGINT
from sqlalchemy.exc import SQLAlchemyError

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlalchemy import ColumnElement, Engine

_OURS = "image-sharing-simulator:held:"


@contextmanager
def holding_in_database(engine: Engine, name: str) -> Iterator[bool]:
    """Hold `name` in the store for the block, on a connection of its own; whether no other program held it.

    Raises SQLAlchemyError where the server cannot be asked. Where it goes while the block runs, the hold is lost.
    """
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.detach()  # from the pool, in which it would keep the lock where letting go of it fails
        ours = bool(connection.scalar(select(func.pg_try_advisory_lock(key_of(name)))))
        try:
            yield ours
        finally:
            if ours:
                with suppress(SQLAlchemyError):  # closing it ends the lock as well, but not at once
                    connection.execute(select(func.pg_advisory_unlock(key_of(name))))


def key_of(name: str) -> ColumnElement[int]:
    """The number by which `name` is locked."""
    digest = hashlib.sha256((_OURS + name).encode("utf-8", "surrogatepass")).digest()
    return cast(int.from_bytes(digest[:8], "big", signed=True), BIGINT)
