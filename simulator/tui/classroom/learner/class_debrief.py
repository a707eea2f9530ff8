"""The debrief of a seat, once the case of the class has ended for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.styles import SCREENS

if TYPE_CHECKING:
    from simulator.session.debrief_view import DebriefView
    from simulator.session.view import View


class ClassDebrief(DebriefScreen):
    """As any debrief; what becomes of own words is settled for the whole class, and no browser has files to save in."""

    CSS_PATH = str(SCREENS / "debrief.tcss")

    def __init__(self, view: View, debrief: DebriefView, case: int) -> None:
        """`case` is the number of the case in the class."""
        super().__init__(view, debrief, again=True)
        self.case = case

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """As in any debrief."""
        if action == "save" and self.app.is_web:
            return False
        return super().check_action(action, parameters)
