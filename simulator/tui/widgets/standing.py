"""The one line that every screen shows."""

from __future__ import annotations

from textual.widgets import Static

from simulator.tui.safety import shown

NOT_YET_KNOWN = "Fictional cases, for training only."


class Standing(Static):
    """The standing line of the guidance in use; one that holds for any until it is known."""

    def __init__(self, line: str = "") -> None:
        super().__init__(shown(line or NOT_YET_KNOWN), id="standing")

    def show(self, line: str) -> None:
        """Show `line` from now on."""
        self.update(shown(line or NOT_YET_KNOWN))
