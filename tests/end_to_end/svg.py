"""A screen as a picture for the docs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App


def svg_of(app: App[Any]) -> str:
    """The screen as SVG without what differs from run to run, and without fonts from the net."""
    drawn = app.export_screenshot(title="simulator")
    drawn = re.sub(r"@font-face \{.*?\}\s*", "", drawn, flags=re.DOTALL)
    drawn = re.sub(r"<!-- Generated .*? -->\n?", "", drawn)
    drawn = re.sub(r"terminal-\d+", "terminal", drawn)
    return "\n".join(line.rstrip() for line in drawn.splitlines()) + "\n"
