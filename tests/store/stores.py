"""Events, stores of earlier versions, and programs that use a store beside the test."""

from __future__ import annotations

import json
import os
import sqlite3
import subprocess
import sys
import textwrap
from collections.abc import Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from simulator.store.schema import APPLICATION_ID
from simulator.store.words import part

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parents[2]


def event(seq: int, kind: str = "answer_given", **data: Any) -> dict[str, Any]:
    return {
        "format": "event/1",
        "session": "s",
        "seq": seq,
        "kind": kind,
        "at": f"2026-01-0{seq % 9 + 1}",
        "data": data,
    }


def in_another_process(code: str, *arguments: str) -> subprocess.Popen[str]:
    """`code` running beside this test; `Store`, `event` and `arguments` are at hand in it."""
    prelude = (
        "import sys, resource, signal\n"
        "from pathlib import Path\n"
        "from simulator.store.store import Store\n"
        "from simulator.store.faults import StoreFault\n"
        "from tests.store.stores import event\n"
        "arguments = sys.argv[1:]\n"
    )
    return subprocess.Popen(
        [sys.executable, "-c", prelude + textwrap.dedent(code), *arguments],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
    )


def said_by(process: subprocess.Popen[str]) -> str:
    said, _ = process.communicate(timeout=60)
    assert process.returncode == 0, said
    return said


def raw(path: Path, statement: str) -> list[Any]:
    with sqlite3.connect(path) as connection:
        rows = connection.execute(statement).fetchall()
    connection.close()
    return rows


def left_in(path: Path) -> bytes:
    """Everything that lies in the file at `path` and beside it."""
    return b"".join(one.read_bytes() for one in path.parent.iterdir())


VERSION_1 = f"""
PRAGMA journal_mode=WAL;
BEGIN;
CREATE TABLE sessions (
    session TEXT NOT NULL, begun TEXT, last TEXT, finished INTEGER NOT NULL, PRIMARY KEY (session)
) STRICT;
CREATE TABLE events (
    session TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), event TEXT NOT NULL, PRIMARY KEY (session, seq),
    FOREIGN KEY(session) REFERENCES sessions (session) ON DELETE CASCADE
) STRICT;
PRAGMA application_id={APPLICATION_ID};
PRAGMA user_version=1;
COMMIT;
"""


VERSION_2 = f"""
PRAGMA journal_mode=WAL;
BEGIN;
CREATE TABLE sessions (
    session TEXT NOT NULL, begun TEXT, last TEXT, standing TEXT DEFAULT 'unfinished' NOT NULL,
    words_kept INTEGER DEFAULT '0' NOT NULL, PRIMARY KEY (session)
) STRICT;
CREATE TABLE events (
    session TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), event TEXT NOT NULL, PRIMARY KEY (session, seq),
    FOREIGN KEY(session) REFERENCES sessions (session) ON DELETE CASCADE
) STRICT;
CREATE TABLE words (
    session TEXT NOT NULL, seq INTEGER NOT NULL, text TEXT, PRIMARY KEY (session, seq),
    FOREIGN KEY(session, seq) REFERENCES events (session, seq) ON DELETE CASCADE
) STRICT;
PRAGMA application_id={APPLICATION_ID};
PRAGMA user_version=2;
COMMIT;
"""

VERSION_3 = VERSION_2.replace(
    "PRAGMA application_id",
    """CREATE TABLE classes (
    class_id TEXT NOT NULL, begun TEXT, last TEXT, title TEXT DEFAULT '' NOT NULL,
    standing TEXT DEFAULT 'open' NOT NULL, PRIMARY KEY (class_id)
) STRICT;
CREATE TABLE class_events (
    class_id TEXT NOT NULL, seq INTEGER NOT NULL CHECK (seq > 0), event TEXT NOT NULL, PRIMARY KEY (class_id, seq),
    FOREIGN KEY(class_id) REFERENCES classes (class_id) ON DELETE CASCADE
) STRICT;
PRAGMA application_id""",
).replace("user_version=2", "user_version=3")

Sessions = Mapping[str, Sequence[Mapping[str, Any]]]


def make_earlier(version: int, path: Path, sessions: Sessions) -> None:
    """A store as that version left it, with the events of `sessions`."""
    {1: make_version_1, 2: make_version_2, 3: make_version_3}[version](path, sessions)


def make_version_1(path: Path, sessions: Sessions) -> None:
    """A store as version 1 left it, with the events of `sessions`."""
    with _filled(path, VERSION_1) as connection:
        for session, events in sessions.items():
            finished = any(one["kind"] == "finished" for one in events)
            row = (session, events[0]["at"], events[-1]["at"], int(finished))
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?)", row)
            rows = [(session, one["seq"], json.dumps(one, separators=(",", ":"))) for one in events]
            connection.executemany("INSERT INTO events VALUES (?, ?, ?)", rows)


def make_version_2(path: Path, sessions: Sessions) -> None:
    """A store as version 2 left it, with the events of `sessions`."""
    _make_with_words(path, VERSION_2, sessions)


def make_version_3(path: Path, sessions: Sessions) -> None:
    """A store as version 3 left it, with the events of `sessions`."""
    _make_with_words(path, VERSION_3, sessions)


def _make_with_words(path: Path, tables: str, sessions: Sessions) -> None:
    with _filled(path, tables) as connection:
        for session, events in sessions.items():
            standing = "finished" if any(one["kind"] == "finished" for one in events) else "unfinished"
            row = (session, events[0]["at"], events[-1]["at"], standing, 0)
            connection.execute("INSERT INTO sessions VALUES (?, ?, ?, ?, ?)", row)
            for one in events:
                kept = part(one)
                connection.execute("INSERT INTO events VALUES (?, ?, ?)", (session, one["seq"], kept.event))
                if kept.worded:
                    connection.execute(
                        "INSERT INTO words VALUES (?, ?, ?)", (session, one["seq"], kept.words)
                    )


@contextmanager
def _filled(path: Path, tables: str) -> Iterator[sqlite3.Connection]:
    path.parent.mkdir(exist_ok=True)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(tables)
    connection.execute("BEGIN")
    yield connection
    connection.execute("COMMIT")
    connection.close()
