"""The if-chain and the table of rows are two readings of the decision model: they must be one."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest

from . import assessment, children, outcome
from .impossible import impossible
from .oracle import answers
from .rows import EXAMPLES

if TYPE_CHECKING:
    from .example import Example


def test_no_two_examples_have_the_same_name() -> None:
    names = [example.identity for example in EXAMPLES]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda example: example.identity)
def test_the_if_chain_agrees_with_the_row(example: Example) -> None:
    assert impossible(example.facts) == []
    found = {(answer.question, answer.subject): answer for answer in answers(example.facts)}
    answer = found.get((example.question, example.subject))
    if example.options is None:
        assert answer is None
    else:
        assert answer is not None
        assert (answer.row, answer.silent, answer.options) == (example.row, example.silent, example.options)


def test_every_row_of_the_tables_has_an_example() -> None:
    shown = {(example.question, example.row) for example in EXAMPLES}
    tables = {
        "factor_grade": assessment.FACTOR_GRADE,
        "label": assessment.LABEL,
        "offences": assessment.OFFENCES,
        "response": assessment.RESPONSE,
        "devices": assessment.RESPONSE,
        "adult_line_of_enquiry": assessment.ADULT,
        "role": children.ROLE,
        "notify": children.NOTIFY,
        "concern": children.CONCERN,
        "referral_unit": ("aggravated", "otherwise"),
        "parents": children.PARENTS,
        "deletion": children.DELETION,
        "outcome": outcome.ROWS,
    }
    assert {(question, row) for question, rows in tables.items() for row in rows} <= shown


def test_every_branch_of_the_shared_cells_has_an_example() -> None:
    shown = {
        (example.row, option, cell)
        for example in EXAMPLES
        if example.question == "outcome" and example.options
        for option, cell in example.options.items()
    }
    codes = ("code_1", "code_2")
    due = {(row, "no_code", cell) for row in _rows("†") for cell in (outcome.WITNESS, outcome.NO_WITNESS)}
    due |= {
        (row, "code_1", cell)
        for row in (*_rows("§"), *_rows("‡"))
        for cell in (outcome.MADE_AND_SHARED, outcome.NOT_BOTH)
    }
    due |= {(row, code, outcome.LOOKED_INTO) for row, code in product(("O15", "O16", "O17"), codes)}
    open_rows = ("O15", "O18", "O19", "O20", "O21")
    due |= {(row, code, outcome.NOT_LOOKED_INTO) for row, code in product(open_rows, codes)}
    due |= {("O17", "code_10", cell) for cell in (outcome.NEGATED_TEN, outcome.CONCLUDED_TEN)}
    assert due <= shown


def _rows(mark: str) -> list[str]:
    return [row for row, cells in outcome.ROWS.items() if mark in cells]
