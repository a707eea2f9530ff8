"""What every app of the terminal UI is: as the person likes it, each line cleaned, and never a traceback."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

from textual import constants
from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import Initialize, Reactive

from simulator.preferences.keeping import read_preferences
from simulator.tui.ending import CLOSED, end_at_once, has_terminal, when_asked_to_end
from simulator.tui.frugal import draw_less, keep_less
from simulator.tui.layout import LARGE, TALL
from simulator.tui.pasting import keep_pasted_text
from simulator.tui.safety import Cleaning
from simulator.tui.theme import THEMES, theme_named

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter
    from textual.theme import Theme

    from simulator.preferences.preferences import Preferences

INTERRUPTED = 130
_CLEANING = Cleaning()


def _preferred_theme(app: SafeApp) -> str:
    return theme_named(app.preferences.theme)


class SafeApp(App[None], inherit_bindings=False):
    """`failed` is set where it came to an end by a fault of the program, told in one sentence.

    `preferences` hold from the start; `trouble` says what is wrong with the file they are kept in.
    """

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    VERTICAL_BREAKPOINTS = TALL
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+q", "quit", "Quit", id="app.quit", tooltip="Close the simulator", show=False, priority=True
        ),
        Binding(
            "ctrl+c",
            "interrupt",
            "Quit at once",
            id="app.interrupt",
            tooltip="Close the simulator at once",
            show=False,
            priority=True,
        ),
    ]
    AFTERWARDS: ClassVar[str] = "Start it again to go on."
    theme: Reactive[str] = Reactive(Initialize(_preferred_theme))
    _had_terminal = False

    def __init__(self) -> None:
        kept = read_preferences()
        self.preferences: Preferences = kept.preferences
        self.trouble = kept.trouble
        keep_less()
        draw_less()
        keep_pasted_text()
        super().__init__()
        self.failed = False
        self._lay_out()

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Our own only: in those of the toolkit not everything can be read."""
        return THEMES

    def prefer(self, preferences: Preferences) -> None:
        """Look and work as `preferences` say, from now on."""
        self.preferences = preferences
        self.theme = theme_named(preferences.theme)
        self._lay_out()
        self.refresh_bindings()

    def _lay_out(self) -> None:
        reduced = self.preferences.motion == "reduced"
        self.animation_level = "none" if reduced else constants.TEXTUAL_ANIMATIONS
        self.set_class(self.preferences.layout == "large", LARGE)
        self._keymap = self._normalize_keymap(self.preferences.keys)

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Every line that is drawn is cleaned last of all."""
        return [*super().get_line_filters(), _CLEANING]

    def on_mount(self) -> None:
        """From here on the system can ask for the end."""
        self._had_terminal = has_terminal()
        when_asked_to_end(self._end_in_order)

    def _end_in_order(self, code: int) -> None:
        """End in order with this exit code, where there is a terminal to be put in order."""
        self._end_without_terminal(code)
        self.exit(return_code=code, message=self._afterwards())

    def unsaved(self) -> str:
        """What would be lost by ending now, in a sentence; empty where nothing is."""
        return ""

    def _afterwards(self) -> str:
        unsaved = self.unsaved()
        return f"{unsaved} Start it again to go on." if unsaved else self.AFTERWARDS

    def _end_without_terminal(self, code: int) -> None:
        """End at once where the terminal was closed."""
        if self._had_terminal and not has_terminal():
            self.let_go()
            end_at_once(code)

    def let_go(self) -> None:
        """Finish what was begun."""

    def action_interrupt(self) -> None:
        """Ctrl-C."""
        self.exit(return_code=INTERRUPTED, message=self.unsaved() or None)

    async def action_quit(self) -> None:
        """Close it."""
        self.exit(message=self.unsaved() or None)

    def _fatal_error(self) -> None:
        """Textual would print a traceback with the values of all variables; one sentence replaces it."""
        self._end_without_terminal(CLOSED)
        from rich.text import Text

        self.failed = True
        self.panic(
            Text(f"{_crash(sys.exc_info()[1])} {self._report()} {self._afterwards()}", overflow="fold")
        )

    def _report(self) -> str:
        from simulator.tui.crash import reports_folder, write_report

        try:
            screens = [type(screen).__name__ for screen in self.screen_stack]
        except Exception:
            screens = []
        try:
            report = write_report(sys.exc_info()[1], screens, (self.size.width, self.size.height))
        except OSError as fault:
            return f"A report could not be written in {reports_folder()} ({fault.strerror})."
        return f"A report lies in {report}; it holds no answers and no names."


def _crash(error: BaseException | None) -> str:
    where = error.__traceback__ if error else None
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    at = f" at {where.tb_frame.f_code.co_qualname}, line {where.tb_lineno}" if where else ""
    return f"The simulator failed ({type(error).__name__}{at})."
