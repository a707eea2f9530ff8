"""The tables of the store, the same for every database that SQLAlchemy reaches."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, ForeignKey, Integer, MetaData, Table, Text

APPLICATION_ID = 0x4953534D
"""What marks an SQLite file as a store of this program."""

VERSION = 1
"""The version of these tables, as SQLite's `user_version`."""

METADATA = MetaData()

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("session", Text, primary_key=True),
    Column("begun", Text),
    Column("last", Text),
    Column("finished", Integer, nullable=False),
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
