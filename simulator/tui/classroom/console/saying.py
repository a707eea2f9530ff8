"""What the console has carried out or looked up, one thing after the other, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.classroom.messages import Refused
from simulator.tui.classroom.console.orders import BeginMade, BeginWritten, done, place_of
from simulator.tui.classroom.console.screen import ConsoleScreen
from simulator.tui.classroom.console.steps import Steps
from simulator.tui.classroom.console.talk import Talk
from simulator.tui.journeys.journey import Journey

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.line import Line
    from simulator.tui.classroom.console.known import Known
    from simulator.tui.classroom.console.orders import Order
    from simulator.tui.classroom.console.talk import Answer, Sought

NOT_NOW = "The line to the hub is broken: nothing was done. It is tried again by itself."
MAKING_READY = "The case is being made ready…"
ONE_AT_A_TIME = "One moment: the last step is still being carried out."


class Saying(Journey):
    """Says nothing over a line that is broken."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self.known: Known | None = None
        self._talk = Talk(line)
        self._at_an_end = False
        self._said = ("", False)

    @property
    def _front(self) -> ConsoleScreen[Any] | None:
        """The screen of the class that is farthest in front."""
        found = (each for each in reversed(self.screen_stack) if isinstance(each, ConsoleScreen))
        return next(found, None)

    def _say(self, sentence: str, *, trouble: bool = False) -> None:
        self._said = sentence, trouble
        if self._front is not None:
            self._front.say(sentence, trouble=trouble)

    def _say_trouble(self, sentence: str) -> None:
        self._say(sentence, trouble=True)

    def _may_say(self) -> bool:
        """Whether there is a line; where there is none, it is said."""
        if self.known is not None and not self.known.lost and not self._at_an_end:
            return True
        self._say_trouble(NOT_NOW)
        return False

    def want(self, order: Order, then: Callable[[], object] | None = None) -> None:
        """Have `order` carried out, one after the other; `then` is called once it is."""
        known = self.known
        if known is None or not self._may_say():
            return
        if known.under_way is not None:
            self._say(ONE_AT_A_TIME)
            return
        known.under_way = order
        self._talk.order(order, lambda answer: self._answered(order, answer, then))
        if isinstance(order, BeginWritten | BeginMade):
            self._say(MAKING_READY)

    def _answered(self, order: Order, answer: Answer, then: Callable[[], object] | None) -> None:
        assert self.known is not None
        self.known.under_way = None
        for screen in self.screen_stack:
            if isinstance(screen, Steps):
                screen.answered(refused=isinstance(answer, Refused))
        if isinstance(answer, Refused):
            self._say_trouble(answer.sentence)
            return
        place = place_of(order)
        if place is not None:
            self.known.drafts.drop(place)
        self._say(done(order))
        if then is not None:
            then()

    def _ask(self, what: Sought, then: Callable[[Answer], object]) -> None:
        if self._may_say():
            self._talk.ask(what, (), then)
