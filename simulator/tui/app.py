"""The terminal UI: goes from screen to screen, and hands all work to the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from simulator.tui.journeys.anywhere import Anywhere
from simulator.tui.journeys.case_journey import CaseJourney
from simulator.tui.journeys.choosing import Choosing
from simulator.tui.journeys.debriefing import Debriefing
from simulator.tui.journeys.due import WhatIsDue
from simulator.tui.journeys.pressing import Pressing
from simulator.tui.journeys.reading import Reading
from simulator.tui.journeys.recording import Recording
from simulator.tui.screens.home import HomeScreen
from simulator.tui.styles import StylesAhead

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import PurePath

    from textual.binding import BindingType

    from simulator.session.training import Training
    from simulator.tui.messages import KeysChecked, Offered

FAILED = 3


class SimulatorApp(Choosing, Recording, WhatIsDue, Debriefing, Reading, Anywhere, Pressing, CaseJourney):
    """The opening screen, and every journey from it."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "screens/home.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = Anywhere.KEYS
    TITLE = "Training simulator"
    _troubles: Sequence[str] = ()
    _keys_checked = False
    _styles: StylesAhead | None = None
    AFTERWARDS = "Your answers are kept: start it again to go on."

    def let_go(self) -> None:
        """What was given to the desk is kept."""
        if self.desk is not None:
            self.desk.close()

    def get_default_screen(self) -> HomeScreen:
        """The opening screen is the first."""
        return HomeScreen(self._index, introduced=self.preferences.introduced)

    def on_home_screen_furnished(self) -> None:
        """Load everything behind the first frame."""
        self._desk.offer()

    def on_offered(self, event: Offered) -> None:
        """Show what there is."""
        self._standing, self._care, self._packs = event.standing, event.care, event.packs
        if self._room is not None:
            self._room.show(event.standing)
        self._home.show(event)
        self._troubles = [*([self.trouble] if self.trouble else []), *event.troubles]
        self._home.say(event.said, troubles=self._troubles)
        if event.practised:
            self._look_what_is_due()
        if self._styles is None:
            self._styles = StylesAhead(self)
            self.call_after_refresh(self._styles.read_on)
        if self.preferences.keys and not self._keys_checked:
            self._keys_checked = True
            self._desk.check_keys(type(self), self.preferences.keys)

    def on_keys_checked(self, event: KeysChecked) -> None:
        """Say which keys of the person's own two actions have."""
        if event.troubles and self.screen is self._home:
            self._home.say(troubles=[*self._troubles, *event.troubles])


def run_app(load: Callable[[], Training], index: Mapping[str, object] | None = None) -> int:
    """Run the terminal UI until it is closed; its exit code: 0, 130 after Ctrl-C, 3 where it failed.

    `load` is called once, on a thread of its own, after the first frame; `index` is what
    `index_of` gave in the last run, if it was kept.
    """
    app = SimulatorApp(load, index)
    try:
        app.run()
    finally:
        if app.desk is not None:
            app.desk.close()
    return FAILED if app.failed else app.return_code or 0
