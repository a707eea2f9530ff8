"""The tables of the store, the same for every database that SQLAlchemy reaches."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Integer,
    MetaData,
    Table,
    Text,
)

APPLICATION_ID = 0x4953534D
"""What marks an SQLite file as a store of this program."""

VERSION = 3
"""The version of these tables, as SQLite's `user_version`."""


class Standing(StrEnum):
    """How a session stands: to be gone on with, or ended, with a result or without one."""

    UNFINISHED = "unfinished"
    FINISHED = "finished"
    SKIPPED = "skipped"


class ClassStanding(StrEnum):
    """How a class stands: to be gone on with, or over for good."""

    OPEN = "open"
    OVER = "over"


METADATA = MetaData()

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("session", Text, primary_key=True),
    Column("begun", Text),
    Column("last", Text),
    Column("standing", Text, nullable=False, server_default=Standing.UNFINISHED.value),
    Column("words_kept", Integer, nullable=False, server_default="0"),
    sqlite_strict=True,
)

EVENTS = Table(
    "events",
    METADATA,
    Column("session", Text, ForeignKey("sessions.session", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, CheckConstraint("seq > 0"), primary_key=True, autoincrement=False),
    Column("event", Text, nullable=False),
    sqlite_strict=True,
)

WORDS = Table(
    "words",
    METADATA,
    Column("session", Text, primary_key=True),
    Column("seq", Integer, primary_key=True, autoincrement=False),
    Column("text", Text),
    ForeignKeyConstraint(["session", "seq"], ["events.session", "events.seq"], ondelete="CASCADE"),
    sqlite_strict=True,
)
"""The words of the event of the same number, which holds none; `text` is null once they are wiped."""

CLASSES = Table(
    "classes",
    METADATA,
    Column("class_id", Text, primary_key=True),
    Column("begun", Text),
    Column("last", Text),
    Column("title", Text, nullable=False, server_default=""),
    Column("standing", Text, nullable=False, server_default=ClassStanding.OPEN.value),
    sqlite_strict=True,
)

CLASS_EVENTS = Table(
    "class_events",
    METADATA,
    Column("class_id", Text, ForeignKey("classes.class_id", ondelete="CASCADE"), primary_key=True),
    Column("seq", Integer, CheckConstraint("seq > 0"), primary_key=True, autoincrement=False),
    Column("event", Text, nullable=False),
    sqlite_strict=True,
)
