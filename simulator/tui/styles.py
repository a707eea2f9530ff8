"""The styles of all screens, read while nobody waits.

Textual reads all of them anew when a screen that opens brings one that it has not read.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.app import App

BETWEEN = 0.02
"""Seconds between two files, in which keys are answered."""
SCREENS = Path(__file__).parent / "screens"


class StylesAhead:
    """Reads the styles of the screens that have not been opened yet, a file between any two keys."""

    def __init__(self, app: App[None]) -> None:
        self._app = app
        self._unread = sorted(SCREENS.glob("*.tcss"), reverse=True)

    def read_on(self) -> None:
        """Read the next file, and come back for the one after it."""
        stylesheet = self._app.stylesheet
        while self._unread:
            path = self._unread.pop()
            if not stylesheet.has_source(str(path)):
                stylesheet.read(path)
                stylesheet.parse()
                self._app.set_timer(BETWEEN, self.read_on)
                return
