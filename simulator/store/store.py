"""The store: every event of every session, in one SQLite file that outlives the program's sudden end.

A call that changes something returns only after COMMIT, with what it wrote on the disk.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from simulator.store import statements
from simulator.store.database import Database, fill, telling, version_of
from simulator.store.faults import store_fault
from simulator.store.migrating import migrate
from simulator.store.place import check_ours, make_whole
from simulator.store.schema import APPLICATION_ID, VERSION, Standing
from simulator.store.words import Event, Parted, join, part

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Mapping, Sequence
    from pathlib import Path

    from simulator.store.faults import StoreFault

_STANDS_AFTER = {
    "finished": Standing.FINISHED,
    "skipped": Standing.SKIPPED,
    "resumed": Standing.UNFINISHED,
}


@dataclass(frozen=True, slots=True)
class Unfinished:
    """A session without an end: its id, and when its first and its last event happened."""

    session: str
    begun: str | None
    last: str | None


class Store:
    """The sessions in the file at `path`, which is made where there is none.

    Every method raises StoreFault with a sentence where the file does not allow it; then nothing is changed.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        if not path.exists() and not path.is_symlink():
            with telling(path):
                make_whole(path, fill)
        check_ours(path, APPLICATION_ID)
        self._database = Database(path)
        try:
            self._bring_to_version()
        except BaseException:
            self.close()
            raise

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def append(self, session: str, events: Sequence[Event]) -> None:
        """Add `events` to `session`, all or none, in one transaction; they are on the disk on return.

        Events that are there already are passed over, so that calling again after a fault does no harm.
        """
        if not events:
            return
        parted = {one["seq"]: part(one) for one in events}
        with self._database.writing() as connection:
            (length,) = connection.execute(statements.LENGTH, {"session": session}).fetchone()
            self._check_follows(connection, session, [one["seq"] for one in events], parted, length)
            if not length:
                begun = {"session": session, "begun": events[0].get("at")}
                connection.execute(statements.BEGIN_SESSION, begun)
            new = [one for one in events if one["seq"] > length]
            if new:
                _write(connection, session, {one["seq"]: parted[one["seq"]] for one in new})
                _note_last(connection, session, new)

    def load(self, session: str) -> list[dict[str, Any]]:
        """The events of `session` in order; raises StoreFault where it is not there or is damaged.

        Where a person's words were wiped, their field is empty and the data have `"wiped": true`.
        """
        with self._database.reading() as connection:
            kept = _kept(connection, session)
        if not kept:
            raise self._no_session(session)
        try:
            return [join(one) for one in kept.values()]
        except ValueError:
            raise store_fault(
                self.path, "A saved event of the session {session} in {path} is damaged.", session=session
            ) from None

    def unfinished(self) -> list[Unfinished]:
        """The sessions without an end, the one that was last gone on with first."""
        with self._database.reading() as connection:
            return [Unfinished(*row) for row in connection.execute(statements.UNFINISHED).fetchall()]

    def discard(self, session: str) -> None:
        """Wipe `session` from the file and from its log."""
        with self._database.writing() as connection:
            for statement in statements.DISCARD:
                connection.execute(statement, {"session": session})
        self._wipe_log("The session is discarded")

    def keep_words(self, session: str) -> None:
        """Keep what was written in `session` after its end as well; raises StoreFault where it is wiped already."""
        its = {"session": session}
        with self._database.writing() as connection:
            (wiped,) = connection.execute(statements.COUNT_WIPED, its).fetchone()
            if wiped:
                raise store_fault(self.path, "The words of this session are wiped from {path} already.")
            if not connection.execute(statements.KEEP_WORDS, its).rowcount:
                raise self._no_session(session)

    def forget_words(self, session: str) -> None:
        """Wipe what was written in `session` from the file and from its log, unless it is kept.

        That it was written stays.
        """
        with self._database.writing() as connection:
            connection.execute(statements.FORGET_WORDS, {"session": session})
        self._wipe_log("The words are wiped")

    def sweep(self) -> None:
        """Wipe what a sudden end of the program left: sessions that were skipped, words that nobody kept.

        What another program that is open keeps in the log goes when that one is closed.
        """
        with self._database.writing() as connection:
            for statement in statements.SWEEP:
                connection.execute(statement)
        self._database.empty_log()

    def _bring_to_version(self) -> None:
        with self._database.reading() as connection:
            found = version_of(connection)
        if 0 < found < VERSION:
            with self._database.writing() as connection:
                migrate(connection)
                found = version_of(connection)
        if found != VERSION:
            raise store_fault(
                self.path,
                "{path} is of version {found} and this program knows version {known}; use a newer one.",
                found=str(found),
                known=str(VERSION),
            )

    def _wipe_log(self, done: str) -> None:
        if not self._database.empty_log():
            raise store_fault(
                self.path, "{done}, but another program that is open still holds {path}; close it.", done=done
            )

    def _check_follows(
        self,
        connection: sqlite3.Connection,
        session: str,
        numbers: Sequence[int],
        parted: Mapping[int, Parted],
        length: int,
    ) -> None:
        """Raise StoreFault unless the events go on from, or repeat, those that are there."""
        known = _kept(connection, session, numbers[0])
        follows = numbers[0] <= length + 1 and numbers == list(range(numbers[0], numbers[0] + len(numbers)))
        if not follows or any(not known[seq].is_of(one) for seq, one in parted.items() if seq in known):
            raise store_fault(
                self.path, "Another program has gone on with this session in {path}; open the session again."
            )

    def _no_session(self, session: str) -> StoreFault:
        return store_fault(self.path, "{path} holds no session {session}.", session=session)


def _kept(connection: sqlite3.Connection, session: str, start: int = 1) -> dict[int, Parted]:
    """The kept parts of the events of `session` by their numbers, from `start` on."""
    rows = connection.execute(statements.EVENTS_FROM, {"session": session, "seq": start}).fetchall()
    return {seq: Parted(event, bool(worded), words) for seq, event, worded, words in rows}


def _write(connection: sqlite3.Connection, session: str, parted: Mapping[int, Parted]) -> None:
    for seq, one in parted.items():
        its = {"session": session, "seq": seq}
        connection.execute(statements.ADD_EVENT, {**its, "event": one.event})
        if one.worded:
            connection.execute(statements.ADD_WORDS, {**its, "words": one.words})


def _note_last(connection: sqlite3.Connection, session: str, events: Sequence[Event]) -> None:
    stands = [_STANDS_AFTER[one["kind"]] for one in events if one["kind"] in _STANDS_AFTER]
    told = {"session": session, "last": events[-1].get("at"), "standing": stands[-1] if stands else None}
    connection.execute(statements.NOTE_LAST, told)
