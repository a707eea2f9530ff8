"""What the console has carried out or looked up, one thing after the other, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from simulator.classroom.messages import Refused
from simulator.tui.classroom.console.orders import BeginWritten, done, place_of
from simulator.tui.classroom.console.screen import ConsoleScreen
from simulator.tui.classroom.console.several import Several
from simulator.tui.classroom.console.steps import Steps
from simulator.tui.classroom.console.talk import Talk
from simulator.tui.journeys.journey import Journey

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Sequence

    from simulator.classroom.conduct import Settle
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

    def _may_begin(self) -> bool:
        """Whether something can be carried out now; where it cannot, it is said why."""
        if not self._may_say():
            return False
        if self.known is not None and self.known.under_way is not None:
            self._say(ONE_AT_A_TIME)
            return False
        return True

    def want(self, order: Order, then: Callable[[], object] | None = None) -> None:
        """Have `order` carried out, one after the other; `then` is called once it is."""
        known = self.known
        if known is None or not self._may_begin():
            return
        known.under_way = order
        self._talk.order(order, lambda answer: self._answered(order, answer, then))
        if isinstance(order, BeginWritten):
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

    def settle(self, orders: Sequence[Settle], place: Hashable) -> None:
        """Have departures settled, one after the other; the reason was written at `place`."""
        known = self.known
        if known is None or not self._may_begin():
            return
        known.under_way = orders[0]
        names = {each.seat: each.name for each in known.console.departures}
        several = Several(orders, self._talk, names, lambda: self._settled(several, place))
        several.go_on()

    def _settled(self, several: Several, place: Hashable) -> None:
        assert self.known is not None
        if several.ended:
            self.known.under_way = None
            if not several.trouble:
                self.known.drafts.drop(place)
        self._say(several.told, trouble=several.trouble)

    def _ask(self, what: Sought, then: Callable[[Answer], object]) -> None:
        if self._may_say():
            self._talk.ask(what, (), then)
