"""A store on a PostgreSQL server, for a force that wants one for many machines."""

from __future__ import annotations

from contextlib import nullcontext, suppress
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakSet

from sqlalchemy import event

from simulator.store import postgres
from simulator.store.faults import StoreFault
from simulator.store.schema import METADATA, VERSION, WIPED

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Engine

Done = TypeVar("Done")


class ServerDatabase:
    """The database at `address`, in which `prepare` makes the tables where there are none; raises StoreFault."""

    def __init__(self, address: str) -> None:
        self._address = address
        self.seconds = postgres.SECONDS
        """How long it is tried again where the server is gone."""
        self.called = postgres.called(address)
        self.engine: Engine = postgres.engine_of_address(address)
        self._lines: WeakSet[Any] = WeakSet()
        event.listen(self.engine, "connect", lambda line, _: self._lines.add(line))

    def hang_up(self) -> None:
        """Break every connection, whatever another thread does by it: that fails at once, and may be tried again."""
        for line in [*self._lines]:
            with suppress(Exception):  # it is closed already
                postgres.hang_up(line)

    def prepare(self) -> None:
        """Make the tables, or bring them to this version; raises StoreFault."""
        from simulator.store.access import telling

        with telling(self):
            found = postgres.retrying(self._bring_to_version, seconds=postgres.AT_START)
        if found != VERSION:
            raise StoreFault(
                f"{self.called} is of version {found} and this program knows version {VERSION}; use a newer one."
            )

    def _bring_to_version(self) -> int:
        return postgres.bring_to_version(self.engine, VERSION, METADATA.create_all, _from_earlier)

    def fault(self, error: BaseException) -> StoreFault:
        """What an error of the server means."""
        return postgres.postgres_fault(self._address, error)

    def errors(self) -> tuple[type[BaseException], ...]:
        """Those of the network."""
        return (OSError,)

    def quick_text(self, connection: Connection) -> AbstractContextManager[None]:  # noqa: ARG002
        """A server holds nothing that is no text."""
        return nullcontext()

    def reading_at_once(self, connection: Connection) -> AbstractContextManager[Connection]:
        """In a transaction of its own kind."""
        return postgres.reading_at_once(connection)

    def writing(self, connection: Connection) -> Connection:
        """With a lock of the server that every writer takes first, as an SQLite file has one."""
        return postgres.writing(connection)

    def carry_out(self, work: Callable[[], Done]) -> Done:
        """Again, for some seconds, where the server is gone."""
        return postgres.retrying(work, seconds=self.seconds)

    def empty_log(self, connection: Connection, *, whole: bool) -> bool:
        """Where the `whole` of a record is wiped, have the server write its tables anew; else that is its own work."""
        if whole:
            postgres.write_anew(connection, [table.name for table in WIPED])
        return True

    def holding(self, name: str) -> AbstractContextManager[bool]:
        """By a lock of the server, which ends with the connection."""
        return postgres.holding_in_database(self.engine, name)


def _from_earlier(_connection: Connection, found: int) -> None:
    raise StoreFault(f"A store on a server was never of version {found}; name another database.")
