"""A log as it is kept: events as text, numbered from 1 without a gap."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

Event = Mapping[str, Any]


def text_of(value: object) -> str:
    """`value` as JSON in plain ASCII, the same for what is the same."""
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def event_of(text: str) -> dict[str, Any]:
    """The event of which `text` is the text; raises ValueError."""
    found = value_of(text)
    if not isinstance(found, dict):
        raise ValueError("no object")
    return found


def value_of(text: str) -> Any:
    """What `text` says in JSON; raises ValueError, also where it is nested deeper than can be read."""
    try:
        return json.loads(text)
    except RecursionError:
        raise ValueError("nested too deep") from None


def follow(numbers: Sequence[int], length: int) -> bool:
    """Whether events of these numbers go on from, or repeat, a log of so many events, and leave no gap."""
    first = numbers[0]
    return 1 <= first <= length + 1 and [*numbers] == [*range(first, first + len(numbers))]
