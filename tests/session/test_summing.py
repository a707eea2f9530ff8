"""All decisions of a debrief together: a shipped case played rightly, and played with every subject treated alike."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any

import pytest

from simulator.cli.workshop import Workshop
from simulator.model.texts import Prompt
from simulator.model.world import CASE as WHOLE_CASE
from simulator.session.commands import Answer, Begin, Confirm, Sureness
from simulator.session.core import Session
from simulator.session.summing import WELL, prompts_of, told_in

from .playing import played

if TYPE_CHECKING:
    from collections.abc import Mapping

    from simulator.session.debrief_view import DebriefView
    from simulator.session.engine_guide import EngineGuide
    from simulator.session.summary_view import SummaryView

PACK, CASE = "each-child", "band-practice"


@cache
def workshop() -> Workshop:
    return Workshop(strangers=False)


@cache
def guide() -> EngineGuide:
    return workshop().guide(workshop().engine())


@cache
def case(name: str = CASE) -> Mapping[str, Any]:
    [pack] = [one for one in workshop().found.of_kind("scenario") if one.name == PACK]
    return workshop().written(pack, name).data


@cache
def right() -> DebriefView:
    return played(guide(), case()).debrief


@cache
def alike() -> DebriefView:
    """Everybody is given the first option of every question that is asked of them."""
    called_for = guide().due(case(), "outcome")
    wanted = {
        ("outcome", one.question, one.subject): tuple(guide().asked(one.question).options)[:1]
        for one in called_for
    }
    return played(guide(), case(), wanted).debrief


def names() -> list[str]:
    return list(case()["names"].values())


def test_every_subject_has_an_ending_that_was_called_for_and_chosen() -> None:
    endings = right().summary.endings
    assert [one.label for one in endings] == names()
    assert all(set(one.chosen) <= {*one.called_for, *one.also_open} for one in endings)


def test_where_everything_is_right_nothing_went_badly() -> None:
    summary = right().summary
    assert summary.badly == ()
    assert {one.split(" (")[0] for one in summary.well} == {
        question.title
        for phase in right().phases
        for question in phase.questions
        if any(each.mark in WELL for each in question.decisions)
    }


def test_each_list_names_whom_its_decisions_were_about() -> None:
    summary = alike().summary
    lists = {"mistake": summary.badly, "follows": summary.follows, "discuss": summary.discuss}
    assert summary.badly
    for mark, listed in lists.items():
        so_marked = [one for one in told_in(alike().phases) if one.decision.mark == mark]
        assert bool(listed) is bool(so_marked)
        for one in so_marked:
            [line] = [each for each in listed if each.split(" (")[0] == one.question.title]
            assert one.decision.subject == WHOLE_CASE or one.decision.label in line


def test_each_subject_has_a_row_with_every_decision_about_them() -> None:
    rows = {row.label: row for row in alike().summary.subjects}
    assert list(rows) == names()
    for one in told_in(alike().phases):
        if one.decision.label in rows:
            assert (one.question.title, one.decision.mark) in rows[one.decision.label].marks


def counted(summary: SummaryView) -> int:
    return sum(one.right + one.wrong for one in summary.paragraphs)


def test_paragraphs_count_the_decisions_that_rest_on_them() -> None:
    assert sum(one.wrong for one in right().summary.paragraphs) == 0
    assert sum(one.wrong for one in alike().summary.paragraphs) > 0
    told = told_in(right().phases)
    assert counted(right().summary) == sum(
        len(one.decision.decides) for one in told if one.decision.mark in WELL
    )


def test_paragraphs_stand_in_the_order_of_the_documents() -> None:
    order = list(guide().paragraphs)
    known = [one.paragraph for one in alike().summary.paragraphs]
    assert known == sorted(known, key=order.index)


def test_sureness_is_set_against_what_was_right() -> None:
    session = Session(guide())
    session = session.after(session.apply(Begin(case(), "practice")))
    step = session.view().step
    assert step is not None
    called_for = {(one.question, one.subject): one.called_for for one in guide().due(case(), step.phase)}
    for question in step.questions:
        for subject in question.subjects:
            key = question.question, subject.subject
            chosen = called_for[key] or (question.options[0].option,)
            session = session.after(session.apply(Answer(*key, chosen if question.several else chosen[:1])))
            session = session.after(session.apply(Sureness(*key, 3)))
    session = session.after(session.apply(Confirm()))
    feedback = session.view().feedback
    assert feedback is not None
    rows = feedback.summary.sureness
    assert [row.level for row in rows] == [1, 2, 3]
    assert [row.right + row.wrong for row in rows[:2]] == [0, 0]
    assert rows[2].right == sum(one.decision.mark in WELL for one in told_in(feedback.phases))
    assert feedback.summary.caseload is None
    assert feedback.summary.welfare == ()
    assert feedback.discuss == ()


def test_without_a_word_on_sureness_there_are_no_rows() -> None:
    assert right().summary.sureness == ()


def test_the_shares_of_a_caseload_come_to_one_and_count_everybody_here() -> None:
    caseload = right().summary.caseload
    assert caseload is not None
    assert sum(one.share for one in caseload.shares) == pytest.approx(1)
    assert sum(one.here for one in caseload.shares) == len(names())
    assert caseload.source


def test_welfare_tells_of_everybody_what_was_seen_to() -> None:
    welfare = {one.label: one for one in right().summary.welfare}
    assert set(names()) <= set(welfare)
    assert all(done for one in welfare.values() for _, done in one.done)
    assert not all(done for one in alike().summary.welfare for _, done in one.done)


def test_an_unwise_choice_has_its_consequence_and_a_right_one_none() -> None:
    assert not any(one.decision.consequences for one in told_in(right().phases))
    mistakes = [one.decision for one in told_in(alike().phases) if one.decision.mark == "mistake"]
    assert mistakes
    assert all(decision.consequences for decision in mistakes)


def test_every_option_is_told_of_once() -> None:
    for one in told_in(alike().phases):
        rulings = (*one.decision.called_for, *one.decision.also_open, *one.decision.others)
        chosen = [ruling for ruling in one.decision.chosen if ruling not in rulings]
        told = [ruling.option for ruling in (*rulings, *chosen)]
        assert sorted(told) == sorted(guide().asked(one.question.question).options)


def test_an_error_that_follows_is_named_where_it_came_from() -> None:
    screen = case("cracked-screen")
    graded = [one for one in guide().due(screen, "assessment") if one.question == "factor_grade"]
    wanted: dict[tuple[str, str, str], tuple[str, ...]] = {
        ("assessment", one.question, one.subject): ("established",) for one in graded
    }
    wanted["assessment", "response", "case"] = ("full_investigation",)
    told = told_in(played(guide(), screen, wanted).debrief.phases)
    follows = [one for one in told if one.decision.follows_from]
    led = {line for one in told for line in one.decision.led_to}
    assert follows
    assert {f"{one.question.title} ({one.decision.label})" for one in follows} == led
    assert not any(one.decision.consequences for one in follows)


PROMPTS = [
    Prompt("general"),
    Prompt("of the outcome", "outcome"),
    Prompt("gone wrong", "outcome", "wrong"),
    Prompt("silent", "no such question", "silent"),
]


def test_prompts_are_those_for_what_happened_and_the_general_ones_come_last() -> None:
    assert prompts_of(PROMPTS, right().phases, ["own"]) == ("own", "of the outcome", "general")
    assert prompts_of(PROMPTS, alike().phases, []) == ("of the outcome", "gone wrong", "general")
