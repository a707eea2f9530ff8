"""The console of a facilitator: hears the class over its line, and says what is to be done."""

from __future__ import annotations

import time
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, ClassVar

from textual.binding import Binding, BindingType
from textual.message import Message

from simulator.classroom.conduct import EndClass
from simulator.classroom.line import Lost
from simulator.classroom.messages import Bye, Conducting, Console, Done, Refused, Told
from simulator.tui.classroom.console.case_key import KeyScreen
from simulator.tui.classroom.console.choosing import Choosing
from simulator.tui.classroom.console.conduct import ConductScreen
from simulator.tui.classroom.console.ended import EndedScreen
from simulator.tui.classroom.console.gathering import GatheringScreen
from simulator.tui.classroom.console.known import Known
from simulator.tui.classroom.console.notice import NoticeScreen
from simulator.tui.classroom.console.parting import PartingScreen
from simulator.tui.classroom.console.saying import Saying
from simulator.tui.classroom.console.screen import ConsoleScreen
from simulator.tui.keys import called
from simulator.tui.palette import Palette
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.help import HelpScreen
from simulator.tui.screens.support import SupportScreen
from simulator.tui.styles import SCREENS

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.screen import Screen

    from simulator.classroom.class_view import Stage
    from simulator.classroom.line import Line
    from simulator.classroom.messages import FromHub
    from simulator.tui.classroom.console import wanting
    from simulator.tui.classroom.console.parting import Parting
    from simulator.tui.classroom.console.talk import Answer

CLOSED = "The hub has closed the line."
LEAVING = (
    "The hub stops with the console, and nobody can go on meanwhile. The class is kept as it is: "
    "`simulator host` goes on with it."
)
SUPPORT = "Where support can be found, and what to do if something real is told to you"
WAY_OUT = "Ctrl+Q closes the console; it asks once."
STANDS: dict[Stage, type[ConsoleScreen[None]]] = {
    "gathering": GatheringScreen,
    "ended": EndedScreen,
    "over": EndedScreen,
}
"""The screen that a class is conducted from; from all other stages `ConductScreen`."""


class ConsoleApp(Saying):
    """Conducts the class at the other end of `line`; `clock` gives seconds."""

    CSS_PATH: ClassVar[list[str | PurePath]] = ["../../app.tcss", "console.tcss"]
    TITLE = "Console of a class"
    AFTERWARDS: ClassVar[str] = "The class is kept: `simulator host` goes on with it."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(key, action, title, id=f"app.{action}", tooltip=tooltip, priority=True, show=False)
        for key, action, title, tooltip in (
            ("f1", "help", "Help", "What this screen is for, and all its keys"),
            ("f2", "support", "Support", SUPPORT),
            ("ctrl+p", "palette", "Every action", "Search everything that can be done here"),
        )
    ]

    @dataclass
    class Heard(Message):
        """Something was heard over the line; None where it is at its end."""

        what: FromHub | Lost | None

    def __init__(self, line: Line, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__(line)
        self._line = line
        self._clock = clock
        self._choosing = Choosing(self, self._talk, self.want, self._say, self._say_trouble)

    def get_default_screen(self) -> NoticeScreen:
        """The first screen says that the class is being opened."""
        return NoticeScreen()

    def get_key_display(self, binding: Binding) -> str:
        """What stands on the key."""
        return binding.key_display or called(binding.key)

    def on_mount(self) -> None:
        """Begin to listen."""
        self.run_worker(self._listen(), group="line", exclusive=True)

    async def on_unmount(self) -> None:
        """Hang up."""
        await self._line.close()

    async def _listen(self) -> None:
        await self._line.talk(lambda message: self.post_message(self.Heard(message)))
        self.post_message(self.Heard(None))

    # What is heard

    def on_console_app_heard(self, event: Heard) -> None:
        """Act on it."""
        match event.what:
            case Conducting() as first:
                self._hear_first(first)
            case Console(console=console) if self.known is not None:
                self.known.hear(console)
                self._show()
            case Refused(id=0, sentence=sentence):
                self._end(sentence)
            case (Done() | Refused() | Told()) as answer:
                self._talk.hear(answer)
            case Bye(sentence=sentence, final=True):
                self._end(sentence)
            case Bye(sentence=sentence) | Lost(sentence=sentence) if self.known is not None:
                self.known.lost = sentence
                self._show()
            case None:
                self._end(CLOSED)

    def _hear_first(self, first: Conducting) -> None:
        self._standing, self._care = first.world.standing, first.world.care
        if self.known is None:
            self.known = Known(first, self._clock)
        else:
            self.known.hear_first(first)
        self._show()

    def _end(self, sentence: str) -> None:
        """Nothing more can be done; the first sentence is the one that says why."""
        if self._at_an_end:
            return
        self._at_an_end = True
        self._go_back_to(self._notice)
        self._notice.tell(sentence, self._standing, self.known.saved if self.known is not None else ())

    @property
    def _notice(self) -> NoticeScreen:
        first = self.screen_stack[0]
        assert isinstance(first, NoticeScreen)
        return first

    def _show(self) -> None:
        """Show the class as it is now, on the screen that its stage is conducted from."""
        known = self.known
        if known is None or self._at_an_end:
            return
        stands = STANDS.get(known.console.room.stage, ConductScreen)
        first = next((each for each in self.screen_stack if isinstance(each, ConsoleScreen)), None)
        if type(first) is not stands:
            self._stand_on(stands(known))
        elif self._front is not None:
            self._front.show()
        if not known.key_sought and known.console.case and not known.lost:
            known.key_sought = True
            self._talk.ask("key", (), self._told_key)

    def _stand_on(self, screen: ConsoleScreen[None]) -> None:
        """Close everything else; what has just been done led here."""
        sentence, trouble = self._said
        screen.say(sentence, trouble=trouble)
        self._room = None
        self._go_back_to(self._notice)
        self.push_screen(screen)
        self._fit(self.size)

    def _told_key(self, answer: Answer) -> None:
        if isinstance(answer, Told) and answer.key is not None and self.known is not None:
            self.known.key = answer.key
            self._show()

    # What is wanted

    def on_wanted(self, event: wanting.Wanted) -> None:
        """Have it carried out."""
        self.want(event.order)

    def on_settling_wanted(self, event: wanting.SettlingWanted) -> None:
        """Have all of them settled."""
        self.settle(event.orders, event.place)

    def on_case_wanted(self) -> None:
        """Let a case be chosen."""
        if self.known is not None and self._may_say():
            self._choosing.choose(self.known)

    def on_made_wanted(self) -> None:
        """Let a rule be chosen, of which a case is made."""
        if self.known is not None and self._may_say():
            self._choosing.choose_made(self.known)

    def on_key_wanted(self) -> None:
        """Show the key of the current case."""
        known = self.known
        if known is not None and known.key is not None:
            self.push_screen(
                KeyScreen(known, known.key, known.console.room.title, known.console.room.content_note)
            )
        elif known is not None:
            self._ask("key", self._told_key)

    def on_report_wanted(self) -> None:
        """Have the report saved."""
        self._ask("report", self._told_saved)

    def _told_saved(self, answer: Answer) -> None:
        assert self.known is not None
        match answer:
            case Told(saved=saved) if saved:
                self.known.saved = saved
                self._show()
                self._say(f"The report is saved in {PurePath(saved[0]).parent}.")
            case Refused(sentence=sentence):
                self._say_trouble(sentence)

    def on_end_wanted(self) -> None:
        """Ask once, and then end the class."""
        if self.known is not None:
            self.push_screen(PartingScreen(self.known.console), self._part)

    def _part(self, parting: Parting | None) -> None:
        if parting == "save":
            self.want(EndClass(), lambda: self._ask("report", self._told_saved))
        elif parting == "end":
            self.want(EndClass())

    # What can be done from anywhere

    def action_help(self) -> None:
        """Tell what the screen is for, and all its keys; the same key goes back."""
        self._turn(HelpScreen, lambda: HelpScreen(self.screen, self._standing))

    def action_support(self) -> None:
        """Tell where support can be found; the same key goes back."""
        self._turn(SupportScreen, lambda: SupportScreen(self._care, self._standing, [WAY_OUT]))

    def action_palette(self) -> None:
        """Search everything that can be done; the same key goes back."""
        self._turn(Palette, Palette)

    def _turn(self, kind: type[Screen[Any]], made: Callable[[], Screen[Any]]) -> None:
        if isinstance(self.screen, kind):
            self.screen.dismiss()
        else:
            self.push_screen(made())

    async def action_quit(self) -> None:
        """Ask once; where there is no class any more, close the console at once."""
        if self.known is None or self._at_an_end or self.known.console.room.stage == "over":
            self.exit()
        elif not isinstance(self.screen, Leave):
            self.push_screen(Leave(), lambda sure: self.exit() if sure else None)


class Leave(Ask):
    """Whether the console is to be closed."""

    CSS_PATH = str(SCREENS / "question.tcss")

    def __init__(self) -> None:
        super().__init__("Close the console?", LEAVING, yes="Close", no="Stay")
