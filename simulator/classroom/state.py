"""The state of a class: what its events add up to."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.classroom.conduct import Pace
    from simulator.classroom.poll_view import Standing
    from simulator.session.core import Session
    from simulator.session.key_view import KeyDecisionView
    from simulator.session.plan import Plan
    from simulator.session.state import Given

At: TypeAlias = tuple[str, str]
"""A question of a case: its phase and its name."""

Vote: TypeAlias = "Mapping[str, Given]"
"""What a seat said of a question when it voted, by subject."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the class; `fingerprint` tells the token that brings them back."""

    person: str
    name: str
    seat: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Seat:
    """What votes: one person, or the `people` of a team."""

    seat: str
    name: str
    team: str
    people: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Poll:
    """What became of one question: `rounds` hold the vote of each seat, by seat."""

    rounds: tuple[Mapping[str, Vote], ...] = ()
    standing: Standing = "ahead"
    shown: bool = False

    @property
    def votes(self) -> Mapping[str, Vote]:
        """The last vote of each seat."""
        return {seat: vote for votes in self.rounds for seat, vote in votes.items()}

    def voting(self, seat: str, vote: Vote) -> Poll:
        """With the vote of a seat in the last round."""
        *before, last = self.rounds or ({},)
        return replace(self, rounds=(*before, {**last, seat: vote}))


NO_POLL = Poll()


@dataclass(frozen=True, slots=True)
class Settled:
    """How a departure was settled."""

    accepted: bool
    reason: str


Departure: TypeAlias = tuple[str, str, str, str]
"""A seat, a phase, a question and a subject."""


Taken: TypeAlias = Literal["revealed", "opened", "closed", "again", "shown", "hidden", "told", "skipped"]
"""What became of a phase, or of a question."""


@dataclass(frozen=True, slots=True)
class Stood:
    """How a question stood: `rounds` is how often it had been opened for a vote."""

    standing: Standing = "ahead"
    shown: bool = False
    rounds: int = 0


@dataclass(frozen=True, slots=True)
class Step:
    """A step of the conduct that can be taken back: what it did to which question, and how things stood before it.

    Of a phase that was revealed `at` names no question.
    """

    what: Taken
    at: At
    come: int
    current: At | None
    polls: Mapping[At, Stood]


@dataclass(frozen=True, slots=True)
class Course:
    """One case of a class, from its beginning on; `begun` is the session of a seat that has said nothing yet."""

    number: int
    case: Mapping[str, Any]
    pace: Pace
    plan: Plan
    key: Mapping[At, Mapping[str, KeyDecisionView]]
    """What the guidance says, by subject."""
    begun: Session
    sessions: Mapping[str, Session] = field(default_factory=dict)
    polls: Mapping[At, Poll] = field(default_factory=dict)
    agreed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """The people of a team who want its vote to count as it stands, by seat."""
    current: At | None = None
    come: int = 1
    """How many phases have come to light."""
    paused: str | None = None
    prompts: tuple[str, ...] = ()
    """What the class has discussed."""
    injected: tuple[str, ...] = ()
    settled: Mapping[Departure, Settled] = field(default_factory=dict)
    steps: tuple[Step, ...] = ()
    """Those of the conduct that can be taken back, the last one last."""
    ended: bool = False

    def poll(self, at: At | None) -> Poll:
        """What became of a question so far."""
        return self.polls.get(at, NO_POLL) if at is not None else NO_POLL

    @property
    def questions(self) -> tuple[At, ...]:
        """Every question of the case, in order; one that two phases ask is two."""
        return tuple(
            dict.fromkeys((step.phase, question) for step in self.plan.steps for question in step.asks)
        )

    def step_of(self, at: At) -> int:
        """The number of the step that asks a question, from 0; raises ValueError where none does."""
        for number, step in enumerate(self.plan.steps):
            if step.phase == at[0] and at[1] in step.asks:
                return number
        raise ValueError(at)

    def subjects(self, at: At) -> tuple[str, ...]:
        """The subjects of a question."""
        return self.plan.steps[self.step_of(at)].asks[at[1]]

    def with_poll(self, at: At, poll: Poll) -> Course:
        """With what became of a question."""
        return replace(self, polls={**self.polls, at: poll})


@dataclass(frozen=True, slots=True)
class RuleTally:
    """How the last votes on one decision went: `times` of `of` they were a mistake."""

    rule: str
    title: str
    """Of its question."""
    called_for: tuple[str, ...]
    """Labels of the options."""
    paragraph: str
    """The first of those behind what is called for; empty where there is none."""
    section: str
    times: int
    of: int


@dataclass(frozen=True, slots=True)
class PastCase:
    """What is still known of a case that another one followed; all else of it is in the events alone.

    `case` is its id, and `tallies` hold how its decisions went.
    """

    case: str
    tallies: tuple[RuleTally, ...]


@dataclass(frozen=True, slots=True)
class ClassState:
    """A class that has begun; `length` counts its events.

    `answered` are the numbers of the last messages of each person that did something.
    """

    class_: str
    title: str
    code: str
    projector: str
    people: Mapping[str, Person] = field(default_factory=dict)
    seats: Mapping[str, Seat] = field(default_factory=dict)
    past: tuple[PastCase, ...] = ()
    course: Course | None = None
    """The case that was begun last."""
    over: bool = False
    length: int = 0
    answered: Mapping[str, tuple[int, ...]] = field(default_factory=dict)

    @property
    def played(self) -> frozenset[str]:
        """The ids of all cases that were begun."""
        now = [self.course.case["id"]] if self.course is not None else []
        return frozenset([*(one.case for one in self.past), *now])

    def of_team(self, team: str) -> Seat | None:
        """The seat of a team, however its name is written."""
        wanted = team.casefold()
        return next((seat for seat in self.seats.values() if wanted and seat.team.casefold() == wanted), None)
