"""For how many minutes something is planned: the choice, and how long something takes."""

from __future__ import annotations

CHOICES = (10, 20, 30, 45)
"""Minutes that can be chosen, by the keys 1 to 4."""


def about(minutes: float) -> str:
    """A length of time in whole minutes, never none."""
    return f"about {max(round(minutes), 1)} min"


def counted(number: int, one: str, many: str = "") -> str:
    """`number` with the word for so many."""
    return f"{number} {one if number == 1 else many or one + 's'}"
