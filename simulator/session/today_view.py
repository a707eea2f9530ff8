"""What a learner is told of what to practise: plain frozen data, every text already cleaned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

WhyDue = Literal["confident_error", "error", "fading", "new"]
"""`confident_error`: wrong the last time, and sure of it; `fading`: known, and about to be forgotten."""


@dataclass(frozen=True, slots=True)
class DueView:
    """One rule of the guidance that is due."""

    rule: str
    title: str
    """The question that the rule decides; what is called for is for the learner to find."""
    why_due: WhyDue
    why: str
    """A sentence to the learner."""
    retention: float | None
    """How likely it is known now, from 0 to 1; None of a new one, and where its reviews are too few to say."""


@dataclass(frozen=True, slots=True)
class PlannedView:
    """One case of a plan: made for a rule that is due."""

    rule: str
    title: str
    why: str
    minutes: float
    """About how long it takes this learner."""
    shortened: bool
    """Whether questions that are not due are left out, so that it fits in."""


@dataclass(frozen=True, slots=True)
class TestOfferView:
    """The next of the three tests, before practice, after it, and later."""

    stage: Literal["before", "after", "delayed"]
    cases: int
    done: int
    """Cases of it that are finished."""
    from_when: str | None
    """The day, in ISO 8601, from which it makes sense; None for now."""
    why: str
    said: str = ""
    """How long it is, and how far it has got, in whole sentences."""
    begun: bool = False
    """Whether it is begun and not finished."""


@dataclass(frozen=True, slots=True)
class DrillOfferView:
    """The next case of a drill: a drill is two cases, and the second comes after another case."""

    said: str
    """How long it is, and how far it has got, in whole sentences."""
    begun: bool
    """Whether the second case of one is still to come."""


@dataclass(frozen=True, slots=True)
class TodayView:
    """What to practise today, and why."""

    said: str
    """All of it in a sentence."""
    due: tuple[DueView, ...]
    """All that is due, the most urgent first."""
    plan: tuple[PlannedView, ...]
    """Cases for the minutes that were asked for, in the order in which they are to be played."""
    minutes: int
    retention: float | None
    """The mean over everything that was learnt; None before anything was."""
    goal: float
    next_due: str | None
    """The day on which the next rule comes due where none is now; None where nothing was learnt yet."""
    test: TestOfferView | None = None
    drill: DrillOfferView | None = None
    reviews: int = 0
    """Reviews of rules on which `retention` rests."""
