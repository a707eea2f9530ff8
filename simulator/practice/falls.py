"""Clocks that went back by more than a day: what was pulled back in time, and how it is righted again.

At that moment nobody can tell whether the clock was ahead until then or is behind from now on. It is taken for right,
so that one that was ahead freezes nothing; what it said before is kept. Where it leaps back to where it had been,
it was behind in between, and no time passed there. Where it gets there step by step, it was right.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from simulator.practice.moments import ASTRAY, plausible, within

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from simulator.practice.cards import Card
    from simulator.practice.known import Error, Known

MOST = 2
"""Falls that are kept, the last ones."""


@dataclass(frozen=True, slots=True)
class Fall:
    """From which latest moment the clock fell, and to which, in UTC; `known` is what was known then, by rule."""

    latest: datetime
    to: datetime
    known: Mapping[str, Known]

    def is_over(self, now: datetime) -> bool:
        """Whether the clock is back where it fell from."""
        return now >= self.latest - ASTRAY

    def is_undone(self, now: datetime, before: datetime) -> bool:
        """Whether it leapt there, from the latest moment `before`: a clock that was behind makes good all of it."""
        return self.is_over(now) and now - before >= self.latest - self.to - ASTRAY


def pulled(known: Mapping[str, Known], to: datetime) -> dict[str, Known]:
    """What is known after a fall: nothing was reviewed later than the clock says."""
    return {rule: _reviewed_by(one, to) for rule, one in known.items()}


def undone(fall: Fall, known: Mapping[str, Known]) -> dict[str, Known]:
    """What is known once a fall is undone: what was reviewed since was so at the moment from which the clock fell."""
    return {rule: _undone(one, fall.known.get(rule), fall.latest) for rule, one in known.items()}


def leapt_over(falls: tuple[Fall, ...], now: datetime, latest: datetime) -> int:
    """How many of the falls, counted from the last, a clock undoes that says `now`; the first is the oldest."""
    at = within(now)
    found = [number for number, one in enumerate(falls) if plausible(at) and one.is_undone(at, latest)]
    return len(falls) - found[0] if found else 0


def _undone(one: Known, before: Known | None, at: datetime) -> Known:
    if before is None:
        return replace(one, card=_card_at(one.card, at), error=_error_at(one.error, at))
    if before.reviews == one.reviews:
        return before
    wrong_since = one.reviews - one.right > before.reviews - before.right
    error = _error_at(one.error, at) if wrong_since else before.error
    return replace(one, card=_card_at(one.card, at), error=error)


def _reviewed_by(known: Known, at: datetime) -> Known:
    """What was reviewed after `at` was reviewed then, and comes due as many days later as before."""
    card, error = known.card, known.error
    return replace(
        known,
        card=_card_at(card, at) if card.reviewed > at else card,
        error=_error_at(error, at) if error is not None and error.at > at else error,
    )


def _card_at(card: Card, at: datetime) -> Card:
    return replace(card, reviewed=at, due=at + (card.due - card.reviewed))


def _error_at(error: Error | None, at: datetime) -> Error | None:
    return replace(error, at=at) if error is not None else None
