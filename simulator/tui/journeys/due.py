"""To what is due, and into the cases that are made for it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from simulator.session.practising import MINUTES
from simulator.tui.looking import Trouble

if TYPE_CHECKING:
    from simulator.session.today_view import TodayView
    from simulator.tui.journeys.self_paced import SelfPaced as Part
    from simulator.tui.making import CaseMade, CaseNotMade
    from simulator.tui.messages import DueTold
    from simulator.tui.screens.before_made import BeforeMade
    from simulator.tui.screens.today import TodayScreen
    from simulator.tui.wanting import CaseWanted
else:
    Part = object

BEING_OPENED = "The case is being opened…"


class WhatIsDue(Part):
    """Tells what is due, and begins what is made for it."""

    _due: TodayView | Trouble | None = None

    @property
    def _minutes(self) -> int:
        """For how many minutes is planned: as many as were chosen the last time."""
        return self.preferences.minutes or MINUTES

    def _look_what_is_due(self) -> None:
        """Have it worked out behind what is shown."""
        self._desk.today(self._minutes)

    def on_due_told(self, event: DueTold) -> None:
        """Show it on the opening screen, and on its own if that is open; what was known stays where it fails."""
        known = isinstance(self._due, Trouble) or self._due is None
        if known or not isinstance(event.today, Trouble):
            self._due = event.today
        self._home.show_due(event.today)
        if self._today_screen is not None:
            self._today_screen.show(event.today)

    @property
    def _today_screen(self) -> TodayScreen | None:
        if self._at_home:
            return None
        from simulator.tui.screens.today import TodayScreen

        return self._open_screen(TodayScreen)

    def on_due_wanted(self) -> None:
        """Show what is due as far as it is known, and work it out anew: since then a day may have begun."""
        from simulator.tui.screens.today import TodayScreen

        known = None if isinstance(self._due, Trouble) else self._due
        self.push_screen(TodayScreen(known, self._minutes, self._standing))
        self._look_what_is_due()

    def on_today_screen_plan_wanted(self, event: TodayScreen.PlanWanted) -> None:
        """Plan for other minutes, now and the next time."""
        self._prefer(replace(self.preferences, minutes=event.minutes))
        self._look_what_is_due()

    def on_case_wanted(self, event: CaseWanted) -> None:
        """Have it made, tell what it can be hard to read for, and then begin."""
        from simulator.tui.screens.before_made import BeforeMade
        from simulator.tui.telling.made import about_case

        known = None if isinstance(self._due, Trouble) else self._due
        question = BeforeMade(event, *about_case(event, known))
        self.push_screen(question, lambda begin: self._begin_made() if begin else None)
        self._desk.make(event)

    def _before(self, wanted: CaseWanted) -> BeforeMade | None:
        """What waits for a case to be made, if it waits for this one."""
        from simulator.tui.screens.before_made import BeforeMade

        screen = self._open_screen(BeforeMade)
        return screen if screen is not None and screen.wanted is wanted else None

    def on_case_made(self, event: CaseMade) -> None:
        """Tell what it can be hard to read for."""
        if (screen := self._before(event.wanted)) is not None:
            screen.made(event.note)

    def on_case_not_made(self, event: CaseNotMade) -> None:
        """Say why there is none."""
        if (screen := self._before(event.wanted)) is not None:
            screen.refuse(event.sentence)

    def on_before_made_declined(self) -> None:
        """Nothing is begun."""
        self._desk.drop_made()

    def _begin_made(self) -> None:
        """Open it behind a line that says so, on the opening screen."""
        self._go_back_to(self._home)
        self._coached = False
        self._home.wait(BEING_OPENED)
        self._desk.begin_made()
