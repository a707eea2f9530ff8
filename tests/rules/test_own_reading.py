"""Facts reread as a learner's own answers to the judging questions would have them."""

from __future__ import annotations

from copy import deepcopy
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.model.document import document_of
from tests.model.drawing import possible_facts

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from hypothesis.strategies import DataObject

    from simulator.rules.engine import Engine
    from simulator.rules.facts import Facts

Answers = dict[tuple[str, str], tuple[str, ...]]
GRADES = ("established", "believed", "suspected", "no_realistic_likelihood")
KINDS = (
    "adult_involvement",
    "onward_forwarding",
    "force",
    "fraud",
    "exploitation",
    "bullying",
    "previous_warning",
)

A = {"id": "A", "age": 14, "home": "city", "acts": ["took_own", "shared_own"], "deletion": "satisfied"}
B = {"id": "B", "age": 14, "home": "city", "acts": ["kept_other"], "deletion": "satisfied"}
C = {"id": "C", "age": 14, "home": "city", "acts": ["forwarded"], "deletion": "satisfied"}
WARNED = A | {"previous": "police_warning_1978_documented"}
GROWN = {"id": "D", "age": 30, "acts": ["kept_other"]}


def bullying(by: str, grade: str = "believed", *against: str, **more: Any) -> dict[str, Any]:
    return {"kind": "bullying", "grade": grade, "by": by, "against": list(against), **more}


def read(engine: Engine, people: Sequence[Any], *factors: Any, **more: Any) -> Facts:
    data = {"format": "case-facts/1", "id": "x", "people": list(people), "factors": list(factors), **more}
    return engine.read_facts(document_of(data))


def grade(kind: str, chosen: str) -> Answers:
    return {("factor_grade", kind): (chosen,)}


def attributed(child: str, *kinds: str) -> Answers:
    return {("attributed_factors", child): kinds or ("none",)}


def rules(engine: Engine, facts: Facts) -> dict[tuple[str, str], tuple[str, dict[str, str]]]:
    """Every decision's rule and verdicts."""
    return {
        (each.question, each.subject): (
            each.rule,
            {option: ruling.verdict for option, ruling in each.options.items()},
        )
        for each in engine.assess(facts)
    }


def rule(engine: Engine, facts: Facts, question: str, subject: str = "case") -> str:
    found = engine.decide(question, subject, facts)
    assert found is not None
    return found.rule


def true_answers(engine: Engine, facts: Facts) -> Answers:
    """What the judging questions call for."""
    return {
        (each.question, each.subject): each.with_verdict("expected")
        for each in engine.assess(facts)
        if each.question in engine.judging
    }


def drawn(engine: Engine, data: DataObject) -> Facts:
    return engine.read_facts(document_of(data.draw(possible_facts())))


def drawn_answers(facts: Facts, data: DataObject) -> Answers:
    """Any answers, to some of the judging questions."""
    children = [each["id"] for each in facts.data["people"] if each["age"] < 18]
    kinds = st.lists(st.sampled_from(KINDS[1:]), unique=True, max_size=3).map(
        lambda each: tuple(each) or ("none",)
    )
    graded = data.draw(st.dictionaries(st.sampled_from(KINDS), st.sampled_from(GRADES)))
    owned = data.draw(st.dictionaries(st.sampled_from(children), kinds))
    return {
        **{("factor_grade", kind): (chosen,) for kind, chosen in graded.items()},
        **{("attributed_factors", child): chosen for child, chosen in owned.items()},
    }


def test_the_judging_questions_are_those_that_the_guidance_declares(engine: Engine) -> None:
    assert engine.judging == ("factor_grade", "attributed_factors")


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_true_answers_leave_every_decision_as_it_is(engine: Engine, data: DataObject) -> None:
    facts = drawn(engine, data)
    reread = engine.reread(facts, true_answers(engine, facts))
    assert rules(engine, reread) == rules(engine, facts)


@settings(max_examples=30, deadline=None)
@given(st.data())
def test_no_answers_leave_every_decision_as_it_is(engine: Engine, data: DataObject) -> None:
    facts = drawn(engine, data)
    assert rules(engine, engine.reread(facts, {})) == rules(engine, facts)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_rereading_changes_nothing_in_the_facts_that_were_read(engine: Engine, data: DataObject) -> None:
    facts = drawn(engine, data)
    before, given_data = rules(engine, facts), deepcopy(dict(facts.data))
    engine.reread(facts, drawn_answers(facts, data))
    assert (rules(engine, facts), dict(facts.data)) == (before, given_data)


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_the_grades_reread_are_those_answered(engine: Engine, data: DataObject) -> None:
    facts = drawn(engine, data)
    answers = {key: chosen for key, chosen in drawn_answers(facts, data).items() if key[0] == "factor_grade"}
    reread = engine.reread(facts, answers)
    for (_, kind), chosen in answers.items():
        found = engine.decide("factor_grade", kind, reread)
        assert found is not None
        assert found.with_verdict("expected") == chosen


@settings(max_examples=100, deadline=None)
@given(st.data())
def test_the_order_of_the_answers_does_not_matter(engine: Engine, data: DataObject) -> None:
    facts = drawn(engine, data)
    answers = drawn_answers(facts, data)
    order = data.draw(st.permutations(list(answers)))
    other = {key: answers[key] for key in order}
    assert rules(engine, engine.reread(facts, answers)) == rules(engine, engine.reread(facts, other))


@settings(max_examples=60, deadline=None)
@given(st.data())
def test_rereading_twice_is_rereading_once(engine: Engine, data: DataObject) -> None:
    facts = drawn(engine, data)
    answers = drawn_answers(facts, data)
    once = engine.reread(facts, answers)
    assert rules(engine, engine.reread(once, answers)) == rules(engine, once)


@pytest.mark.parametrize(
    ("chosen", "response"),
    [
        ("established", "response.aggravated"),
        ("believed", "response.aggravated"),
        ("suspected", "response.suspected"),
        ("no_realistic_likelihood", "response.not-concluded"),
    ],
)
def test_a_grade_lowered_or_raised_leads_where_the_grade_would(
    engine: Engine, chosen: str, response: str
) -> None:
    for true in ("suspected", "believed", "established"):
        facts = read(engine, [A, B], bullying("B", true, "A"))
        reread = rule(engine, engine.reread(facts, grade("bullying", chosen)), "response")
        factors = [] if chosen == "no_realistic_likelihood" else [bullying("B", chosen, "A")]
        assert reread == rule(engine, read(engine, [A, B], *factors), "response")


def test_a_factor_that_the_learner_alone_sees_is_added(engine: Engine) -> None:
    facts = read(engine, [A, B])
    reread = engine.reread(facts, grade("bullying", "suspected"))
    assert rule(engine, reread, "response") == "response.suspected"
    assert rule(engine, reread, "adult_line_of_enquiry") == rule(
        engine, read(engine, [A, B], bullying("unknown", "suspected")), "adult_line_of_enquiry"
    )


def test_a_factor_graded_away_is_nobodys(engine: Engine) -> None:
    facts = read(engine, [A, B], bullying("B", "believed", "A"))
    reread = rules(engine, engine.reread(facts, grade("bullying", "no_realistic_likelihood")))
    without = rules(engine, read(engine, [A, B]))
    assert {key: found for key, found in reread.items() if found != without[key]} == {}


def test_a_factor_is_taken_from_one_child_and_given_to_another(engine: Engine) -> None:
    facts = read(engine, [A, B, C], bullying("B", "believed", "A"), investigation="full_concluded")
    answers = attributed("B") | attributed("C", "bullying")
    swapped = read(engine, [A, B, C], bullying("C", "believed", "A"), investigation="full_concluded")
    expected = rules(engine, swapped)
    for order in (answers, dict(reversed(answers.items()))):
        reread = rules(engine, engine.reread(facts, order))
        assert {key: found for key, found in reread.items() if found != expected[key]} == {}


def test_a_factor_taken_from_a_child_is_nobodys_and_still_stands(engine: Engine) -> None:
    facts = read(engine, [A, B], bullying("B", "believed", "A"), investigation="full_concluded")
    reread = rules(engine, engine.reread(facts, attributed("B")))
    nobodys = read(engine, [A, B], bullying("unknown", "believed", "A"), investigation="full_concluded")
    assert reread == rules(engine, nobodys)


def test_a_factor_given_to_a_second_child_is_both_childrens(engine: Engine) -> None:
    facts = read(engine, [A, B, C], bullying("B", "believed", "A"), investigation="full_concluded")
    reread = rules(engine, engine.reread(facts, attributed("C", "bullying")))
    both = read(
        engine, [A, B, C], bullying("B", "believed", "A"), bullying("C", "believed", "A"),
        investigation="full_concluded",
    )  # fmt: skip
    assert reread == rules(engine, both)


def test_a_factor_that_nobody_sees_cannot_be_given(engine: Engine) -> None:
    facts = read(engine, [A, B])
    assert rules(engine, engine.reread(facts, attributed("A", "bullying"))) == rules(engine, facts)


def test_a_factor_seen_by_the_learner_alone_can_be_given(engine: Engine) -> None:
    facts = read(engine, [A, B], investigation="full_concluded")
    answers = grade("bullying", "believed") | attributed("B", "bullying")
    reread = rules(engine, engine.reread(facts, answers))
    assert reread == rules(engine, read(engine, [A, B], bullying("B"), investigation="full_concluded"))


@pytest.mark.parametrize(
    "answers",
    [
        pytest.param(grade("previous_warning", "no_realistic_likelihood"), id="graded away"),
        pytest.param(attributed("A"), id="not attributed"),
    ],
)
def test_a_warning_of_which_nothing_is_made_counts_for_nobody(engine: Engine, answers: Answers) -> None:
    more: Mapping[str, Any] = {"investigation": "full_concluded"}
    facts = read(engine, [WARNED, B], bullying("B", "believed"), **more)
    reread = engine.reread(facts, answers)
    unwarned = read(engine, [A, B], bullying("B", "believed"), **more)
    assert rule(engine, reread, "outcome", "A") == rule(engine, unwarned, "outcome", "A")


def test_an_adults_part_graded_away_aggravates_nothing(engine: Engine) -> None:
    facts = read(engine, [A, B, GROWN])
    reread = engine.reread(facts, grade("adult_involvement", "no_realistic_likelihood"))
    assert rule(engine, reread, "response") == rule(engine, read(engine, [A, B]), "response")


def test_answers_to_other_questions_and_about_nobody_change_nothing(engine: Engine) -> None:
    facts = read(engine, [A, B], bullying("B", "believed", "A"))
    answers: Answers = {
        ("response", "case"): ("no_investigation",),
        ("attributed_factors", "Z"): ("bullying",),
    }
    assert rules(engine, engine.reread(facts, answers)) == rules(engine, facts)
