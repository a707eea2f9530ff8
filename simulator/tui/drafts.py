"""What a learner typed into a box and did not keep: it is there again while the case is open."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Hashable

T = TypeVar("T")


class Drafts(Generic[T]):
    """At most one draft for each place; none of them is ever saved."""

    def __init__(self) -> None:
        self._kept: dict[Hashable, T] = {}

    def at(self, place: Hashable) -> T | None:
        """The draft for `place`, if there is one."""
        return self._kept.get(place)

    def leave(self, place: Hashable, draft: T, saved: T) -> bool:
        """Have `draft` at `place` unless it is what is `saved` there; whether it is there now."""
        self.drop(place)
        if draft != saved:
            self._kept[place] = draft
        return draft != saved

    def drop(self, place: Hashable) -> None:
        """Have no draft at `place`."""
        self._kept.pop(place, None)
