"""Learners, departures and what was said: in order, private, and shown as given."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from simulator.classroom.conduct import LONGEST_WORDS
from simulator.classroom.messages import Conducted
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


async def test_a_departure_is_told_with_its_reasons_and_settled_with_one(conducting: Conducting) -> None:
    line = under_vote()
    async with conducting(line) as facilitator:
        await facilitator.press("d")
        text = facilitator.words("#departure")
        for words in (
            "an inspector should weigh them",
            "They relied on 4.2.",
            "The guidance calls for something else.",
        ):
            assert words in text
        await facilitator.press("a", "enter")
        assert "Write a few words first" in facilitator.text()
        await facilitator.press(*"well", "enter")
        assert "✓ accepted: well" in facilitator.text()
        assert "The departure is accepted." in facilitator.text()
        assert "0 to settle, 1 settled" in facilitator.text()


async def test_a_reason_that_was_left_is_there_again(conducting: Conducting) -> None:
    async with conducting(under_vote()) as facilitator:
        await facilitator.press("d", "a", *"so", "escape")
        assert "What you typed is there again" in facilitator.text()
        await facilitator.press("a", "enter")
        [settled] = [each.command for each in facilitator.line.said if isinstance(each, Conducted)]
        assert settled["reason"] == "so"


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
        poll=made.poll(title=payload, asks=payload), wrong=(payload,),
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
