"""What those in a class want of it, as the hub hands it on: already read, not yet decided."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.classroom.conduct import Conduct
    from simulator.session.commands import Command

FACILITATOR = ""
"""The person who conducts."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a learner or the facilitator wants to be done."""

    person: str
    """`FACILITATOR`, or the learner's."""
    id: int
    """The number of the message; the same one of the same person is never done twice."""
    command: Command | Conduct


@dataclass(frozen=True, slots=True)
class Sit:
    """Somebody wants a seat; a fingerprint that has one already keeps it."""

    fingerprint: str
    """Of the token that will bring them back to it."""
    name: str
    """As it was sent; empty where a pseudonym is to be given."""
    team: str
    """As it was sent; empty where they sit alone."""
