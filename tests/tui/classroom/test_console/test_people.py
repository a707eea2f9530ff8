"""Learners, departures and what was said: in order, private, and shown as given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.classroom.conduct import LONGEST_WORDS
from simulator.tui.classroom.console.conduct import ConductScreen
from simulator.tui.classroom.console.discuss import DiscussScreen
from simulator.tui.classroom.console.words import WordsScreen
from tests.tui.classroom import made
from tests.tui.classroom.test_console.test_conducting import under_vote
from tests.tui.test_hostile import ACTING, ACTING_CHARACTERS, SHOWN_AS_GIVEN

if TYPE_CHECKING:
    from tests.tui.classroom.test_console.fake_class import FakeClass
    from tests.tui.classroom.test_console.test_conducting import Conducting


async def test_who_stepped_out_comes_first_then_who_may_need_help(conducting: Conducting) -> None:
    async with conducting(under_vote()) as facilitator:
        assert "! 1 stepped out · ? 1 may need help" in facilitator.text()
        await facilitator.press("l")
        rows = [line for line in facilitator.text().splitlines() if "Learner" in line]
        assert "has stepped out" in rows[0]
        assert "Nothing answered for three" in rows[1]
        assert "○ away" in rows[2]
        assert all("✓ voted" in row for row in rows[-11:])


async def test_the_table_of_learners_keeps_up_with_the_class(conducting: Conducting) -> None:
    line = under_vote()
    async with conducting(line) as facilitator:
        await facilitator.press("l")
        people = tuple(replace(each, stepped_out=False, stuck="", connected=True) for each in made.people(18))
        line.show(lambda view: replace(view, people=people))
        await facilitator.settle()
        assert "stepped out" not in facilitator.text()
        assert "18 learners, 18 here" in facilitator.text()


def a_class_of(number: int, voted: int, **changes: Any) -> FakeClass:
    """Learners who need no help, of whom the first have voted."""
    people = tuple(
        replace(
            each, name=f"Cornflower Kingfisher {at:02}", voted=at < voted, answered=0, stuck="", connected=True,
            stepped_out=False, **changes,
        )
        for at, each in enumerate(made.people(number))
    )  # fmt: skip
    return under_vote(of=made.room(seats=number, committed=voted), people=people)


async def test_without_anybody_to_help_those_come_first_who_are_still_to_vote(conducting: Conducting) -> None:
    async with conducting(a_class_of(30, voted=20)) as facilitator:
        await facilitator.press("l")
        assert "30 learners, 30 here · 10 still to vote" in facilitator.words("#head")
        lines = facilitator.text().splitlines()
        rows = [line for line in lines if "Kingfisher" in line]
        assert len(rows) == len([line for line in lines if "● here" in line]) >= 18
        assert [row.split()[2] for row in rows[:11]] == [*map(str, range(20, 30)), "00"]
        assert all("0 of 3" in row for row in rows[:10])
        assert all("✓ voted" in row for row in rows[10:])
        assert "Team" not in facilitator.text()


async def test_teams_have_a_column_where_there_are_any(conducting: Conducting) -> None:
    async with conducting(a_class_of(30, voted=20, team="North desk")) as facilitator:
        await facilitator.press("l")
        assert "Team" in facilitator.text()
        assert "North desk" in facilitator.text()


async def test_after_the_vote_nobody_is_still_to_vote(conducting: Conducting) -> None:
    line = a_class_of(30, voted=20)
    async with conducting(line) as facilitator:
        await facilitator.press("l")
        line.show(lambda view: replace(view, room=replace(view.room, stage="told")))
        await facilitator.settle()
        assert "still to vote" not in facilitator.text()


async def test_with_the_pause_begun_the_list_of_differences_closes(conducting: Conducting) -> None:
    line = under_vote()
    async with conducting(line) as facilitator:
        await facilitator.press("w", "enter", "escape")
        assert isinstance(facilitator.screen, DiscussScreen)
        await facilitator.press("enter", "enter")
        assert isinstance(facilitator.screen, ConductScreen)
        assert "Every screen is paused for the discussion." in facilitator.text()


async def test_a_pause_that_is_refused_from_the_list_says_why_on_the_main_screen(
    conducting: Conducting,
) -> None:
    line = under_vote()
    line.refusing = {"pause": "The class is over."}
    async with conducting(line) as facilitator:
        await facilitator.press("w", "enter", "enter")
        assert isinstance(facilitator.screen, ConductScreen)
        assert "! The class is over." in facilitator.text()


async def test_words_that_are_too_long_are_refused_in_the_box(conducting: Conducting) -> None:
    async with conducting(under_vote()) as facilitator:
        await facilitator.press("i")
        box = facilitator.screen
        assert isinstance(box, WordsScreen)
        box.query_one("#words").load_text("x" * (LONGEST_WORDS + 1))  # type: ignore[attr-defined]
        await facilitator.press("enter")
        assert facilitator.screen is box
        assert f"There is room for {LONGEST_WORDS} characters" in facilitator.text()


async def test_without_departures_or_splits_that_is_said(conducting: Conducting) -> None:
    async with conducting(under_vote(departures=(), discuss=())) as facilitator:
        await facilitator.press("d", "a")
        assert "Nobody has voted for a departure." in facilitator.text()
        await facilitator.press("escape", "w", "enter")
        assert "So far the class is of one mind" in facilitator.text()


def hostile(payload: str) -> FakeClass:
    """A class in which everybody and everything is called `payload`."""
    first, *others = made.phases()
    questions = tuple(replace(each, title=payload) for each in first.questions)
    phases = (replace(first, title=payload, text=(payload,), questions=questions), *others)
    person = replace(made.people(1)[0], name=payload, team=payload, stuck=payload)
    departure = made.departure(
        name=payload, title=payload, label=payload, chosen=payload, why=payload, rationale=payload, cites=(payload,)
    )  # fmt: skip
    splits = tuple(replace(each, title=payload, label=payload, paragraph=payload) for each in made.splits())
    room = made.room(title=payload, question=payload, paused=payload, injected=(payload,))
    return under_vote(
        of=room, phases=phases, people=(person,), departures=(departure,), discuss=splits, back=payload,
        poll=made.poll(title=payload, asks=payload), wrong=made.wrong(payload),
    )  # fmt: skip


LOOKS: dict[str, tuple[str, ...]] = {
    "conduct": (), "phase": ("home",), "learners": ("l",), "departures": ("d",), "settling": ("d", "a"),
    "discuss": ("w",), "back": ("b",), "verdict": ("r",), "skip": ("x",), "key": ("k", "down"),
}  # fmt: skip


@pytest.mark.parametrize("payload", SHOWN_AS_GIVEN)
async def test_text_with_markup_is_shown_as_it_is(conducting: Conducting, payload: str) -> None:
    async with conducting(hostile(payload), size=(160, 45)) as facilitator:
        for keys in LOOKS.values():
            await facilitator.press(*keys)
            assert payload in facilitator.text(), keys
            while len(facilitator.app.screen_stack) > 2:
                await facilitator.press("escape")


@pytest.mark.parametrize("payload", ACTING)
async def test_text_that_acts_on_a_terminal_does_not(conducting: Conducting, payload: str) -> None:
    async with conducting(hostile(payload), size=(160, 45)) as facilitator:
        for keys in LOOKS.values():
            await facilitator.press(*keys)
            assert not ACTING_CHARACTERS & set(facilitator.text())
            while len(facilitator.app.screen_stack) > 2:
                await facilitator.press("escape")
