"""How the votes of a class are told."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from simulator.classroom.poll_view import PollView, RoundView, SubjectVerdictView, VerdictView, VotesView
from simulator.errors.text import first_acting
from simulator.session.debrief_view import RulingView
from simulator.session.view import OptionView
from simulator.tui.classroom.votes import NO_VOTE, TOO_FEW, votes_told
from tests.tui.classroom import made

WIDTHS = [40, 59, 60, 80, 120, 200]
ROW = re.compile(r" (\d+) {2,}(under 1%|over 99%|\d+%)$", re.MULTILINE)
NUMBERS = st.integers(0, 400)
HOSTILE = ["[@click=app.quit]here[/]", "[/nope]", "[bold red]no[/bold red]", "$accent \\[x] :smile:"]
ACTING = "a\x1b[2J\x9b2J\x07\u202eb\u200b\u2066\tc\nd"

IN_80 = """\
█ 1st vote: 18 voted   ▒ 2nd vote: 17 voted

A
1 Nothing further                     1st ██                              1   6%
                                      2nd                                 0   0%
2 Left to the school, with advice     1st ███████                         4  22%
  in writing to the head and to the   2nd ▒▒                              1   6%
  parents
◆ yours
3 Referral for support  ✓ called for  1st ███████████████                 9  50%
                                      2nd ▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒▒     15  88%
4 A visit by two officers, one of     1st █████                           3  17%
  them trained for it                 2nd ▒▒                              1   6%
✓ within discretion
5 A decision by an inspector          1st ██                              1   6%
                                      2nd                                 0   0%"""
IN_40 = """\
18 have voted.

A
1 Nothing further
  ██                              1   6%
2 Left to the school, with advice in
  writing to the head and to the parents
  ███████                         4  22%
3 Referral for support
  ████████████████                9  50%
4 A visit by two officers, one of them
  trained for it
  █████                           3  17%
5 A decision by an inspector
  ██                              1   6%"""


def text_of(poll: PollView, width: int = 80, **more: object) -> str:
    return votes_told(poll, width, **more).plain  # type: ignore[arg-type]


def about(poll: PollView, *subjects: str) -> PollView:
    """Only the votes about some subjects."""
    rounds = (
        replace(each, subjects=tuple(one for one in each.subjects if one.subject in subjects))
        for each in poll.rounds
    )
    return replace(poll, rounds=tuple(rounds))


def poll_of(*counts: int, labels: list[str] | None = None, voted: int | None = None) -> PollView:
    """One vote about one subject."""
    options = tuple(
        OptionView(f"o{at}", labels[at] if labels else f"Option {chr(65 + at)}") for at in range(len(counts))
    )
    votes = VotesView("a", "A", counts)
    each = RoundView(1, sum(counts) if voted is None else voted, (votes,))
    return replace(made.poll(each), options=options)


def test_both_votes_stand_below_each_other_with_what_is_called_for_and_ones_own() -> None:
    poll = about(made.poll(), "a")
    assert text_of(poll, key=made.verdict(), own={"a": ("school",)}) == IN_80


def test_one_vote_in_a_narrow_pane_stands_below_the_options() -> None:
    assert text_of(about(made.poll(made.first_round()), "a"), 40) == IN_40


@pytest.mark.parametrize("width", WIDTHS)
def test_no_line_is_wider_than_the_pane(width: int) -> None:
    told = text_of(made.poll(), width, key=made.verdict(), own={"a": ("decide",)})
    assert max(map(cell_len, told.split("\n"))) <= width


def test_a_third_vote_has_a_bar_of_its_own() -> None:
    third = made.round_of(3, 17, made.AGAIN)
    told = text_of(about(made.poll(made.first_round(), made.second_round(), third), "a"))
    assert "▓ 3rd vote: 17 voted" in told
    assert "3rd ▓▓" in told


def test_fewer_than_five_votes_are_one_sentence() -> None:
    assert text_of(made.poll(made.hidden_round())) == TOO_FEW


def test_before_any_vote_there_is_a_sentence_as_well() -> None:
    assert text_of(replace(made.poll(), rounds=())) == NO_VOTE


def test_a_vote_of_too_few_is_not_shown_beside_one_of_enough() -> None:
    told = text_of(made.poll(made.first_round(), made.hidden_round(2)))
    assert f"2nd vote: {TOO_FEW}" in told
    assert "2nd ▒" not in told
    assert "4 voted" not in told


def test_one_vote_is_counted_in_the_singular() -> None:
    assert text_of(poll_of(1, 0)).startswith("1 has voted.")


def test_where_the_guidance_is_silent_no_option_has_a_sign() -> None:
    rulings = tuple(made.ruling(option, "acceptable") for option in made.OPTIONS)
    silent = SubjectVerdictView("c", "C", rulings, "It says nothing.", ())
    told = text_of(about(made.poll(), "c"), key=made.verdict(subjects=(silent,)))
    assert "C  ○ the guidance gives no answer" in told
    assert "✓" not in told


def test_without_a_key_nothing_tells_what_is_called_for() -> None:
    assert "✓" not in text_of(made.poll())


def test_many_options_nobody_voted_for_are_told_in_one_line() -> None:
    told = text_of(poll_of(5, *[0] * 9))
    assert len(ROW.findall(told)) == 1
    assert "nobody: 2 Option B; 3 Option C; 4 Option D" in told


def test_options_are_called_by_the_keys_that_chose_them() -> None:
    assert re.findall(r"^(\S) Option", text_of(poll_of(5, 1)), re.MULTILINE) == ["1", "2"]
    told = text_of(poll_of(5, 1, labels=["086/02", "Another"]))
    assert re.findall(r"^(\S) (086/02|Another)", told, re.MULTILINE) == [("a", "086/02"), ("b", "Another")]


def test_a_few_of_them_have_rows() -> None:
    told = text_of(poll_of(5, *[0] * 8))
    assert len(ROW.findall(told)) == 9
    assert "nobody" not in told


def test_what_is_called_for_keeps_its_row_though_nobody_voted_for_it() -> None:
    called_for = RulingView("o9", "x", "expected", "called for", "stated", "stated in words", "", False)
    verdict = VerdictView("p", "q", "", (SubjectVerdictView("a", "A", (called_for,), None, ()),), ())
    told = text_of(poll_of(5, *[0] * 10), key=verdict)
    assert "Option J  ✓ called for" in told


def test_of_several_options_a_share_may_be_of_all_who_voted() -> None:
    assert [share for _, share in ROW.findall(text_of(poll_of(6, 6, voted=6)))] == ["100%", "100%"]


@pytest.mark.parametrize("payload", HOSTILE)
def test_markup_is_shown_as_it_is(payload: str) -> None:
    assert payload in text_of(poll_of(5, labels=[payload]), 200)


def test_what_acts_on_a_terminal_is_shown_and_does_not_act() -> None:
    told = text_of(poll_of(5, 0, labels=[ACTING, "other"]))
    assert first_acting(told) is None
    assert "\t" not in told
    assert len(ROW.findall(told)) == 2


@given(st.lists(NUMBERS, min_size=1, max_size=6), st.integers(40, 200))
def test_every_count_is_told_and_its_bar_is_as_long_as_its_share(counts: list[int], width: int) -> None:
    voted = max(sum(counts), 1)
    told = text_of(poll_of(*counts, voted=voted), width)
    assert [int(count) for count, _ in ROW.findall(told)] == counts
    bars = [line.count("█") for line in told.split("\n") if ROW.search(line)]
    by_count = sorted(zip(counts, bars, strict=True))
    assert all((bar > 0) == (count > 0) for count, bar in by_count)
    assert sorted(bars) == [bar for _, bar in by_count]


@given(
    st.lists(st.tuples(st.text(), NUMBERS, NUMBERS), min_size=1, max_size=12),
    st.text(),
    st.integers(40, 200),
    st.booleans(),
)
def test_any_text_keeps_within_the_pane(
    options: list[tuple[str, int, int]], label: str, width: int, with_key: bool
) -> None:
    names = tuple(OptionView(f"o{at}", text) for at, (text, _, _) in enumerate(options))
    rounds = tuple(
        RoundView(
            number,
            40,
            (VotesView("a", label, tuple((first, second)[number - 1] for _, first, second in options)),),
        )
        for number in (1, 2)
    )
    rulings = tuple(
        RulingView(f"o{at}", text, "expected", label, "stated", "", label, False)
        for at, (text, _, _) in enumerate(options)
    )
    key = VerdictView("p", "q", label, (SubjectVerdictView("a", label, rulings, None, ()),), ())
    poll = replace(made.poll(*rounds), options=names)
    told = text_of(poll, width, key=key if with_key else None, own={"a": ("o0",)})
    assert all(cell_len(line) <= width for line in told.split("\n"))
    assert first_acting(told) is None
    assert told.count("◆ yours") >= 1
