"""A record that an earlier version of the program kept means the same ever after.

Events say what was done and not all that came of it: where folding them changes its meaning, sessions that were kept
no longer fold, and reports no longer come out as they were. Then `class-event/1` needs another number; this file stays.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from simulator.classroom.class_events import KINDS
from simulator.classroom.core import Classroom
from simulator.classroom.findings.finding import findings_of
from tests.classroom.lending import Lending

if TYPE_CHECKING:
    from simulator.classroom.state import At, Course

KEPT = json.loads(Path(__file__).with_name("kept").joinpath("class-event-1.json").read_text(encoding="utf-8"))


def before(kind: str) -> Course:
    """The case as it was before the first event of a kind."""
    number = next(number for number, event in enumerate(KEPT) if event["kind"] == kind)
    course = Classroom(Lending()).after(KEPT[:number]).state.course
    assert course is not None
    return course


def voted(at: At) -> list[dict[str, tuple[str, ...]]]:
    """What each seat chose in each vote, about the first subject."""
    return [
        {seat: next(iter(vote.values())).chosen for seat, vote in votes.items()}
        for votes in before("case_ended").poll(at).rounds
    ]


def test_the_record_has_every_kind_of_event() -> None:
    assert {event["kind"] for event in KEPT} == set(KINDS)


def test_every_vote_is_still_there() -> None:
    assert voted(("found", "look")) == [
        {"s1": ("guess",), "s2": ("log", "ask"), "s3": ("guess",), "s4": ("ask",)},
        {"s1": ("log", "ask")},
    ]
    assert voted(("found", "worth")) == [{"s2": ("low",)}]
    assert voted(("closed", "close")) == [{"s5": ("return",), "s1": ("sell",)}]


def test_every_question_stands_as_it_stood() -> None:
    course = before("case_ended")
    assert {at[1]: (poll.standing, poll.shown) for at, poll in course.polls.items()} == {
        "look": ("closed", False),
        "worth": ("closed", False),
        "store": ("skipped", False),
        "close": ("told", True),
    }
    assert (course.prompts, course.injected, len(course.settled)) == (("Why?",), ("It rains.",), 1)


def test_its_report_can_still_be_made() -> None:
    found = findings_of(Lending(), KEPT)
    assert [(course.number, course.pace, course.ended) for course in found.courses] == [
        (1, "class", True),
        (2, "own", True),
    ]
    assert (found.over, found.people, found.seats) == (True, 6, 5)
