"""Numbers as a person reads them."""

from __future__ import annotations

from math import floor


def figure(points: float) -> str:
    """To one decimal, and never more than it is: what is not all shall not look like all."""
    return f"{floor(points * 10 + 1e-6) / 10:.1f}".removesuffix(".0")


def percent(share: float) -> str:
    """A share from 0 to 1, to one decimal."""
    return f"{100 * share:.1f}".removesuffix(".0") + "%"
