"""What browsers may have, all together and each."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Limits:
    """Of a class on one machine."""

    screens: int = 150
    """That there are at a time."""

    of_one: int = 4
    """Screens of one token."""

    starts: float = 0.5
    """Screens that one token may have started a second, beyond the first ones; more have to wait."""

    messages: float = 200
    """That one browser may send a second; more have to wait."""

    bytes: float = 128 * 1024
    """That one browser may send a second, more than one message may have; more have to wait."""

    not_understood: int = 20
    """Messages of one browser after which it is cut off."""

    patience: float = 10.0
    """Seconds that a screen may take to take what it is sent."""

    form: float = 10.0
    """Seconds that a form may take to come."""
