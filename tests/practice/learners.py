"""Learners whose memory is known, to hold a schedule against: no formula of FSRS is in them.

What is remembered of a rule fades exponentially, or by a power of time, from its last review on. A review that comes
when it has begun to fade makes it last longer, the more so the further it had faded; one at which it was gone
throws it back, and it is learnt anew from the debrief. Who does not know may still guess right. How fast all that
goes differs from learner to learner, and from rule to rule.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import exp
from random import Random
from typing import TYPE_CHECKING, Literal

from simulator.practice.due import due_rules
from simulator.practice.memory import Memory
from simulator.practice.syllabus import SubjectMatter, Syllabus
from tests.practice.made import after, judged, played

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

DAYS = 180
GOAL = 0.9


@dataclass
class Trace:
    """What one learner remembers of one rule: `lasts` is in days."""

    lasts: float
    power: float | None
    grows: float
    thrown_back: float
    first: float
    reviewed: float = 0.0

    def known(self, day: float) -> float:
        """How likely it is known, from 0 to 1."""
        age = max(0.0, day - self.reviewed)
        if self.power is None:
            return exp(-age / self.lasts)
        left: float = (1.0 + age / (self.power * self.lasts)) ** -self.power
        return left

    def review(self, day: float, *, knew: bool) -> None:
        """It comes up, and what is right is told in the debrief."""
        faded = 1.0 - self.known(day)
        self.lasts = (
            self.lasts * (1.0 + self.grows * faded)
            if knew
            else max(self.first, self.lasts * self.thrown_back)
        )
        self.reviewed = day


class Learner:
    """One learner, drawn from a seed: everything is learnt on day 0.

    `slowness` divides what a review gains: at 1 it is what reviews gain most people, to whose records FSRS was fitted.
    """

    def __init__(self, seed: int, rules: int, slowness: float = 1.0) -> None:
        self._random = Random(seed)
        draw = self._random
        power = draw.choice([None, draw.uniform(0.5, 2.0)])
        lasting, grows = draw.uniform(12.0, 40.0), draw.uniform(10.0, 30.0) / slowness
        self.guesses = draw.uniform(0.0, 0.3)
        self.says = draw.random() < 0.7
        self.traces = {f"rule.{number}": self._trace(power, lasting, grows) for number in range(rules)}
        self.reviews = 0

    def _trace(self, power: float | None, lasting: float, grows: float) -> Trace:
        draw = self._random
        lasts = lasting * draw.lognormvariate(0.0, 0.5)
        return Trace(lasts, power, grows * draw.lognormvariate(0.0, 0.2), draw.uniform(0.2, 0.5), lasts)

    def answer(self, rule: str, day: float) -> tuple[bool, int | None]:
        """Whether the answer to a rule is right, and how sure the learner was; it is learnt anew then."""
        trace = self.traces[rule]
        known = trace.known(day)
        knew = self._random.random() < known
        right = knew or self._random.random() < self.guesses
        trace.review(day, knew=knew)
        self.reviews += 1
        return right, self._sureness(known, knew=knew) if self.says else None

    def _sureness(self, known: float, *, knew: bool) -> int:
        felt = known + self._random.gauss(0.0, 0.15) - 0.3 * (not knew)
        return 3 if felt > 0.95 else 2 if felt > 0.6 else 1

    def retention(self, day: float) -> float:
        """The mean over all rules: what is known of them in truth."""
        return sum(trace.known(day) for trace in self.traces.values()) / len(self.traces)


@dataclass(frozen=True)
class Held:
    """How a learner fared: the reviews after day 0, and the mean of what was known over all days."""

    reviews: int
    retention: float


def syllabus_of(learner: Learner) -> Syllabus:
    """The rules of a made-up learner."""
    rules = {rule: SubjectMatter(rule, rule, rule, rule, (), (), False, ()) for rule in learner.traces}
    return Syllabus(rules, {}, {}, (), (), ())


def by_our_schedule(learner: Learner) -> Held:
    """Every day everything is reviewed that is due by then."""
    syllabus = syllabus_of(learner)
    memory = Memory().after(played(*(judged(rule) for rule in learner.traces)))

    def due(day: int) -> Iterable[str]:
        return [one.rule for one in due_rules(memory, syllabus, after(day))]

    def answered(rule: str, day: int, right: bool, sureness: int | None) -> None:
        nonlocal memory
        mark: Literal["right", "mistake"] = "right" if right else "mistake"
        memory = memory.after(played(judged(rule, mark=mark, sureness=sureness), day=day))

    return _held(learner, due, answered)


def every(learner: Learner, interval: int) -> Held:
    """Every rule is reviewed every so many days, a part of them each day."""
    places = {rule: number % interval for number, rule in enumerate(learner.traces)}

    def due(day: int) -> Iterable[str]:
        return [rule for rule, place in places.items() if (day - place) % interval == 0]

    return _held(learner, due, lambda *_: None)


def _held(
    learner: Learner,
    due: Callable[[int], Iterable[str]],
    answered: Callable[[str, int, bool, int | None], None],
) -> Held:
    told = []
    for day in range(1, DAYS + 1):
        told.append(learner.retention(day))
        for rule in due(day):
            right, sureness = learner.answer(rule, day)
            answered(rule, day, right, sureness)
    return Held(learner.reviews, sum(told) / len(told))


def longest_that_holds(make: Callable[[], Learner], longest: int = 60) -> tuple[int, Held]:
    """The longest fixed interval by which a learner holds the goal, found by looking back, and how that went.

    Nobody could have known it beforehand: it is the best that a fixed interval can do.
    """
    for interval in range(longest, 1, -1):
        held = every(make(), interval)
        if held.retention >= GOAL:
            return interval, held
    return 1, every(make(), 1)
