"""Help tells of the screen and of what has the focus; the texts of care are one key away."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from textual.app import App
from textual.widgets import Static

from simulator.session.view import CareView
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.help import EVERYWHERE, FOCUSED, HERE, INDENT, MORE, HelpScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.new_case import NewCase
from simulator.tui.screens.reasons import ReasonsScreen
from simulator.tui.screens.support import DISCLOSURE, NO_DISCLOSURE, NOT_YET, SUPPORT, SupportScreen, told
from simulator.tui.widgets.choices import Choices
from tests.tui.test_keys import OURS

if TYPE_CHECKING:
    from textual.dom import DOMNode

    from tests.tui.conftest import Player, Playing

CARE = CareView("Ring 0000 [red]day[/red] and night.", "Stop: this is not a case.\x1b[2J\u202e")


def unwrapped(player: Player, selector: str) -> str:
    """The words of what is scrolled, with one space between them."""
    return " ".join(str(player.app.screen.query_one(f"{selector} > Static", Static).visual).split())


def words(text: str) -> str:
    return " ".join(text.split())


async def test_help_tells_of_the_screen_and_of_what_has_the_focus(playing: Playing) -> None:
    async with playing() as player:
        await player.press("f1")
        told = unwrapped(player, "#help")
        assert told.index(words(HomeScreen.HELP)) < told.index(words(Choices.HELP))


async def test_help_lists_every_key_with_what_it_does(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("f1")
        told = unwrapped(player, "#help")
        for binding in (*CaseScreen.BINDINGS, *player.app.BINDINGS):
            if getattr(binding, "id", "").startswith("case.confirm"):
                assert words(binding.tooltip) in told  # type: ignore[union-attr]
        assert "Ctrl+B Pause: Blank the screen" in told


async def test_help_tells_the_keys_of_the_screen_before_those_from_anywhere(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("f1")
        told = unwrapped(player, "#help")
        places = [told.index(head) for head in (words(CaseScreen.HELP), HERE, FOCUSED, EVERYWHERE)]
        assert places == sorted(places)
        assert HERE in player.text()


async def test_help_says_whether_there_is_more_below(playing: Playing) -> None:
    async with playing() as player:
        await player.press("f1")
        assert MORE in player.text()
        await player.press("end")
        assert MORE not in player.text()
    async with playing(size=(120, 100)) as player:
        await player.press("f1")
        assert MORE not in player.text()


async def test_what_a_key_does_keeps_to_its_column(playing: Playing) -> None:
    async with playing() as player:
        await player.press("f1")
        lines = str(player.app.screen.query_one("#help > Static", Static).visual).splitlines()
        keys = lines[lines.index(EVERYWHERE) + 1 : -2]
        assert any(not line[:INDENT].strip() for line in keys)
        assert all(line[:INDENT].rstrip() != line[:INDENT] for line in keys)
        assert max(map(len, keys)) <= 80


@pytest.mark.parametrize("key", ["f1", "question_mark"])
async def test_help_is_there_from_the_case_and_leads_back(playing: Playing, key: str) -> None:
    async with playing() as player:
        await player.start()
        await player.press(key)
        assert isinstance(player.app.screen, HelpScreen)
        await player.press(key)
        assert isinstance(player.app.screen, CaseScreen)


async def test_a_question_mark_is_typed_where_something_is_typed(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w", "question_mark")
        assert isinstance(player.app.screen, ReasonsScreen)
        assert "?" in player.squeezed("#rationale")
        await player.press("f1")
        assert isinstance(player.app.screen, HelpScreen)


async def test_help_is_there_over_a_dialog(playing: Playing) -> None:
    async with playing() as player:
        await player.press("enter", "enter")
        assert isinstance(player.app.screen, NewCase)
        await player.press("f1")
        assert words(NewCase.HELP) in unwrapped(player, "#help")
        await player.press("escape")
        assert isinstance(player.app.screen, NewCase)


async def test_a_key_of_the_persons_own_is_told_in_help(playing: Playing) -> None:
    from simulator.preferences.keeping import keep_preferences
    from simulator.preferences.preferences import Preferences

    keep_preferences(Preferences(keys={"app.pause": "f12"}))
    async with playing() as player:
        await player.press("f1")
        assert "F12 Pause" in unwrapped(player, "#help")


WITH_KEYS = [
    each
    for each in OURS
    if each.__dict__.get("BINDINGS")
    and not issubclass(each, App)
    and not each.__module__.startswith(("simulator.tui.keyed", "simulator.tui.preview"))
]


@pytest.mark.parametrize("where", WITH_KEYS, ids=lambda each: each.__name__)
def test_every_screen_and_every_part_with_keys_has_help(where: type[DOMNode]) -> None:
    text: Any = getattr(where, "HELP", "")
    assert isinstance(text, str)
    assert len(text.split()) >= 4, f"{where.__name__} has no HELP"


async def test_the_texts_of_care_are_one_key_away_from_anywhere(playing: Playing) -> None:
    async with playing(care=CARE) as player:
        await player.start()
        await player.press("w", "f2")
        assert isinstance(player.app.screen, SupportScreen)
        text = player.text()
        assert "Ring 0000 [red]day[/red] and night." in text
        assert "Stop: this is not a case." in text
        assert "\x1b" not in text
        assert "\u202e" not in text
        await player.press("f2")
        assert isinstance(player.app.screen, ReasonsScreen)


async def test_the_ways_out_are_told_with_the_keys_that_they_have(playing: Playing) -> None:
    from simulator.preferences.keeping import keep_preferences
    from simulator.preferences.preferences import Preferences

    keep_preferences(Preferences(keys={"app.skip": "f11", "home.take-back": "j"}))
    async with playing(care=CARE) as player:
        await player.start()
        await player.press("f2")
        told = words(player.text())
        assert "Ctrl+L leaves at once, from anywhere: your answers are kept" in told
        assert (
            "F11 skips the case: nothing of it is recorded. j on the opening screen brings it back." in told
        )


def test_a_text_that_nobody_has_set_is_said_in_general_words() -> None:
    text = str(told(CareView("", "")))
    assert SUPPORT in text
    assert DISCLOSURE in text
    assert NO_DISCLOSURE in text


def test_before_the_packs_are_loaded_it_is_said_that_the_texts_are_still_to_come() -> None:
    assert str(told(None)) == NOT_YET
