"""Sheets of the record: laws that hold for any figures, and tables of words."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from simulator.session.record_view import CaseRowView, ConfusionView, LevelView, RecordView
from simulator.tui.telling.few import known
from simulator.tui.telling.record.confusion import confusion_sheet
from simulator.tui.telling.record.sections import Section, sheet_of
from simulator.tui.telling.record.summary import COUNT_AGAIN, OWN
from simulator.tui.telling.record.words import (
    barred,
    difficulty,
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
        (known(None, 0), ""),
        (known(0.999, 3), "████░ over 99%"),
        (known(1.0, 2), "too few to say"),
        (share(0, 0), "none yet"),
        (share(3, 4), "3 of 4, 75%"),
        (points_of(-0.06), "−6"),
        (points_of(0.24), "+24"),
    ],
)
def test_a_figure_is_told_in_words(said: str, words: str) -> None:
    assert said == words


FEW = replace(
    RECORD,
    rules=tuple(replace(one, reviews=min(one.reviews, 2), right=0) for one in RECORD.rules),
    paragraphs=tuple(replace(one, reviews=2) for one in RECORD.paragraphs),
    independence=replace(RECORD.independence, compared=9, moved=2),
    calibration=tuple(replace(one, levels=(LevelView(3, 9, 0, 0.8),)) for one in RECORD.calibration),
)
"""The same figures, resting on too little each."""


def told_of(record: RecordView, section: Section) -> str:
    sheet = sheet_of(record, section)
    told = [text for row in sheet.rows for text in (*row.cells, row.detail(80).plain)]
    return " ".join(" ".join([sheet.said, *told]).split())


@pytest.mark.parametrize(
    ("section", "few", "never"),
    [
        (
            Section.SUMMARY,
            ("too few to say (4 reviews)", "too few to say (9 answers)"),
            ("83%", "78% of", "too sure"),
        ),
        (Section.RULES, ("known now: too few to say (2 reviews)",), ("41%", "97%")),
        (Section.PARAGRAPHS, ("known now: too few to say (2 reviews)",), ("69%",)),
        (Section.INDEPENDENCE, ("Index: too few to say (9 answers)", "7 of 9 answers stayed"), ("78%", "██")),
        (
            Section.CALIBRATION,
            ("Too few to say (9 answers).",),
            ("too sure", "not sure enough", "often right"),
        ),
    ],
    ids=lambda each: each.title if isinstance(each, Section) else "",
)
def test_of_too_little_nothing_is_made(
    section: Section, few: tuple[str, ...], never: tuple[str, ...]
) -> None:
    told = told_of(FEW, section)
    for words in few:
        assert words in told
    for words in never:
        assert words not in told


CASE = CaseRowView("s1", "A bench", "2026-01-04", 5, 1, "", "A colleague played it.")


@pytest.mark.parametrize(("cases", "said"), [((CASE,), "The one case"), ((CASE, CASE), "All 2 cases")])
def test_a_record_of_which_every_case_is_left_out_is_not_told_as_an_empty_one(
    cases: tuple[CaseRowView, ...], said: str
) -> None:
    told = sheet_of(replace(EMPTY, last_cases=cases), Section.SUMMARY).said
    assert (
        told
        == f"{said} that you finished {'is' if len(cases) == 1 else 'are'} left out of every figure. {COUNT_AGAIN}"
    )
    assert sheet_of(replace(EMPTY, cases=1, last_cases=cases), Section.SUMMARY).said == OWN


def test_a_choice_that_the_guidance_leaves_open_has_a_sign_of_its_own_and_is_no_confusion() -> None:
    one = ConfusionView("q", "Q", ("A",), ("A", "B", "C"), ((4, 3, 2),), ((0, 3, 0),))
    head, row = confusion_sheet(replace(EMPTY, confusions=(one,))).rows
    assert row.cells == ("A", "✓ 4 of 9", "✗ C (2)")
    assert "~ B" in row.detail(80).plain
    assert "✗ B" not in row.detail(80).plain
    assert "=4 ~3  2" in head.detail(80).plain
    only = replace(one, chosen=("A", "B"), counts=((4, 3),), open=((0, 3),))
    assert confusion_sheet(replace(EMPTY, confusions=(only,))).rows[1].cells[2] == "~ B (3)"
