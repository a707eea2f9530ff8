"""The debrief of a seat, once the case of the class has ended for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Static

from simulator.tui.safety import shown
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.styles import SCREENS
from simulator.tui.telling.with_keys import with_keys

if TYPE_CHECKING:
    from textual.app import ComposeResult

    from simulator.session.debrief_view import DebriefView
    from simulator.session.view import View

OVER = "The class is over. Read on as long as you like; {debrief.leave} then shows "
TO_PRACTISE, TO_LEAVE = "what to practise next, and how to leave.", "how to leave."


class ClassDebrief(DebriefScreen):
    """As any debrief; what becomes of own words is settled for the whole class, and no browser has files to save in."""

    CSS_PATH = str(SCREENS / "debrief.tcss")
    DEFAULT_CSS: ClassVar[str] = """
    ClassDebrief #class-over {
        height: auto;
        padding: 0 1;
        background: $panel;
    }
    """

    def __init__(self, view: View, debrief: DebriefView, case: int) -> None:
        """`case` is the number of the case in the class."""
        super().__init__(view, debrief, again=True)
        self.case = case
        self._over = Static(id="class-over")
        self._over.display = False
        self._comes = ""

    def compose(self) -> ComposeResult:
        """That the class is over, once it is; and the debrief."""
        yield self._over
        yield from super().compose()

    def on_mount(self) -> None:
        """Say it, where that is known."""
        self._tell_over()

    def tell_over(self, *, practise: bool) -> None:
        """Say that the class is over, and what comes after this; `practise` where something is to be practised."""
        before, self._comes = self._comes, TO_PRACTISE if practise else TO_LEAVE
        if self.is_mounted and self._comes != before:
            self._tell_over()

    def _tell_over(self) -> None:
        if self._comes:
            self._over.update(shown(with_keys(OVER + self._comes, self.active_bindings), "bold $accent"))
            self._over.display = True

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """As in any debrief."""
        if action == "save" and self.app.is_web:
            return False
        return super().check_action(action, parameters)
