"""A class is conducted from the console: with Enter alone, and with a key for every step."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING, Any

import pytest

from simulator.classroom import conduct
from simulator.classroom.class_view import SplitView
from simulator.classroom.messages import Conducted, Console, Done
from simulator.tui.classroom.console.conduct import ConductScreen
from simulator.tui.classroom.console.ended import EndedScreen
from tests.tui.classroom import made
from tests.tui.classroom.test_console.fake_class import FakeClass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from contextlib import AbstractAsyncContextManager

    from tests.tui.classroom.test_console.conftest import Facilitator

    Conducting = Callable[..., AbstractAsyncContextManager[Facilitator]]

TO_A_CASE = ("enter", "enter", "enter", "enter", "enter")
MOST = 60
"""Presses of Enter that a case of three questions needs at most."""


def question(phase: str, name: str) -> list[conduct.Conduct]:
    """The steps on a question on which the class splits."""
    title = {"referral": "Referral", "record": "Recording", "close": "Closing"}[name]
    prompt = ABOUT.format("B").replace("Referral", title)
    return [
        conduct.OpenQuestion(phase, name),
        conduct.CloseVote(),
        conduct.Pause(prompt),
        conduct.Pause(None),
        conduct.VoteAgain(),
        conduct.CloseVote(),
        conduct.ShowVotes(True),
        conduct.RevealVerdict(),
    ]


def commands(line: FakeClass) -> list[Mapping[str, Any]]:
    """What was said to be done."""
    return [each.command for each in line.said if isinstance(each, Conducted)]


async def test_with_enter_alone_a_class_comes_from_gathering_to_the_end_of_a_case(
    conducting: Conducting, hands: list[float]
) -> None:
    async with conducting() as facilitator:
        for _ in range(MOST):
            if isinstance(facilitator.screen, EndedScreen):
                break
            hands[0] += 2
            await facilitator.press("enter")
        begun, *steps = facilitator.line.done
        assert begun == {"pack": "school", "which": "bus", "pace": "class", "tell": False}
        assert steps == [
            *question("first", "referral"),
            *question("first", "record"),
            conduct.RevealPhase(),
            *question("second", "close"),
            conduct.EndCase(),
        ]
        assert "has ended" in facilitator.text()


ABOUT = "You differ on “Referral” about {}. What speaks for your answer, and what against it?"
SETTLE = {"do": "settle", "seat": "s4", "phase": "first", "question": "referral", "subject": "a"}
KEYS: dict[str, tuple[tuple[str, ...], dict[str, Any]]] = {
    "open": (("down", "o"), {"do": "open_question", "phase": "first", "question": "record"}),
    "show": (("h",), {"do": "show_votes", "shown": True}),
    "pause": (("p", "enter"), {"do": "pause", "prompt": ABOUT.format("B")}),
    "prompt of the question": (
        ("p", "ctrl+t", "ctrl+t", "enter"),
        {"do": "pause", "prompt": "What in the case bears on “Referral”? Which paragraph do you rely on?"},
    ),
    "pause without words": (("p", *["ctrl+t"] * 3, "enter"), {"do": "pause", "prompt": ""}),
    "again": (("v",), {"do": "vote_again"}),
    "verdict": (("r", "y"), {"do": "reveal_verdict"}),
    "inform": (("i", "a", "question_mark", "ctrl+s"), {"do": "inject", "text": "a?"}),
    "phase": (("n", "y"), {"do": "reveal_phase"}),
    "skip": (("x", "y"), {"do": "skip_question", "question": "referral"}),
    "back": (("b", "y"), {"do": "go_back"}),
    "end the case": (("e", "y"), {"do": "end_case"}),
    "end the class": (("q", "w"), {"do": "end_class"}),
    "accept": (("d", "a", "s", "o", "enter"), {**SETTLE, "accepted": True, "reason": "so"}),
    "do not accept": (("d", "n", "n", "o", "enter"), {**SETTLE, "accepted": False, "reason": "no"}),
    "discuss": (("w", "down", "enter", "enter"), {"do": "pause", "prompt": ABOUT.format("A")}),
}


def under_vote(**changes: Any) -> FakeClass:
    """The first question is open."""
    line = FakeClass()
    line.begin()
    line.view = made.console(**changes)
    line.tell(Console(line.view))
    return line


@pytest.mark.parametrize("step", KEYS)
async def test_every_key_says_what_a_facilitator_can_do_and_nothing_else(
    conducting: Conducting, step: str
) -> None:
    keys, expected = KEYS[step]
    async with conducting(under_vote()) as facilitator:
        await facilitator.press(*keys)
        assert commands(facilitator.line) == [expected]


@pytest.mark.parametrize("step", KEYS)
def test_every_command_is_one_that_a_class_knows(step: str) -> None:
    command = dict(KEYS[step][1])
    kind = getattr(conduct, "".join(word.capitalize() for word in command.pop("do").split("_")))
    assert {each.name for each in fields(kind)} == set(command)


async def test_a_paused_class_goes_on_with_the_key_that_paused_it(conducting: Conducting) -> None:
    async with conducting(under_vote(of=made.room(paused="Why?"))) as facilitator:
        assert "PAUSED" in facilitator.text()
        await facilitator.press("p")
        assert commands(facilitator.line) == [{"do": "pause", "prompt": None}]


async def test_votes_that_are_shown_are_hidden_with_the_same_key(conducting: Conducting) -> None:
    async with conducting(under_vote(shown=True)) as facilitator:
        await facilitator.press("h")
        assert commands(facilitator.line) == [{"do": "show_votes", "shown": False}]


@pytest.mark.parametrize(
    "keys",
    [("r", "n"), ("e", "escape"), ("x", "n"), ("n", "n"), ("b", "n"), ("q", "escape"), ("p", "escape")],
)
async def test_what_is_asked_about_and_refused_is_not_done(
    conducting: Conducting, keys: tuple[str, ...]
) -> None:
    async with conducting(under_vote()) as facilitator:
        await facilitator.press(*keys)
        assert commands(facilitator.line) == []
        assert isinstance(facilitator.screen, ConductScreen)


async def test_a_phase_of_which_nothing_is_left_goes_on_at_once(conducting: Conducting) -> None:
    first, second = made.phases()
    done = tuple(replace(each, standing="told") for each in first.questions)
    phases = (replace(first, questions=done), second)
    async with conducting(under_vote(phases=phases)) as facilitator:
        await facilitator.press("n")
        assert commands(facilitator.line) == [{"do": "reveal_phase"}]


async def test_those_who_have_answered_and_not_voted_are_told_of_before_the_vote_is_closed(
    conducting: Conducting,
) -> None:
    people = tuple(
        replace(
            each, voted=number > 3, answered=3 if number < 2 else 1, due=3, connected=True, stepped_out=False
        )
        for number, each in enumerate(made.people())
    )
    async with conducting(under_vote(people=people)) as facilitator:
        await facilitator.press("enter")
        assert "4 seats can still vote, 2 of them have answered" in facilitator.words()


async def test_before_the_class_ends_it_is_said_what_would_be_left_undone(conducting: Conducting) -> None:
    async with conducting(under_vote()) as facilitator:
        await facilitator.press("q")
        assert "The case that goes on ends with it." in facilitator.words()
        assert "2 questions not" in facilitator.words()


async def test_what_going_back_would_take_back_is_said_first(conducting: Conducting) -> None:
    async with conducting(under_vote()) as facilitator:
        await facilitator.press("b")
        assert "This takes back opening the question “Referral”." in facilitator.words()


async def test_what_cannot_be_done_now_does_nothing(conducting: Conducting) -> None:
    reading = made.room("reading")
    async with conducting(under_vote(of=reading, current=None, poll=None, back=None)) as facilitator:
        await facilitator.press("h", "v", "r", "b")
        assert commands(facilitator.line) == []
        assert isinstance(facilitator.screen, ConductScreen)


async def test_the_last_step_is_not_done_twice_for_one_press_too_many(
    conducting: Conducting, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("simulator.tui.classroom.console.steps.SETTLED", 600.0)
    async with conducting() as facilitator:
        await facilitator.press(*TO_A_CASE)
        line = facilitator.line
        before = line.view
        line.silent = True
        await facilitator.press("enter", "enter")
        [_, opening] = commands(line)
        assert opening["do"] == "open_question"
        assert "One moment" in facilitator.text()
        line.tell(Done(line.said[-1].id))  # type: ignore[union-attr]
        await facilitator.press("enter")
        line.tell(Console(before))
        await facilitator.settle()
        await facilitator.press("enter")
        assert len(commands(line)) == 2


async def test_a_step_that_was_refused_is_said_and_can_be_tried_again(conducting: Conducting) -> None:
    async with conducting() as facilitator:
        await facilitator.press(*TO_A_CASE)
        facilitator.line.refusing["open_question"] = "This phase has not come to light."
        await facilitator.press("enter")
        assert "! This phase has not come to light." in facilitator.text()
        facilitator.line.refusing.clear()
        await facilitator.press("enter")
        assert facilitator.line.done[-1] == conduct.OpenQuestion("first", "referral")
        assert "The question is open" in facilitator.text()


async def test_who_does_not_wait_for_the_rest_is_asked_once(conducting: Conducting) -> None:
    async with conducting(under_vote()) as facilitator:
        await facilitator.press("enter")
        assert "Go on without the rest?" in facilitator.text()
        await facilitator.press("enter")
        assert "discuss: the class splits" in facilitator.words()
        assert commands(facilitator.line) == [{"do": "close_vote"}]


async def test_a_next_step_that_the_class_has_just_brought_about_is_read_before_it_is_done(
    conducting: Conducting, hands: list[float]
) -> None:
    async with conducting(under_vote()) as facilitator:
        room = made.room("voting", committed=18)
        people = tuple(replace(each, voted=True) for each in made.people())
        facilitator.line.show(lambda view: replace(view, room=room, people=people))
        await facilitator.press("enter")
        assert "has just changed" in facilitator.text()
        assert commands(facilitator.line) == []
        hands[0] += 2
        await facilitator.press("enter")
        assert commands(facilitator.line) == [{"do": "close_vote"}]


@pytest.mark.parametrize(("standing", "asks"), [("ahead", False), ("open", True), ("closed", True)])
async def test_it_is_asked_before_a_question_is_skipped_that_somebody_may_be_at(
    conducting: Conducting, standing: Any, asks: bool
) -> None:
    first, second = made.phases()
    questions = tuple(replace(each, standing=standing) for each in first.questions)
    async with conducting(under_vote(phases=(replace(first, questions=questions), second))) as facilitator:
        await facilitator.press("x")
        assert (commands(facilitator.line) == []) == asks
        assert ("Skip the question?" in facilitator.text()) == asks


@pytest.mark.parametrize("standing", ["told", "skipped"])
async def test_what_is_over_is_not_skipped(conducting: Conducting, standing: Any) -> None:
    first, second = made.phases()
    questions = tuple(replace(each, standing=standing) for each in first.questions)
    async with conducting(under_vote(phases=(replace(first, questions=questions), second))) as facilitator:
        await facilitator.press("x", "y")
        assert commands(facilitator.line) == []


async def test_before_the_verdict_is_told_it_is_asked_once(conducting: Conducting) -> None:
    line = FakeClass()
    line.voting = False
    async with conducting(line) as facilitator:
        await facilitator.press(*TO_A_CASE, "enter", "enter", "enter")
        await facilitator.press("enter")
        assert "Tell the verdict?" in facilitator.text()
        assert conduct.RevealVerdict() not in line.done
        await facilitator.press("enter")
        assert line.done[-1] == conduct.RevealVerdict()


async def test_the_cursor_follows_the_class_and_comes_back_to_it(conducting: Conducting) -> None:
    async with conducting(under_vote()) as facilitator:
        await facilitator.press("down")
        assert "With a discussion it may well take 6 min." in facilitator.words()
        await facilitator.press("c")
        assert "Referral for support ✓ called for" in facilitator.words()
        line = facilitator.line
        line.show(lambda view: replace(view, current=("first", "record"), poll=None))
        await facilitator.settle()
        assert "With a discussion it may well take 6 min." in facilitator.words()


async def test_the_paragraph_is_named_to_the_class_only_once_the_verdict_is_told(
    conducting: Conducting,
) -> None:
    split = SplitView("first", "referral", "b", made.TITLE, "B", "4.5", 0.8)
    async with conducting(under_vote(discuss=(split,))) as facilitator:
        await facilitator.press("w", "enter")
        assert "Read 4.5" not in facilitator.text()
        await facilitator.press("escape", "escape")
        phases = tuple(
            replace(each, questions=tuple(replace(one, standing="told") for one in each.questions))
            for each in made.phases()
        )
        facilitator.line.show(lambda view: replace(view, phases=phases))
        await facilitator.settle()
        await facilitator.press("w", "enter")
        assert "Read 4.5" in facilitator.text()


async def test_the_clock_counts_from_when_the_vote_was_heard_of(
    conducting: Conducting, hands: list[float]
) -> None:
    async with conducting() as facilitator:
        await facilitator.press(*TO_A_CASE, "enter")
        hands[0] += 150
        facilitator.line.show(lambda view: view)
        await facilitator.settle()
        assert "2 of 8 min" in facilitator.text()


async def test_at_their_own_pace_the_case_is_ended_from_the_console(conducting: Conducting) -> None:
    async with conducting() as facilitator:
        await facilitator.press(*TO_A_CASE[:3], "down", "enter", "enter")
        assert facilitator.line.done == [{"pack": "school", "which": "bus", "pace": "own", "tell": True}]
        assert "7 of 18 have come to the end" in facilitator.text()
        await facilitator.press("enter", "y")
        assert facilitator.line.done[-1] == conduct.EndCase()
