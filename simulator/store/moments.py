"""When something was done to the store itself."""

from __future__ import annotations

from datetime import UTC, datetime


def now() -> str:
    """This moment, in ISO 8601 with milliseconds, UTC."""
    return datetime.now(UTC).isoformat(timespec="milliseconds")
