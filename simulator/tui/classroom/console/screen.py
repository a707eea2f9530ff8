"""What every screen of the console has: the class as it is known, a banner, a sentence, the standing line, the keys."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.screen import ScreenResultType
from textual.widgets import Static

from simulator.tui.abstract import Abstract
from simulator.tui.keyed.screens import Screen
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer, with_titles
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

    from simulator.classroom.class_view import ConsoleView
    from simulator.tui.classroom.console.known import Known

LOST = "Nothing that you press is carried out until the line is there again."
IN_FOOTER = {"console.help": "Help"}


class ConsoleScreen(Screen[ScreenResultType], metaclass=Abstract):
    """Heirs compose their own part in `body`, and tell the class in `tell` whenever it has changed."""

    AUTO_FOCUS = ""
    HELP: ClassVar[str] = "A screen of the facilitator's console."
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "question_mark",
            "app.help",
            "Help",
            id="console.help",
            tooltip="What this screen is for, and all its keys",
            show=False,
        ),
    ]

    def __init__(self, known: Known) -> None:
        super().__init__()
        self.known = known
        self.ready = False
        """Whether there is anything in which the class could be told."""
        self._said: tuple[str, bool] = ("", False)

    @property
    def console(self) -> ConsoleView:
        """The class as it was heard of last."""
        return self.known.console

    def compose(self) -> ComposeResult:
        """The banner, the screen's own part, what has been done, the standing line and the keys."""
        yield Static(id="lost")
        yield from self.body()
        yield Static(id="said")
        yield from self.foot()
        yield Standing(self.known.world.standing)
        yield Footer(compact=True)

    @abstractmethod
    def body(self) -> ComposeResult:
        """What stands between the banner and the sentence."""

    def foot(self) -> ComposeResult:
        """What stands below the sentence."""
        yield from ()

    @abstractmethod
    def tell(self) -> None:
        """Tell the class as it is now."""

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """With help, which acts everywhere."""
        return with_titles(super().active_bindings, IN_FOOTER)

    def on_mount(self) -> None:
        """Tell the class for the first time."""
        self.ready = True
        sentence, trouble = self._said
        self.say(sentence, trouble=trouble)
        self.show()

    def on_screen_resume(self) -> None:
        """Much may have happened while another screen was in front."""
        self.show()

    def show(self) -> None:
        """Show the class as it is now, and whether the line is there."""
        if not self.ready:
            return
        banner = self.query_one("#lost", Static)
        banner.display = bool(self.known.lost)
        banner.update(shown(f"! {self.known.lost} {LOST}", "bold $error"))
        self.tell()
        self.refresh_bindings()

    def say(self, sentence: str, *, trouble: bool = False) -> None:
        """Say what has just been done, or why it was not; before there is anything to say it in, it waits."""
        self._said = sentence, trouble
        if not self.ready:
            return
        said = shown(f"! {sentence}", "bold $error") if trouble else shown(sentence, "$success")
        self.query_one("#said", Static).update(said)
