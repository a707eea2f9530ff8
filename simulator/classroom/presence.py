"""Who is there just now; none of it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

Signalled: TypeAlias = Literal["stepped_out", "needs_help"]
"""What a learner's private signs come to, for the facilitator alone."""


@dataclass(frozen=True, slots=True)
class Presence:
    """Who is connected, what they signalled, and when they were heard."""

    connected: frozenset[str]
    """Persons who have a line to the hub; the facilitator is none of them."""
    signs: Mapping[str, frozenset[Signalled]] = field(default_factory=dict)
    """By person; who is not there has given none, or taken them back."""
    now: float = 0.0
    """Seconds since the hub began."""
    heard: Mapping[str, float] = field(default_factory=dict)
    """By person: when, on the same clock, they last did something."""
    opened: float = 0.0
    """When, on the same clock, the current vote was opened; at their own pace, when the case was begun."""

    def idle(self, person: str) -> float:
        """Seconds for which somebody who could have done something has not."""
        return self.now - max(self.heard.get(person, 0.0), self.opened)
