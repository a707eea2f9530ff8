"""How everything that is kept in the store reaches its database; whatever that raises is a sentence."""

from __future__ import annotations

from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, Protocol, TypeVar, runtime_checkable

from sqlalchemy.exc import SQLAlchemyError

from simulator.errors.text import clean
from simulator.store.faults import StoreFault

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from contextlib import AbstractContextManager

    from sqlalchemy import Connection, Engine

Done = TypeVar("Done")

BRIEF_SECONDS = 0.8
"""How long it is tried in silence where a person is told soon; what is over by then need not be told."""


class Database(Protocol):
    """Where a store lies: a file, or a server."""

    @property
    def called(self) -> str:
        """What a person calls it; never a password."""

    @property
    def engine(self) -> Engine:
        """The way to it."""

    def prepare(self) -> None:
        """Make it where there is none, or bring it to this version; raises StoreFault."""

    def fault(self, error: BaseException) -> StoreFault:
        """What an error of it means to a person."""

    def errors(self) -> tuple[type[BaseException], ...]:
        """What it raises beside SQLAlchemy's own errors."""

    def quick_text(self, connection: Connection) -> AbstractContextManager[None]:
        """For the block, text is read as fast as can be; where it is none, that may raise."""

    def reading_at_once(self, connection: Connection) -> AbstractContextManager[Connection]:
        """`connection`, by which all is read as it was at one moment, for the block."""

    def writing(self, connection: Connection) -> Connection:
        """`connection`, whose transactions no other program can come between."""

    def carry_out(self, work: Callable[[], Done]) -> Done:
        """The result of work that may safely be done twice: tried again where that helps."""

    def empty_log(self, connection: Connection, *, whole: bool) -> bool:
        """Leave nothing of what was wiped, were it the `whole` of a record; whether nobody stood in the way."""

    def holding(self, name: str) -> AbstractContextManager[bool]:
        """Hold `name` for the block, against other programs; whether none held it."""


@runtime_checkable
class Persistent(Protocol):
    """A database that tries for some `seconds` to do what it could not at once, and that may never answer."""

    seconds: float

    def hang_up(self) -> None:
        """Wait for no answer any more, on any thread."""


class Access:
    """Transactions on a database; all of it raises StoreFault where that does not allow it."""

    def __init__(self, database: Database) -> None:
        self.database = database

    def be_brief(self) -> None:
        """Say soon where something could not be done: whoever works by this tries again, and tells a person so."""
        if isinstance(self.database, Persistent):
            self.database.seconds = BRIEF_SECONDS

    def hang_up(self) -> None:
        """From another thread: have a call that waits for a server's answer fail at once."""
        if isinstance(self.database, Persistent):
            self.database.hang_up()

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection to read by."""
        with telling(self.database), self.database.engine.connect() as connection:
            yield connection

    @contextmanager
    def reading_at_once(self) -> Iterator[Connection]:
        """A connection by which everything is read as it was at one moment, whoever writes meanwhile."""
        with self.reading() as connection, self.database.reading_at_once(connection) as steady:
            yield steady

    @contextmanager
    def transaction(self) -> Iterator[Connection]:
        """A write transaction, which no other program can come between; COMMIT at its end."""
        with self.reading() as connection:
            connection = self.database.writing(connection)
            with connection.begin():
                yield connection

    def write(self, work: Callable[[Connection], Done]) -> Done:
        """The result of `work` in a write transaction; work that was done already has to do no harm."""

        def once() -> Done:
            with self.database.engine.connect() as connection:
                connection = self.database.writing(connection)
                with connection.begin():
                    return work(connection)

        with telling(self.database):
            return self.database.carry_out(once)

    def wipe_log(self, done: str, *, whole: bool = False) -> None:
        """Leave nothing of what was wiped in the log; where another program stands in the way, say what is `done`."""
        with self.reading() as connection:
            emptied = self.database.empty_log(connection, whole=whole)
        if not emptied:
            raise self.fault(
                "{done}, but another program that is open still holds {path}; close it.", done=done
            )

    @contextmanager
    def holding(self, name: str) -> Iterator[bool]:
        """Hold `name` for the block, against other programs; whether none held it."""
        with ExitStack() as held:
            with telling(self.database):
                ours = held.enter_context(self.database.holding(name))
            yield ours

    def fault(self, sentence: str, **words: str) -> StoreFault:
        """A StoreFault about this store, which `sentence` names as `{path}`."""
        return StoreFault(clean(sentence.format(path=self.database.called, **words)))


@contextmanager
def telling(database: Database) -> Iterator[None]:
    """Whatever a database raises leaves as a StoreFault."""
    try:
        yield
    except SQLAlchemyError as error:
        database.engine.dispose()  # SQLite may have opened the file for reading alone, and would keep it so
        raise database.fault(error) from error
    except database.errors() as error:
        raise database.fault(error) from error
