"""The way into a database, which is prepared before anything is asked of it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from simulator.store.access import Access
from simulator.store.file_database import FileDatabase

if TYPE_CHECKING:
    from simulator.store.access import Database


def access_to(place: Path | str) -> Access:
    """The file or the server at a place, made or brought to this version; raises StoreFault."""
    database = database_at(place)
    try:
        database.prepare()
    except BaseException:
        database.engine.dispose()
        raise
    return Access(database)


def database_at(place: Path | str) -> Database:
    """The file or the server at a place."""
    if isinstance(place, Path):
        return FileDatabase(place)
    from simulator.store.server_database import ServerDatabase

    return ServerDatabase(place)
