"""Joining a class: under which name, and in which team."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.message import Message
from textual.widgets import Static

from simulator.tui.keyed.buttons import Button
from simulator.tui.keyed.inputs import Input
from simulator.tui.keyed.screens import Screen
from simulator.tui.keyed.scrolling import VerticalScroll
from simulator.tui.safety import shown
from simulator.tui.widgets.footer import Footer, with_titles
from simulator.tui.widgets.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Callable

    from textual.app import ComposeResult
    from textual.binding import ActiveBinding

HEAD = "Join a class"
AS, IN = "You join as:", "In the team:"
NO_TEAM = "none; you decide alone"
ABOUT_NAME = "The name is made up. Take it, have another one made (r), or write one of your own (n)."
ABOUT_TEAM = "A team decides together: whoever names the same team shares its answers and its vote."
WHO_SEES = (
    "The facilitator sees this name, what you answer and write, and when you would like help or step out. Your team "
    "sees your answers; nobody else in the class sees your name. No account is made."
)
JOINING = "Joining…"
LONGEST_NAME = 24
IN_FOOTER = {"app.help": "Help", "app.support": "Support", "app.settings": "Settings"}


class JoinScreen(Screen[None]):
    """Posts `Joining`; `refuse` has to be called where nobody is let in."""

    CSS_PATH = "join.tcss"
    AUTO_FOCUS = "#join"
    HELP: ClassVar[str] = (
        "Enter joins the class under the name that stands here. r makes up another name, n lets you write one of your "
        "own, and t the name of a team. Escape leaves the line in which you write."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("r", "another", "Another name", id="joining.another", tooltip="Have another name made up"),
        Binding("n", "write('name')", "Own name", id="joining.name", tooltip="Write a name of your own"),
        Binding("t", "write('team')", "Team", id="joining.team", tooltip="Write the name of your team"),
        Binding("escape", "written", "Done", id="joining.written", tooltip="Leave the line"),
        Binding("q", "app.quit", "Leave", id="joining.quit", tooltip="Leave; you have not joined"),
    ]

    @dataclass
    class Joining(Message):
        """The person wants a seat under a name, in a team; either may be empty."""

        name: str
        team: str

    def __init__(
        self, offer: Callable[[], str], place: str = "", name: str = "", team: str = "", trouble: str = ""
    ) -> None:
        """`offer` makes up a name, `place` is where the class is.

        `name` and `team` were given before, and `trouble` says why that let nobody in.
        """
        super().__init__()
        self._offer = offer
        self._place = place
        self._begun = (name or offer(), team)
        self._trouble = trouble

    def compose(self) -> ComposeResult:
        """The name, the team, who sees what, and the button."""
        name, team = self._begun
        with VerticalScroll(id="joining", can_focus=False):
            head = f"{HEAD}: {self._place}" if self._place else HEAD
            yield Static(shown(head, "bold $accent"), id="join-head")
            with Horizontal(classes="join-line"):
                yield Static(AS, classes="join-label", markup=False)
                yield Input(name, id="join-name", compact=True, max_length=LONGEST_NAME)
            yield Static(ABOUT_NAME, classes="join-about", markup=False)
            with Horizontal(classes="join-line"):
                yield Static(IN, classes="join-label", markup=False)
                yield Input(team, id="join-team", compact=True, max_length=LONGEST_NAME, placeholder=NO_TEAM)
            yield Static(ABOUT_TEAM, classes="join-about", markup=False)
            yield Static(WHO_SEES, classes="join-about", markup=False)
            yield Button("Join (Enter)", id="join", variant="primary", compact=True)
        yield Static(id="join-said")
        yield Standing()
        yield Footer(compact=True)

    def on_mount(self) -> None:
        """Say what went wrong before."""
        if self._trouble:
            self._say(self._trouble, trouble=True)

    @property
    def active_bindings(self) -> dict[str, ActiveBinding]:
        """With some of those from anywhere, as the line of keys is to show them."""
        return with_titles(super().active_bindings, IN_FOOTER)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:  # noqa: ARG002
        """While a name is written, letters are letters."""
        writes = isinstance(self.focused, Input)
        match action:
            case "another" | "write":
                return not writes
            case "written":
                return writes
            case _:
                return True

    def action_another(self) -> None:
        """Make up another name."""
        self.query_one("#join-name", Input).value = self._offer()

    def action_write(self, what: str) -> None:
        """Let a name be written."""
        self.query_one(f"#join-{what}", Input).focus()

    def action_written(self) -> None:
        """Leave the line."""
        self.query_one("#join", Button).focus()

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter joins, wherever one is."""
        event.stop()
        self._join()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The button joins."""
        event.stop()
        self._join()

    def _join(self) -> None:
        button = self.query_one("#join", Button)
        if not button.disabled:
            button.disabled = True
            self._say(JOINING)
            name, team = (self.query_one(each, Input).value.strip() for each in ("#join-name", "#join-team"))
            self.post_message(self.Joining(name, team))

    def refuse(self, sentence: str) -> None:
        """Say why nobody was let in; it can be tried again."""
        if not self.is_mounted:
            self._trouble = sentence
            return
        button = self.query_one("#join", Button)
        button.disabled = False
        button.focus()
        self._say(sentence, trouble=True)

    def _say(self, sentence: str, *, trouble: bool = False) -> None:
        told = shown(f"! {sentence}", "bold $error") if trouble else shown(sentence)
        self.query_one("#join-said", Static).update(told)
