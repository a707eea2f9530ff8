"""The tables of the store, in SQL that other databases understand as well, but for `STRICT`."""

from __future__ import annotations

from enum import StrEnum

APPLICATION_ID = 0x4953534D
"""What marks an SQLite file as a store of this program."""

VERSION = 2
"""The version of these tables, as SQLite's `user_version`."""


class Standing(StrEnum):
    """How a session stands: to be gone on with, or ended, with a result or without one."""

    UNFINISHED = "unfinished"
    FINISHED = "finished"
    SKIPPED = "skipped"


STANDING_COLUMN = f"standing TEXT DEFAULT '{Standing.UNFINISHED}' NOT NULL"
WORDS_KEPT_COLUMN = "words_kept INTEGER DEFAULT 0 NOT NULL"

SESSIONS = f"""
CREATE TABLE sessions (
    session TEXT NOT NULL,
    begun TEXT,
    last TEXT,
    {STANDING_COLUMN},
    {WORDS_KEPT_COLUMN},
    PRIMARY KEY (session)
) STRICT
"""

EVENTS = """
CREATE TABLE events (
    session TEXT NOT NULL,
    seq INTEGER NOT NULL CHECK (seq > 0),
    event TEXT NOT NULL,
    PRIMARY KEY (session, seq),
    FOREIGN KEY (session) REFERENCES sessions (session) ON DELETE CASCADE
) STRICT
"""

WORDS = """
CREATE TABLE words (
    session TEXT NOT NULL,
    seq INTEGER NOT NULL,
    text TEXT,
    PRIMARY KEY (session, seq),
    FOREIGN KEY (session, seq) REFERENCES events (session, seq) ON DELETE CASCADE
) STRICT
"""
"""The words of the event of the same number, which holds none; `text` is null once they are wiped."""
