"""Parts of the place to train at that fail on demand."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.store.store import Store


@contextmanager
def pragma(store: Store, name: str, value: str, usual: str) -> Iterator[None]:
    """SQLite does for `store` what it does where the disk is full or can only be read."""
    with store.access.database.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA {name}={value}")
    try:
        yield
    finally:
        with store.access.database.engine.connect() as connection:
            connection.exec_driver_sql(f"PRAGMA {name}={usual}")


@contextmanager
def full(store: Store) -> Iterator[None]:
    """The disk has no room for another page, and every event needs one."""
    swell = "UPDATE events SET event = hex(zeroblob(9000)) WHERE session = new.session AND seq = new.seq"
    with store.access.database.engine.begin() as connection:
        connection.exec_driver_sql(
            f"CREATE TEMP TRIGGER swell AFTER INSERT ON main.events BEGIN {swell}; END"
        )
    try:
        with pragma(store, "max_page_count", "1", "1073741823"):
            yield
    finally:
        with store.access.database.engine.begin() as connection:
            connection.exec_driver_sql("DROP TRIGGER IF EXISTS swell")


@contextmanager
def read_only(store: Store) -> Iterator[None]:
    """The file can be read and not written."""
    with pragma(store, "query_only", "ON", "OFF"):
        yield


@contextmanager
def locked(store: Store) -> Iterator[None]:
    """Another program is writing, and does not end."""
    other = sqlite3.connect(store.place, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        with pragma(store, "busy_timeout", "50", "5000"):
            yield
    finally:
        other.execute("ROLLBACK")
        other.close()


@contextmanager
def damaged(store: Store) -> Iterator[None]:
    """The file is none of SQLite's any more, until it is put back."""
    store.close()
    good = Path(store.place).read_bytes()
    Path(store.place).write_bytes(b"no store at all " * 256)
    try:
        yield
    finally:
        store.close()
        Path(store.place).write_bytes(good)


@contextmanager
def gone(store: Store) -> Iterator[None]:
    """The file is moved away while it is open, and back."""
    with store.access.database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    aside = Path(store.place).with_name("aside")
    Path(store.place).rename(aside)
    try:
        yield
    finally:
        assert not Path(store.place).exists()
        aside.rename(store.place)
