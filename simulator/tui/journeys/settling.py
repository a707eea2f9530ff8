"""To the settings and back: what is changed there holds at once, and is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.events import Resize

from simulator.tui.journeys.case_journey import Part

if TYPE_CHECKING:
    from simulator.preferences.preferences import Preferences
    from simulator.tui.messages import NotKept
    from simulator.tui.screens.settings import SettingsScreen


class Settling(Part):
    """Lets everything be as a person likes it."""

    def action_settings(self) -> None:
        """Open the settings; the same key goes back."""
        from simulator.tui.screens.settings import SettingsScreen

        open_one = self._open_screen(SettingsScreen)
        if open_one is None:
            self.push_screen(SettingsScreen(self.preferences, self._care, self._standing))
        else:
            self._go_back_to(open_one)
            open_one.dismiss()

    def on_settings_screen_wanted(self, event: SettingsScreen.Wanted) -> None:
        """Look and work in the new way."""
        self._prefer(event.preferences)

    def _prefer(self, preferences: Preferences) -> None:
        other_layout = preferences.layout != self.preferences.layout
        self.prefer(preferences)
        self._desk.keep(preferences)
        if other_layout:
            for screen in self.screen_stack:
                screen.post_message(Resize(self.size, self.size))
            self._fit(self.size)

    def on_not_kept(self, event: NotKept) -> None:
        """Say that the change holds until the program is left."""
        from simulator.tui.screens.settings import SettingsScreen

        screen = self._open_screen(SettingsScreen)
        if screen is not None:
            screen.say(event.sentence)
        else:
            self._home.say(troubles=[event.sentence])
