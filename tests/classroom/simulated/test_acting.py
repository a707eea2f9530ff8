"""What simulated learners do, and that who comes back goes on where they were."""

from __future__ import annotations

from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.classroom.poll_view import PollView, RoundView, VotesView
from simulator.classroom.simulated.acting import AT_LEAST, Away, acts, interlude
from simulator.classroom.simulated.key import Key
from simulator.classroom.simulated.learner import Learner, learners
from simulator.session.commands import Answer, Cite, Confirm, Rationale, Sureness
from tests.classroom.simulated.asking import asked, place_of, question_of, subject_verdict, verdict_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.classroom.poll_view import VerdictView
    from simulator.classroom.simulated.acting import Act
    from simulator.session.view import QuestionView, SubjectView

A_QUESTION = 60.0
"""Seconds, at least, that a class takes for a question."""
LEARNER = Learner(1, skill=0.5, assurance=0.0, pace=1.0, writes=0.5, cites=0.5, listens=1.0, restless=0.0)


def said(question: QuestionView, doing: Sequence[Act]) -> QuestionView:
    """The question after a learner has said all that."""
    subjects = question.subjects
    for act in doing:
        subjects = tuple(_after(one, act) for one in subjects)
    return replace(question, subjects=subjects)


def _after(subject: SubjectView, act: Act) -> SubjectView:
    match act.doing:
        case Answer(_, subject.subject, chosen):
            return replace(subject, chosen=chosen)
        case Sureness(_, subject.subject, level):
            return replace(subject, sureness=level)
        case Cite(_, subject.subject, cites):
            return replace(subject, cites=cites)
        case Rationale(_, subject.subject, text):
            return replace(subject, rationale=text)
    return subject


@given(asked(), st.integers(1, 3))
def test_every_subject_is_answered_and_then_it_is_voted(
    of: tuple[QuestionView, VerdictView, Key], round: int
) -> None:
    question, _, key = of
    doing = acts(LEARNER, "seed", place_of(question, round=round), key, None)
    assert isinstance(doing[-1].doing, Confirm)
    assert all(one.chosen and one.sureness for one in said(question, doing).subjects)
    assert all(act.after > 0 for act in doing)


@given(asked(), st.data())
def test_who_comes_back_says_the_rest_and_nothing_twice(
    of: tuple[QuestionView, VerdictView, Key], data: st.DataObject
) -> None:
    question, _, key = of
    doing = acts(LEARNER, "seed", place_of(question), key, None)
    number = data.draw(st.integers(0, len(doing) - 1))
    rest = acts(LEARNER, "seed", place_of(said(question, doing[:number])), key, None)
    assert [act.doing for act in rest] == [act.doing for act in doing[number:]]


def test_seeds_and_learners_decide_differently() -> None:
    verdicts = [verdict_of(subject_verdict(name, ("expected", "departure", "contrary"))) for name in "ABCDE"]
    verdicts = [replace(one, question=f"q{number}") for number, one in enumerate(verdicts)]
    place, key = place_of(*map(question_of, verdicts)), Key(verdicts)

    def doing(number: int, seed: str) -> list[object]:
        return [act.doing for act in acts(replace(LEARNER, number=number), seed, place, key, None)]

    assert doing(1, "seed") == doing(1, "seed")
    assert doing(1, "seed") != doing(2, "seed")
    assert doing(1, "seed") != doing(1, "another")


def test_the_second_vote_goes_by_how_the_class_voted_first() -> None:
    verdict = verdict_of(subject_verdict("A", ("expected", "contrary")))
    question, key = question_of(verdict), Key([verdict])

    def right_after(counts: tuple[int, int]) -> int:
        votes = RoundView(1, sum(counts), (VotesView("A", "A", counts),))
        poll = PollView("first", "q", "A question", "What?", False, question.options, (votes,))
        place = place_of(question, round=2)
        every = (acts(one, "seed", place, key, poll) for one in learners("class", 200))
        return sum(said(question, doing).subjects[0].chosen == ("o1",) for doing in every)

    assert right_after((0, 10)) < right_after((10, 0))


def test_before_a_second_vote_people_reconsider_and_not_before_a_first() -> None:
    verdict = verdict_of(subject_verdict("A", ("expected", "contrary")))
    question, key = question_of(verdict), Key([verdict])

    def seconds(learner: Learner, round: int) -> float:
        decided = said(question, acts(learner, "seed", place_of(question), key, None))
        return sum(act.after for act in acts(learner, "seed", place_of(decided, round=round), key, None))

    every = [replace(one, listens=0.0) for one in learners("class", 300)]
    second = [seconds(one, 2) / one.pace for one in every]
    assert min(second) >= AT_LEAST
    assert median(second) > 10
    assert median(seconds(one, 1) / one.pace for one in every) < 2


def test_of_twelve_far_fewer_than_one_is_away_at_any_time() -> None:
    verdict = verdict_of(subject_verdict("A", ("expected", "contrary")))
    places = [place_of(question_of(replace(verdict, question=f"q{number}"))) for number in range(100)]
    doing = [interlude(one, "seed", place) for one in learners("class", 12) for place in places]
    away = sum(sum(_seconds_away(act, number) for number, act in enumerate(each)) for each in doing)
    assert 0 < away / len(places) < 0.5 * A_QUESTION


def _seconds_away(act: Act, number: int) -> float:
    return act.doing.seconds if isinstance(act.doing, Away) else act.after if number else 0.0


def test_the_key_of_another_case_is_refused() -> None:
    verdict = verdict_of(subject_verdict("A", ("expected", "contrary")))
    with pytest.raises(KeyError):
        acts(LEARNER, "seed", place_of(question_of(verdict), phase="second"), Key([verdict]), None)


def test_now_and_then_somebody_is_called_away_or_asks_for_help_and_comes_back() -> None:
    verdict = verdict_of(subject_verdict("A", ("expected", "contrary")))
    place = place_of(question_of(verdict))
    every = [interlude(replace(one, restless=0.2), "seed", place) for one in learners("class", 300)]
    done = [[act.doing for act in each] for each in every]
    assert done.count([]) > 200
    assert ["step_out", "come_back"] in done
    assert ["need_help", "need_no_help"] in done
    assert any(isinstance(each[0], Away) for each in done if each)
