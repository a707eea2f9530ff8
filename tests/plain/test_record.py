"""The record told section by section: all of it, and a screen at a time at a terminal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from simulator.plain.lines import END, Lines
from simulator.plain.record import record_of, sections_of, tell_record
from simulator.report.of_learner.words import COUNT_AGAIN
from simulator.session.record_view import LevelView
from tests.plain.planned import Planned
from tests.plain.scripted import play
from tests.plain.test_in_screens import Typed
from tests.report.of_class.hostile import HOSTILE
from tests.report.of_learner.records import EMPTY, RECORD, leaves, records
from tests.report.of_learner.test_pages import ACTING

if TYPE_CHECKING:
    from simulator.session.record_view import RecordView
    from simulator.session.training import Training

INSTEAD_OF_IDS = {"ConfusionView.question", "MistakeKindView.kind", "CalibrationRowView.name"}
"""Ids in whose place the words for them are told."""
TITLES = [section.title for section in sections_of(RECORD)]


def told(view: RecordView, *typed: str, terminal: bool = False) -> str:
    """What is said of a record."""
    stdout = Typed(terminal=terminal)
    tell_record(view, Lines(Typed(*typed, terminal=terminal), stdout))
    return stdout.getvalue()


@pytest.mark.parametrize("changed", leaves(RECORD, but=INSTEAD_OF_IDS))
def test_every_single_thing_of_the_record_is_told(changed: RecordView) -> None:
    assert told(changed) != told(RECORD)


def test_it_is_told_in_sentences() -> None:
    lines = list(record_of(RECORD))
    for sentence in (
        "Storing: in the safe. Mastered. 7 of 8 reviews right. Known now: 93%, from 8 reviews. Due on 2026-04-01. "
        "Difficulty +41. Rule store.safe. Rests on LP3, LP4.",
        "Known now, on average: 87%, from 11 reviews; the goal is 90%.",
        "Telling: the owner. New. Rule tell.owner. Rests on LP6.",
        "LP5 (Shelves): being learnt; known now: 58%, from 4 reviews; 3 right, 4 wrong.",
        "Called for: On the shelf. Chosen: In the safe, 3 times; Nowhere, 1 time.",
        "More than was called for. 5 times, in 3 cases; in 1 of the last ten. It rests on LP2.",
        "4 drills. 12 answers compared where nothing had changed; 2 moved. Index 0.83, where 1 is that none moved.",
        "Option In the safe: above 67% sure, which claims 67% or more: 11 right, 1 wrong. "
        "On the whole less sure than right by 9 points, from 12 answers.",
        "LP9 decided and was not named, 3 times.",
        "Before practice, 2026-02-01: 55% (41% to 69%), from 3 cases, 30 decisions, difficulty +12.",
        "From before practice to after practice: +23 points (+2 to +44). It went up.",
        "2026-03-07. The watch. 5 of 8 decisions right. A drill. Left out of every figure: The phone rang. "
        "Session bb22.",
        "2 cases ended before it was kept how they were judged, and count in no figure.",
    ):
        assert sentence in lines


FEW = replace(
    RECORD,
    rules=tuple(replace(one, reviews=min(one.reviews, 2), right=0) for one in RECORD.rules),
    paragraphs=tuple(replace(one, reviews=2) for one in RECORD.paragraphs),
    independence=replace(RECORD.independence, compared=9),
    calibration=tuple(replace(one, levels=(LevelView(1, 4, 5, 0.33),)) for one in RECORD.calibration),
)
"""The same figures, resting on too little each."""


def test_of_too_little_nothing_is_made() -> None:
    lines = " ".join(record_of(FEW))
    for words in (
        "Known now, on average: too few to say (4 reviews);",
        "Known now: too few to say (2 reviews). Due on 2026-04-01.",
        "LP5 (Shelves): being learnt; known now: too few to say (2 reviews);",
        "Index too few to say, where",
        "On the whole too few to say (9 answers).",
    ):
        assert words in lines
    for figure in ("93%", "58%", "0.83", "surer than"):
        assert figure not in lines


@pytest.mark.parametrize(("left_out", "said"), [(1, "The one case"), (3, "All 3 cases")])
def test_where_every_case_is_left_out_that_is_said_and_how_one_counts_again(left_out: int, said: str) -> None:
    cases = (RECORD.last_cases[1],) * left_out
    lines = " ".join(record_of(replace(EMPTY, last_cases=cases)))
    assert f"{said} that you finished " in lines
    assert f"To have one count again: {COUNT_AGAIN}" in lines


@pytest.mark.parametrize("view", [RECORD, EMPTY, replace(EMPTY, unread=1, last_cases=RECORD.last_cases)])
def test_where_something_counts_or_nothing_is_there_it_is_not_said(view: RecordView) -> None:
    assert COUNT_AGAIN not in " ".join(record_of(view))


def test_what_there_is_nothing_of_yet_is_named_once() -> None:
    *_, last = record_of(EMPTY)
    assert last == f"Nothing yet: {', '.join(TITLES[1:])}."
    assert "Nothing yet" not in told(RECORD)


@settings(max_examples=60, deadline=None)
@given(records(st.sampled_from(HOSTILE) | st.text(max_size=20)))
def test_any_record_is_told_and_nothing_in_it_acts(view: RecordView) -> None:
    assert not ACTING.search(told(view))


def test_at_a_terminal_each_section_waits_for_the_reader(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINES", "60")
    shown = told(RECORD, *[""] * 30, terminal=True)
    assert shown.count(END) == len(TITLES) - 1
    assert [title for title in TITLES if f"{title}." not in shown] == []


def test_at_a_terminal_the_rest_can_be_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LINES", "60")
    shown = told(RECORD, "", "skip", terminal=True)
    assert [title for title in TITLES if f"\n{title}." in shown] == TITLES[:2]


def test_elsewhere_nothing_waits() -> None:
    assert END not in told(RECORD)


def test_the_word_tells_it_before_a_case(library: Training) -> None:
    planned = Planned(lambda mode: library.begin("little", 7, mode))
    said = play(replace(library, practice=planned), "record")
    assert "Learner heron-42, on 2026-03-09." in said
    assert planned.begun == []
