"""The command palette has every action of the screen and of the app, and does it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.binding import Binding
from textual.command import CommandList

from simulator.preferences.keeping import keep_preferences
from simulator.preferences.preferences import Preferences
from simulator.tui.app import SimulatorApp
from simulator.tui.palette import NOT_HERE, Palette
from simulator.tui.screens.case import CaseScreen
from simulator.tui.screens.debrief import DebriefScreen
from simulator.tui.screens.home import HomeScreen
from simulator.tui.screens.pause import PauseScreen
from simulator.tui.screens.reasons import ReasonsScreen
from tests.tui.lost_property import almost_finish

if TYPE_CHECKING:
    from simulator.store.store import Store
    from tests.tui.conftest import Player, Playing


async def offered(player: Player) -> list[str]:
    """What the palette lists, each in one line."""
    await player.pilot.pause(0.1)
    await player.app.workers.wait_for_complete()
    await player.settle()
    listed = player.app.screen.query_one(CommandList)
    return [" ".join(str(option.prompt).split()) for option in listed.options]


async def test_it_has_every_action_of_the_case_and_of_the_app(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("ctrl+p")
        listed = await offered(player)
        screen = player.app.screen_stack[-2]
        for binding in (*CaseScreen.BINDINGS, *SimulatorApp.BINDINGS):
            assert isinstance(binding, Binding)
            node = screen if binding in CaseScreen.BINDINGS else player.app
            if binding.id in NOT_HERE or not node.check_action(binding.action, ()):
                continue
            found = [each for each in listed if each.startswith(binding.description)]
            assert any(binding.tooltip in each for each in found), binding.id


async def test_it_does_what_is_chosen(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("ctrl+p", *"pause")
        assert (await offered(player))[0].startswith("Pause Ctrl+B")
        await player.press("enter")
        await player.settle()
        assert isinstance(player.app.screen, PauseScreen)


async def test_it_does_what_the_screen_can_do_also_while_something_is_typed(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w", "a", "b", "ctrl+p", *"keep")
        assert (await offered(player))[0].startswith("Keep")
        await player.press("enter")
        await player.settle()
        assert isinstance(player.app.screen, CaseScreen)
        await player.press("w")
        assert "ab" in player.squeezed("#rationale")


async def test_escape_goes_back_and_does_nothing(playing: Playing) -> None:
    async with playing() as player:
        await player.start()
        await player.press("w", "ctrl+p", "escape")
        assert isinstance(player.app.screen, ReasonsScreen)


async def test_the_same_key_goes_back(playing: Playing) -> None:
    async with playing() as player:
        await player.press("ctrl+p")
        assert isinstance(player.app.screen, Palette)
        await player.press("ctrl+p")
        assert isinstance(player.app.screen, HomeScreen)


async def test_it_shows_a_key_of_the_persons_own(playing: Playing) -> None:
    keep_preferences(Preferences(keys={"app.pause": "f12"}))
    async with playing() as player:
        await player.press("ctrl+p")
        assert any(each.startswith("Pause F12") for each in await offered(player))


async def test_what_cannot_be_done_is_not_offered(playing: Playing) -> None:
    async with playing() as player:
        await player.press("ctrl+p")
        listed = await offered(player)
        assert not [each for each in listed if each.startswith(("Skip", "Leave", "Discard", "Bring back"))]


async def test_nothing_but_our_own_actions_is_offered(playing: Playing, store: Store) -> None:
    almost_finish(store)
    async with playing() as player:
        await player.press("enter", "c", "y")
        assert isinstance(player.app.screen, DebriefScreen)
        await player.press("ctrl+p")
        listed = " ".join(await offered(player))
        assert "theme" not in listed.lower()
        assert "screenshot" not in listed.lower()


async def test_hostile_words_that_are_typed_do_no_harm(playing: Playing) -> None:
    async with playing() as player:
        await player.press("ctrl+p", "[", "slash", "]", "dollar_sign", "\\", "(", "*")
        assert await offered(player) == [] or isinstance(player.app.screen, Palette)
        await player.press("escape")
        assert isinstance(player.app.screen, HomeScreen)
