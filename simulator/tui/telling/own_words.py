"""What is said wherever a person types words of their own."""

from __future__ import annotations

NO_NAMES = "No real names and nothing of real cases."
WIPED = "These words are wiped when the case ends, unless you press k in the debrief."
"""The second half of what stands above a field for own words."""
REASONS_KEPT = "The facilitator can read them; the class's record keeps them until the facilitator wipes it."
NOTES_KEPT = "The class's record keeps your notes until the facilitator wipes it."
"""The same in a class."""


def too_long(length: int, room: int) -> str:
    """That there is no room for so many characters."""
    return f"! There is room for {room} characters; these are {length}."
