"""What is projected while a class decides: the question, how many have voted, and the options."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.geometry import Size

from simulator.errors.text import first_acting
from simulator.session.view import OptionView
from simulator.tui.classroom.letters import large_letters
from simulator.tui.classroom.projector.sheets import NOT_SHOWN
from simulator.tui.classroom.votes import NO_VOTE
from tests.tui.classroom import made
from tests.tui.classroom.walls import WALLS, asked, one, projected, words

if TYPE_CHECKING:
    from simulator.classroom.class_view import RoomView
    from simulator.classroom.poll_view import PollView

MORE = ("The head rings at nine. A second report has come in, and it names two further people.",)
LONG = (" ".join(f"word{at}" for at in range(120)),)
TEXT = st.text(max_size=60)

IN_80 = """\
  Referral
  What is to be done about each of the three?

   ▄█    ▄█       █  ▄█   ▄▀▀▀▄
    █     █     ▄▀    █   ▀▄▄▄▀
    █     █   ▄▀      █   █   █    have voted
   ▀▀▀   ▀▀▀  ▀      ▀▀▀   ▀▀▀     ██████████████████████████░░░░░░░░░░░░░░░░░

  Asked about: A; B; C

  ( ) 1  Nothing further
  ( ) 2  Left to the school, with advice in writing to the head and to the
         parents
  ( ) 3  Referral for support
  ( ) 4  A visit by two officers, one of them trained for it
  ( ) 5  A decision by an inspector"""


def lines_of(page: str) -> list[str]:
    return [line.rstrip() for line in page.rstrip().split("\n")]


def options(*labels: str) -> tuple[OptionView, ...]:
    return tuple(OptionView(f"o{at}", label) for at, label in enumerate(labels))


def test_the_question_its_subjects_and_its_options_stand_with_how_many_have_voted() -> None:
    assert "\n".join(lines_of(one(asked(), WALLS[0]))) == IN_80


@pytest.mark.parametrize("wall", WALLS, ids=str)
def test_how_many_have_voted_is_told_in_large_figures_on_every_wall(wall: Size) -> None:
    page = one(asked(), wall)
    assert all(line in page for line in large_letters("11/18", 100, wall.height // 4))
    assert "have voted" in page


def test_options_have_the_signs_and_keys_that_they_have_for_those_who_decide() -> None:
    page = words(one(asked(several=True)))
    assert "Several options may be chosen." in page
    assert "[ ] 1 Nothing further [ ] 2 Left to the school" in page
    codes = words(one(asked(options=options("21 – not pursued", "No code"))))
    assert "( ) a 21 – not pursued ( ) b No code" in codes
    assert "Several" not in codes


def test_of_more_options_than_there_are_letters_all_are_shown() -> None:
    labels = [f"{number} – a code" for number in range(30)]
    pages = projected(asked(options=options(*labels)), WALLS[0])
    assert all(f"{label}" in "\n".join(pages) for label in labels)


@pytest.mark.parametrize("wall", WALLS, ids=str)
@pytest.mark.parametrize("injected", [MORE, LONG], ids=["a line", "many lines"])
@pytest.mark.parametrize("stage", ["voting", "closed", "own"])
def test_further_information_moves_nothing(stage: str, injected: tuple[str, ...], wall: Size) -> None:
    def room(*injected: str) -> RoomView:
        return made.room("own", injected=injected) if stage == "own" else asked(stage, injected=injected)

    before, after = lines_of(one(room(), wall)), projected(room(*injected), wall)
    assert lines_of(after[0])[: len(before)] == before
    assert set(injected[0].split()) <= set(" ".join(after).split())


@pytest.mark.parametrize("wall", WALLS, ids=str)
@pytest.mark.parametrize("seats", [9, 18, 100])
def test_nothing_moves_when_votes_come_in(seats: int, wall: Size) -> None:
    """Beside the figures before the stroke, only the bar is another one."""
    pages = [lines_of(one(asked(seats=seats, committed=committed), wall)) for committed in range(seats + 1)]
    margin = pages[0][0].index("Referral")
    stroke = margin + len(str(seats)) * (12 if wall.height >= 28 else 6)
    rows = list(zip(*pages, strict=True))
    assert sum(len({line[stroke:] for line in row}) > 1 for row in rows) == 1
    assert {len({line[:stroke] for line in row}) > 1 for row in rows[7 + wall.height // 4 :]} == {False}


@pytest.mark.parametrize("wall", WALLS, ids=str)
def test_a_vote_that_closes_leaves_the_question_and_the_count_where_they_were(wall: Size) -> None:
    during, after = lines_of(one(asked(committed=18), wall)), lines_of(one(asked("closed"), wall))
    assert len(during) == len(after)
    different = [(was, is_) for was, is_ in zip(during, after, strict=True) if was != is_]
    [(was, is_)] = different
    assert was.endswith("    have voted")
    assert is_.endswith("    The vote is closed: 18 of 18 voted.")


def test_a_long_sentence_about_a_closed_vote_has_lines_of_its_own_beside_the_figures() -> None:
    page = lines_of(one(asked("closed", seats=400, committed=123), WALLS[0]))
    assert [line[47:].strip() for line in page[4:6]] == ["The vote is closed: 123 of 400", "voted."]


@pytest.mark.parametrize("wall", WALLS, ids=str)
@pytest.mark.parametrize(
    "poll", [made.poll(made.hidden_round()), replace(made.poll(), rounds=())], ids=["few", "none"]
)
def test_votes_that_are_shown_but_too_few_leave_question_and_options_there(
    wall: Size, poll: PollView
) -> None:
    before, after = one(asked(committed=4), wall), one(asked(committed=4, poll=poll), wall)
    head = 3 + (7 if wall.height >= 28 else 4)
    assert lines_of(after)[:head] == lines_of(before)[:head]
    assert any(words(sentence) in words(after) for sentence in (NOT_SHOWN, NO_VOTE))
    assert all(words(label) in words(after) for label in made.OPTIONS.values())


def test_further_information_is_below_votes_that_are_shown() -> None:
    page = one(asked(poll=made.poll(made.first_round()), injected=MORE))
    assert page.index("61%") < page.index(MORE[0][:20])


def test_at_their_own_pace_no_options_are_shown() -> None:
    page = one(made.room("own"))
    assert "have come to the end" in page
    assert "Asked about" not in page


def test_a_class_without_seats_is_shown() -> None:
    assert "have voted" in one(asked(seats=0, committed=0))


@given(
    st.sampled_from(["voting", "closed", "own"]),
    st.lists(TEXT, min_size=1, max_size=12),
    st.lists(TEXT, max_size=8),
    st.booleans(),
    st.integers(0, 400),
    st.integers(30, 220),
    st.integers(6, 60),
)
def test_any_options_keep_within_any_wall(
    stage: str, labels: list[str], subjects: list[str], several: bool, seats: int, width: int, height: int
) -> None:
    room = asked(
        stage, options=options(*labels), subjects=tuple(subjects), several=several, seats=seats, injected=MORE
    )
    for page in projected(room, Size(width, height)):
        lines = page.split("\n")
        assert len(lines) <= height
        assert max(map(cell_len, lines)) <= width
        assert first_acting(page) is None
