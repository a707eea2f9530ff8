"""What every app of the terminal UI is: in our own theme, each line cleaned, and never a traceback."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, ClassVar

from textual.app import App
from textual.binding import Binding, BindingType
from textual.reactive import Reactive

from simulator.tui.safety import Cleaning
from simulator.tui.theme import HIGH_CONTRAST

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.filter import LineFilter
    from textual.theme import Theme

INTERRUPTED = 130


class SafeApp(App[None]):
    """`failed` is set where it came to an end by a fault of the program, told in one sentence."""

    ENABLE_COMMAND_PALETTE = False
    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "ctrl+q", "quit", "Quit", id="app.quit", tooltip="Close the simulator", show=False, priority=True
        ),
        Binding(
            "ctrl+c", "interrupt", "Quit", id="app.interrupt", tooltip="Close", show=False, priority=True
        ),
    ]
    AFTERWARDS: ClassVar[str] = "Start it again to go on."
    theme: Reactive[str] = Reactive(HIGH_CONTRAST.name)

    def __init__(self) -> None:
        super().__init__()
        self.failed = False

    @property
    def available_themes(self) -> dict[str, Theme]:
        """Textual's themes and our own."""
        return {**super().available_themes, HIGH_CONTRAST.name: HIGH_CONTRAST}

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Every line that is drawn is cleaned last of all."""
        return [*super().get_line_filters(), Cleaning()]

    def action_interrupt(self) -> None:
        """Ctrl-C."""
        self.exit(return_code=INTERRUPTED)

    def _fatal_error(self) -> None:
        """Textual would print a traceback with the values of all variables; one sentence replaces it."""
        from rich.text import Text

        self.failed = True
        self.panic(Text(f"{_crash(sys.exc_info()[1])} {self.AFTERWARDS}"))


def _crash(error: BaseException | None) -> str:
    where = error.__traceback__ if error else None
    while where is not None and where.tb_next is not None:
        where = where.tb_next
    at = f" at {where.tb_frame.f_code.co_qualname}, line {where.tb_lineno}" if where else ""
    return f"The simulator failed ({type(error).__name__}{at})."
