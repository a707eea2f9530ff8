"""How much room there is, and what is done with it."""

from __future__ import annotations

from textual.geometry import Size

NEEDED = Size(80, 24)
"""The smallest terminal in which everything can be shown."""

BOTH_SIDES = 100
"""Columns from which on two sides have room beside each other."""

BREAKPOINTS = [(0, "-narrow"), (BOTH_SIDES, "-wide")]
"""The classes that a screen gets by its width."""
