"""Where the programs that are measured keep what they keep."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def environment_of(scratch: Path, store: str) -> dict[str, str]:
    """Where a program keeps what it keeps; it has played its first case."""
    preferences = scratch / "preferences.json"
    preferences.write_text('{"format": "preferences/1", "introduced": true}', encoding="utf-8")
    return {
        "SIMULATOR_CACHE": str(scratch / "cache"),
        "SIMULATOR_STORE": str(scratch / store),
        "SIMULATOR_PREFERENCES": str(preferences),
    }
