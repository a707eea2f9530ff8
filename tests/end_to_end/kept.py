"""What is kept in a store, finished sessions as well, and in its files."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from simulator.store.store import Store


def sessions_in(store: Store) -> list[str]:
    """The ids of the sessions in `store`, finished ones as well."""
    with closing(sqlite3.connect(store.place)) as connection:
        return [session for (session,) in connection.execute("SELECT session FROM sessions")]


def bytes_in(folder: Path) -> bytes:
    """Every byte of every file in a folder."""
    return b"".join(path.read_bytes() for path in folder.rglob("*") if path.is_file())
