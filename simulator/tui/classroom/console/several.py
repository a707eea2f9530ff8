"""Departures that are settled one after the other for one press of a key, and what is said of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.messages import Refused
from simulator.tui.classroom.console.orders import done

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from simulator.classroom.conduct import Settle
    from simulator.tui.classroom.console.talk import Answer, Talk

MOST = 3
"""Refusals that are told one by one."""


class Several:
    """Says the next of `orders` once the one before is answered; `heard` is called after each answer."""

    def __init__(
        self, orders: Sequence[Settle], talk: Talk, names: Mapping[str, str], heard: Callable[[], object]
    ) -> None:
        """`names` are those of the seats."""
        self._orders = orders
        self._talk = talk
        self._names = names
        self._heard = heard
        self._answered = 0
        self._refused: dict[Settle, str] = {}

    @property
    def ended(self) -> bool:
        """Whether every one is answered."""
        return self._answered == len(self._orders)

    @property
    def trouble(self) -> bool:
        """Whether one was refused."""
        return bool(self._refused)

    @property
    def told(self) -> str:
        """How many are settled so far, and what was refused."""
        if len(self._orders) == 1:
            return self._refused.get(self._orders[0], done(self._orders[0]))
        settled, of = self._answered - len(self._refused), len(self._orders)
        if not self.ended:
            return f"{settled} of {of} departures are settled…"
        how = "accepted" if self._orders[0].accepted else "settled as not accepted"
        if not self.trouble:
            return f"{of} departures are {how}."
        more = len(self._refused) - MOST
        refused = "; ".join(map(self._told, list(self._refused)[:MOST])) + (
            f"; and {more} more" if more > 0 else ""
        )
        return f"{settled} of {of} departures are {how}. Refused: {refused}"

    def _told(self, order: Settle) -> str:
        return f"{self._names.get(order.seat, order.seat)} – {self._refused[order]}"

    def go_on(self) -> None:
        """Say the next one."""
        self._talk.order(self._orders[self._answered], self._hear)

    def _hear(self, answer: Answer) -> None:
        if isinstance(answer, Refused):
            self._refused[self._orders[self._answered]] = answer.sentence
        self._answered += 1
        self._heard()
        if not self.ended:
            self.go_on()
