"""Work that is done by many at once."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

Done = TypeVar("Done")


def together(many: int, work: Callable[[int], Done]) -> list[Done]:
    """What each of so many, who are told their numbers, came to; raises what one of them raised."""
    with ThreadPoolExecutor(many) as pool:
        return list(pool.map(work, range(many)))
