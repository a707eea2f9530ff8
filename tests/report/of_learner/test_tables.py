"""The tables of a record: all that the view holds, in cells that are nothing but text or numbers."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.errors.text import clean
from simulator.plain.record_figures import confusions_of
from simulator.report.of_learner.arranged import confusion_table
from simulator.report.of_learner.pages import record_page
from simulator.report.of_learner.tables import record_tables
from simulator.session.record_view import ConfusionView
from tests.report.of_class.hostile import HOSTILE
from tests.report.of_class.test_csv_text import acts, cells

from .records import EMPTY, RECORD, leaves, records

if TYPE_CHECKING:
    from simulator.session.record_view import RecordView


def rows(view: RecordView, name: str) -> list[dict[str, str]]:
    """The rows of a table by the names of their columns."""
    head, *rest = cells(record_tables(view)[name])
    return [dict(zip(head, row, strict=True)) for row in rest]


@pytest.mark.parametrize("changed", leaves(RECORD))
def test_every_single_thing_of_the_view_is_in_a_table(changed: RecordView) -> None:
    assert record_tables(changed) != record_tables(RECORD)


def test_confusion_has_a_row_for_each_pair() -> None:
    told = [(row["called_for"], row["chosen"], row["times"]) for row in rows(RECORD, "confusion.csv")]
    assert told == [
        ("In the safe", "In the safe", "8"),
        ("In the safe", "Nowhere", "2"),
        ("On the shelf", "In the safe", "3"),
        ("On the shelf", "Nowhere", "1"),
    ]


def test_numbers_are_whole_and_what_there_is_nothing_of_is_empty() -> None:
    first, *_, last = rows(RECORD, "rules.csv")
    assert (first["retention"], first["difficulty"], first["paragraphs"]) == ("0.93", "41.0", "LP3, LP4")
    assert (last["retention"], last["due"], last["difficulty"]) == ("", "", "")
    negative = rows(RECORD, "rules.csv")[1]
    assert float(negative["difficulty"]) == -27


def test_every_figure_is_there_with_what_it_rests_on() -> None:
    [one] = rows(RECORD, "record.csv")
    assert (one["retention"], one["reviews"]) == ("0.871", "11")
    assert [(row["retention"], row["reviews"]) for row in rows(RECORD, "paragraphs.csv")] == [
        ("0.94", "6"),
        ("0.58", "4"),
    ]
    told = [(row["surer_than_right"], row["answers"]) for row in rows(RECORD, "calibration.csv")]
    assert told == [("0.12", "18"), ("0.12", "18"), ("-0.09", "12"), ("0.3", "11")]


def test_a_case_that_is_left_out_has_its_reason() -> None:
    assert [row["left_out"] for row in rows(RECORD, "cases.csv")] == ["", "The phone rang."]


def test_of_an_empty_record_every_table_has_its_head() -> None:
    tables = record_tables(EMPTY)
    assert tables.keys() == record_tables(RECORD).keys()
    assert all(cells(content)[0] == cells(record_tables(RECORD)[name])[0] for name, content in tables.items())


@settings(max_examples=60, deadline=None)
@given(records(st.sampled_from(HOSTILE) | st.text(max_size=20)))
def test_no_cell_of_any_record_begins_a_formula(view: RecordView) -> None:
    for content in record_tables(view).values():
        table = cells(content)
        assert len({len(row) for row in table}) == 1
        assert not [cell for row in table for cell in row if acts(cell) and not is_number(cell)]


def is_number(cell: str) -> bool:
    """Whether a cell is a number, which may have a minus sign before it."""
    try:
        float(cell)
    except ValueError:
        return False
    return True


@pytest.mark.parametrize("text", ["=1+1", "@SUM(A1)", "-2+3"])
def test_a_formula_in_a_title_is_stopped(text: str) -> None:
    hostile = replace(RECORD, last_cases=(replace(RECORD.last_cases[0], title=text),))
    [row] = rows(hostile, "cases.csv")
    assert row["title"] == f"'{clean(text)}"


def test_what_the_guidance_leaves_open_is_told_apart_from_what_was_confused() -> None:
    one = ConfusionView("q", "Q", ("A",), ("A", "B", "C"), ((4, 3, 2),), ((0, 3, 1),))
    record = replace(RECORD, confusions=(one,))
    assert [row["left_open"] for row in rows(record, "confusion.csv")] == ["0", "3", "1"]
    drawn = confusion_table(one).rows[0].cells
    assert [(cell.right, cell.open) for cell in drawn] == [(True, 0), (False, 3), (False, 1)]
    (_, told) = confusions_of([one])
    assert told == (
        "Called for: A. Chosen: A, 4 times; B, 3 times, left open by the guidance or to be discussed; "
        "C, 2 times, 1 of them left open by the guidance or to be discussed."
    )
    page = record_page(record)
    assert "~ 3</td>" in page
    assert "2 (~ 1)</td>" in page
