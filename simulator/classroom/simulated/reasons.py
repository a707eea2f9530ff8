"""What simulated learners write who say why."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from random import Random

SURE = (
    "What is known so far leaves no other course.",
    "The paragraph says so, and nothing in the case speaks against it.",
    "I have gone by what is recorded, and not by what may still turn up.",
    "This can be explained to everybody concerned, and to a supervisor.",
)
UNSURE = (
    "I am not certain; I would ask a supervisor before I went further.",
    "There are two readings of this. I have taken the more careful one.",
    "As long as this is not known, I would rather wait than be wrong.",
    "I would decide again as soon as more is known.",
)
PERSUADED = (
    "The discussion has changed my mind.",
    "I had read too much into the first account.",
)


def reason(sureness: int, chance: Random) -> str:
    """Why somebody decides as they do who is so sure, from 1 to 3."""
    return chance.choice(UNSURE if sureness == 1 else SURE)


def persuaded(chance: Random) -> str:
    """Why somebody decides otherwise than before."""
    return chance.choice(PERSUADED)
