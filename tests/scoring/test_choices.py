"""Choices are read strictly, and refused with every fault at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from simulator.errors.faults import InputFault
from simulator.packs.reading import read_json, read_yaml
from simulator.scoring.choice import Choice
from simulator.scoring.choices import MOST_CHOICES, read_choices
from tests.hanging import at_once

from .lost_property import ENGINE, found

if TYPE_CHECKING:
    from simulator.scoring.parts import Parts

FACTS: Parts = [(None, found(ring="high", hat="low"))]
CASE: Parts = [("found", found(ring="high")), ("closed", found(ring="high"))]
STORE = "question: store, subject: case, chosen: [safe]"


def read(entries: str, parts: Parts = FACTS) -> tuple[Choice, ...]:
    """The choices of flow mappings, one a line."""
    lines = "".join(f"  - {{{line}}}\n" for line in entries.splitlines()) or "  []\n"
    return read_choices(read_yaml(f"format: choices/1\nchoices:\n{lines}", "c.yaml"), ENGINE, parts)


def faults(entries: str, parts: Parts = FACTS) -> list[str]:
    """Every fault, as it is printed, of entries that are refused."""
    with pytest.raises(InputFault) as caught:
        read(entries.replace("^", ""), parts)
    return [str(fault) for fault in caught.value.faults]


def places(marked: str) -> list[str]:
    """How a fault begins at each `^` in the entries; before a whole entry it means its brace."""
    return [
        f"c.yaml:{number}:{column + 6 - line[:column].count('^') - (column == 0)}: "
        for number, line in enumerate(marked.splitlines(), start=3)
        for column, character in enumerate(line)
        if character == "^"
    ]


def test_a_choice_is_read_with_all_that_it_may_hold() -> None:
    line = (
        'question: tell, subject: case, chosen: [owner, desk], rationale: "So.", confidence: 2, cites: [LP1]'
    )
    assert read(line) == (Choice(None, "tell", "case", ("owner", "desk"), "So.", 2, ("LP1",)),)


def test_what_may_be_left_out_is_empty() -> None:
    assert read(STORE) == (Choice(None, "store", "case", ("safe",), "", None, ()),)


def test_with_a_case_the_same_question_is_answered_in_each_phase() -> None:
    read_here = read(f"phase: found, {STORE}\nphase: closed, {STORE}", CASE)
    assert [choice.phase for choice in read_here] == ["found", "closed"]


def test_json_is_read_alike() -> None:
    text = (
        '{"format": "choices/1", "choices": [{"question": "store", "subject": "case", "chosen": ["safe"]}]}'
    )
    assert read_choices(read_json(text, "c.json"), ENGINE, FACTS) == read(STORE)


def test_no_choices_at_all_are_no_fault() -> None:
    assert read_choices(read_yaml("format: choices/1\nchoices: []\n", "c.yaml"), ENGINE, FACTS) == ()


@pytest.mark.parametrize(
    "entry",
    [
        f"{STORE}, ^why: x",
        "^question: store, subject: case",
        "question: store, subject: case, chosen: ^safe",
        "question: store, subject: case, chosen: ^[]",
        "question: store, subject: case, chosen: [^1]",
        "question: store, subject: case, chosen: ^[safe, safe]",
        "question: ^1, subject: case, chosen: [safe]",
        f"{STORE}, confidence: ^0",
        f"{STORE}, confidence: ^4",
        f"{STORE}, confidence: ^true",
        f"{STORE}, confidence: ^1.5",
        f"{STORE}, rationale: ^[x]",
        f"{STORE}, cites: ^LP1",
    ],
)
def test_a_wrong_form_is_a_fault_at_its_place(entry: str) -> None:
    (fault,) = faults(entry)
    assert fault.startswith(places(entry)[0])


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (
            "question: ^stow, subject: case, chosen: [safe]",
            "there is no question `stow`; the questions are `worth`, `store`, `tell`, `carry`, `reward`",
        ),
        (
            "question: store, subject: ^hat, chosen: [safe]",
            "`store` is not asked about `hat` at these facts; it is asked about `case`",
        ),
        (
            "question: ^reward, subject: hat, chosen: [big]",
            "`reward` is not asked at these facts; leave it out",
        ),
        (
            "question: store, subject: case, chosen: [^attic]",
            "`store` has no option `attic`; its options are `safe`, `counter`, `shelf`",
        ),
        (
            "question: store, subject: case, chosen: [safe, ^shelf]",
            "`store` takes one option; keep one of them",
        ),
        (
            "question: tell, subject: case, chosen: [owner, ^nobody]",
            "`nobody` excludes the other options; choose it alone, or leave it out",
        ),
        (
            f"{STORE}, cites: [LP1, ^LP9]",
            "there is no paragraph `LP9`; the paragraphs are `LP1`, `LP2`",
        ),
        (
            f"{STORE}, phase: ^found",
            "these facts have no phases; leave `phase` out, or score against a case",
        ),
        (
            f"{STORE}\n^{STORE}",
            "this question is answered about this subject a second time; keep one of the answers",
        ),
    ],
)
def test_what_is_not_there_is_a_fault_that_says_what_would_be_right(entry: str, expected: str) -> None:
    assert faults(entry) == [places(entry)[0] + expected]


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        (f"^{STORE}", "with a case, a choice names its `phase`; its phases are `found`, `closed`"),
        (f"phase: ^lost, {STORE}", "this case has no phase `lost`; its phases are `found`, `closed`"),
        (
            "phase: closed, question: ^worth, subject: ring, chosen: [low]",
            "`worth` is not asked in the phase `closed`; it is asked in `found`",
        ),
        (
            "phase: closed, question: ^reward, subject: ring, chosen: [big]",
            "`reward` is not asked at these facts; leave it out",
        ),
        (
            f"phase: found, {STORE}\n^phase: found, {STORE}",
            "this question is answered about this subject a second time; keep one of the answers",
        ),
    ],
)
def test_with_a_case_every_choice_belongs_to_a_phase(entry: str, expected: str) -> None:
    assert faults(entry, CASE) == [places(entry)[0] + expected]


def test_every_fault_of_a_file_is_told_at_once_in_the_order_of_the_file() -> None:
    entries = "\n".join(
        [
            "question: ^stow, subject: case, chosen: [safe]",
            f"{STORE}, confidence: ^9",
            "question: tell, subject: ^hat, chosen: [^attic], cites: [^LP9]",
        ]
    )
    found = zip(faults(entries), places(entries), strict=True)
    assert all(fault.startswith(place) for fault, place in found)


@pytest.mark.parametrize("text", ["[]", "format: choices/2\nchoices: []", "choices: []", "format: choices/1"])
def test_a_document_of_another_form_is_a_fault(text: str) -> None:
    with pytest.raises(InputFault):
        read_choices(read_yaml(text, "c.yaml"), ENGINE, FACTS)


def test_a_long_name_is_cut_short_in_a_fault() -> None:
    (fault,) = faults(f"question: {'q' * 50_000}, subject: case, chosen: [safe]")
    assert len(fault) < 300


@pytest.mark.parametrize(
    "entry", ["{}", "7", '{"question": "q", "subject": "s", "chosen": ["a"], "cites": ["1", "2", "3"]}']
)
@pytest.mark.parametrize("count", [MOST_CHOICES, 10 * MOST_CHOICES])
def test_a_file_full_of_faults_is_refused_in_time(entry: str, count: int) -> None:
    choices = ",".join([entry] * count)
    text = f'{{"format": "choices/1", "choices": [{choices}]}}'
    with at_once(), pytest.raises(InputFault):
        read_choices(read_json(text, "c.json"), ENGINE, FACTS)
