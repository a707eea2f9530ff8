"""Where one is: the phases of the case and the debrief, in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len
from textual.content import Content
from textual.widgets import Static

from simulator.tui.safety import shown

if TYPE_CHECKING:
    from simulator.session.commands import Mode
    from simulator.session.view import PhaseState, PhaseView, View

LAST = "Debrief"
SIGNS: dict[PhaseState, tuple[str, str]] = {
    "done": ("✓", "$success"),
    "current": ("▶", "bold $accent"),
    "ahead": ("○", "$text-muted"),
}
MODES: dict[Mode, str] = {"practice": "Practice", "assessment": "Assessment", "class": "Class"}
GAP = "  "


class Station(NamedTuple):
    """A phase or the debrief; `within` says where in it one is."""

    title: str
    state: PhaseState
    within: str = ""


class Stepper(Static):
    """One line: the mode, a sign and the title of each phase, and the debrief at the end.

    Where there is no room for all titles, those of other phases are left to their signs.
    """

    _mode = ""
    _stations: tuple[Station, ...] = ()

    def show(self, view: View) -> None:
        """Show where `view` is."""
        self._mode = MODES[view.mode]
        self._stations = stations_of(view)
        self._draw()

    def on_resize(self) -> None:
        """Use the room there is."""
        self._draw()

    def _draw(self) -> None:
        parts = [_told(station, titled=True) for station in self._stations]
        mode = shown(f"{self._mode}:", "bold")
        line = Content(GAP).join([mode, *parts])
        if cell_len(line.plain) > self.size.width > 0:
            parts = [_told(station, titled=station.state == "current") for station in self._stations]
            line = Content(GAP).join([mode, *parts])
        self.update(line, layout=False)


def stations_of(view: View) -> tuple[Station, ...]:
    """The phases of `view` and the debrief."""
    phases = [Station(phase.title, phase.state, _within(view, phase)) for phase in view.phases]
    return (*phases, Station(LAST, "current" if view.debrief is not None else "ahead"))


def _within(view: View, phase: PhaseView) -> str:
    step = view.step
    if step is None or step.phase != phase.phase or phase.state != "current" or step.count == 1:
        return ""
    return f" ({step.number} of {step.count})"


def _told(station: Station, *, titled: bool) -> Content:
    sign, style = SIGNS[station.state]
    return shown(f"{sign} {station.title}{station.within}" if titled else sign, style)
