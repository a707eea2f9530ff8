"""What every journey through a case knows: the desk, the screen below all others, the case and its debrief."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING

from simulator.tui.abstract import Abstract
from simulator.tui.journeys.journey import Journey

if TYPE_CHECKING:
    from simulator.tui.journeys.places import AnyDesk, FirstScreen
    from simulator.tui.screens.case import CaseScreen
    from simulator.tui.screens.debrief import DebriefScreen


class CaseJourney(Journey, metaclass=Abstract):
    """To a case, through it and to its debrief, from wherever it is given."""

    @property
    @abstractmethod
    def _desk(self) -> AnyDesk:
        """Where all work is done."""

    @property
    @abstractmethod
    def _home(self) -> FirstScreen:
        """The screen below all others."""

    @property
    def _case_screen(self) -> CaseScreen | None:
        if self._at_home:
            return None
        from simulator.tui.screens.case import CaseScreen

        return self._open_screen(CaseScreen)

    @property
    def _debrief_screen(self) -> DebriefScreen | None:
        if self._at_home:
            return None
        from simulator.tui.screens.debrief import DebriefScreen

        return self._open_screen(DebriefScreen)


if TYPE_CHECKING:
    Part = CaseJourney
else:
    Part = object
"""What a part of the journeys stands on. Textual takes a millisecond for each kind of app, before the first frame."""
