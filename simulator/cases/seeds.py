"""Seeds: the numbers by which people name cases, the same ones wherever they are typed."""

from __future__ import annotations

LARGEST_SEED = 2**63 - 1
SEED_RANGE = f"a whole number from 0 to {LARGEST_SEED}"


def seed_in(text: str) -> int | None:
    """The seed that a text is, written in plain digits; None where it is none."""
    number = whole_number(text)
    return number if number is not None and number <= LARGEST_SEED else None


def whole_number(text: str) -> int | None:
    """The number that at most nineteen plain digits are; None for any other text."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 19 else None
