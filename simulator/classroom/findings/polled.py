"""What every seat voted in each decision of a case, marked."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from simulator.classroom.findings.marking import is_reasoned, mark_of_choice
from simulator.classroom.poll_view import FEWEST
from simulator.classroom.showing.departures import last_departure
from simulator.session.state import NOTHING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from simulator.classroom.state import At, Course, Vote
    from simulator.session.guide import Guide
    from simulator.session.key_view import KeyDecisionView
    from simulator.session.state import Given
    from simulator.session.summary_view import Mark


@dataclass(frozen=True, slots=True)
class Decision:
    """One decision of a case, and what the guidance says of it."""

    at: At
    key: KeyDecisionView
    several: bool

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """Those behind what is called for, the most telling first."""
        return tuple(dict.fromkeys(citation.paragraph for citation in self.key.citations))


@dataclass(frozen=True, slots=True)
class Cast:
    """What a seat said of a decision when it voted, and how it went; it chose something."""

    seat: str
    given: Given
    mark: Mark
    departs: bool = False
    """It is a mistake only in that it departs without a reason that names a paragraph, and was not accepted."""


Ballot = tuple[Cast, ...]
"""What some seats voted in one decision, no seat twice."""


@dataclass(frozen=True, slots=True)
class Polled:
    """A decision and the votes on it; `rounds` are those in which anybody voted, `last` the last of each seat."""

    decision: Decision
    counts: bool
    """Whether it counts in any sum; of a skipped question no decision does."""
    rounds: tuple[Ballot, ...]
    last: Ballot

    @property
    def first(self) -> Ballot:
        """The first vote of the class; a seat that came later has no part in it."""
        return self.rounds[0] if self.rounds else ()

    @property
    def again(self) -> int:
        """How many seats voted after the first vote."""
        return len({cast.seat for ballot in self.rounds[1:] for cast in ballot})

    @property
    def told_first(self) -> Ballot:
        """The first vote as far as sums may tell of it: nothing of fewer than `FEWEST` seats."""
        return self.first if self.counts and len(self.first) >= FEWEST else ()

    @property
    def told_again(self) -> bool:
        """Whether sums may tell of what was voted after the first vote: of the difference, too."""
        return self.counts and self.again >= FEWEST

    @property
    def told_last(self) -> Ballot:
        """The last vote as far as sums may tell of it; where but a few voted again, the first one."""
        return self.last if self.told_again else self.told_first


def polled(guide: Guide, course: Course) -> tuple[Polled, ...]:
    """Every decision of a case, in the order in which they are asked."""
    return tuple(_polled(course, each) for at in course.questions for each in _decisions(guide, course, at))


def last_ballots(guide: Guide, course: Course) -> Iterator[tuple[Decision, Ballot]]:
    """Every decision that counts in sums, with the last vote of each seat."""
    for at in course.questions:
        poll = course.poll(at)
        if poll.standing != "skipped":
            votes = poll.votes
            yield from ((each, _ballot(course, each, votes)) for each in _decisions(guide, course, at))


def cast_by(guide: Guide, course: Course, seat: str) -> Iterator[tuple[Decision, Cast]]:
    """The last vote of one seat in every decision that counts and in which it chose something."""
    for at in course.questions:
        poll = course.poll(at)
        vote = next((votes[seat] for votes in reversed(poll.rounds) if seat in votes), None)
        if vote is not None and poll.standing != "skipped":
            for each in _decisions(guide, course, at):
                yield from ((each, cast) for cast in _ballot(course, each, {seat: vote}))


def _decisions(guide: Guide, course: Course, at: At) -> Iterator[Decision]:
    several = guide.asked(at[1]).several
    return (Decision(at, key, several) for key in course.key[at].values())


def _polled(course: Course, decision: Decision) -> Polled:
    poll = course.poll(decision.at)
    return Polled(
        decision=decision,
        counts=poll.standing != "skipped",
        rounds=tuple(_ballot(course, decision, votes) for votes in poll.rounds if votes),
        last=_ballot(course, decision, poll.votes),
    )


def _ballot(course: Course, decision: Decision, votes: Mapping[str, Vote]) -> Ballot:
    """The votes marked; those alike are marked once, for a class is large and its console is shown often."""
    known: dict[tuple[tuple[str, ...], bool], tuple[Mark | None, bool]] = {}
    casts = []
    for seat, vote in votes.items():
        given = vote.get(decision.key.subject, NOTHING)
        alike = given.chosen, is_reasoned(given) or _accepted(course, decision, seat, given)
        if alike not in known:
            known[alike] = _marked(decision, *alike)
        mark, departs = known[alike]
        if mark is not None:
            casts.append(Cast(seat, given, mark, departs))
    return tuple(casts)


def _marked(decision: Decision, chosen: tuple[str, ...], excused: bool) -> tuple[Mark | None, bool]:
    """The mark of a choice, and whether it is a mistake only as a departure that is not `excused`."""
    either = [
        mark_of_choice(decision.key, chosen, several=decision.several, excused=each)
        for each in (excused, True)
    ]
    return either[0], either[0] == "mistake" != either[1]


def _accepted(course: Course, decision: Decision, seat: str, given: Given) -> bool:
    """Whether the facilitator accepted the departure: the last one that the seat voted for, or another vote for it."""
    if not course.settled:
        return False
    settled = course.settled.get((seat, *decision.at, decision.key.subject))
    if settled is None or not settled.accepted:
        return False
    found = last_departure(course, decision.at, seat, decision.key)
    return found is not None and given.chosen == found[1].chosen
