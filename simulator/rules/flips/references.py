"""What an element refers to, as far as it tells: whom its references name, and who stands in its lists."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.rules.flips.kinds import Reached

SUBJECT, OTHER, WORD = "subject", "other", "word"


@dataclass(frozen=True, slots=True)
class Target:
    """Whom a reference names: SUBJECT, OTHER, or a WORD (None where the reference is left out).

    `listed` says of each of the element's lists whether the one named stands in it too.
    """

    who: str
    word: str | None = None
    listed: tuple[bool, ...] = ()


Members = frozenset[tuple[str, int]]
"""Those in a list of references: SUBJECT or OTHER, and the number of a way in which the list sees them."""
Lists = tuple[Members, ...]
"""The members of each list of an element."""
Family = frozenset[Lists]
"""What may stand in an element's lists without making a difference."""


@dataclass(frozen=True, slots=True)
class ReferringKind:
    """What an element can be at a setting.

    `seers` holds for each reference the ways, as bits, in which its target must be seen for that.
    `forestalls` holds for each reference the additions, as bits, that it forestalls for its target; those that
    would make nothing true that the element does not make true itself are left out.
    """

    mask: int
    seers: tuple[int, ...]
    forestalls: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Reach:
    """What changes of plain fields reach with such targets and lists; at least `fewest` references change."""

    targets: tuple[Target, ...]
    family: Family
    fewest: int
    reached: Reached[ReferringKind]
