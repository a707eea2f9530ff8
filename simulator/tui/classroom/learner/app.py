"""A learner's app in a class: the screens of any case, and the class around them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from simulator.tui.classroom.learner.attending import Attending
from simulator.tui.classroom.learner.following import Following
from simulator.tui.classroom.learner.lobby import Lobby
from simulator.tui.journeys.case_journey import CaseJourney
from simulator.tui.journeys.debriefing import Debriefing
from simulator.tui.journeys.pressing import Pressing
from simulator.tui.journeys.reading import Reading

if TYPE_CHECKING:
    from pathlib import PurePath

    from textual.binding import BindingType

    from simulator.tui.classroom.learner.conversation import MakeLine

FAILED = 3


class LearnerApp(Following, Debriefing, Reading, Pressing, CaseJourney):
    """Joins at once under `name`, or with a seat that it has (`seated`); else it asks how one wants to be called.

    `make_line` is given the name and the team each time a seat is asked for; `place` tells people where the class is.
    """

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../../app.tcss", "learner.tcss", "lobby.tcss"]
    BINDINGS: ClassVar[list[BindingType]] = Attending.KEYS
    TITLE = "Training simulator"
    AFTERWARDS: ClassVar[str] = "Your seat and your answers are kept: join the class again to go on."

    def get_default_screen(self) -> Lobby:
        """The lobby is below all others."""
        return Lobby(self._place)

    def on_mount(self) -> None:
        """Join, or ask under which name."""
        self._attend()

    async def on_unmount(self) -> None:
        """Hang up; the seat stays."""
        await self._desk.close()


def run_learner(
    make_line: MakeLine, *, name: str = "", team: str = "", seated: bool = False, place: str = ""
) -> int:
    """Run a learner's app until it is closed; its exit code: 0, 130 after Ctrl-C, 3 where it failed."""
    app = LearnerApp(make_line, name=name, team=team, seated=seated, place=place)
    app.run()
    return FAILED if app.failed else app.return_code or 0
