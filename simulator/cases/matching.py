"""Plain fields held against what a pack wants of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def matches(fields: Mapping[str, Any], wanted: Mapping[str, Any]) -> bool:
    """Whether every wanted field fits: one value equals, several are one of; a list holds all of them."""
    for name, value in wanted.items():
        held = fields.get(name)
        if isinstance(value, list) or isinstance(held, list):
            if not _fits(held, value):
                return False
        elif held != value or type(held) is not type(value):
            return False
    return True


def _fits(held: Any, wanted: Any) -> bool:
    wished = wanted if isinstance(wanted, list) else [wanted]
    if isinstance(held, list):
        return all(value in held for value in wished)
    return any(type(held) is type(value) and held == value for value in wished)
