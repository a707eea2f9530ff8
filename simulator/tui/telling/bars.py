"""Bars of block characters: what is filled and what is not differs in shape, and not in colour alone."""

from __future__ import annotations

from math import floor

from textual.content import Content

from simulator.session import shares
from simulator.tui.safety import shown

FILLED, LEFT = "█", "░"
LONGEST = 48
"""Cells beyond which a longer bar says no more."""


def bar(share: float, width: int) -> Content:
    """A bar of `width` cells of which `share` is filled: full only where it is all, empty only where it is none."""
    filled = floor(share * width + 0.5)
    if 0 < share < 1:
        filled = min(max(filled, 1), width - 1)
    return _drawn(filled, width - filled, "$primary", "$text-muted")


def counts(right: int, wrong: int, unit: int, width: int) -> Content:
    """A bar of `unit` cells for each decision: right ones filled, wrong ones not; at most `width` cells."""
    if (right + wrong) * unit > width:
        share = right / (right + wrong)
        filled = floor(share * width + 0.5)
        filled = min(max(filled, min(right, 1)), width - min(wrong, 1))
        return _drawn(filled, width - filled, "$success", "$error")
    return _drawn(right * unit, wrong * unit, "$success", "$error")


def percent(share: float) -> str:
    """A share in whole per cent, as every face tells it."""
    return shares.percent(share)


def _drawn(filled: int, left: int, style: str, style_left: str) -> Content:
    return Content("").join([shown(FILLED * filled, style), shown(LEFT * left, style_left)])
