"""Where a class is of different opinions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.class_view import SplitView
from simulator.classroom.showing.polls import counted
from simulator.errors.text import clean

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import At, Course

MOST = 5
"""Decisions that are offered for discussion at once."""
WORTH_IT = 0.6
"""How split a class has to be for a decision to be offered: between two options, about one in five thinks otherwise."""


def split_of(counts: Sequence[int], voted: int, *, several: bool) -> float:
    """From 0, all of one opinion, to 1, evenly parted.

    Of one option each it is the chance that two voters differ (Gini and Simpson's index), as a share of the greatest
    that so many voters and options allow. Of several options it is that of the one on which opinions differ most.
    """
    if voted < 2:
        return 0.0
    if several:
        return max((_differ((count, voted - count), voted) for count in counts), default=0.0)
    return _differ(counts, voted)


def _differ(counts: Sequence[int], voted: int) -> float:
    ways = min(len(counts), voted)
    if ways < 2:
        return 0.0
    same = sum((count / voted) ** 2 for count in counts)
    whole, rest = divmod(voted, ways)
    least = (rest * (whole + 1) ** 2 + (ways - rest) * whole**2) / voted**2
    return (1 - same) / (1 - least)


def splits(guide: ClassGuide, course: Course, at: At) -> Iterator[SplitView]:
    """How split the class is on each subject of a question, by the last vote of each seat."""
    asked = guide.asked(at[1])
    votes = course.poll(at).votes
    for subject, key in course.key[at].items():
        counts = counted(asked, votes, subject)
        yield SplitView(
            phase=at[0],
            question=at[1],
            subject=subject,
            title=clean(asked.title),
            label=key.label,
            paragraph=clean(key.citations[0].paragraph) if key.citations else "",
            split=round(split_of(counts, len(votes), several=asked.several), 3),
        )


def to_discuss(guide: ClassGuide, course: Course) -> tuple[SplitView, ...]:
    """The decisions on which opinions differ most, the most disputed first.

    As long as the case goes on, those of which the class has been told are not among them.
    """
    worth = {"open", "closed", *(["told"] if course.ended else [])}
    voted = [at for at, poll in course.polls.items() if poll.votes and poll.standing in worth]
    found = [one for at in voted for one in splits(guide, course, at) if one.split >= WORTH_IT]
    return tuple(sorted(found, key=lambda one: -one.split)[:MOST])
