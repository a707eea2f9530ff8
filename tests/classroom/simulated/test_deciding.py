"""Simulated learners decide as people do: by skill, with mistakes that can be understood."""

from __future__ import annotations

from dataclasses import replace
from random import Random
from statistics import mean
from typing import TYPE_CHECKING

from hypothesis import given
from hypothesis import strategies as st

from simulator.classroom.poll_view import RoundView, VotesView
from simulator.classroom.simulated.deciding import decided, is_right, likelihood, reconsidered
from simulator.classroom.simulated.key import Key, hardness
from simulator.classroom.simulated.learner import Learner, learners
from tests.classroom.simulated.asking import asked, question_of, subject_verdict, verdict_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from simulator.classroom.poll_view import VerdictView
    from simulator.classroom.simulated.deciding import Decision
    from simulator.session.view import QuestionView

FAIR = Learner(1, skill=0.6, assurance=0.0, pace=1.0, writes=0.3, cites=0.5, listens=0.7, restless=0.0)
UNSKILLED = replace(FAIR, skill=0.0)
SKILLED = replace(FAIR, skill=1.0)
MANY = 400

ONE = subject_verdict("A", ("expected", "departure", "contrary", "contrary", "contrary"), "P1")
OTHER = subject_verdict("B", ("contrary", "contrary", "expected", "contrary", "contrary"), "P2")


def legal(question: QuestionView, chosen: Sequence[str]) -> bool:
    """Whether the hub would take it, as it is written."""
    options = [one.option for one in question.options]
    if not chosen or list(chosen) != [one for one in options if one in chosen]:
        return False
    if not question.several:
        return len(chosen) == 1
    return question.excluding not in chosen or len(chosen) == 1


def often(learner: Learner, question: QuestionView, verdict: VerdictView) -> list[Decision]:
    """What a learner decides about the first subject, many times."""
    key = Key([verdict])
    return [decided(learner, question, verdict, key, Random(f"seed {n}"))[0] for n in range(MANY)]


def share_right(decisions: Sequence[Decision]) -> float:
    return mean(is_right(ONE, one.chosen) for one in decisions)


@given(asked(), st.integers(), st.floats(0, 1))
def test_what_is_decided_can_be_said_about_every_subject(
    of: tuple[QuestionView, VerdictView, Key], seed: int, skill: float
) -> None:
    question, verdict, key = of
    learner = replace(FAIR, skill=skill)
    made = decided(learner, question, verdict, key, Random(seed))
    again = reconsidered(learner, question, verdict, made, None, Random(seed + 1))
    assert [one.subject for one in made] == [one.subject for one in verdict.subjects]
    for one in (*made, *again):
        assert legal(question, one.chosen)
        assert one.sureness in {1, 2, 3}
        assert set(one.cites) <= set(key.paragraphs)


@given(asked(), st.integers())
def test_the_same_seed_decides_the_same(of: tuple[QuestionView, VerdictView, Key], seed: int) -> None:
    question, verdict, key = of
    first, second = (decided(FAIR, question, verdict, key, Random(seed)) for _ in range(2))
    assert first == second


@given(st.floats(0, 1), st.floats(0, 1), st.floats(0, 1))
def test_more_skill_is_never_less_likely_to_know(less: float, more: float, hard: float) -> None:
    less, more = sorted((less, more))
    assert likelihood(less, hard) <= likelihood(more, hard)


def test_skill_shows() -> None:
    verdict = verdict_of(ONE)
    question = question_of(verdict)
    assert share_right(often(SKILLED, question, verdict)) > 0.9
    assert share_right(often(UNSKILLED, question, verdict)) < 0.4


def test_mistakes_are_rather_what_has_something_to_be_said_for_it() -> None:
    verdict = verdict_of(ONE)
    wrong = [one.chosen for one in often(UNSKILLED, question_of(verdict), verdict) if one.chosen != ("o1",)]
    assert wrong.count(("o2",)) > len(wrong) / 2


def test_mistakes_are_rather_what_is_right_about_another_subject() -> None:
    first = subject_verdict("A", ("expected", "contrary", "contrary", "contrary", "contrary"))
    verdict = verdict_of(first, OTHER)
    chosen = [one.chosen for one in often(UNSKILLED, question_of(verdict), verdict)]
    assert chosen.count(("o3",)) > max(chosen.count((far,)) for far in ("o2", "o4", "o5"))


def test_some_treat_all_alike() -> None:
    verdict = verdict_of(*(subject_verdict(name, ("expected", "contrary", "contrary")) for name in "ABCDEF"))
    question, key = question_of(verdict), Key([verdict])
    made = [decided(UNSKILLED, question, verdict, key, Random(n)) for n in range(MANY)]
    alike = sum(len({one.chosen for one in decisions}) == 1 for decisions in made)
    by_chance = sum(len({one.chosen for one in decisions[:-1]}) == 1 for decisions in made)
    assert MANY / 8 < alike <= by_chance < MANY / 2


def test_who_is_too_sure_is_surer_for_the_same_decisions() -> None:
    verdict = verdict_of(ONE)
    question = question_of(verdict)
    fair, too_sure = (often(replace(FAIR, assurance=by), question, verdict) for by in (0.0, 0.35))
    assert [one.chosen for one in fair] == [one.chosen for one in too_sure]
    assert mean(one.sureness for one in too_sure) > mean(one.sureness for one in fair)


def test_who_knows_cites_what_bears_on_the_decision() -> None:
    verdict = verdict_of(ONE, OTHER)
    question = question_of(verdict)
    knowing, guessing = (often(replace(FAIR, skill=skill, cites=1.0), question, verdict) for skill in (1, 0))
    assert mean(one.cites == ("P1",) for one in knowing) > 0.9
    assert 0.3 < mean(one.cites == ("P1",) for one in guessing) < 0.9


def test_what_is_to_be_told_apart_is_harder() -> None:
    alike = subject_verdict("A", ("expected", "contrary", "contrary"))
    apart = subject_verdict("A", ("contrary", "expected", "contrary"))
    others = [subject_verdict(name, ("expected", "contrary", "contrary")) for name in "BC"]
    easy, hard = (hardness(verdict_of(one, *others), one, several=False) for one in (alike, apart))
    assert easy < hard


def test_a_discussion_persuades_the_more_the_more_were_right() -> None:
    verdict = verdict_of(ONE)
    question = question_of(verdict)
    before = often(UNSKILLED, question, verdict)

    def after(counts: tuple[int, ...]) -> float:
        votes = RoundView(1, 10, (VotesView("A", "A", counts),))
        return share_right(
            [
                reconsidered(FAIR, question, verdict, [one], votes, Random(n))[0]
                for n, one in enumerate(before)
            ]
        )

    few, most = after((1, 9, 0, 0, 0)), after((9, 1, 0, 0, 0))
    assert share_right(before) < few < most - 0.2


def test_who_is_right_mostly_stays_so_and_may_be_surer() -> None:
    verdict = verdict_of(ONE)
    question = question_of(verdict)
    votes = RoundView(1, 10, (VotesView("A", "A", (9, 1, 0, 0, 0)),))
    before = [one for one in often(FAIR, question, verdict) if one.chosen == ("o1",)]
    after = [
        reconsidered(FAIR, question, verdict, [one], votes, Random(n))[0] for n, one in enumerate(before)
    ]
    assert share_right(after) > 0.95
    assert mean(one.sureness for one in after) > mean(one.sureness for one in before)


def test_of_the_same_seed_the_same_number_is_the_same_learner() -> None:
    assert learners("class", 30)[:10] == learners("class", 10)
    assert learners("class", 10) != learners("another", 10)


def test_skills_of_a_class_are_spread() -> None:
    skills = sorted(one.skill for one in learners("class", 100))
    assert skills[10] < 0.4
    assert skills[-10] > 0.8
