"""How the class voted on a question, and what the guidance says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.classroom.poll_view import (
    FEWEST,
    PollView,
    RoundView,
    SubjectVerdictView,
    VerdictView,
    VotesView,
)
from simulator.errors.text import clean
from simulator.session.view import OptionView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.classroom.guide import ClassGuide
    from simulator.classroom.state import At, Course, Vote
    from simulator.session.guide import Asked
    from simulator.session.key_view import KeyDecisionView


def poll_view(guide: ClassGuide, course: Course, at: At, *, private: bool = False) -> PollView:
    """Every vote on a question; of fewer than `FEWEST` no distribution, unless it is `private`."""
    asked = guide.asked(at[1])
    subjects = course.key[at]
    return PollView(
        phase=at[0],
        question=at[1],
        title=clean(asked.title),
        asks=clean(asked.asks),
        several=asked.several,
        options=tuple(OptionView(option, clean(label)) for option, label in asked.options.items()),
        rounds=tuple(
            _round(asked, number, votes, subjects, private=private)
            for number, votes in enumerate(course.poll(at).rounds, start=1)
        ),
    )


def _round(
    asked: Asked,
    number: int,
    votes: Mapping[str, Vote],
    subjects: Mapping[str, KeyDecisionView],
    *,
    private: bool,
) -> RoundView:
    told = private or len(votes) >= FEWEST
    return RoundView(
        number,
        len(votes),
        tuple(
            VotesView(subject, key.label, tuple(counted(asked, votes, subject)))
            for subject, key in subjects.items()
        )
        if told
        else (),
    )


def counted(asked: Asked, votes: Mapping[str, Vote], subject: str) -> list[int]:
    """How often each option was voted for about a subject, in their order."""
    chosen = [vote[subject].chosen for vote in votes.values() if subject in vote]
    return [sum(option in each for each in chosen) for option in asked.options]


def verdict_view(guide: ClassGuide, course: Course, at: At) -> VerdictView:
    """What the guidance says of a question, with the paragraphs that it cites."""
    key = course.key[at]
    cited = {citation.paragraph for one in key.values() for citation in one.citations}
    return VerdictView(
        phase=at[0],
        question=at[1],
        title=clean(guide.asked(at[1]).title),
        subjects=tuple(
            SubjectVerdictView(one.subject, one.label, one.options, one.silence, one.citations)
            for one in key.values()
        ),
        paragraphs=tuple(whole for key, whole in guide.paragraphs.items() if key in cited),
    )
