"""What the store asks of its tables, in plain SQL with named parameters."""

from __future__ import annotations

LENGTH = "SELECT coalesce(max(seq), 0) FROM events WHERE session = :session"

EVENTS_FROM = """
SELECT events.seq, events.event, words.seq IS NOT NULL, words.text
FROM events LEFT JOIN words ON words.session = events.session AND words.seq = events.seq
WHERE events.session = :session AND events.seq >= :seq
ORDER BY events.seq
"""
"""The number and the kept parts of each event of a session from a number on."""

UNFINISHED = """
SELECT session, begun, last FROM sessions WHERE standing = 'unfinished' ORDER BY last DESC, session
"""

BEGIN_SESSION = "INSERT INTO sessions (session, begun) VALUES (:session, :begun)"
ADD_EVENT = "INSERT INTO events (session, seq, event) VALUES (:session, :seq, :event)"
ADD_WORDS = "INSERT INTO words (session, seq, text) VALUES (:session, :seq, :words)"
NOTE_LAST = """
UPDATE sessions SET last = :last, standing = coalesce(:standing, standing) WHERE session = :session
"""

DISCARD = (
    "DELETE FROM words WHERE session = :session",
    "DELETE FROM events WHERE session = :session",
    "DELETE FROM sessions WHERE session = :session",
)

COUNT_WIPED = "SELECT count(*) FROM words WHERE session = :session AND text IS NULL"
KEEP_WORDS = "UPDATE sessions SET words_kept = 1 WHERE session = :session"
FORGET_WORDS = """
UPDATE words SET text = NULL
WHERE session IN (SELECT session FROM sessions WHERE session = :session AND words_kept = 0)
"""

SWEEP = (
    "DELETE FROM words WHERE session IN (SELECT session FROM sessions WHERE standing = 'skipped')",
    "DELETE FROM events WHERE session IN (SELECT session FROM sessions WHERE standing = 'skipped')",
    "DELETE FROM sessions WHERE standing = 'skipped'",
    """
    UPDATE words SET text = NULL
    WHERE text IS NOT NULL
    AND session IN (SELECT session FROM sessions WHERE standing = 'finished' AND words_kept = 0)
    """,
)
