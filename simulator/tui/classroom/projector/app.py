"""The projector of a class: a view for the wall that learners look at together."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from simulator.classroom.line import Lost
from simulator.classroom.messages import HELLO, Bye, Refused, Room, Watching
from simulator.tui.classroom.projector.screen import TURNS_AFTER, ProjectorScreen
from simulator.tui.safe_app import SafeApp

if TYPE_CHECKING:
    from pathlib import PurePath

    from simulator.classroom.line import Line
    from simulator.classroom.messages import FromHub

FAILED = 3
NO_LINE = "There is no line to the class any more."


class ProjectorApp(SafeApp):
    """Shows what is heard over `line`, and says nothing over it; a page is turned after so many seconds."""

    CSS_PATH: ClassVar[str | PurePath | list[str | PurePath] | None] = "projector.tcss"
    TITLE = "Projector"
    AFTERWARDS: ClassVar[str] = "The class goes on."

    def __init__(self, line: Line, turns_after: float = TURNS_AFTER) -> None:
        super().__init__()
        self._line = line
        self._turns_after = turns_after
        self._last = ""

    def get_default_screen(self) -> ProjectorScreen:
        """The only one."""
        return ProjectorScreen(self._turns_after)

    def on_projector_screen_furnished(self) -> None:
        """Listen."""
        self.run_worker(self._listen(), name="line")

    async def on_unmount(self) -> None:
        """Hang up."""
        await self._line.close()

    async def _listen(self) -> None:
        await self._line.talk(self._heard)
        self._projector.say_last(self._last or NO_LINE)

    @property
    def _projector(self) -> ProjectorScreen:
        screen = self.screen_stack[0]
        assert isinstance(screen, ProjectorScreen)
        return screen

    def _heard(self, message: FromHub | Lost) -> None:
        match message:
            case Watching():
                self._last = ""
                self._projector.welcome(message)
            case Room():
                self._projector.show(message.room)
            case Lost():
                self._projector.say_trouble(message.sentence)
            case Refused(id=id) if id == HELLO:
                self._last = message.sentence
            case Bye():
                self._last = message.sentence
            case _:
                pass


def run_projector(line: Line) -> int:
    """Run the projector until it is closed; its exit code: 0, 130 after Ctrl-C, 3 where it failed."""
    app = ProjectorApp(line)
    app.run()
    return FAILED if app.failed else app.return_code or 0
