"""Through a debrief: what is looked up in it, the learner's own words, and saving it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.journeys.case_journey import Part

if TYPE_CHECKING:
    from simulator.tui.messages import Looked, NotSaved, Proposed, Saved
    from simulator.tui.screens.debrief import DebriefScreen
    from simulator.tui.screens.save import SaveScreen
    from simulator.tui.wanting import SaveWanted


class Debriefing(Part):
    """Tells how the decisions went."""

    def on_debrief_screen_seeking(self, event: DebriefScreen.Seeking) -> None:
        """Look up what is wanted in the debrief."""
        self._desk.look(event.sought)

    def on_looked(self, event: Looked) -> None:
        """Tell it in the debrief, if that is still open."""
        if self._debrief_screen is not None:
            self._debrief_screen.tell_found(event.sought, event.found)

    def on_debrief_screen_leaving(self) -> None:
        """Back to the case that goes on, or to the opening screen."""
        screen = self._debrief_screen
        if screen is not None and not screen.interim:
            self._debrief_read()
        self.pop_screen()

    def _debrief_read(self) -> None:
        """What else happens where the debrief of a whole case is closed."""

    def on_debrief_screen_keep_words(self) -> None:
        """Keep the learner's own words."""
        self._desk.keep_words()

    def on_words_kept(self) -> None:
        """Say so in the debrief."""
        if self._debrief_screen is not None:
            self._debrief_screen.tell_kept()

    def on_debrief_screen_saving(self) -> None:
        """Find a place to offer."""
        self._desk.propose()

    def on_proposed(self, event: Proposed) -> None:
        """Ask where to save."""
        from simulator.tui.screens.save import SaveScreen

        screen = self._debrief_screen
        if screen is not None:
            words = screen.words_kept if screen.has_words else None
            self.push_screen(SaveScreen(event.path, own_words=words), screen.tell_saved)

    def on_save_wanted(self, event: SaveWanted) -> None:
        """Save the debrief that is open."""
        self._desk.save(event)

    def on_saved(self, event: Saved) -> None:
        """Say where it was saved."""
        if self._save_screen is not None:
            self._save_screen.dismiss(event.path)

    def on_not_saved(self, event: NotSaved) -> None:
        """Say why it was not, and what could be done."""
        if self._save_screen is not None:
            self._save_screen.refuse(event.sentence, event.path, event.folder)

    @property
    def _save_screen(self) -> SaveScreen | None:
        from simulator.tui.screens.save import SaveScreen

        return self._open_screen(SaveScreen)
