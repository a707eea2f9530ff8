"""Cases that were found to be sound before: what checks a case is large, and is then not loaded at all."""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING, Any

from simulator.packs.cache import keep_table, kept_table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

MOST = 100
"""Cases that are remembered, the latest."""

_TABLE = "sound-cases"


def once(case: Mapping[str, Any], guidance: str, check: Callable[[Mapping[str, Any]], None]) -> None:
    """`check` the case under the guidance with this hash, unless it passed before; raises what `check` raises."""
    digest = _digest(case)
    known = kept_table(_TABLE, guidance) or {}
    if digest is not None and digest in known:
        return
    check(case)
    if digest is not None:
        keep_table(_TABLE, guidance, dict([*known.items(), (digest, True)][-MOST:]))


def _digest(case: Mapping[str, Any]) -> str | None:
    """What tells a case from any other; None for what is no JSON and so no case."""
    try:
        text = json.dumps(case, sort_keys=True)
    except (TypeError, ValueError, RecursionError):
        return None
    return hashlib.sha256(text.encode()).hexdigest()
