"""What holds of the findings of every class: it adds up, names nobody, and tells of no few."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.classroom.core import Classroom
from simulator.classroom.findings.finding import findings_of
from simulator.classroom.poll_view import FEWEST

from .held import Voice, guide, held, voices

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.classroom.findings.findings import ClassFindings, SubjectFindings
    from simulator.classroom.state import ClassState

CLASSES = {"seed": st.integers(1, 8), "many": st.integers(2, 9), "away": st.sampled_from([0.0, 0.1, 0.4])}
LAW = settings(max_examples=20, deadline=None)


def subjects(findings: ClassFindings) -> Iterator[tuple[tuple[str, str], bool, SubjectFindings]]:
    for course in findings.courses:
        for question in course.questions:
            for subject in question.subjects:
                yield (question.phase, question.question), question.several, subject


def without_names(findings: ClassFindings) -> ClassFindings:
    """All but what is for the facilitator alone."""
    courses = tuple(replace(course, departures=()) for course in findings.courses)
    return replace(findings, courses=courses, learners=())


@LAW
@given(**CLASSES)
def test_the_counts_add_up_to_those_who_voted(seed: int, many: int, away: float) -> None:
    class_ = held(seed, voices(many), most=2, away=away)
    for at, several, subject in subjects(class_.findings):
        rounds = [votes for votes in class_.course.poll(at).rounds if votes]
        assert subject.voted == tuple(map(len, rounds))
        for number, votes in enumerate(rounds):
            counted = sum(option.votes[number] for option in subject.options)
            assert counted == sum(len(vote[subject.subject].chosen) for vote in votes.values())
            assert several or counted == len(votes)
            assert all(option.votes[number] <= len(votes) for option in subject.options)
        changed = subject.changed
        assert changed.again <= min(subject.voted[1:], default=0)
        assert changed.towards + changed.away + changed.otherwise <= changed.again
        assert min(changed.towards, changed.away, changed.otherwise) >= 0


@LAW
@given(**CLASSES)
def test_the_sums_are_those_of_the_decisions(seed: int, many: int, away: float) -> None:
    findings = held(seed, voices(many), most=2, away=away).findings
    for course in findings.courses:
        for which in ("first", "last"):
            each = [getattr(one, which) for question in course.questions for one in question.subjects]
            of_questions = [getattr(question, which) for question in course.questions]
            whole = getattr(course.sums, which)
            for field in ("decisions", "right", "mistakes"):
                assert getattr(whole, field) == sum(getattr(one, field) for one in each)
                assert getattr(whole, field) == sum(getattr(one, field) for one in of_questions)
            assert whole.right + whole.mistakes <= whole.decisions
    for sums in (findings.sums, *(course.sums for course in findings.courses)):
        for level in sums.calibration:
            assert level.last.right <= level.last.decisions <= sums.last.decisions
        for row in sums.paragraphs:
            assert row.stayed <= row.again <= row.split <= row.decisions
            assert row.decisions or row.relied_on


@LAW
@given(**CLASSES)
def test_no_sum_tells_of_fewer_than_five(seed: int, many: int, away: float) -> None:
    class_ = held(seed, voices(many), most=2, away=away)
    for at, _, subject in subjects(class_.findings):
        rounds = [votes for votes in class_.course.poll(at).rounds if votes]
        skipped = class_.course.poll(at).standing == "skipped"
        again = {seat for votes in rounds[1:] for seat in votes}
        first = len(rounds[0]) if rounds and len(rounds[0]) >= FEWEST and not skipped else 0
        last = len({*rounds[0], *again}) if len(again) >= FEWEST and not skipped else first
        assert (subject.first.decisions, subject.last.decisions) == (first, last)
    if many < FEWEST:
        sums = class_.findings.sums
        assert not sums.paragraphs
        assert not sums.last.decisions
        assert not any(level.last.decisions for level in sums.calibration)
        assert sums.settled == replace(sums.settled, accepted=0, refused=0, waiting=0)


@LAW
@given(order=st.permutations(range(7)), **{**CLASSES, "many": st.just(7)})
def test_the_findings_depend_neither_on_names_nor_on_who_came_first(
    order: list[int], seed: int, many: int, away: float
) -> None:
    seats = voices(many)
    renamed = [Voice(seats[place].number, f"Zebulon Okonjo {place}") for place in order]
    # Nobody settles a departure: whoever does begins with those of the seat that came first.
    one, other = (held(seed, each, most=2, away=away, settling=False) for each in (seats, renamed))
    assert without_names(other.findings) == without_names(one.findings)
    assert "Zebulon" not in repr(without_names(other.findings))
    assert "Zebulon" in repr(other.findings)


@LAW
@given(**CLASSES)
def test_events_that_were_kept_as_json_give_the_same_findings(seed: int, many: int, away: float) -> None:
    class_ = held(seed, voices(many), most=2, away=away)
    kept = json.loads(json.dumps(class_.events))
    assert findings_of(guide(), kept) == class_.findings


def state_of(events: list[dict[str, object]]) -> ClassState:
    return Classroom(guide()).after(events).state


@LAW
@given(**CLASSES)
def test_what_a_seat_did_adds_up_to_what_the_class_did(seed: int, many: int, away: float) -> None:
    class_ = held(seed, voices(many), most=2, away=away)
    findings = class_.findings
    counted = {at for at, poll in class_.course.polls.items() if poll.votes and poll.standing != "skipped"}
    decisions = sum(len(class_.course.poll(at).votes) * len(class_.course.key[at]) for at in counted)
    rows = [row for learner in findings.learners for row in learner.courses]
    assert sum(row.last.decisions for row in rows) == decisions
    for row in rows:
        assert row.last.right + row.last.mistakes + row.discuss + row.silent == row.last.decisions
        assert len(row.practise) <= min(3, row.last.mistakes)
