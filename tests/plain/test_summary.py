"""The summary of a debrief and the welfare, in sentences."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest

from simulator.plain import asking_words, further
from simulator.plain.debrief import tell_debrief, tell_summary
from simulator.plain.lines import Lines
from simulator.plain.summary import MEANING, summary_of, welfare_of
from simulator.session.debrief_view import DebriefView, ScoreView
from simulator.session.legend import COUNTING, MEANINGS_HEADING
from simulator.session.summary_view import (
    CaseloadView,
    EndingView,
    KnownParagraphView,
    ShareView,
    SubjectRowView,
    SummaryView,
    SurenessRowView,
    WelfareView,
)

if TYPE_CHECKING:
    from collections.abc import Callable

SUMMARY = SummaryView(
    endings=(
        EndingView("Closing", "Ring", ("It goes back",), (), ("It is sold",), "mistake"),
        EndingView("Closing", "Book", ("It goes back",), ("It is lent",), ("It goes back",), "right"),
    ),
    well=("Keeping (Ring, Book)",),
    badly=("Closing (Ring)",),
    subjects=(
        SubjectRowView("Ring", (("Keeping", "right"), ("Closing", "mistake"), ("Telling", "follows"))),
    ),
    paragraphs=(
        KnownParagraphView("LP1", "All", 2, 0),
        KnownParagraphView("LP2", "All", 1, 3),
        KnownParagraphView("LP3", "All", 0, 1),
    ),
    sureness=(SurenessRowView(1, 0, 0), SurenessRowView(2, 1, 0), SurenessRowView(3, 2, 1)),
    caseload=CaseloadView("Most go back", "The library, 2020", (ShareView("it goes back", 0.9, 2),)),
)


def test_every_part_of_the_summary_is_told_in_sentences() -> None:
    assert list(summary_of(SUMMARY)) == [
        "How the matter ends for each:",
        "Ring. Closing. [x] A mistake. You chose: It is sold. Called for: It goes back.",
        "Book. Closing. [+] Right. You chose: It goes back. Also within discretion: It is lent.",
        "Done well:",
        "Keeping (Ring, Book).",
        "Done badly:",
        "Closing (Ring).",
        "For each:",
        "Ring. 3 decisions: 1 right, 1 wrong, 1 wrong because of an earlier mistake. Wrong: Closing, Telling.",
        "Paragraphs that you applied rightly: LP1.",
        "Paragraph LP2: 1 right and 3 wrong.",
        "Paragraphs to read again: LP3.",
        "Where you were more than 67% sure: 1 right and 0 wrong.",
        "Where you were more than 80% sure: 2 right and 1 wrong.",
        "Most go back. Source: The library, 2020.",
        "It goes back: about 90% of real cases, and 2 in this one.",
    ]


def tell(told: Callable[[DebriefView, Lines], None], debrief: DebriefView) -> list[str]:
    stdout = io.StringIO()
    told(debrief, Lines(io.StringIO(), stdout))
    return " ".join(stdout.getvalue().split("\n")).split("  ")


def test_the_summary_ends_on_what_the_words_mean() -> None:
    *_, last = tell(tell_summary, DebriefView((), (), (), (), summary=SUMMARY))
    assert last.strip() == " ".join([f"{MEANINGS_HEADING}.", *MEANING])
    assert "Called for: what the guidance says is to be done; it counts in full." in MEANING


def test_where_there_is_no_summary_no_words_are_explained() -> None:
    assert tell(tell_summary, DebriefView((), (), (), ())) == [""]


def test_what_the_points_count_is_said_below_them() -> None:
    debrief = DebriefView((), (ScoreView("guidance", 2, 4),), (), ())
    assert f"Points: guidance: 2 of 4 (50%) {COUNTING}" in [
        each.strip() for each in tell(tell_debrief, debrief)
    ]
    assert COUNTING not in " ".join(tell(tell_debrief, DebriefView((), (), (), ())))


@pytest.mark.parametrize("words", [asking_words.HELP, further.HELP], ids=["in a case", "after it"])
def test_the_help_says_what_the_words_mean(words: tuple[str, ...]) -> None:
    assert set(MEANING) <= set(words)


def test_an_empty_summary_says_nothing() -> None:
    assert list(summary_of(SummaryView())) == []


def test_welfare_says_who_saw_to_it() -> None:
    assert list(
        welfare_of([WelfareView("Ring", (("It was locked up.", True), ("It was shown.", False)))])
    ) == [
        "Ring.",
        "It was locked up. You saw to this.",
        "It was shown. You did not choose this; the case went on with it.",
    ]
