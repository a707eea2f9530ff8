"""What one part tells another, in bits: as whom it may not be seen, and which additions are forestalled."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.rules.flips.references import OTHER, SUBJECT

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Slice:
    """Where in what is told the bits of one part stand: `ways` in which it may be seen, then additions."""

    shift: int
    ways: int
    additions: int

    @property
    def all(self) -> int:
        """All its bits, without the shift."""
        return (1 << self.ways + self.additions) - 1

    def denied(self, allowed: int) -> int:
        """The bits that say that the part may be seen in the `allowed` ways alone."""
        return ((1 << self.ways) - 1 & ~allowed) << self.shift

    def forestalled(self, additions: int) -> int:
        """The bits that say which additions are forestalled."""
        return additions << self.shift + self.ways


@dataclass(frozen=True)
class Surroundings:
    """Those to whom elements refer: for each entity and id the bits of what is told them; and the subject."""

    slices: Mapping[str, Mapping[str, Slice]]
    subject_entity: str
    subject: str

    def who(self, entity: str, name: str) -> str:
        """Whether an id is the subject's."""
        return SUBJECT if (entity, name) == (self.subject_entity, self.subject) else OTHER
