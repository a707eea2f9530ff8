"""What the bundled guidance says beside its verdicts: complete, never in vain, sober, and fit to be read aloud."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

import pytest

from simulator.authoring.prose.checking import ProseChecker
from simulator.guidance.reading import read_guidance
from simulator.packs.reading import read_document
from tests.guidance.broken import PACK

if TYPE_CHECKING:
    from collections.abc import Iterator

    from simulator.guidance.guidance import Guidance
    from simulator.model.questions import Verdict

GUIDANCE = read_guidance([read_document(path) for path in sorted(PACK.rglob("*.yaml"))])
PROSE = ProseChecker(GUIDANCE)
UNWISE: frozenset[Verdict] = frozenset({"departure", "contrary"})
REAL_PLACE = "real-place"
"""The one rule that the source of a figure need not keep: it names who published it."""


def verdicts(guidance: Guidance) -> Iterator[tuple[str, str, Verdict]]:
    """Each verdict that some ruling gives an option of a question."""
    for rule in guidance.rules.values():
        for option, branches in rule.options.items():
            for branch in branches:
                yield rule.question, option, branch.ruling.verdict


VERDICTS = frozenset(verdicts(GUIDANCE))


def sentences() -> list[str]:
    """The texts of which each is one sentence."""
    assert GUIDANCE.caseload is not None
    return [
        *GUIDANCE.consequences.values(),
        *(each.text for each in GUIDANCE.welfare),
        GUIDANCE.caseload.text,
    ]


def texts() -> list[str]:
    """Every text of these sections but the source of the figure."""
    assert GUIDANCE.care is not None
    assert GUIDANCE.frame is not None
    return [
        *sentences(),
        GUIDANCE.care.support,
        GUIDANCE.care.disclosure,
        GUIDANCE.frame.title,
        *(text for step in GUIDANCE.frame.steps for text in step),
        *(each.text for each in GUIDANCE.prompts),
    ]


def test_every_option_that_can_be_unwise_says_what_it_would_have_led_to() -> None:
    unwise = {(question, option, True) for question, option, verdict in VERDICTS if verdict in UNWISE}
    assert {question for question, _, _ in unwise} == set(GUIDANCE.questions)
    assert {key for key in GUIDANCE.consequences if key[2]} == unwise


def test_every_option_that_can_be_called_for_and_missed_says_what_that_would_have_led_to() -> None:
    missed = {
        (question, option, False)
        for question, option, verdict in VERDICTS
        if verdict == "expected" and GUIDANCE.questions[question].several
    }
    assert len({question for question, _, _ in missed}) > 1
    assert {key for key in GUIDANCE.consequences if not key[2]} == missed


def test_no_two_unwise_steps_would_have_led_to_the_same() -> None:
    assert len(set(GUIDANCE.consequences.values())) == len(GUIDANCE.consequences)


def test_a_consequence_is_told_of_what_did_not_happen() -> None:
    assert [text for text in GUIDANCE.consequences.values() if "would" not in text] == []


def test_welfare_is_by_options_that_can_be_called_for() -> None:
    named = [(each.question, each.option) for each in GUIDANCE.welfare]
    assert len(set(named)) == len(named)
    assert [each for each in named if (*each, "expected") not in VERDICTS] == []


def test_welfare_is_told_of_each_child_and_of_nothing_else() -> None:
    kinds = {GUIDANCE.questions[each.question].subjects.kind for each in GUIDANCE.welfare}
    assert kinds == {"elements"}


def test_welfare_tells_of_the_referral_the_parents_and_the_support_of_every_child_who_is_asked_about() -> (
    None
):
    told = {(each.question, each.option) for each in GUIDANCE.welfare}
    for question in ("notify", "referral_unit", "concern", "parents", "support"):
        expected = {(name, option) for name, option, verdict in VERDICTS if verdict == "expected"}
        assert {each for each in expected if each[0] == question} <= told, question


def test_the_caseload_is_of_the_question_that_settles_a_case() -> None:
    assert GUIDANCE.caseload is not None
    assert GUIDANCE.questions[GUIDANCE.caseload.question].settles
    assert dict(GUIDANCE.caseload.shares) == {"code_21": 0.9}
    assert "nine in ten" in GUIDANCE.caseload.text
    assert GUIDANCE.caseload.source == "West Yorkshire FOI 1711564/23"


def test_the_frame_is_the_national_decision_model_with_its_six_elements() -> None:
    assert GUIDANCE.frame is not None
    assert GUIDANCE.frame.title == "National Decision Model"
    words = ("Ethics", "information", "threat and risk", "powers and policy", "options", "action and review")
    assert len(GUIDANCE.frame.steps) == len(words)
    for (title, asks), word in zip(GUIDANCE.frame.steps, words, strict=True):
        assert word in title
        assert asks.endswith("?")


def test_a_disclosure_stops_the_exercise_and_is_not_typed_in() -> None:
    assert GUIDANCE.care is not None
    assert GUIDANCE.care.disclosure.startswith("Stop: this is not a case; follow your force's procedure. ")
    assert "Do not type any of it in here." in GUIDANCE.care.disclosure


def test_care_names_no_telephone_number_of_anybody() -> None:
    assert GUIDANCE.care is not None
    assert not re.search(r"\d", GUIDANCE.care.support + GUIDANCE.care.disclosure)


def test_there_is_a_prompt_for_every_case_and_for_each_way_in_which_a_question_can_go() -> None:
    assert {each.when for each in GUIDANCE.prompts} == {None, "wrong", "silent", "tension"}
    assert sum(each.question is None for each in GUIDANCE.prompts) >= 3
    assert [each.text for each in GUIDANCE.prompts if not each.text.endswith("?")] == []


def test_a_prompt_for_a_silence_or_a_tension_is_of_a_question_that_has_one() -> None:
    silent = {rule.question for rule in GUIDANCE.rules.values() if rule.silence}
    tense = {GUIDANCE.rules[rule].question for tension in GUIDANCE.tensions for rule in tension.rules}
    assert {each.question for each in GUIDANCE.prompts if each.when == "silent"} <= silent
    assert {each.question for each in GUIDANCE.prompts if each.when == "tension"} <= tense


@pytest.mark.parametrize("text", sentences())
def test_a_sentence_is_one_and_short_enough_to_hear(text: str) -> None:
    assert text[0].isupper()
    assert text.endswith(".")
    assert not re.search(r"[.?!;:] ", text)
    assert len(text) <= 170


@pytest.mark.parametrize("text", texts())
def test_a_text_keeps_the_rules_that_the_prose_of_cases_keeps(text: str) -> None:
    assert PROSE.check(text, of="narrative") == []


def test_a_text_that_blamed_a_child_would_be_found() -> None:
    [remark] = PROSE.check("She put herself at risk.", of="narrative")
    assert remark.code == "blame"


def test_the_source_of_the_figure_names_who_published_it_and_breaks_no_other_rule() -> None:
    assert GUIDANCE.caseload is not None
    remarks = PROSE.check(GUIDANCE.caseload.source, of="narrative")
    assert {remark.code for remark in remarks} == {REAL_PLACE}


def test_no_text_holds_a_character_that_acts_or_is_not_seen() -> None:
    acting = [
        text
        for text in texts()
        if any(unicodedata.category(letter)[0] == "C" or letter in "[]" for letter in text)
    ]
    assert acting == []
