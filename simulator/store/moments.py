"""Moments as the store keeps them: in ISO 8601 with milliseconds, UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta


def now() -> str:
    """This moment."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")


def days_before(moment: str, days: int) -> str:
    """The moment so many days before one; the first of all where there is none so early."""
    try:
        then = datetime.fromisoformat(moment) - timedelta(days=days)
    except OverflowError:
        then = datetime.min.replace(tzinfo=UTC)
    return then.isoformat(timespec="milliseconds")
