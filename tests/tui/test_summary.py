"""The summary of a debrief: in words, and in pictures that fit any width and need no colour."""

from __future__ import annotations

from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest
from rich.cells import cell_len

from simulator.session.legend import COUNTING, COUNTING_HEADING, MEANINGS, MEANINGS_HEADING
from simulator.session.summary_view import (
    KnownParagraphView,
    ShareView,
    SubjectRowView,
    SummaryView,
    SurenessRowView,
)
from simulator.tui.telling.bars import bar, counts, percent
from simulator.tui.telling.ending import cared
from simulator.tui.telling.levels import borne_out
from simulator.tui.telling.overall import BADLY, DISCUSS, FOLLOWED, summed
from simulator.tui.telling.pictures import CASELOAD, PARAGRAPHS, SUBJECTS, SURE, pictured
from tests.tui.told import FIND, KEEPING, SUMMARY, debrief_of

if TYPE_CHECKING:
    from collections.abc import Sequence

WIDTHS = (36, 56, 80, 120)


def drawn(summary: SummaryView, width: int = 80) -> str:
    return "\n\n".join(picture.plain for picture in pictured(summary, width))


def below(heading: str, text: str) -> list[str]:
    """The lines of the section with this heading."""
    lines = text.splitlines()
    return list(takewhile(bool, lines[lines.index(heading) + 1 :]))


def told(width: int = 80) -> str:
    return summed(debrief_of(FIND, KEEPING), width, pictures=True).plain


def test_the_right_ending_stands_beside_what_was_chosen() -> None:
    assert below("What was right, and what you chose", told()) == [
        "How it ends",
        "✓ right: Ring",
        "  Right: It goes back",
        "  You chose this.",
        "✗ mistake: Book",
        "  Right: It goes back",
        "  Also within discretion: It is kept",
        "  You chose: It is sold",
    ]


def test_what_was_done_well_and_badly_is_listed() -> None:
    assert below("Done well on the way", told()) == ["✓ The log", "✓ Keeping (Ring)"]
    assert below("Done badly on the way", told()) == ["✗ Keeping (Book)"]


def test_the_decisions_are_counted_with_sign_and_word() -> None:
    assert "✓ right: 1   ✗ mistake: 2" in told()


def test_what_the_points_count_is_said_after_what_they_are_about() -> None:
    said = parts(told())[-2].splitlines()
    assert (said[0], " ".join(said[1:])) == (COUNTING_HEADING, COUNTING)


def test_without_points_nothing_is_said_of_what_they_count() -> None:
    assert COUNTING not in summed(replace(debrief_of(FIND), scores=()), 80, pictures=True).plain


@pytest.mark.parametrize("pictures", [True, False])
def test_the_summary_ends_on_what_the_words_mean(pictures: bool) -> None:
    text = summed(debrief_of(FIND, KEEPING), 80, pictures=pictures).plain
    heading, *meanings = parts(text)[-1].splitlines()
    assert heading == MEANINGS_HEADING
    assert meanings == [f"{word}: {meaning}." for word, meaning in MEANINGS]


def test_what_there_is_nothing_of_has_no_heading() -> None:
    text = summed(debrief_of(FIND, summary=SummaryView()), 80, pictures=True).plain
    heading, counts, counting, meanings = text.split("\n\n")
    assert (heading, counts) == ("Summary", "✗ mistake: 1")
    assert counting.startswith(COUNTING_HEADING)
    assert meanings.startswith(MEANINGS_HEADING)


def test_pictures_that_have_a_place_of_their_own_are_not_told_twice() -> None:
    assert SUBJECTS not in summed(debrief_of(FIND), 80, pictures=False).plain


def test_each_subject_has_a_row_of_signs_and_every_sign_its_word() -> None:
    assert below(SUBJECTS, drawn(SUMMARY)) == [
        "Ring ✓ ✓",
        "Book ✗ ↳",
        "Each sign is one decision, in the order of the table.",
        "✓ right or acceptable   ✗ mistake   ↳ follows",
    ]


def test_a_name_with_no_room_beside_its_signs_stands_above_them() -> None:
    long = SubjectRowView("A ring with a stone of some kind in it", (("Keeping", "right"),) * 3)
    assert below(SUBJECTS, drawn(SummaryView(subjects=(long,)), 36))[:2] == [long.label, "✓ ✓ ✓"]


def test_paragraphs_are_parted_into_known_and_to_read_again_with_their_numbers() -> None:
    assert below(PARAGRAPHS, drawn(SUMMARY)) == [
        "To read again",
        f"LP1 {'█' * 18}{'░' * 6} 3 right, 1 wrong",
        "Known: every decision was right",
        f"LP2 {'█' * 12} 2 right",
    ]


def test_sureness_is_told_against_the_share_that_it_stands_for() -> None:
    assert below(SURE, drawn(SUMMARY)) == [
        "Sure below 67%: 3 right",
        "███ 100% right.",
        "Sure above 67%: none",
        "Sure above 80%: 1 right, 1 wrong",
        "█░ 50% right.",
    ]


def test_of_enough_decisions_it_is_told_whether_they_bear_the_sureness_out() -> None:
    rows = (SurenessRowView(1, 5, 0), SurenessRowView(2, 2, 2, 3), SurenessRowView(3, 0, 0, 1))
    assert below(SURE, drawn(SummaryView(sureness=rows))) == [
        "Sure below 67%: 5 right",
        "█████ 100% right: more often right than you were sure.",
        "Sure above 67%: 2 right, 2 wrong, 3 neither",
        "██░░ 50% right.",
        "Sure above 80%: 1 neither",
    ]


def test_what_followed_and_what_is_to_be_discussed_is_no_mistake() -> None:
    summary = SummaryView(badly=("The log",), follows=("Keeping",), discuss=("Asking (Bo)",))
    text = summed(debrief_of(FIND, summary=summary), 80, pictures=False).plain
    assert below(BADLY, text) == ["✗ The log"]
    assert below(FOLLOWED, text) == ["↳ Keeping"]
    assert below(DISCUSS, text) == ["? Asking (Bo)"]


@pytest.mark.parametrize(
    ("level", "share", "word"),
    [
        (1, 0.66, "as"),
        (1, 0.68, "more"),
        (2, 0.66, "less"),
        (2, 0.7, "as"),
        (2, 0.9, "more"),
        (3, 0.8, "as"),
        (3, 0.79, "less"),
    ],
)
def test_a_level_is_borne_out_within_its_band(level: int, share: float, word: str) -> None:
    assert borne_out(level, share).startswith(word)


def test_how_common_an_ending_is_stands_with_its_source_and_how_many_are_here() -> None:
    lines = below(CASELOAD, drawn(SUMMARY))
    assert lines[0] == "Most things go back."
    assert lines[1] == "It goes back"
    assert lines[2].endswith(" 90%; 2 in this case")
    assert lines[4].endswith("░ 10%")
    assert lines[-1] == "Source: A report"


@pytest.mark.parametrize("width", WIDTHS)
def test_every_bar_and_its_numbers_fit_into_one_line(width: int) -> None:
    many = tuple(KnownParagraphView(f"LP{number}", "", number, 9) for number in range(1, 40))
    rows = tuple(replace(row, right=70, wrong=30) for row in SUMMARY.sureness)
    summary = replace(SUMMARY, paragraphs=many, sureness=rows)
    for line in drawn(summary, width).splitlines():
        bare = line.split("% right")[0]
        assert cell_len(bare) <= width or not set(bare) & {"█", "░"}


@pytest.mark.parametrize("share", [0, 0.001, 0.5, 0.999, 1])
def test_only_all_looks_like_all_and_only_nothing_like_nothing(share: float) -> None:
    cells = bar(share, 10).plain
    assert len(cells) == 10
    assert ("░" not in cells) == (share == 1)
    assert ("█" not in cells) == (share == 0)
    assert (percent(share) in {"0%", "100%"}) == (share in {0, 1})


@pytest.mark.parametrize(("right", "wrong"), [(1, 99), (99, 1), (100, 0), (0, 100)])
def test_one_decision_among_many_is_still_seen(right: int, wrong: int) -> None:
    cells = counts(right, wrong, 1, 12).plain
    assert len(cells) == 12
    assert ("█" in cells, "░" in cells) == (right > 0, wrong > 0)


def test_welfare_is_told_of_each_with_sign_and_words() -> None:
    assert parts(cared(debrief_of(FIND)).plain) == [
        "What was done for their welfare",
        "Ring\n✓ You saw to it: Its owner was told.\n○ Called for; the case went on with it: It was cleaned.",
    ]


def test_hostile_names_stay_in_one_line_and_act_on_nothing() -> None:
    name = "[b]Ring[/b]\x1b[31m\u202e\nnext"
    summary = SummaryView(
        subjects=(SubjectRowView(name, (("Keeping", "right"),)),),
        paragraphs=(KnownParagraphView(name, "", 1, 0),),
        caseload=replace(SUMMARY.caseload, shares=(ShareView(name, 0.5, 0),)) if SUMMARY.caseload else None,
    )
    text = drawn(summary, 120)
    assert text.count("[b]Ring[/b]") == 3
    assert not {"\x1b", "\u202e"} & set(text)
    assert "\nnext" not in text


def parts(text: str) -> Sequence[str]:
    return text.split("\n\n")
