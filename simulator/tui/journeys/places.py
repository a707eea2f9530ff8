"""What every journey needs of the screen that it begins at, and of the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.preferences.preferences import Preferences
    from simulator.session.commands import Command
    from simulator.tui.looking import Sought
    from simulator.tui.wanting import SaveWanted


class FirstScreen(Protocol):
    """The screen below all others."""

    def go_on(self) -> None:
        """Let be done (again) what can be done here."""

    def say(self, sentence: str = "", *, troubles: Sequence[str] = ()) -> None:
        """Say `sentence`, and what went wrong."""


class AnyDesk(Protocol):
    """Does one piece of work after the other, and posts what comes of each as one of `simulator.tui.messages`."""

    def carry_out(self, command: Command) -> object:
        """Carry out `command` in the session that is open, and keep it."""

    def rehearse(self) -> object:
        """Make ready what a step's confirmation leads to."""

    def look(self, sought: Sought) -> object:
        """Look something up in the session that is open."""

    def propose(self) -> object:
        """Find a place at which the debrief that is open could be saved."""

    def save(self, wanted: SaveWanted) -> object:
        """Save the debrief that is open."""

    def keep_words(self) -> object:
        """Keep the learner's own words with the case that is open."""

    def read(self, paragraph: str | None) -> object:
        """Read the guidance."""

    def find_cases(self, name: str) -> object:
        """Find the cases that exercise a paragraph, or in which a rule decides."""

    def keep(self, preferences: Preferences) -> object:
        """Keep what the person prefers."""
