"""To what is due, and into the cases that are made for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.looking import Trouble

if TYPE_CHECKING:
    from simulator.session.case_packs import CasePack
    from simulator.session.today_view import TodayView
    from simulator.tui.journeys.self_paced import SelfPaced as Part
    from simulator.tui.messages import DueTold
    from simulator.tui.screens.today import TodayScreen
    from simulator.tui.wanting import CaseWanted
else:
    Part = object

MINUTES = 30
"""What is planned for until somebody says how long they have."""
BEING_MADE = "The case is being made…"


class WhatIsDue(Part):
    """Tells what is due, and begins what is made for it."""

    _minutes = MINUTES
    _due: TodayView | Trouble | None = None

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
        """Show what is due; what is not known (any more) is worked out."""
        from simulator.tui.screens.today import TodayScreen

        known = None if isinstance(self._due, Trouble) else self._due
        self.push_screen(TodayScreen(known, self._minutes, self._sources, self._standing))
        if isinstance(self._due, Trouble):
            self._look_what_is_due()

    @property
    def _sources(self) -> list[CasePack]:
        """The packs of which a case may come, those that make cases first."""
        return sorted(self._packs, key=lambda pack: not pack.makes)

    def on_today_screen_plan_wanted(self, event: TodayScreen.PlanWanted) -> None:
        """Plan for other minutes."""
        self._minutes = event.minutes
        self._look_what_is_due()

    def on_case_wanted(self, event: CaseWanted) -> None:
        """Tell what it can be hard to read for, and then begin."""
        from simulator.tui.screens.before_made import BeforeMade
        from simulator.tui.telling.made import about

        title, text = about(event)
        question = BeforeMade(title, text, self._sources)
        self.push_screen(question, lambda begin: self._begin_made(event) if begin else None)

    def _begin_made(self, wanted: CaseWanted) -> None:
        """Have it made behind a line that says so, on the opening screen."""
        self._go_back_to(self._home)
        self._coached = False
        self._home.wait(BEING_MADE)
        if wanted.sort == "due":
            self._desk.begin_due(wanted.minutes)
        elif wanted.sort == "rule":
            self._desk.begin_rule(wanted.rule)
        elif wanted.sort == "drill":
            self._desk.begin_drill()
        elif wanted.stage is not None:
            self._desk.begin_test(wanted.stage)
