"""The one line that every screen shows."""

from __future__ import annotations

from textual.widgets import Static

from simulator.tui.safety import shown


class Standing(Static):
    """The standing line of the guidance in use; empty until it is known."""

    def __init__(self, line: str = "") -> None:
        super().__init__(shown(line), id="standing")

    def show(self, line: str) -> None:
        """Show `line` from now on."""
        self.update(shown(line))
