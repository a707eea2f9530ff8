"""Faults that are found as a guidance pack is read: each with its place and what would be right."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import InputFault
from simulator.guidance.reading import read_guidance
from simulator.packs.reading import read_yaml
from simulator.rules.checking import check_rules
from tests.guidance.broken import Broken, Edit, assert_said, form_faults, line_of, read_broken
from tests.guidance.broken_changes import CHANGE_WORDS
from tests.guidance.broken_conditions import (
    UNKNOWN_WORDS,
    WRONG_FORMS,
    WRONG_OPERATORS,
    Mistake,
)
from tests.guidance.broken_debrief import DEBRIEF
from tests.guidance.broken_rules import CITATIONS, ELSEWHERE, QUESTIONS_AND_PHASES, RULES
from tests.guidance.broken_silently import CONDITIONS, Silent
from tests.guidance.broken_silently import WORDS as SILENT
from tests.guidance.broken_world import WORDS

if TYPE_CHECKING:
    from pathlib import Path

BROKEN = (*CHANGE_WORDS, *CITATIONS, *RULES, *QUESTIONS_AND_PHASES, *ELSEWHERE, *WORDS, *DEBRIEF)
MISTAKES = (*UNKNOWN_WORDS, *WRONG_OPERATORS, *WRONG_FORMS)
NOTIFY, CONDITION = "rules/notify.yaml", "{any: [suspected, unconsensual]}"
CONDITION_LINE, CONDITION_COLUMN = 21, 11


def test_the_pack_as_it_is_has_no_fault(tmp_path: Path) -> None:
    assert len(read_broken(tmp_path).questions) > 0


@pytest.mark.parametrize("one", BROKEN, ids=str)
def test_a_mistake_is_told_once_with_its_place_and_what_would_be_right(one: Broken, tmp_path: Path) -> None:
    assert_said(tmp_path, form_faults(tmp_path, *one.edits), one)


@pytest.mark.parametrize("one", MISTAKES, ids=lambda one: one.condition)
def test_a_wrong_condition_is_told_with_its_place_and_what_would_be_right(
    one: Mistake, tmp_path: Path
) -> None:
    faults = form_faults(tmp_path, Edit(NOTIFY, CONDITION, one.condition))
    told = [str(fault) for fault in faults]
    column = CONDITION_COLUMN + one.condition.index(one.at)
    here = [fault for fault in faults if fault.code == one.code]
    assert [(fault.place.line, fault.place.column) for fault in here] == [(CONDITION_LINE, column)], told
    assert here[0].place.file == str(tmp_path / NOTIFY)
    assert re.search(one.says, here[0].what), told
    assert re.search(one.remedy, here[0].remedy), told


@pytest.mark.parametrize("one", SILENT, ids=lambda one: one.name)
def test_what_would_go_wrong_without_a_word_is_told_at_its_line(one: Silent, tmp_path: Path) -> None:
    faults = form_faults(tmp_path, one.edit)
    place = (str(tmp_path / one.edit.file), line_of(tmp_path, one.edit.file, one.at))
    here = [str(fault) for fault in faults if (fault.place.file, fault.place.line) == place]
    assert any(one.word in fault for fault in here), [str(fault) for fault in faults]


@pytest.mark.parametrize(("condition", "word"), CONDITIONS)
def test_a_condition_that_would_mean_something_else_is_told_at_its_line(
    condition: str, word: str, tmp_path: Path
) -> None:
    faults = form_faults(tmp_path, Edit(NOTIFY, CONDITION, condition))
    assert [fault.place.line for fault in faults] == [CONDITION_LINE] * len(faults)
    assert any(re.search(word, str(fault)) for fault in faults), [str(fault) for fault in faults]


def test_a_wrong_condition_inside_a_quantifier_is_told_at_its_own_place(tmp_path: Path) -> None:
    wrong = "{some: factors, where: {some: {its: against}, where: {not: {its: home, equals: town}}}}"
    [fault] = form_faults(tmp_path, Edit(NOTIFY, CONDITION, wrong))
    assert (fault.code, fault.place.column) == ("unknown-value", CONDITION_COLUMN + wrong.index("town"))


def test_faults_of_several_files_are_all_told_in_the_order_of_the_files(tmp_path: Path) -> None:
    edits = (
        Edit("rules/parents.yaml", "cites: [IG16],", "cites: [IG77],"),
        Edit("quotes.yaml", '"It is guidance and not doctrine"', '"It is doctrine"'),
        Edit("world.yaml", "{of: people, when: {not: child}", "{of: people, when: {not: childish}"),
        Edit(NOTIFY, CONDITION, "{any: [suspektet, {this: home, equals: town}]}"),
        Edit(
            NOTIFY,
            "verdict: expected, basis: stated, cites: [IG21/notify-all]",
            "verdict: expected, basis: stated",
        ),
    )
    faults = form_faults(tmp_path, *edits)
    assert sorted(fault.code for fault in faults) == [
        "inexact-quote", "no-citation", "unknown-paragraph", "unknown-value", "unknown-word", "unknown-word",
    ]  # fmt: skip
    places = [(fault.place.file, fault.place.line, fault.place.column) for fault in faults]
    assert places == sorted(places)


def test_misshapen_parts_of_several_files_are_all_told(tmp_path: Path) -> None:
    edits = (
        Edit("rules/parents.yaml", "    when: otherwise\n", ""),
        Edit("questions.yaml", "    excluding: nothing\n", "    exclude: nothing\n"),
    )
    told = [(fault.place.file, fault.code) for fault in form_faults(tmp_path, *edits)]
    assert told == [
        (str(tmp_path / "questions.yaml"), "unknown-key"),
        (str(tmp_path / "rules/parents.yaml"), "missing-key"),
    ]


@pytest.mark.parametrize(
    ("section", "said"),
    [
        ("pack", "no section 'pack'"),
        ("documents", "'LP' is no document|no section 'documents'"),
        ("paragraphs", "'LP1' is no paragraph|no section 'paragraphs'"),
        ("quotes", "'LP1' is no quote|no section 'quotes'"),
        ("phases", "'keep' is asked in no phase|no section 'phases'"),
        ("questions", "'keep' is no question|no section 'questions'"),
        ("rules", "no rule decides keep|no section 'rules'"),
    ],
)
def test_a_pack_without_a_section_that_it_needs_is_told(section: str, said: str) -> None:
    document = read_yaml(_small(without=section), "small.yaml")
    with pytest.raises(InputFault, match=said):
        check_rules(read_guidance([document]))


def test_the_small_pack_of_these_tests_is_good_with_all_its_sections() -> None:
    guidance = read_guidance([read_yaml(_small(without=""), "small.yaml")])
    assert check_rules(guidance)
    assert list(guidance.rules) == ["keep.always"]


@pytest.mark.parametrize(
    ("what", "text", "code"),
    [
        ("a list", "- format: guidance-pack/1\n", "wrong-type"),
        ("another format", "format: guidance-pack/2\n", "not-allowed"),
        ("no format", "advice: []\n", "missing-key"),
        ("an unknown section", "format: guidance-pack/1\nrule: []\n", "unknown-key"),
        ("a section of another type", "format: guidance-pack/1\nrules: {}\n", "wrong-type"),
    ],
)
def test_a_file_that_is_no_part_of_a_pack_is_told(what: str, text: str, code: str) -> None:
    with pytest.raises(InputFault) as caught:
        read_guidance([read_yaml(text, "some.yaml")])
    assert [fault.code for fault in caught.value.faults] == [code], what


def _small(*, without: str) -> str:
    sections = {
        "format": "guidance-pack/1",
        "pack": '{name: small, version: "1", language: en, title: Small, standing: Small}',
        "documents": f'[{{key: LP, title: Lost property, date: "2001", sha256: "{"0" * 64}"}}]',
        "paragraphs": "[{paragraph: LP1, document: LP, section: All, text: Keep what is found.}]",
        "quotes": "{LP1: Keep what is found.}",
        "entities": "{items: {one: item, fields: {worth: {type: whole, required: true}}}}",
        "phases": "[{phase: found, title: Found, steps: [{step: found, title: Found, questions: [keep]}]}]",
        "questions": "[{question: keep, title: Keep, asks: Is it kept?, subject: case,"
        ' options: {kept: "Yes", thrown: "No"}, reads: {}}]',
        "rules": "[{rule: keep.always, when: otherwise, options: {"
        "kept: {verdict: expected, basis: stated, cites: [LP1], why: Keep.},"
        " thrown: {verdict: contrary, basis: stated, cites: [LP1], why: Keep.}}}]",
    }
    return "".join(f"{name}: {text}\n" for name, text in sections.items() if name != without)
