"""The votes of a class on a wall: as bars where they have room, and else as a table."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from simulator.classroom.poll_view import RoundView, VotesView
from simulator.errors.text import first_acting
from simulator.session.view import OptionView
from simulator.tui.classroom.folding import below
from simulator.tui.classroom.projector.sheets import NOT_SHOWN
from simulator.tui.classroom.projector.table import vote_tables
from simulator.tui.classroom.votes import TOO_FEW
from tests.tui.classroom import made
from tests.tui.classroom.walls import GRADES, VOTED, WALLS, one, poll_about, projected, words

if TYPE_CHECKING:
    from textual.geometry import Size

    from simulator.classroom.poll_view import PollView, VerdictView

NUMBERS = re.compile(r"(\d+)  +(?:under 1%|over 99%|\d+%)")
SHARES = re.compile(r"\d+%")
SIZES = ["80x24", "120x35", "160x45", "200x60"]
"""Of the terminals of `WALLS`."""

IN_76 = """\
✓ called for   (✓) within discretion   ○ the guidance gives no answer
                      2 Left to
                      the school,               4 A visit
                      with advice               by two
                      in writing                officers,    5 A
                      to the head               one of them  decision by
         1 Nothing    and to the   3 Referral   trained for  an
         further      parents      for support  it           inspector
A    1st      1   6%       4  22%  ✓    9  50%  (✓)  3  17%       1   6%
     2nd      0   0%       1   6%      15  88%       1   6%       0   0%
B    1st      2  11%  ✓    8  44%  (✓)  6  33%       2  11%       0   0%
     2nd      1   6%       4  24%      11  65%       1   6%       0   0%
C ○  1st     11  61%       5  28%       2  11%       0   0%       0   0%
     2nd      3  18%      12  71%       2  12%       0   0%       0   0%"""


def tables(poll: PollView, width: int, key: VerdictView | None = None) -> list[str]:
    return [below([table.lines()]).plain for table in vote_tables(poll, width, key=key)]


def of_counts(*counts: tuple[int, ...], label: str = "A") -> PollView:
    """A vote about a subject for each of `counts`, and a second one turned about."""
    rounds = (
        RoundView(
            number, 400, tuple(VotesView(f"s{at}", f"{label}{at}", each) for at, each in enumerate(votes))
        )
        for number, votes in enumerate((counts, counts[::-1]), start=1)
    )
    options = tuple(OptionView(f"o{at}", f"Option {at}") for at in range(len(counts[0])))
    return made.poll(*rounds, options=options)


def test_both_votes_stand_in_a_table_with_what_is_called_for() -> None:
    assert tables(made.poll(), 76, made.verdict())[0] == IN_76


@pytest.mark.parametrize(("wall", "most"), zip(WALLS, (2, 1, 1, 1), strict=True), ids=SIZES)
def test_both_votes_about_seven_subjects_and_five_options_fill_a_page_or_two(wall: Size, most: int) -> None:
    room = made.room("closed", round=2, committed=17, poll=poll_about(7))
    pages = projected(room, wall)
    assert len(pages) <= most
    assert all("1st vote: 18 voted" in page and "2nd vote: 17 voted" in page for page in pages)
    told = "\n".join(pages)
    assert len(SHARES.findall(told)) == 2 * 7 * len(GRADES)
    assert len(re.findall(r"\b1st\b", told)) - len(pages) == len(re.findall(r"\b2nd\b", told)) - 2 * len(
        pages
    )


@pytest.mark.parametrize("wall", WALLS, ids=SIZES)
def test_where_bars_about_each_subject_have_room_on_a_page_they_stand_there(wall: Size) -> None:
    page = one(made.room("closed", poll=poll_about(1)), wall)
    assert all(re.search(rf"{grade} +1st ", page) for grade in GRADES)
    assert re.search(r"▒{17}", page)


def test_the_table_has_bars_where_they_have_room_then_numbers_then_shares_alone() -> None:
    poll = of_counts(*[(10, 200, 100)] * 6)
    wide, middle, narrow = (tables(poll, width)[0] for width in (60, 50, 36))
    assert "█" in wide
    assert "█" not in middle
    assert len(NUMBERS.findall(wide)) == len(NUMBERS.findall(middle)) == 36
    assert not NUMBERS.search(narrow)
    assert len(SHARES.findall(narrow)) == 36


def test_where_no_table_has_room_there_is_none() -> None:
    assert tables(poll_about(30, [f"Option {at}" for at in range(30)]), 60) == []


def test_in_a_discussion_the_votes_are_as_dense() -> None:
    room = made.room("closed", paused="Which words decide?", poll=poll_about(7))
    assert len(projected(room, WALLS[2])) == 1


def test_what_is_said_alike_of_several_subjects_is_told_once() -> None:
    first, second, _ = made.verdict().subjects
    alike = replace(first, subject="b", label="B")
    for poll in (None, made.poll()):
        room = made.room("told", poll=poll, verdict=made.verdict(subjects=(first, alike)))
        told = words("\n".join(projected(room, WALLS[0])))
        assert "A; B ✓ called for: Referral for support" in told
        assert told.count("✓ called for:") == 1
    room = made.room("told", verdict=made.verdict(subjects=(first, second)))
    assert words("\n".join(projected(room))).count("✓ called for:") == 2


def test_signs_that_tell_the_verdict_differ_in_more_than_colour() -> None:
    [told, _] = tables(made.poll(), 136, made.verdict())
    assert "✓ called for   (✓) within discretion   ○ the guidance gives no answer" in told
    assert re.search(r"Referral for support +1st ✓ .*\(✓\)", told)
    assert "C ○" in told


def test_without_a_key_no_table_tells_what_is_called_for() -> None:
    assert not any(set("✓○") & set(told) for told in tables(made.poll(), 136))


def test_of_fewer_than_five_there_is_no_table() -> None:
    assert tables(made.poll(made.hidden_round()), 116) == []
    told = words(one(made.room("closed", poll=made.poll(made.hidden_round()))))
    assert NOT_SHOWN in told


def test_a_vote_of_too_few_is_not_in_the_table_of_one_of_enough() -> None:
    poll = poll_about(7)
    hidden = replace(poll, rounds=(poll.rounds[0], made.hidden_round(2)))
    told = "\n".join(projected(made.room("closed", round=2, poll=hidden), WALLS[0]))
    assert len(SHARES.findall(told)) == 7 * len(GRADES)
    assert TOO_FEW in words(told)


def test_a_third_vote_has_a_line_of_its_own() -> None:
    third = replace(poll_about(3).rounds[0], number=3)
    poll = poll_about(3)
    told = tables(replace(poll, rounds=(*poll.rounds, third)), 136)[0]
    assert "3rd ▓" in told


COUNTS = st.integers(1, 6).flatmap(
    lambda options: st.lists(st.tuples(*[st.integers(0, 400)] * options), min_size=1, max_size=8)
)


@given(COUNTS, st.integers(30, 200))
def test_every_count_is_in_the_table_once_for_each_vote(counts: list[tuple[int, ...]], width: int) -> None:
    for told in tables(of_counts(*counts), width):
        assert max(map(cell_len, told.split("\n"))) <= width
        found = NUMBERS.findall(told)
        assert not found or sorted(map(int, found)) == sorted(
            2 * [count for each in counts for count in each]
        )


@given(COUNTS, st.integers(90, 200))
def test_a_bar_is_there_where_somebody_voted_and_the_longer_the_more_did(
    counts: list[tuple[int, ...]], width: int
) -> None:
    for told in tables(of_counts(counts[0]), width):
        if "█" not in told:
            continue
        bars = re.findall(
            r"(█*) +(\d+)  +(?:under 1%|over 99%|\d+%)",
            "\n".join(line for line in told.split("\n") if "1st" in line),
        )
        by_count = sorted((int(count), len(bar)) for bar, count in bars)
        assert all((bar > 0) == (count > 0) for count, bar in by_count)
        assert sorted(bar for _, bar in by_count) == [bar for _, bar in by_count]


@given(st.lists(st.text(), min_size=2, max_size=8), st.text(), st.integers(30, 200))
def test_any_text_keeps_within_the_table(labels: list[str], label: str, width: int) -> None:
    poll = of_counts(tuple(range(len(labels))), label=label)
    poll = replace(poll, options=tuple(OptionView(f"o{at}", text) for at, text in enumerate(labels)))
    for told in tables(poll, width):
        assert max(map(cell_len, told.split("\n"))) <= width
        assert first_acting(told) is None


def test_votes_are_of_as_many_as_have_voted() -> None:
    """The polls of these tests hold together."""
    for each, voted in zip(poll_about(7).rounds, VOTED, strict=True):
        assert {sum(votes.counts) for votes in each.subjects} == {voted}
