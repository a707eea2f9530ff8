"""Sheets of the record: laws that hold for any figures, and tables of words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.session.record_view import ConfusionView, RecordView
from simulator.tui.telling.record.confusion import confusion_sheet
from simulator.tui.telling.record.sections import Section, sheet_of
from simulator.tui.telling.record.words import (
    barred,
    difficulty,
    known,
    points_of,
    right_and_wrong,
    share,
    surer,
)
from tests.tui.practising import EMPTY, RECORD


@pytest.mark.parametrize("record", [RECORD, EMPTY], ids=["full", "empty"])
@pytest.mark.parametrize("section", Section, ids=lambda each: each.title)
def test_every_row_has_a_cell_for_each_column_and_is_told_in_any_width(
    section: Section, record: RecordView
) -> None:
    sheet = sheet_of(record, section)
    assert sheet.said
    for row in sheet.rows:
        assert len(row.cells) == len(sheet.columns)
        assert all(row.detail(width).plain.strip() for width in (1, 20, 80, 200))


@given(st.floats(0, 1), st.integers(1, 200))
def test_a_bar_is_never_wider_than_its_words_leave_room(part: float, width: int) -> None:
    assert barred(part, width, "7 of 9").cell_length <= max(width, 11)


@given(st.integers(0, 10**6), st.integers(0, 10**6), st.integers(1, 200))
def test_right_and_wrong_are_both_seen_where_there_were_both(right: int, wrong: int, width: int) -> None:
    drawn = right_and_wrong(right, wrong, width).plain
    assert ("█" in drawn) == (right > 0)
    assert ("░" in drawn) == (wrong > 0)
    assert f"{right} right, {wrong} wrong" in drawn


@given(st.lists(st.lists(st.integers(0, 999), min_size=3, max_size=3), min_size=2, max_size=2))
def test_a_table_of_confusion_tells_every_figure_and_their_sums(counts: list[list[int]]) -> None:
    one = ConfusionView("q", "Q", ("A", "B"), ("A", "B", "C"), tuple(map(tuple, counts)))
    head, *rows = confusion_sheet(replace(EMPTY, confusions=(one,))).rows
    told = head.detail(80).plain
    for row, figures in zip(rows, counts, strict=True):
        assert row.cells[1].endswith(f"of {sum(figures)}")
        assert all(str(figure) in told for figure in figures if figure)
        assert row.detail(80).plain


def test_of_a_table_that_is_too_wide_it_is_said_how_much_is_left() -> None:
    names = tuple(f"Option {number}" for number in range(60))
    one = ConfusionView("q", "Q", names[:1], names, (tuple(range(60)),))
    head = confusion_sheet(replace(EMPTY, confusions=(one,))).rows[0]
    told = head.detail(60).plain
    assert "There is no room for 51 columns more" in told
    assert max(map(len, told.splitlines()[2:4])) <= 60


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (surer(None), "no sureness given"),
        (surer(0.004), "as sure as right"),
        (surer(0.12), "12 points too sure"),
        (surer(-0.2), "20 points not sure enough"),
        (difficulty(None), "not known yet"),
        (difficulty(120), "harder than most (+120 points)"),
        (difficulty(-140), "easier than most (-140 points)"),
        (difficulty(3), "middling (+3 points)"),
        (known(None), ""),
        (known(0.999), "████░ over 99%"),
        (share(0, 0), "none yet"),
        (share(3, 4), "3 of 4, 75%"),
        (points_of(-0.06), "−6"),
        (points_of(0.24), "+24"),
    ],
)
def test_a_figure_is_told_in_words(said: str, words: str) -> None:
    assert said == words
