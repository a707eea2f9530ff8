"""What there is to learn of a guidance: of one that is made up, and of the bundled one."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from simulator.guidance.reading import read_guidance
from simulator.model.conditions import All, Compare
from simulator.model.questions import Rule
from simulator.packs.reading import read_document
from simulator.practice.nearness import near_first
from simulator.practice.syllabus import Syllabus, syllabus_of
from tests.guidance.broken import PACK

if TYPE_CHECKING:
    from simulator.guidance.guidance import Guidance


@cache
def _guidance() -> Guidance:
    return read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))])


@pytest.fixture(scope="module")
def syllabus() -> Syllabus:
    return syllabus_of(_guidance())


def test_every_rule_that_gives_an_answer_is_to_be_learnt_in_the_order_of_the_guidance(
    syllabus: Syllabus,
) -> None:
    taught = {rule.rule for rule in _guidance().rules.values() if rule.silence is None}
    assert set(syllabus.rules) == taught
    asked = [one.question for one in syllabus.rules.values()]
    assert list(dict.fromkeys(asked)) == list(_guidance().questions)


def test_a_silent_rule_is_not_to_be_learnt(syllabus: Syllabus) -> None:
    silent = [rule.rule for rule in _guidance().rules.values() if rule.silence is not None]
    assert silent
    assert not set(silent) & set(syllabus.rules)


@pytest.mark.parametrize(
    ("question", "alone"),
    [
        ("crime_report", True),  # one rule
        ("notify", True),  # three rules, and the same answer in all of them
        ("social_care_contact", False),  # one rule, which goes by the home
        ("attributed_factors", False),
        ("outcome", False),
        ("concern", False),
    ],
)
def test_a_question_stands_alone_where_its_answer_never_varies(
    syllabus: Syllabus, question: str, *, alone: bool
) -> None:
    assert {one.alone for one in syllabus.of_question(question)} == {alone}


def test_confusable_are_the_rules_of_the_question_that_call_for_something_else(syllabus: Syllabus) -> None:
    for one in syllabus.rules.values():
        others = {
            other.rule
            for other in syllabus.of_question(one.question)
            if set(other.called_for) != set(one.called_for)
        }
        assert set(one.confusable) == others
        assert len(one.confusable) == len(others)


def test_the_rules_between_which_the_order_of_the_table_decides_are_nearest(syllabus: Syllabus) -> None:
    rules = _guidance().rules
    for one in syllabus.rules.values():
        linked = [
            other in rules[one.rule].yields_to or one.rule in rules[other].yields_to
            for other in one.confusable
        ]
        assert linked == sorted(linked, reverse=True)


def _rule(name: str, *facts: str) -> Rule:
    return Rule(
        name, "close", All(tuple(Compare("case", fact, "equals", (True,)) for fact in facts)), (), None, {}
    )


def test_of_rules_that_no_order_links_those_with_common_conditions_are_nearer() -> None:
    rules = [_rule("a", "old", "named"), _rule("b", "wet"), _rule("c", "old"), _rule("d", "named", "old")]
    called_for = {"a": ("keep",), "b": ("sell",), "c": ("sell",), "d": ("sell",)}
    assert near_first(rules[0], rules, called_for) == ("d", "c", "b")


def test_of_rules_equally_alike_those_are_nearer_that_differ_in_fewer_options_and_then_that_stand_nearer() -> (
    None
):
    rules = [_rule(name, "old") for name in "abcd"]
    called_for = {"a": ("sell", "give"), "b": ("sell",), "c": ("keep",), "d": ("sell",)}
    assert near_first(rules[2], rules, called_for) == ("b", "d", "a")


def test_titles_name_the_question_and_what_is_called_for_and_no_two_are_alike(syllabus: Syllabus) -> None:
    titles = [one.title for one in syllabus.rules.values()]
    assert len(set(titles)) == len(titles)
    assert syllabus.rules["crime_report.taking-the-report"].title == "Crime report: Record it now"
    suspected = syllabus.rules["response.suspected"].title
    assert suspected == "Response: An initial investigation (suspected)"
    assert syllabus.rules["response.no-investigation"].title == "Response: No investigation"
    assert syllabus.rules["attributed_factors.each-child"].title == "Whose factors: as the facts have it"


def test_the_paragraphs_are_those_on_which_what_is_called_for_rests(syllabus: Syllabus) -> None:
    assert syllabus.rules["parents.implicated"].paragraphs == ("IG16", "IG24")
    assert all(one.paragraphs for one in syllabus.rules.values())


def test_questions_that_settle_and_that_judge_are_named(syllabus: Syllabus) -> None:
    assert syllabus.settling == ("outcome",)
    assert syllabus.judging == ("factor_grade", "attributed_factors")
    assert syllabus.grading == ("factor_grade",)
    assert syllabus.labels["factor_grade"]["believed"] == "Believed"


def test_texts_are_cleaned() -> None:
    from dataclasses import replace

    guidance = _guidance()
    hostile = replace(guidance.questions["notify"], title="Notify\x1b[2J\nnow")
    syllabus = syllabus_of(replace(guidance, questions={**guidance.questions, "notify": hostile}))
    one = syllabus.rules["notify.aggravated"]
    for text in (one.title, one.question_title, syllabus.titles["notify"]):
        assert "\x1b" not in text
        assert "\n" not in text
