"""Keys that were changed in Settings hold at the console, too."""

from __future__ import annotations

from typing import TYPE_CHECKING

from simulator.preferences.keeping import keep_preferences
from simulator.preferences.preferences import Preferences
from simulator.tui.classroom.console.gathering import GatheringScreen
from simulator.tui.classroom.console.learners import LearnersScreen
from simulator.tui.screens.help import HelpScreen
from tests.tui.classroom.test_console.fake_class import FakeClass

if TYPE_CHECKING:
    from tests.tui.classroom.test_console.test_conducting import Conducting


async def test_the_console_has_the_changed_keys_and_not_the_usual_ones(conducting: Conducting) -> None:
    keep_preferences(Preferences(keys={"gathering.learners": "b", "app.help": "f9"}))
    async with conducting(FakeClass(), size=(100, 30)) as facilitator:
        assert "b Learners" in facilitator.text()
        await facilitator.press("l", "f1")
        assert isinstance(facilitator.screen, GatheringScreen)
        await facilitator.press("f9")
        assert isinstance(facilitator.screen, HelpScreen)
        await facilitator.press("f9", "b")
        assert isinstance(facilitator.screen, LearnersScreen)
