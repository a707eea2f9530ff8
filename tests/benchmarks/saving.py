"""Saving an answer, beside the bare write of the same row; and verifying a record, beside hashing the same bytes."""

from __future__ import annotations

import json
import sqlite3
import time
from contextlib import closing
from functools import partial
from hashlib import blake2b
from typing import TYPE_CHECKING, Any

from simulator.store.database import _PRAGMAS
from simulator.store.store import Store

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

ANSWERS = 300
EVENTS = 100_000
OF_A_SESSION = 100
"""Events that one session has."""


def save_rounds(scratch: Path, rounds: int) -> list[tuple[float, float]]:
    """Seconds for an answer through the store, and for the bare row, both to a disk."""
    return [_save_round(scratch, number) for number in range(rounds)]


def _save_round(scratch: Path, number: int) -> tuple[float, float]:
    """One after the other, answer by answer, so that both have the same disk."""
    with (
        closing(Store(scratch / f"saving-{number}.sqlite")) as store,
        closing(_bare(scratch, number)) as bare,
    ):
        ours = theirs = 0.0
        for seq in range(1, ANSWERS + 1):
            event = _event(seq)
            ours += _seconds(partial(store.append, "s", [event]))
            text = json.dumps(event)
            theirs += _seconds(partial(_write, bare, seq, text))
        return ours / ANSWERS, theirs / ANSWERS


def _bare(scratch: Path, number: int) -> sqlite3.Connection:
    connection = sqlite3.connect(scratch / f"bare-{number}.sqlite", isolation_level=None)
    for pragma in _PRAGMAS:
        connection.execute(f"PRAGMA {pragma}")
    connection.execute(
        "CREATE TABLE events (session TEXT, seq INTEGER, event TEXT, PRIMARY KEY (session, seq)) STRICT"
    )
    return connection


def _write(connection: sqlite3.Connection, seq: int, text: str) -> None:
    connection.execute("BEGIN IMMEDIATE")
    connection.execute("INSERT INTO events VALUES ('s', ?, ?)", (seq, text))
    connection.execute("COMMIT")


def verify_rounds(scratch: Path, rounds: int) -> list[tuple[float, float]]:
    """Seconds for verifying a record of many events, and for hashing the same bytes in a plain loop."""
    with closing(Store(scratch / "verified.sqlite")) as store:
        for number in range(EVENTS // OF_A_SESSION):
            store.append(f"s{number}", [_event(seq) for seq in range(1, OF_A_SESSION + 1)])
        found = []
        for _ in range(rounds):
            ours = _seconds(partial(_verified, store))
            texts = [text.encode() for text in _texts(store)]
            found.append((ours, _seconds(partial(_hash, texts))))
        return found


def _verified(store: Store) -> None:
    verified = store.verify()
    if verified.broken is not None or verified.places != EVENTS:
        raise RuntimeError(verified)


def _texts(store: Store) -> Iterator[str]:
    with sqlite3.connect(store.place) as connection:
        for row in connection.execute("SELECT event FROM events"):
            yield row[0]
        for row in connection.execute("SELECT * FROM chain"):
            yield " ".join(map(str, row))


def _hash(texts: list[bytes]) -> None:
    for text in texts:
        blake2b(text, digest_size=32).hexdigest()


def _event(seq: int) -> dict[str, Any]:
    return {
        "format": "event/1",
        "seq": seq,
        "kind": "answer_given",
        "data": {"phase": "assessment", "question": "outcome", "subject": "B", "chosen": ["code_21"]},
        "session": "f0" * 16,
        "at": "2026-01-01T00:00:00.000+00:00",
    }


def _seconds(do: Callable[[], object]) -> float:
    start = time.perf_counter()
    do()
    return time.perf_counter() - start
