"""Where one is: the phases of the case and the debrief, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widgets import Static

from simulator.tui.safety import shown

if TYPE_CHECKING:
    from simulator.session.view import View

LAST = "Debrief"
SIGNS = {"done": ("✓", "$success"), "current": ("▶", "bold $accent"), "ahead": ("○", "$text-muted")}


class Stepper(Static):
    """One line: a sign and the title of each phase, and the debrief at the end."""

    def show(self, view: View) -> None:
        """Show where `view` is."""
        ended = view.debrief is not None
        stations = [(phase.title, phase.state) for phase in view.phases]
        stations.append((LAST, "current" if ended else "ahead"))
        self.update(Content("   ").join(_station(title, state) for title, state in stations))


def _station(title: str, state: str) -> Content:
    sign, style = SIGNS[state]
    return shown(f"{sign} {title}", style)
