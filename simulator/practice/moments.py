"""Moments that can be reckoned with, whatever a clock said: in UTC, within a calendar that has room to plan in."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EARLIEST = datetime(1970, 1, 1, tzinfo=UTC)
LATEST = datetime(9000, 1, 1, tzinfo=UTC)
_PLAUSIBLE = datetime(2000, 1, 1, tzinfo=UTC)
ASTRAY = timedelta(days=1)
"""How far a clock may go back before the earlier, later moment is taken for the wrong one."""


def within(at: datetime) -> datetime:
    """`at`, which has a time zone, in UTC; the nearest that can be reckoned with where it is far off."""
    if at.year >= LATEST.year:
        return LATEST
    return EARLIEST if at.year < EARLIEST.year else max(EARLIEST, at.astimezone(UTC))


def never_back(at: datetime | None, latest: datetime | None) -> datetime:
    """The moment that counts: time runs on from the latest one known, though a clock be set back or say nothing."""
    known = latest or EARLIEST
    return known if at is None else max(known, within(at))


def set_right(at: datetime | None, latest: datetime | None) -> datetime | None:
    """The moment to which the latest one known falls back, because the clock that said so was ahead; else None.

    So it is where a later case ended more than a day before it, by a clock that can have been right.
    """
    if at is None or latest is None:
        return None
    now = within(at)
    return now if plausible(now) and latest - now > ASTRAY else None


def plausible(at: datetime) -> bool:
    """Whether a clock that said so can have been right."""
    return at >= _PLAUSIBLE


def moment_of(text: object) -> datetime:
    """A moment as it is kept, in UTC; raises ValueError and OverflowError for anything else."""
    at = datetime.fromisoformat(text) if isinstance(text, str) else None
    if at is None or at.tzinfo is None:
        raise ValueError(f"{text!r} is no moment")
    return at.astimezone(UTC)
