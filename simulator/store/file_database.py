"""A store in an SQLite file."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, TypeVar

from simulator.store import database as sqlite
from simulator.store.access import telling
from simulator.store.faults import sqlite_fault, store_fault
from simulator.store.holding import holding
from simulator.store.migrating import migrate
from simulator.store.network_disk import check_local
from simulator.store.place import check_ours, make_whole
from simulator.store.schema import APPLICATION_ID, VERSION

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager
    from pathlib import Path

    from sqlalchemy import Connection, Engine

    from simulator.store.faults import StoreFault

Done = TypeVar("Done")


class FileDatabase:
    """The file at `path`, which `prepare` makes where there is none."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.engine: Engine = sqlite.engine_of(path)

    @property
    def called(self) -> str:
        """The path."""
        return str(self.path)

    def prepare(self) -> None:
        """Make the file, or bring it to this version; raises StoreFault, and leaves a foreign file as it is."""
        check_local(self.path)
        if not self.path.exists() and not self.path.is_symlink():
            self._check_no_log_alone()
            with telling(self):
                make_whole(self.path, sqlite.fill)
        check_ours(self.path, APPLICATION_ID)
        with telling(self):
            found = self._bring_to_version()
        if found != VERSION:
            raise store_fault(
                self.path,
                "{path} is of version {found} and this program knows version {known}; use a newer one.",
                found=str(found),
                known=str(VERSION),
            )

    def _check_no_log_alone(self) -> None:
        """A log without its file holds answers; SQLite would mix them into a new file, or throw them away."""
        log = self.path.with_name(f"{self.path.name}-wal")
        with telling(self):
            if not log.exists() or not log.stat().st_size:
                return
        raise store_fault(
            self.path,
            "{path} is gone, and its log {log} is still there: answers are in it. Put the file back beside it, or "
            "a backup, with the log moved elsewhere; `simulator doctor` says more.",
            log=str(log),
        )

    def _bring_to_version(self) -> int:
        with self.engine.connect() as connection:
            found = sqlite.version_of(connection)
        if 0 < found < VERSION:
            with self.engine.connect() as connection:
                connection = self.writing(connection)
                with connection.begin():
                    migrate(connection)
                    return sqlite.version_of(connection)
        return found

    def fault(self, error: BaseException) -> StoreFault:
        """What SQLite's own error means."""
        return sqlite_fault(self.path, error)

    def errors(self) -> tuple[type[BaseException], ...]:
        """SQLite's own, and the file system's."""
        return sqlite3.Error, OSError

    def quick_text(self, connection: Connection) -> AbstractContextManager[None]:
        """Without the place in a damaged file."""
        return sqlite.quick_text(connection)

    @contextmanager
    def reading_at_once(self, connection: Connection) -> Iterator[Connection]:
        """In a transaction: SQLite reads from a snapshot."""
        with connection.begin():
            yield connection

    def writing(self, connection: Connection) -> Connection:
        """With BEGIN IMMEDIATE."""
        return sqlite.writing(connection)

    def carry_out(self, work: Callable[[], Done]) -> Done:
        """Once: what fails here fails again."""
        return work()

    def empty_log(self, connection: Connection, *, whole: bool) -> bool:
        """Empty the file's log; first have the `whole` file written anew, for copies may lie in gaps of its pages."""
        if whole:
            sqlite.write_anew(connection)
        return sqlite.empty_log(connection)

    def holding(self, name: str) -> AbstractContextManager[bool]:
        """By a lock of the operating system beside the file."""
        return holding(self.path, name)
