"""Into a class and out of it: joining, a line that breaks, stepping out, wanting help."""

from __future__ import annotations

from abc import ABCMeta, abstractmethod
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding

from simulator.tui.classroom.learner.lobby import Lobby
from simulator.tui.journeys.anywhere import Anywhere
from simulator.tui.journeys.playing import Playing
from simulator.tui.journeys.settling import Settling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from textual.binding import BindingType

    from simulator.tui.classroom.learner.class_desk import ClassDesk
    from simulator.tui.classroom.learner.conversation import MakeLine
    from simulator.tui.classroom.learner.join import JoinScreen
    from simulator.tui.classroom.learner.messages import HungUp, LineBroken, NotJoined, Signed
    from simulator.tui.classroom.learner.stepped_out import SteppedOut

AS_LONG = 24 * 60 * 60.0
"""Seconds for which it is said that the line is broken, unless it comes back."""
SHORTLY = 6.0
"""Seconds for which something is said above whatever is open."""
SIGNS = {"leave", "need_help"}
ELSEWHERE = {"app.leave", "app.skip"}
"""What is otherwise, or is not, in a class."""


class Attending(Playing, Settling, Anywhere, metaclass=ABCMeta):
    """Has a seat in a class; `make_line` makes the line on which it is asked for."""

    KEYS: ClassVar[list[BindingType]] = [
        *(key for key in Anywhere.KEYS if isinstance(key, Binding) and key.id not in ELSEWHERE),
        Binding(
            "ctrl+l",
            "leave",
            "Step out",
            id="app.leave",
            tooltip="Step out for as long as you like; the facilitator alone knows, and nothing is recorded",
            priority=True,
            show=False,
        ),
        Binding(
            "f4",
            "need_help",
            "Help wanted",
            id="app.need-help",
            tooltip="Tell the facilitator, and nobody else, that you would like help; the same key takes it back",
            priority=True,
            show=False,
        ),
    ]

    def __init__(
        self, make_line: MakeLine, *, name: str = "", team: str = "", seated: bool = False, place: str = ""
    ) -> None:
        super().__init__()
        self._make_line = make_line
        self._called = (name, team)
        self._joins_at_once = seated or bool(name)
        self._place = place
        self._class_desk: ClassDesk | None = None
        self._refusal = ""
        self._hung_up: HungUp | None = None
        self._needs_help = False

    @property
    def _desk(self) -> ClassDesk:
        if self._class_desk is None:
            from simulator.tui.classroom.learner.class_desk import ClassDesk

            self._class_desk = ClassDesk(self.post_message, self._make_line)
        return self._class_desk

    @property
    def _home(self) -> Lobby:
        home = self.screen_stack[0]
        assert isinstance(home, Lobby)
        return home

    @abstractmethod
    def _follow(self) -> None:
        """Be where the class is by now."""

    # Joining

    def offer_name(self) -> str:
        """A pseudonym for somebody who has not said how they want to be called."""
        from secrets import randbelow

        from simulator.classroom.pseudonyms import offered

        return offered((), randbelow)

    def _attend(self) -> None:
        """Join, or ask under which name."""
        if self._joins_at_once:
            self._desk.join(*self._called)
        else:
            self._ask_for_name()

    def _ask_for_name(self) -> None:
        from simulator.tui.classroom.learner.join import JoinScreen

        self.push_screen(JoinScreen(self.offer_name, self._place, *self._called, self._refusal))

    def on_join_screen_joining(self, event: JoinScreen.Joining) -> None:
        """Ask for a seat."""
        self._called = (event.name, event.team)
        self._desk.join(*self._called)

    def _tell_refusal(self) -> None:
        from simulator.tui.classroom.learner.join import JoinScreen

        join = self._open_screen(JoinScreen)
        if join is None:
            self._ask_for_name()
        else:
            join.refuse(self._refusal)
        self._refusal = ""

    def on_not_joined(self, event: NotJoined) -> None:
        """Say why, where it can be tried again."""
        self._refusal = event.sentence
        self._follow()

    def on_joined(self) -> None:
        """Be where the class is; signs that were given before hold still."""
        world = self._desk.world
        if world is not None:
            self._standing, self._care = world.standing, world.care
            self._home.know(world.standing)
        self._refusal, self._hung_up = "", None
        self.call_later(self.clear_notifications)  # also of one that is still on its way
        if self._stepped_out is not None:
            self._desk.sign("step_out")
        if self._needs_help:
            self._desk.sign("need_help")
        self._follow()

    @property
    def _joined(self) -> bool:
        """Whether there is a seat."""
        return self._class_desk is not None and self._class_desk.seat is not None

    # A line that breaks, or is closed

    def on_line_broken(self, event: LineBroken) -> None:
        """Say so above everything, and leave everything as it is."""
        self.notify(event.sentence, severity="warning", timeout=AS_LONG, markup=False)

    def on_hung_up(self, event: HungUp) -> None:
        """Say why on the last screen."""
        self._hung_up = event
        self.call_later(self.clear_notifications)
        self._follow()

    def on_farewell_join_again(self) -> None:
        """Ask for the seat once more."""
        self._desk.join(*self._called)

    # Signs to the facilitator alone

    @property
    def _stepped_out(self) -> SteppedOut | None:
        if self._at_home:
            return None
        from simulator.tui.classroom.learner.stepped_out import SteppedOut

        return self._open_screen(SteppedOut)

    def action_leave(self) -> None:
        """Step out; everything stays where it is beneath."""
        from simulator.tui.classroom.learner.stepped_out import SteppedOut
        from simulator.tui.screens.pause import PauseScreen

        if isinstance(self.screen, PauseScreen):
            self.pop_screen()
        self._desk.sign("step_out")
        self.push_screen(SteppedOut(self._standing))

    def on_case_screen_leaving(self) -> None:
        """The case stays as well."""
        self.action_leave()

    def on_stepped_out_came_back(self) -> None:
        """Be where the class is by now."""
        if self._stepped_out is not None:
            self._desk.sign("come_back")
            self._go_back_to(self._stepped_out)
            self.pop_screen()

    def action_need_help(self) -> None:
        """Tell the facilitator that help is wanted, or no more."""
        self._desk.sign("need_no_help" if self._needs_help else "need_help")

    def on_signed(self, event: Signed) -> None:
        """Say that the facilitator knows, where somebody asked for help."""
        from simulator.tui.classroom.learner.words import HELP_SIGNS

        said = HELP_SIGNS.get(event.sign)
        if said is not None and self._needs_help != (event.sign == "need_help"):
            self._needs_help = event.sign == "need_help"
            self.notify(said, timeout=SHORTLY, markup=False)
            self._follow()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Signs need a seat; a case cannot be skipped in a class."""
        if action == "skip":
            return False
        if action not in SIGNS:
            return super().check_action(action, parameters)
        there = self._joined and self._hung_up is None
        return there and self._allowed(action) and (action != "leave" or self._stepped_out is None)

    def _ways_out(self) -> Sequence[str]:
        leave = self._key_of("app.leave", "ctrl+l")
        return [
            f"{leave} steps out, from anywhere: the facilitator alone knows, and nothing of it is recorded. Enter "
            "comes back, whenever you like.",
            f"{self._key_of('app.quit', 'ctrl+q')} closes the program. Your seat and your answers are kept; join again "
            "to come back to them.",
        ]
