"""How everything that is kept in the store reaches its file; whatever the database raises is a sentence."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING

from sqlalchemy.exc import SQLAlchemyError

from simulator.store.database import empty_log, writing
from simulator.store.faults import StoreFault, sqlite_fault, store_fault
from simulator.store.holding import holding

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from sqlalchemy import Connection, Engine


class Access:
    """Transactions on the file at `path`; all of it raises StoreFault where the file does not allow it."""

    def __init__(self, path: Path, engine: Engine) -> None:
        self._path = path
        self._engine = engine

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read by."""
        with telling(self._path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A write transaction, which no other program can come between; COMMIT at its end."""
        with self.reading() as connection:
            connection = writing(connection)
            with connection.begin():
                yield connection

    def wipe_log(self, done: str) -> None:
        """Leave nothing of what was wiped in the log; where another program stands in the way, say what is `done`."""
        with self.reading() as connection:
            emptied = empty_log(connection)
        if not emptied:
            raise self.fault(
                "{done}, but another program that is open still holds {path}; close it.", done=done
            )

    @contextmanager
    def holding(self, name: str) -> Iterator[bool]:
        """Hold `name` for the block, against other programs; whether none held it."""
        with ExitStack() as held:
            with telling(self._path):
                ours = held.enter_context(holding(self._path, name))
            yield ours

    def fault(self, sentence: str, **words: str) -> StoreFault:
        """A StoreFault about this file, which `sentence` names as `{path}`."""
        return store_fault(self._path, sentence, **words)


@contextmanager
def telling(path: Path) -> Iterator[None]:
    """Whatever the database at `path` raises leaves as a StoreFault."""
    try:
        yield
    except SQLAlchemyError as error:
        raise sqlite_fault(path, getattr(error, "orig", None) or error) from error
    except (sqlite3.Error, OSError) as error:
        raise sqlite_fault(path, error) from error
