"""What the console says over the line, and who waits for the answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, TypeAlias

from simulator.classroom.messages import Ask, Conducted, Done, Refused, Told
from simulator.tui.classroom.console.orders import wired

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.classroom.line import Line
    from simulator.tui.classroom.console.orders import Order

Sought: TypeAlias = Literal["packs", "key", "made", "report"]
Answer: TypeAlias = Done | Refused | Told


class Talk:
    """Numbers what is said, and hands each answer to whom it is for."""

    def __init__(self, line: Line) -> None:
        self._line = line
        self._waiting: dict[int, Callable[[Answer], object]] = {}
        self._sought: dict[int, tuple[Sought, tuple[str, ...]]] = {}

    def order(self, order: Order, then: Callable[[Answer], object]) -> None:
        """Have `order` carried out."""
        number = self._line.number()
        self._waiting[number] = then
        self._line.say(Conducted(number, wired(order)))

    def ask(self, what: Sought, of: tuple[str, ...], then: Callable[[Answer], object]) -> None:
        """Look something up; what is being looked up already is not asked for twice."""
        if (what, of) in self._sought.values():
            return
        number = self._line.number()
        self._waiting[number], self._sought[number] = then, (what, of)
        self._line.say(Ask(number, what, of))

    def hear(self, answer: Answer) -> None:
        """Hand an answer on; one that nobody waits for is none."""
        self._sought.pop(answer.id, None)
        then = self._waiting.pop(answer.id, None)
        if then is not None:
            then(answer)
