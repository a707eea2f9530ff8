"""What every figure over finished cases has in common: how it is kept, and how it is read again, strictly."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, Self

import msgspec

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

Count = Annotated[int, msgspec.Meta(ge=0)]
RIGHT = frozenset({"right", "acceptable"})
WRONG = "mistake"


class Folded(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A figure, folded over finished cases in their order; its size does not grow with the number of decisions.

    None of its fields has a default, so that data of which a part is missing is told from data of its own.
    """

    def as_data(self) -> dict[str, Any]:
        """As plain JSON data."""
        data: dict[str, Any] = msgspec.to_builtins(self)
        return data

    @classmethod
    def from_data(cls, data: object) -> Self:
        """What `as_data` gave; raises ValueError for everything else."""
        return msgspec.convert(data, cls)


def counted(counts: Mapping[str, int], more: Iterable[str]) -> dict[str, int]:
    """`counts` with one more of each of `more`."""
    found = dict(counts)
    for one in more:
        found[one] = found.get(one, 0) + 1
    return found
