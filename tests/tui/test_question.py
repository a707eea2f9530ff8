"""Questions: a key or a button answers, and the arrows go from button to button and nowhere else."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from simulator.tui.keyed.buttons import Button
from simulator.tui.screens.ask import Ask
from simulator.tui.screens.before_case import BeforeCase
from simulator.tui.screens.own_words import OwnWords
from tests.tui.test_guidance_screen import CASES

if TYPE_CHECKING:
    from collections.abc import Callable

    from simulator.tui.screens.question import Question
    from tests.tui.conftest import Player, Playing

ROUND = ("right", "right", "right", "left", "left", "left")
ASKED: dict[str, tuple[Callable[[], Question[Any]], str]] = {
    "ask": (lambda: Ask("Go?", "All of it.", yes="Go", no="Wait"), "Wait Go Wait Go Wait Go"),
    "own words": (OwnWords, "Wipe Stay Keep Stay Wipe Keep"),
    "before a case": (lambda: BeforeCase(CASES[0]), "Back Play Back Play Back Play"),
}
ANSWERS: list[tuple[str, tuple[str, ...], object]] = [
    ("ask", ("y",), True),
    ("ask", ("enter",), True),
    ("ask", ("n",), False),
    ("ask", ("escape",), False),
    ("ask", ("left", "enter"), False),
    ("own words", ("k",), "keep"),
    ("own words", ("right", "enter"), "wipe"),
    ("own words", ("left", "enter"), "stay"),
    ("own words", ("escape",), "stay"),
    ("before a case", ("enter",), True),
    ("before a case", ("right", "enter"), False),
    ("before a case", ("n",), False),
]


def focused(player: Player) -> str:
    """The first word on the button that has the focus."""
    button = player.app.screen.focused
    assert isinstance(button, Button)
    return str(button.label).split()[0]


@pytest.mark.parametrize("asked", ASKED)
async def test_the_arrows_go_round_the_buttons(playing: Playing, asked: str) -> None:
    make, words = ASKED[asked]
    async with playing() as player:
        player.app.push_screen(make())
        await player.settle()
        seen = []
        for key in ROUND:
            await player.press(key)
            seen.append(focused(player))
        assert " ".join(seen) == words


@pytest.mark.parametrize("key", ["left", "right"])
async def test_from_the_note_both_arrows_go_to_the_first_button(playing: Playing, key: str) -> None:
    async with playing() as player:
        player.app.push_screen(BeforeCase(CASES[0]))
        await player.settle()
        player.app.screen.query_one("#pack-note").focus()
        await player.press(key)
        assert focused(player) == "Play"


@pytest.mark.parametrize(("asked", "keys", "answer"), ANSWERS)
async def test_a_key_or_a_button_answers(
    playing: Playing, asked: str, keys: tuple[str, ...], answer: object
) -> None:
    answers: list[object] = []
    async with playing() as player:
        player.app.push_screen(ASKED[asked][0](), answers.append)
        await player.settle()
        await player.press(*keys)
    assert answers == [answer]


async def test_a_click_on_a_button_answers(playing: Playing) -> None:
    answers: list[object] = []
    async with playing() as player:
        player.app.push_screen(OwnWords(), answers.append)
        await player.settle()
        await player.click(player.app.screen.query(Button)[1])
    assert answers == ["wipe"]
