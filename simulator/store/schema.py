"""The tables of the store, the same for every database that SQLAlchemy reaches."""

from __future__ import annotations

from enum import StrEnum

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

APPLICATION_ID = 0x4953534D
"""What marks an SQLite file as a store of this program."""

VERSION = 4
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
LEARNERS_SINCE = 4
"""The first version in which there are learners, each by an id."""

LEARNERS = Table(
    "learners",
    METADATA,
    Column("learner", Text, primary_key=True),
    Column("pseudonym", Text),
    Column("salt", Text),
    Column("made", Text, nullable=False),
    Column("erased", Text),
    Column("length", Integer, nullable=False, server_default="0"),
    Column("head", Text, nullable=False, server_default=""),
    sqlite_strict=True,
)
"""`length` and `head` are of the learner's chain; salt and pseudonym are null once the learner is `erased`."""

NAMES = Table(
    "names",
    METADATA,
    Column("learner", Text, ForeignKey("learners.learner", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, nullable=False),
    sqlite_strict=True,
)
"""Who a learner is, if anybody said so; nothing else in the store names a person."""

SESSIONS = Table(
    "sessions",
    METADATA,
    Column("session", Text, primary_key=True),
    Column("begun", Text),
    Column("last", Text),
    Column("standing", Text, nullable=False, server_default=Standing.UNFINISHED.value),
    Column("words_kept", Integer, nullable=False, server_default="0"),
    Column("learner", Text, nullable=False, server_default=""),
    Column("case_id", Text, nullable=False, server_default=""),
    Column("ended", Integer),
    Index("sessions_of_learner", "learner", "ended"),
    Index("sessions_of_case", "learner", "case_id"),
    sqlite_strict=True,
)
"""`ended` is the position in the learner's chain of the event that finished the session."""

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

JOURNAL = Table(
    "journal",
    METADATA,
    Column("learner", Text, ForeignKey("learners.learner", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True, autoincrement=False),
    Column("entry", Text, nullable=False),
    sqlite_strict=True,
)
"""What was done to a learner's record as a whole: what was wiped from it, and what was corrected and why."""

CHAIN = Table(
    "chain",
    METADATA,
    Column("learner", Text, ForeignKey("learners.learner"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("session", Text, nullable=False),
    Column("seq", Integer, nullable=False),
    Column("commitment", Text, nullable=False),
    Column("words", Text),
    Column("link", Text, nullable=False),
    Index("chain_of_event", "session", "seq"),
    sqlite_strict=True,
)
"""What stands where in a learner's record: the event of a session, or, where `session` is empty, an entry."""

FOLDS = Table(
    "folds",
    METADATA,
    Column("learner", Text, ForeignKey("learners.learner", ondelete="CASCADE"), primary_key=True),
    Column("name", Text, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("position", Integer, nullable=False),
    Column("state", Text, nullable=False),
    sqlite_strict=True,
)
"""What was worked out of a learner's events up to a position of the chain; it can be worked out anew."""

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

WIPED = (WORDS, EVENTS, SESSIONS, JOURNAL, FOLDS, NAMES, LEARNERS)
"""The tables that hold anything of a person."""
