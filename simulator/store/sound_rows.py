"""What is wrong with the rows of a store whose pages can be read: events that are none, gaps, chains that break."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sqlalchemy import create_engine, select
from sqlalchemy.exc import SQLAlchemyError
from sqlalchemy.pool import StaticPool

from simulator.store.journal import SALVAGED
from simulator.store.log import event_of
from simulator.store.schema import LEARNERS
from simulator.store.strays import strays
from simulator.store.verifying import verified

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from sqlalchemy import Connection

    from simulator.store.verifying import Verified

_CLASSES_SINCE, _JOURNAL_SINCE = 3, 4


@dataclass(frozen=True, slots=True)
class ChainSeen:
    """A learner's record: how many places of its chain hold, and a sentence on the first that does not."""

    learner: str
    pseudonym: str
    places: int
    erased: bool
    broken: str


def faults_in_rows(connection: sqlite3.Connection, version: int, most: int) -> list[tuple[str, str]]:
    """Codes and sentences, at most so many of a kind. Raises sqlite3.Error where a table cannot be read."""
    logs = [("events", "session", "session")]
    logs += [("class_events", "class_id", "class")] if version >= _CLASSES_SINCE else []
    known = _known_to_be_lost(connection) if version >= _JOURNAL_SINCE else set()
    found = []
    for table, column, kind in logs:
        found += _capped(_damaged(connection, table, column, kind), most)
        found += _capped(_gaps(connection, table, column, kind, known), most)
    return found


def chains_in(connection: sqlite3.Connection) -> list[ChainSeen]:
    """Every learner's chain, gone through. Raises sqlite3.Error."""
    engine = create_engine("sqlite://", creator=lambda: connection, poolclass=StaticPool)
    with engine.connect() as reading:
        try:
            return chains_of(reading)
        except SQLAlchemyError as error:
            raise getattr(error, "orig", None) or error from error


def chains_of(connection: Connection) -> list[ChainSeen]:
    """Every learner's chain, gone through, and one more for all that belongs to nobody. Raises SQLAlchemyError."""
    ids = select(LEARNERS.c.learner).order_by(LEARNERS.c.made, LEARNERS.c.learner)
    chains = [_chain(verified(connection, each)) for each in connection.scalars(ids).all()]
    return [
        *chains,
        *(ChainSeen("", "", 0, erased=False, broken=said.rstrip(".")) for said in strays(connection)),
    ]


def _chain(found: Verified) -> ChainSeen:
    broken = found.broken.said.rstrip(".") if found.broken is not None else ""
    said = (
        f"The record of {found.pseudonym or found.learner} is not as it was written ({broken})"
        if broken
        else ""
    )
    return ChainSeen(found.learner, found.pseudonym, found.places, found.erased, said)


def _damaged(connection: sqlite3.Connection, table: str, column: str, kind: str) -> Iterator[tuple[str, str]]:
    for name, seq, text in connection.execute(f"SELECT {column}, seq, event FROM {table} ORDER BY 1, 2"):
        try:
            whole = event_of(text).get("seq") == seq
        except (ValueError, RecursionError):
            whole = False
        if not whole:
            yield "event", f"Event {seq} of the {kind} {name} in {{path}} is damaged"


def _gaps(
    connection: sqlite3.Connection, table: str, column: str, kind: str, known: set[tuple[str, int]]
) -> Iterator[tuple[str, str]]:
    counted = f"SELECT {column}, max(seq) FROM {table} GROUP BY 1 HAVING count(*) != max(seq) ORDER BY 1"
    for name, last in connection.execute(counted).fetchall():
        numbers = {
            seq for (seq,) in connection.execute(f"SELECT seq FROM {table} WHERE {column} = ?", (name,))
        }
        missing = [seq for seq in range(1, last) if seq not in numbers and (name, seq) not in known]
        if missing:
            told = ", ".join(map(str, missing[:10])) + (" and more" if len(missing) > 10 else "")
            yield "gap", f"Of the {kind} {name} in {{path}} event {told} is missing"


def _known_to_be_lost(connection: sqlite3.Connection) -> set[tuple[str, int]]:
    """What an earlier salvage could not bring back, as the journals say."""
    found = set()
    for (text,) in connection.execute("SELECT entry FROM journal WHERE entry LIKE ?", (f'%"{SALVAGED}"%',)):
        try:
            found |= {(str(session), int(seq)) for session, seq in event_of(text)["data"]["lost"]}
        except (ValueError, LookupError, TypeError):
            continue
    return found


def _capped(faults: Iterator[tuple[str, str]], most: int) -> list[tuple[str, str]]:
    kept = [fault for _, fault in zip(range(most), faults, strict=False)]
    more = sum(1 for _ in faults)
    return [*kept, (kept[-1][0], f"{more} more such faults are in {{path}}")] if more else kept
