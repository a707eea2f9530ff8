"""What is projected, as pages of lines: on walls of any size, of any text."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.content import Content
from textual.geometry import Size

from simulator.classroom.poll_view import PollView, RoundView, VotesView
from simulator.errors.text import first_acting
from simulator.session.view import OptionView
from simulator.tui.classroom.folding import Block
from simulator.tui.classroom.letters import LETTERS, large_letters
from simulator.tui.classroom.projector.joining import BROWSER, TERMINAL
from simulator.tui.classroom.projector.paging import Sheet, pages
from simulator.tui.classroom.projector.sheets import NOT_SHOWN, sheet_of
from tests.tui.classroom import made
from tests.tui.classroom.walls import WALLS, asked, one, projected, words

STAGES = ["gathering", "reading", "voting", "closed", "told", "own", "ended", "over"]
TEXT = st.text(max_size=120)


@pytest.mark.parametrize("wall", WALLS, ids=str)
def test_while_the_class_gathers_it_is_told_how_to_join(wall: Size) -> None:
    page = one(made.gathering(), wall)
    assert BROWSER in page
    assert made.ADDRESSES[0] in page
    assert "12 seats are taken." in page
    assert "█▀▀▀▀▀█" in page or "██  ██████  ██" in page


def test_a_code_that_cannot_be_drawn_large_is_written() -> None:
    assert "ab_c" in projected(made.gathering(), code="ab_c")[0]


def test_without_an_address_there_is_the_code_alone() -> None:
    [page] = pages(sheet_of(made.gathering(1), made.CODE, "", WALLS[1]), WALLS[1])
    assert BROWSER not in page.plain
    assert TERMINAL not in page.plain
    assert "1 seat is taken." in page.plain


def test_where_there_is_no_room_for_a_qr_code_the_words_are_there() -> None:
    page = one(made.gathering(), Size(44, 16))
    assert made.ADDRESSES[0] in page
    assert "█▀▀▀▀▀█" not in page


def test_the_votes_are_not_shown_unless_everybody_may_see_them() -> None:
    for stage in STAGES:
        page = words(" ".join(projected(made.room(stage, verdict=made.verdict()))))
        assert "%" not in page


@pytest.mark.parametrize("stage", ["voting", "closed", "told"])
def test_of_fewer_than_five_no_votes_are_shown(stage: str) -> None:
    room = made.room(stage, seats=4, committed=4, poll=made.poll(made.hidden_round()))
    page = words(" ".join(projected(room)))
    assert page.count(NOT_SHOWN) == 1
    assert "%" not in page


def test_votes_of_an_earlier_round_are_called_so() -> None:
    page = one(made.room(round=2, committed=3, poll=made.poll(made.first_round())))
    assert "Referral – 2nd vote" in page
    assert "3 of 18 have voted." in page
    assert "Below is the 1st vote: 18 voted." in page


def test_a_discussion_has_its_prompt_and_the_votes_that_are_shown() -> None:
    prompt = "Which words decide?"
    assert prompt in one(made.room("closed", paused=prompt))
    with_votes = one(made.room("closed", paused=prompt, poll=made.poll(made.first_round())))
    assert with_votes.index(prompt) < with_votes.index("50%")


@pytest.mark.parametrize("wall", WALLS, ids=str)
def test_what_is_discussed_stands_below_the_prompt_which_stays_where_it_is(wall: Size) -> None:
    options, reading = (
        asked("closed", paused="Which words decide?"),
        made.room("reading", paused="Which words decide?"),
    )
    polls = made.poll(made.hidden_round()), made.poll(made.first_round()), made.poll()
    rooms = options, reading, *(replace(options, poll=poll) for poll in polls)
    first, *others = (projected(room, wall)[0] for room in rooms)
    at = first.index(made.TITLE)
    assert (
        first.index("Which words decide?") < at < first.index(made.ASKS) < first.index(made.OPTIONS["none"])
    )
    assert all(words(label) in words(first) for label in made.OPTIONS.values())
    assert "Asked about: A; B; C" in first
    alone, few, *shown = others
    assert alone == first[: len(alone)]
    assert made.TITLE not in alone
    assert first[:at] == few[:at]
    assert NOT_SHOWN in words(few)
    assert all(words(label) in words(few) for label in made.OPTIONS.values())
    for page in shown:
        assert page[:at] == first[:at]
        assert ("50%" in page[page.index(made.ASKS) :]) != ("( )" in page)


def test_votes_that_need_a_page_of_their_own_in_a_discussion_leave_the_options_on_the_first() -> None:
    discussed = asked("closed", paused="Which words decide?", poll=made.poll())
    first, second = projected(discussed, WALLS[0])
    at = first.index(made.TITLE)
    assert all(words(label) in words(first) for label in made.OPTIONS.values())
    assert first[:at].strip() == second[:at].strip()
    assert "50%" in second


def test_a_discussion_without_a_prompt_says_what_to_do() -> None:
    assert "Talk it over" in one(made.room("reading", paused=""))


def test_a_prompt_that_fills_the_wall_is_there_whole() -> None:
    prompt = " ".join(f"word{at}" for at in range(125))
    told = words(" ".join(projected(made.room("closed", paused=prompt, poll=made.poll()), WALLS[0])))
    assert prompt in told


SAID = "A paragraph says so in these words."


def test_the_verdict_stands_below_the_votes_and_the_paragraphs_last() -> None:
    told = "\n".join(projected(made.told()))
    assert told.rindex("71%") < told.rindex("88%") < told.index(SAID) < told.index("In the guidance")
    assert "C ○" in told
    assert words("The paragraphs say nothing of somebody who was only told of it.") in words(told)


def test_where_there_is_room_it_stands_below_the_votes_on_each_subject() -> None:
    first, second, _ = made.verdict().subjects
    verdict = made.verdict(subjects=(first, second), paragraphs=())
    told = one(made.room("told", round=2, poll=made.poll(), verdict=verdict), Size(200, 80))
    assert [line.strip() for line in told.split("\n") if line.strip() in {"A", "B", SAID}] == [
        "A",
        SAID,
        "B",
        SAID,
    ]


def test_a_verdict_without_votes_is_told() -> None:
    told = "\n".join(projected(made.room("told", verdict=made.verdict())))
    assert "✓ called for: Referral for support" in told
    assert "1st" not in told


def test_further_information_is_there_while_a_question_is_open() -> None:
    for stage in ("reading", "voting", "own"):
        page = words(one(made.room(stage, injected=("The head rings.", "B is at home."))))
        assert "Further information The head rings. B is at home." in page


@given(
    st.sampled_from(STAGES),
    st.lists(TEXT, min_size=6, max_size=6),
    st.none() | TEXT,
    st.integers(0, 400),
    st.integers(0, 400),
    st.integers(30, 220),
    st.integers(6, 60),
)
def test_any_text_keeps_within_any_wall(
    stage: str, texts: list[str], paused: str | None, seats: int, committed: int, width: int, height: int
) -> None:
    title, note, phase, question, asks, label = texts
    options = tuple(OptionView(f"o{at}", f"{label}{at}") for at in range(4))
    votes = VotesView("a", label, (3, 0, committed, 1))
    poll = PollView("p", "q", title, asks, False, options, (RoundView(1, max(committed, 5), (votes,)),))
    room = replace(
        made.room(stage),
        title=title,
        content_note=note,
        phase=phase,
        question=question,
        asks=asks,
        paused=paused,
        seats=seats,
        committed=committed,
        poll=poll,
        verdict=made.verdict(),
        injected=(label, asks),
    )
    for page in projected(room, Size(width, height), code=label):
        lines = page.split("\n")
        assert len(lines) <= height
        assert max(map(cell_len, lines)) <= width
        assert first_acting(page) is None


GROUPS = st.lists(st.lists(st.sampled_from("abc"), min_size=1, max_size=4), max_size=6)


@given(st.lists(GROUPS, max_size=5), st.integers(0, 6), st.integers(3, 30), st.booleans())
def test_every_line_is_on_a_page_in_its_order(
    blocks: list[list[list[str]]], head: int, height: int, centred: bool
) -> None:
    numbered = iter(range(10_000))
    built = [
        Block(
            [Content(f"heading{at}")],
            [[Content(f"{next(numbered)}{each}") for each in group] for group in block],
        )
        for at, block in enumerate(blocks)
    ]
    sheet = Sheet([Content("head")] * head, built, 40, centred)
    told = [page.plain.split("\n") for page in pages(sheet, Size(80, height))]
    lines = [line.strip() for page in told for line in page]
    wanted = [line.plain for block in built for group in block.groups for line in group]
    assert [line for line in lines if line[:1].isdigit()] == wanted
    assert all(len(page) <= height for page in told)
    assert {f"heading{at}" for at in range(len(built))} <= set(lines)


def test_a_block_that_is_torn_has_its_heading_on_every_page() -> None:
    block = Block([Content("A")], [[Content(f"{at}"), Content("more")] for at in range(10)])
    told = [page.plain.split() for page in pages(Sheet([], [block], 40), Size(80, 7))]
    assert len(told) == 4
    assert all(page[0] == "A" for page in told)
    assert told[0][1:] == ["0", "more", "1", "more", "2", "more"]


def test_where_there_is_room_there_is_space_between_things() -> None:
    block = Block([Content("A")], [[Content("1")], [Content("2")]])
    assert [page.plain for page in pages(Sheet([], [block], 80), Size(80, 4))] == ["A\n1\n\n2"]
    assert [page.plain for page in pages(Sheet([], [block], 80), Size(80, 3))] == ["A\n1\n2"]


def test_every_letter_is_of_one_size_and_like_no_other() -> None:
    assert len(set(LETTERS.values())) == len(LETTERS)
    assert set(LETTERS) >= set("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")
    for rows in map(str.split, LETTERS.values()):
        assert [len(row) for row in rows] == [5] * 7
        assert set("".join(rows)) <= {"0", "1"}


def test_letters_are_as_large_as_there_is_room() -> None:
    assert [len(large_letters("AB", width, 7)) for width in (22, 21, 11, 10)] == [7, 4, 4, 1]
    assert len(large_letters("ABCD", 12, 9, in_halves_too=True)) == 9
    assert large_letters("AB", 11, 4) == ["▄▀▀▀▄ █▀▀▀▄", "█▄▄▄█ █▄▄▄▀", "█   █ █   █", "▀   ▀ ▀▀▀▀ "]
