"""Shares as every face tells them: the same figure is the same to the eye, wherever it is read."""

from __future__ import annotations


def percent(share: float) -> str:
    """A share from 0 to 1 in whole per cent; what is not nothing, and not all, does not look like it."""
    if 0 < share < 0.01:
        return "under 1%"
    return "over 99%" if 0.99 < share < 1 else f"{share:.0%}"


def hundredths(share: float) -> str:
    """A share from 0 to 1 as a number, to two digits; what is not nothing, and not all, does not look like it."""
    if 0 < share < 0.01:
        return "under 0.01"
    return "over 0.99" if 0.99 < share < 1 else f"{share:.2f}"
